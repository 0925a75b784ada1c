fix --as-of 2026-06-30 -q tests/golden/fixes/values.yaml document/wrong-type document/bad-date document/bad-hours document/midnight document/yes-no document/unknown-word
