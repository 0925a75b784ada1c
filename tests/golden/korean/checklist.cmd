checklist --as-of 2026-06-30 --color never tests/korean.yaml
