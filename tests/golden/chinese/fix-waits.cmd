fix --as-of 2026-06-30 -q tests/golden/chinese/waits.yaml document/wrong-type
