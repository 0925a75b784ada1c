export --as-of 2026-06-30 --format html --output - examples/retail.yaml
