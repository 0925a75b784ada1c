set tests/edit/anchors.yaml actions.letters.owner=moore
