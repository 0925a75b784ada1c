check --as-of 2026-07-01 --limit 1 tests/golden/readiness/asked.yaml
