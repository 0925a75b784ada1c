set examples/retail.yaml 'actions.foundation.owner=lnd' plan.currency=euro
