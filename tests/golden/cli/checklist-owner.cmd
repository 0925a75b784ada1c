checklist --as-of 2026-06-30 --color never --owner hale --open examples/retail.yaml
