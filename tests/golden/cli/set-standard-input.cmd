set --write - plan.title=x
