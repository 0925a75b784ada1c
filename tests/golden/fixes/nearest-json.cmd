check --as-of 2026-06-30 --section actions --format jsonl tests/golden/fixes/nearest.yaml
