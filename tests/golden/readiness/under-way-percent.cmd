check --as-of 2026-06-30 --limit 1 tests/golden/readiness/under-way.yaml
