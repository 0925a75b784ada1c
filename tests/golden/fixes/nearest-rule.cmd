fix --as-of 2026-06-30 --unsafe tests/golden/fixes/nearest.yaml document/undefined-reference document/unknown-key
