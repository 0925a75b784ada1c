checklist --as-of 2026-06-30 --color never examples/minimal.yaml
