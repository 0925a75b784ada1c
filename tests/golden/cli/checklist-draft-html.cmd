checklist --as-of 2026-06-30 --as draft --format html examples/poor.yaml
