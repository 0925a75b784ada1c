fix --as-of 2026-06-30 -q tests/golden/wide/colons.yaml document/syntax
