check --as-of 2026-06-30 --as in_review --color never tests/golden/load/missing-keys.yaml
