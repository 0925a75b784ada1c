checklist --as-of 2026-06-30 --color never --owner lind examples/retail.yaml
