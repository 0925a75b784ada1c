export examples/retail.yaml --format csv -o -
