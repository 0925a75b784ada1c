set examples/retail.yaml
