check --color never nowhere.yaml neither.yaml
