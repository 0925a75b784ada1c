export examples/retail.yaml --bom -o /dev/null --format json
