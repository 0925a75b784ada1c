check --format brief --color never tests/golden/dates/as-of-broken-hiring.yaml
