check --color never --as-of 2026-06-30 nowhere.yaml tests/sound.yaml
