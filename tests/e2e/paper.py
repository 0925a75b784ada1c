#!/usr/bin/python3
# paper.py - workbooks on paper: pages, sizes of letters, what is on them
#
# Measured in LibreOffice's pages. paper.py FILE.xlsx FILE.pdf shows the
# measures of a workbook and its pages.
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ.get("TOP", "."), "tests"))
import xlsx  # pylint: disable=wrong-import-position

LEAST = 6.75  # points
LETTER = 1.301  # height of a word of Liberation Sans, in sizes
EDITED = "FFFFF8DC"


class Page:
    """a sheet of paper: its words, and how large their letters are"""

    def __init__(self, text):
        number = r'%s="([\d.]+)"'
        self.height = float(re.search(number % "height", text)[1])
        self.words = []
        for box in re.finditer(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" '
                r'yMax="([\d.]+)">(.*?)</word>', text):
            self.words.append((*map(float, box.groups()[:4]),
                               box[5].replace("&amp;", "&")
                               .replace("&lt;", "<").replace("&gt;", ">")
                               .replace("&quot;", '"')))
        low = max((w[3] for w in self.words), default=0)
        self.foot = [w for w in self.words if w[3] > low - 4]
        self.body = [w for w in self.words if w[3] <= low - 4]

    def filled(self):
        """the share of the page above its last line"""
        return (max((w[3] for w in self.body), default=0) - 30) / \
            (self.height - 75)

    def smallest(self):
        """the points of the smallest letters: of upright words alone, as the
        boxes of those that lie on their side are as long as these"""
        beside = {}
        for word in self.words:
            beside.setdefault((word[0], word[2]), set()).add(len(word[4]))
        flat = [w for w in self.words if len(beside[w[0], w[2]]) == 1 and
                re.fullmatch(r"[\x20-\x7e£–−]+", w[4])]
        return min(((w[3] - w[1]) / LETTER, w[4]) for w in flat)


def pages_of(pdf):
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True,
                          capture_output=True, text=True)
    return [Page(text) for text in done.stdout.split("<page ")[1:]]


def subject_of(sheet):
    """the words at the left of its footer"""
    footer = sheet.one("main:headerFooter/main:oddFooter")
    if footer is None:
        return ""
    text = re.sub(r'&"[^"]*"&\d+ ?', "", footer.text)
    return text[2:text.index("&C")].replace("&&", "&")


def sheets_of(book, pages):
    """Sheet and pages of each that is printed, by their footers' words."""
    order = [s for s in book.sheets if s.state == "visible"]
    found = {}
    for page in pages:
        foot = "".join(w[4] for w in sorted(page.foot))
        best = max((s for s in order
                    if foot.startswith(subject_of(s).replace(" ", ""))),
                   key=lambda s: len(subject_of(s)))
        found.setdefault(best.name, []).append(page)
    return found


def printed_columns(sheet):
    area = sheet.print_area
    if not area:
        return set()
    first, last = xlsx.area_of(
        re.sub(r".*!", "", area if isinstance(area, str) else area[0])
        .replace("$", ""))[1::2]
    hidden = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            hidden |= set(range(dimension.min, dimension.max + 1))
    return set(range(first, last + 1)) - hidden


def columns_of(sheet):
    """Of each column of the sheet's tables: number, header, is it empty,
    edited"""
    for table in sheet.tables.values():
        first, left, last, right = xlsx.area_of(table.ref)
        last -= table.totalsRowCount or 0
        for column in range(left, right + 1):
            cells = [sheet.cell(row, column)
                     for row in range(first + 1, last + 1)
                     if not sheet.row_dimensions[row].hidden]
            yield (column, sheet.cell(first, column).value,
                   all(c.value in (None, "") for c in cells),
                   any(c.fill.fgColor.rgb == EDITED for c in cells))


def measures(path, pdf):
    book = xlsx.Workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    found = sheets_of(book, pages_of(pdf))
    for sheet in book.sheets:
        pages = found.get(sheet.name, [])
        of = values[sheet.name]
        printed = printed_columns(of)
        columns = list(columns_of(of))
        yield (sheet.name, pages,
               [c[1] for c in columns
                if c[0] in printed and c[2] and not c[3]],
               [c[1] for c in columns
                if printed and c[0] not in printed and c[1] != "id"])


def show(path, pdf):
    total = low = 0
    for name, pages, empty, out in measures(path, pdf):
        if not pages:
            continue
        print("%-18s %d pages, %.2f pt %r, filled %s%s%s" % (
            name, len(pages), *min(p.smallest() for p in pages),
            " ".join("%.0f%%" % (100 * p.filled()) for p in pages),
            ", EMPTY: " + "; ".join(empty) if empty else "",
            ", OUT: " + "; ".join(out) if out else ""))
        total += len(pages)
        low += sum(p.filled() < .6 for p in pages)
    print(total, "pages,", low, "of them less than 60% full")


if __name__ == "__main__" and len(sys.argv) > 2:
    show(*sys.argv[1:])
