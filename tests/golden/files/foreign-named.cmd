check -q tests/golden/files/mixed/ci.yml tests/golden/files/mixed/playbook.yml tests/golden/files/package.json tests/golden/files/rows.json
