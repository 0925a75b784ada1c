set tests/edit/anchors.yaml actions.portal.due=2026-09-01
