check --color never examples/minimal.yaml
