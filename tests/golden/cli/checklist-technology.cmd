checklist --as-of 2026-06-30 --color never --section technology examples/retail.yaml
