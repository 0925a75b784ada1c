set --format json examples/retail.yaml --remove gaps.evening-cover
