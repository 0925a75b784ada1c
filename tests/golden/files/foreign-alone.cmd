check tests/golden/files/none
