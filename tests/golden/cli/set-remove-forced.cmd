set examples/retail.yaml --force --remove actions.foundation
