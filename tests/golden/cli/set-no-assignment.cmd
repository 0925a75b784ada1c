set examples/retail.yaml actions.foundation
