fix tests/golden/fixes/nearest.yaml document/unknown-wrod
