fix --as-of 2026-06-30 -q tests/golden/fixes/version.yaml document/version
