rename examples/retail.yaml actions.foundation carton
