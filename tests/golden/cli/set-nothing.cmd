set tests/edit/block.yaml actions.portal.percent=40
