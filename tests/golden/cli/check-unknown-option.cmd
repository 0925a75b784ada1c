check --formta json examples/retail.yaml
