check tests/golden/files/picture.png
