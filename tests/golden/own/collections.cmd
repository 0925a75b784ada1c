export tests/golden/own/collections.yaml --as-of 2026-06-30 --format json -o -
