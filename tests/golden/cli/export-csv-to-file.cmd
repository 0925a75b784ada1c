export examples/retail.yaml -o review.csv
