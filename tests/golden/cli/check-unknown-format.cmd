check --format jsn examples/retail.yaml
