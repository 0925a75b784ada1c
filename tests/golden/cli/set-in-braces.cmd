set tests/edit/json.yaml actions.letters.percent=10 --add 'actions.new={title: A, owner: diaz, due: 2026-09-01, status: not_started}' --remove measures.waiting.actuals[1]
