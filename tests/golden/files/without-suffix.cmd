check tests/sound
