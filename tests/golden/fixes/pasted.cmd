check --as-of 2026-06-30 --format text tests/golden/fixes/pasted.yaml
