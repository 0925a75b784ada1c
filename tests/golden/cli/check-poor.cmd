check --color never examples/poor.yaml
