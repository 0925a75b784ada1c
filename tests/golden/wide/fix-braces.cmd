fix --as-of 2026-06-30 -q tests/golden/wide/braces.yaml document/syntax
