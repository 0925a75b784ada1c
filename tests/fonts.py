# fonts.py - for tests: how wide a text is, by the font file itself
#
# Liberation Sans has the widths of Arial. What it lacks are squares of other
# scripts, which are as wide as high.
import functools
import struct
import subprocess
import unicodedata


class Font:
    def __init__(self, pattern):
        path = subprocess.run(["fc-match", "-f", "%{file}", pattern],
                              check=True, capture_output=True).stdout.decode()
        with open(path, "rb") as file:
            self.bytes = file.read()
        count = self.numbers(">H", 4)[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, _ = self.numbers(">4sLLL", 12 + 16 * i)
            self.tables[tag.decode()] = offset
        self.em, = self.numbers(">H", self.tables["head"] + 18)
        self.wide, = self.numbers(">H", self.tables["hhea"] + 34)
        self.glyphs = self.read_glyphs()

    def numbers(self, format, at):
        return struct.unpack_from(format, self.bytes, at)

    def read_glyphs(self):
        """The number of the glyph by code point, of the table of format 4."""
        cmap, glyphs = self.tables["cmap"], {}
        for i in range(self.numbers(">H", cmap + 2)[0]):
            at = cmap + self.numbers(">HHL", cmap + 4 + 8 * i)[2]
            if self.numbers(">H", at)[0] != 4:
                continue
            n = self.numbers(">H", at + 6)[0] // 2
            parts = [self.numbers(f">{n}{kind}", at + 14 + 2 * n * k + 2 * (
                k > 0)) for k, kind in enumerate("HHhH")]
            for k, (last, first, delta, offset) in enumerate(zip(*parts)):
                for cp in range(first, min(last, 0xfffe) + 1):
                    glyph = cp if not offset else self.numbers(
                        ">H", at + 16 + 6 * n + 2 * k + offset +
                        2 * (cp - first))[0]
                    glyphs[cp] = (glyph + delta) % 65536 if glyph else 0
        return glyphs

    @functools.lru_cache(None)
    def advance(self, letter):
        """In parts of an em."""
        glyph = self.glyphs.get(ord(letter), 0)
        if glyph:
            return self.numbers(">H", self.tables["hmtx"] + 4 * min(
                glyph, self.wide - 1))[0] / self.em
        if unicodedata.combining(letter) or letter in "\n\u200b":
            return 0
        return 1

    def pixels(self, text, points):
        """The width at 96 dots an inch."""
        return sum(map(self.advance, text)) * points * 96 / 72


@functools.lru_cache(None)
def sans(bold):
    return Font("Liberation Sans:" + ("bold" if bold else "regular"))
