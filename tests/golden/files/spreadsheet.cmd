check tests/golden/files/sheet.ods
