check --format jsonl --as-of 2027-06-01 tests/golden/period/later.yaml
