set examples/retail.yaml --add 'actions.new={title: a, owner lind}'
