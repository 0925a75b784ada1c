set --format json tests/edit/block.yaml actions.portal.percent=50
