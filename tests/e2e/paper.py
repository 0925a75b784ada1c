#!/usr/bin/python3
# paper.py - workbooks on paper: pages, sizes of letters, what is on them
#
# Measured in LibreOffice's pages. paper.py FILE.xlsx FILE.pdf shows the
# measures of a workbook and of its pages.
import collections
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position
import po  # pylint: disable=wrong-import-position
import xlsx  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, check, finish, listed, on_paper, sample)

LEAST = 6.75  # points
# of longer languages, which rather have a word in smaller letters than half
LEAST_TOLD = 5.8
# sheets that LibreOffice, whose columns are wider, has on one page less
LESS = {"es": 2}
NEAR = 0.1  # what boxes of words are rounded by
# height of a word, in sizes: of Liberation Sans; of DejaVu Sans, which stands
# in for fonts of squares
LETTER, SQUARE_LETTER = 1.301, 1.164
EDITED = "FFFFF8DC"
# sheets of paper but for those that are for the screen
MOST = {"retail": 30, "minimal": 17, "poor": 25, "korean": 29, "es": 31,
        "zh_TW": 31}
# the samples that aren't in English, and the plans of those that are no others'
LANGUAGES = {"korean": "ko", "es": "es", "zh_TW": "zh_TW"}
PLANS = {language: f"templates/full/retail.{language}.yaml"
         for language in ("es", "zh_TW")}
SCREEN = ("Readings", "Readiness", "Dictionary")
# columns that titles tell of whose texts are no formulas
SAID = {"Segments": ("Share of revenue", "High value"),
        "Reasons": ("Share of contacts", "Demand", "Root cause"),
        "Channels": ("Share of contacts",),
        "Hours": ("Attempts outside",), "Demand": ("Contacts",),
        "Staffing": ("On duty, agents",), "Findings": ("Severity",),
        "Readiness": ("Written",), "Measures": ("Owner", "Headline")}


class Words:
    """Of a language: what stands for English words."""

    def __init__(self, language):
        self.told = collections.defaultdict(set)
        for one in po.entries(plans.TOP / f"templates/locale/{language}.po"
                              ) if language != "en" else ():
            self.told[one.text].update(one.told)

    def mean(self, text, word):
        return text == word or text in self.told[word]


class Page:
    """a sheet of paper: its words, and how large their letters are"""

    def __init__(self, text, letter):
        self.letter = letter
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
                re.fullmatch(r"[\x20-\x7e£–−]{2,}", w[4])]
        return min(((w[3] - w[1]) / self.letter, w[4]) for w in flat)


def pages_of(pdf):
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True,
                          capture_output=True, text=True)
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True,
                           text=True).stdout
    letter = LETTER if "Liberation" in fonts else SQUARE_LETTER
    return [Page(text, letter) for text in done.stdout.split("<page ")[1:]]


def subject_of(sheet):
    """the words at the left of its footer"""
    footer = sheet.one("main:headerFooter/main:oddFooter")
    if footer is None:
        return ""
    text = re.sub(r'&"[^"]*"&\d+ ?', "", footer.text)
    return text[2:text.index("&C")].replace("&&", "&")


def sheets_of(book, pages):
    """Sheet and numbers of its pages, by their footers' words."""
    order = [s for s in book.sheets if s.state == "visible"]
    found = {}
    for number, page in enumerate(pages, 1):
        foot = "".join(w[4] for w in sorted(page.foot))
        best = max((s for s in order
                    if foot.startswith(subject_of(s).replace(" ", ""))),
                   key=lambda s: len(subject_of(s)))
        found.setdefault(best.name, []).append(number)
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


class Printed:
    """a sheet with its pages and the headers of its columns"""

    def __init__(self, sheet, numbers, pages):
        self.name, self.numbers = sheet.title, numbers
        self.pages = [pages[n - 1] for n in numbers]
        self.shared = len(sheet.tables) > 1
        self.on = printed_columns(sheet)
        self.columns = list(columns_of(sheet))

    def smallest(self):
        return min(p.smallest() for p in self.pages)

    def empty(self):
        return [c[1] for c in self.columns
                if c[0] in self.on and c[2] and not c[3] and c[0] > 1]

    def off(self):
        return [c[1] for c in self.columns
                if self.on and c[0] not in self.on and c[1] != "id"]


def printed_sheets(path, pdf):
    pages = pages_of(pdf)
    numbers = sheets_of(xlsx.Workbook(path), pages)
    values = openpyxl.load_workbook(path, data_only=True)
    return {name: Printed(values[name], numbers[name], pages)
            for name in numbers}


