export tests/golden/files/mixed/ci.yml
