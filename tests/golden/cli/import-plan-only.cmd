import examples/retail.yaml
