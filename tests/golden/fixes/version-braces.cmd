fix --as-of 2026-06-30 -q tests/golden/fixes/version-braces.yaml document/version
