set --color always tests/edit/block.yaml actions.portal.due=2026-10-01
