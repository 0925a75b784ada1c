check --quiet --limit 1 --as-of 2026-07-01 tests/golden/period/stale-six.yaml
