set tests/edit/anchors.yaml actions.letters.improves[0]=channels.chat
