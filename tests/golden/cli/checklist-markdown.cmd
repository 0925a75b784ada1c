checklist --as-of 2026-06-30 --format md examples/retail.yaml
