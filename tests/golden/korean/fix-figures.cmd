fix --as-of 2026-06-30 -q tests/golden/korean/figures.yaml document/wrong-type
