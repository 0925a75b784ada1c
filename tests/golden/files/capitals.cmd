check tests/Sound.yaml
