checklist --as-of 2026-06-30 --format html examples/retail.yaml
