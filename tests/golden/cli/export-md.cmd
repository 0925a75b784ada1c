export --as-of 2026-06-30 --format md --output - examples/retail.yaml
