set examples/retail.yaml --add 'actions.new={title: A, owner: lind}'
