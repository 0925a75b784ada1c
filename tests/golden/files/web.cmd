check tests/golden/files/wiki.html
