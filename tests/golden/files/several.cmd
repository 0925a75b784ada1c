check tests/golden/files/page.pdf tests/sound.yaml tests/golden/files/picture.png
