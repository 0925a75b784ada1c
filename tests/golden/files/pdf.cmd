check tests/golden/files/page.pdf
