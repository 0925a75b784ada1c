check --as-of 2026-01-31 --limit 1 tests/golden/readiness/nothing-due.yaml
