set examples/retail.yaml actions.foundaton.due=2026-09-01
