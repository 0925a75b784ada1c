set examples/retail.yaml --remove actions.foundation
