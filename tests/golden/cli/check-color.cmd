check --as-of 2026-06-30 --color always tests/golden/load/unknown-key.yaml