def show(path, pdf):
    found = printed_sheets(path, pdf).values()
    for sheet in found:
        print("%-18s %d pages, %.2f pt %r, filled %s%s%s" % (
            sheet.name, len(sheet.pages), *sheet.smallest(),
            " ".join("%.0f%%" % (100 * p.filled()) for p in sheet.pages),
            ", empty: " + "; ".join(sheet.empty()) if sheet.empty() else "",
            ", not on paper: " + "; ".join(sheet.off()) if sheet.off()
            else ""))
    pages = [p for sheet in found for p in sheet.pages]
    print(len(pages), "pages,", sum(p.filled() < .6 for p in pages),
          "of them less than 60% full")


# --- the test ---------------------------------------------------------------

def columns_said(book, sheet, words):
    """The columns of its own that the formula of a title goes to."""
    text, seen = sheet["A1"].value or "", set()
    figures = next(s for s in book if words.mean(s.title, "Figures"))
    for place in re.findall(rf"'{figures.title}'!\$B\$(\d+)", text):
        text += str(figures["B" + place].value)
    for name, letters in re.findall(r"'([^']+)'!\$([A-Z]+)\$\d+:", text):
        if name == sheet.title:
            seen.add(xlsx.column_number(letters))
    return seen


def unsaid(book, found, words):
    """What titles tell that isn't on paper."""
    for sheet in found.values():
        ids = {c[0] for c in sheet.columns if c[1] == "id"}
        for column in columns_said(book, book[sheet.name], words) - ids:
            if column not in sheet.on:
                yield "%s: column %d" % (sheet.name, column)
        for name, headers in SAID.items():
            if not words.mean(sheet.name, name):
                continue
            for column in sheet.columns:
                if column[1] in sheet.off() and not column[2] and any(
                        words.mean(column[1], header) for header in headers):
                    yield "%s: %s" % (sheet.name, column[1])


def unlike(book, found, words, less):
    """Sheets whose pages aren't those of the contents."""
    screen, guide = [], book.worksheets[1]
    for row in guide.iter_rows(min_row=6, max_col=3, values_only=True):
        name, page, how = row
        if words.mean(how, "No"):
            screen.append(name)
        if isinstance(page, (int, float)) and name in found and \
                not 0 <= page - found[name].numbers[0] <= less:
            yield "%s: %s" % (name, row)
    last = max(n for s in found.values() for n in s.numbers
               if s.name not in screen)
    # "Print pages 1–5 for the board, 1–31 for the team."
    told = max(map(int, re.findall(r"\d+", guide["A2"].value)))
    # a reader whose letters are smaller has more rows on each
    if not last <= told <= last + max(1, less):
        yield guide["A2"].value


def plotted(book):
    """Charts of columns that are folded, which Excel would leave out."""
    for sheet in book:
        for chart in sheet._charts:  # pylint: disable=protected-access
            for name, letters in re.findall(
                    r"'([^']+)'!\$([A-Z]+)\$", " ".join(
                        str(part.f) for series in chart.series
                        for data in (series.val, series.yVal, series.xVal)
                        if data is not None
                        for part in (data.numRef,) if part is not None)):
                of = book[name]
                if of.sheet_state == "visible" and \
                        xlsx.column_number(letters) not in printed_columns(of):
                    yield "%s: %s!%s" % (sheet.title, name, letters)


def check_sample(folder, name):
    path = sample(folder, name, PLANS.get(name))
    words = Words(LANGUAGES.get(name, "en"))
    found = printed_sheets(path, on_paper(folder, path))
    book = openpyxl.load_workbook(path)
    small = ["%s: %.2f %r" % (s.name, *s.smallest()) for s in found.values()
             if s.smallest()[0] < (LEAST_TOLD if name in PLANS else LEAST) -
             NEAR]
    empty = [s.name + ": " + ", ".join(s.empty()) for s in found.values()
             if s.empty() and not s.shared]
    for what, bad in (
            ("all letters can be read", small),
            ("empty columns are folded", empty),
            ("what titles say is on paper", unsaid(book, found, words)),
            ("the contents know the pages",
             unlike(book, found, words, LESS.get(name, 0))),
            ("charts show no column that is folded", plotted(book))):
        listed("%s: %s" % (name, what), bad)
    screen = [any(words.mean(n, word) for word in SCREEN) for n in found]
    pages = sum(len(s.numbers) for s, on in zip(found.values(), screen)
                if not on)
    check(pages <= MOST.get(name, pages), "%s: %d pages" % (name, pages))
    check(list(found)[:2] == book.sheetnames[:2] and screen == sorted(screen),
          name + ": what is for the screen comes last")


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name in [*SAMPLES, *PLANS]:
            check_sample(folder, name)
    finish()


if len(sys.argv) > 2:
    show(*sys.argv[1:])
else:
    main()
