fix --as-of 2026-06-30 --format json tests/golden/fixes/ids.yaml document/bad-id
