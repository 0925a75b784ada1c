export tests/golden/own/columns.yaml --as-of 2026-06-30 --format markdown -o -
