check tests/golden/files/plans.zip
