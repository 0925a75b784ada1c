set examples/retail.yaml --remove actions.zzzzzz
