set examples/retail.yaml actions.foundation.due=2026-13-01
