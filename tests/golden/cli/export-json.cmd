export --as-of 2026-06-30 --format json --output - examples/retail.yaml
