check --as-of 2026-06-30 --color never --limit 2 examples/minimal.yaml
