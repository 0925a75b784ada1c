check --as-of 2026-06-30 --color never --quiet --fail-on advice tests/golden/rules/document-unused.yaml
