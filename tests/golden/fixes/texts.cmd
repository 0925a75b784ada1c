fix --as-of 2026-06-30 -q tests/golden/fixes/texts.yaml document/syntax document/character document/unknown-word document/bad-date
