check tests/golden/files/findings.json
