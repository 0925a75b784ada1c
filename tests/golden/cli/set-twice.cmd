set examples/retail.yaml actions.carton.due=2026-09-01 actions.carton.due=2026-09-02
