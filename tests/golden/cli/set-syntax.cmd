set tests/golden/syntax/alias-of-a-lost-anchor.yaml plan.title=x
