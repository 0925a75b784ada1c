check --as-of 2026-06-30 --format brief examples/poor.yaml
