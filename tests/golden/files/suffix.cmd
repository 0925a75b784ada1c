check tests/sound.yml
