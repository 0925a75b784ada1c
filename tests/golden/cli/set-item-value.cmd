set examples/retail.yaml --add 'actions.new={title: A, owner: lind, due: 2026-9-1, status: doing}'
