set examples/retail.yaml --add 'actions.carton={title: A}'
