rename examples/retail.yaml channels.fone hotline
