export --format ics -o - --as-of 2026-06-30 tests/korean.yaml
