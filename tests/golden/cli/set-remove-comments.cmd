set tests/edit/block.yaml --force --remove people.diaz --remove actions.letters --remove measures.waiting.actuals[1]
