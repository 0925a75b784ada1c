rename examples/retail.yaml actions.foundation.title carton
