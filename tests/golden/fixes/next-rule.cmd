fix --as-of 2026-06-30 --next 1 examples/retail.yaml segments/little-known
