check tests/golden/files/letter.docx
