check --color never --as-of 2026-06-30 --quiet --format brief nowhere.yaml tests/sound.yaml
