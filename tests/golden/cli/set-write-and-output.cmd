set --write -o new.yaml examples/retail.yaml plan.title=x
