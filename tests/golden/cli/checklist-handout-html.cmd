checklist --as-of 2026-06-30 --format html --owner lind --open examples/retail.yaml
