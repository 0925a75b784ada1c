check -q --section intelligence tests/golden/files/mixed
