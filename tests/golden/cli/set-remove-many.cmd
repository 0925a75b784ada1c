set examples/retail.yaml --remove channels.phone
