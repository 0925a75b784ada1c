check tests/sonud.yaml
