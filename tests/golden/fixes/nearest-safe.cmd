fix --as-of 2026-06-30 tests/golden/fixes/nearest.yaml document/unknown-key document/unknown-word document/undefined-reference document/bad-timezone
