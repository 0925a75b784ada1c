checklist tests/golden/files/package.json
