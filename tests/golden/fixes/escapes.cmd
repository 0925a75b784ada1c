fix --as-of 2026-06-30 tests/golden/fixes/escapes.yaml
