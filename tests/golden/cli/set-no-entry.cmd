set examples/retail.yaml measures.satisfaction.actuals[9].value=3
