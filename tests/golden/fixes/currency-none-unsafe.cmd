fix --as-of 2026-06-30 -q --unsafe tests/golden/fixes/currency-none.yaml
