set examples/retail.yaml segments.members.margin=0.12
