import examples/retail.yaml examples/poor.yaml no.xlsx
