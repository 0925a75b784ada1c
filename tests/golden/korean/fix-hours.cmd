fix --as-of 2026-06-30 -q tests/golden/korean/hours.yaml document/bad-hours
