fix --as-of 2026-06-30 examples/retail.yaml
