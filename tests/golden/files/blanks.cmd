check tests/golden/files/my plan.yml
