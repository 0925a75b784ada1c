check --as-of 2026-06-30 --format brief --limit 3 examples/poor.yaml
