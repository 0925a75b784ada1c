fix --as-of 2026-06-30 -q tests/golden/spanish/dates.yaml document/bad-date
