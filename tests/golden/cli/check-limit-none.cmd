check --limit none examples/minimal.yaml
