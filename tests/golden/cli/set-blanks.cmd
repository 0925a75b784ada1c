set examples/retail.yaml 'actions.carton.due= '
