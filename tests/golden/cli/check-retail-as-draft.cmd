check --as-of 2026-06-30 --as draft --color never examples/retail.yaml
