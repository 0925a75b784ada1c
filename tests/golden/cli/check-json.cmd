check --as-of 2026-06-30 --format json tests/golden/load/anchors.yaml tests/golden/load/undefined-reference-thrice.yaml
