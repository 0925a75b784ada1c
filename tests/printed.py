# printed.py - for tests: what stands on the pages of a printed page, and is cut
#
# The browser has marked the text: [[T1]] begins the header of a table, [[R1.2]]
# every cell of a row on either side, [[H1]] ends a heading or a caption.
import re
import subprocess

MARK = re.compile(r"\[\[([THR][\d.]+)\]\]")
A4 = (842, 595)
EDGE = 9
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" '
                  r'yMax="([-\d.]+)">(.*?)</word>')


class Paper:
    """A page of paper: its size in points, words as (left, top, right, bottom,
    word), and marks as {mark: the lowest bottom of it}."""

    def __init__(self, text):
        size = re.match(r' width="([\d.]+)" height="([\d.]+)"', text)
        self.size = tuple(round(float(side)) for side in size.groups())
        self.words, self.marks = [], {}
        for *box, word in WORD.findall(text):
            left, top, right, bottom = map(float, box)
            for mark in MARK.findall(word):
                self.marks[mark] = max(bottom, self.marks.get(mark, 0))
            if MARK.sub("", word):
                self.words.append((left, top, right, bottom, word))

    def of(self, kind):
        return [mark[1:] for mark in self.marks if mark[0] == kind]


def papers(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    return [Paper(page) for page in text.split("<page")[1:]]


def beyond(pages):
    """Words that reach into the edge of the paper."""
    for number, page in enumerate(pages, 1):
        for left, _, right, bottom, word in page.words:
            if left < EDGE or right > page.size[0] - EDGE or \
                    bottom > page.size[1] - EDGE:
                yield f"beyond the edge on page {number}: {word}"


def parted(pages):
    """Rows that are cut, rows without their header, headings left alone."""
    rows = {}
    for number, page in enumerate(pages, 1):
        if not page.words:
            yield f"page {number} is empty"
        for mark in page.of("R"):
            rows.setdefault(mark, []).append(number)
        heads = set(page.of("T"))
        tables = {mark.split(".")[0] for mark in page.of("R")}
        for table in sorted(tables - heads):
            yield f"page {number}: table {table} without its header"
        for table in sorted(heads - tables):
            yield f"page {number}: table {table} without a row"
        lowest = max((top for _, top, *_ in page.words), default=0)
        for mark in page.of("H"):
            if page.marks["H" + mark] > lowest + 1:
                yield f"page {number} ends with a heading, {mark}"
    for mark, where in rows.items():
        if len(where) > 1:
            yield f"row {mark} is on pages {where}"
