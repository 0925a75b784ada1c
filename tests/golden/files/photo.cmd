check tests/golden/files/photo.jpg
