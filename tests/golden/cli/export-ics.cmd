export --format ics -o - --as-of 2026-06-30 examples/retail.yaml
