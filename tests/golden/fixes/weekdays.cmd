fix --as-of 2026-01-01 -q tests/golden/fixes/weekdays.yaml
