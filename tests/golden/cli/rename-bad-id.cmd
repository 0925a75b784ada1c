rename examples/retail.yaml actions.foundation 'the foundation'
