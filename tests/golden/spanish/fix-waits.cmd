fix --as-of 2026-06-30 -q tests/golden/spanish/waits.yaml document/wrong-type
