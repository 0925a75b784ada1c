fix --as-of 2026-06-30 tests/golden/fixes/shared.yaml
