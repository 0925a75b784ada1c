check -q tests/golden/files/latin.text tests/golden/files/contacts.csv tests/golden/files/notes.text tests/golden/files/notes.md tests/golden/files/letter.eml
