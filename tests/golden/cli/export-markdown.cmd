export --as-of 2026-06-30 --format markdown --output - examples/retail.yaml
