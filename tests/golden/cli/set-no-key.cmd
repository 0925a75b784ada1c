set examples/retail.yaml actions.foundation.duee=2026-09-01
