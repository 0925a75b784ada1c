#!/usr/bin/env python3
# fits.py - figures and texts have room, however large, long or square they are
#
# What each cell shows is LibreOffice's to say, how wide that is the font's. A
# number wider than its cell would be ###; a text is cut where the cell beside
# it is filled, or the paper ends, and where it takes more lines than its row is
# high. Workbooks of plans of a hundred times the size, of each language, and of
# texts that are 30 % longer, are held to the same.
import collections
import csv
import math
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils import cell as places

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import fonts  # pylint: disable=wrong-import-position
import made_up  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish, listed  # pylint: disable=wrong-import-position

RETAIL = plans.TOP / "examples/retail.yaml"
KOREAN = plans.TOP / "tests/korean.yaml"
POOR = plans.TOP / "examples/poor.yaml"
LANGUAGES = ("es", "ko", "zh_CN", "zh_TW")
# what grows with the size of an organization
SIZES = {"volume", "contacts_per_year", "attempts_per_year", "customers",
         "active_customers", "per_year", "amount", "value_at_risk",
         "cost_per_year", "value_per_year", "contacts", "audience"}
# every cell of every sheet as it is shown
AS_SHOWN = ("csv:Text - txt - csv (StarCalc):"
            "44,34,76,1,,0,false,true,true,false,false,-1")
# pixels that a cell keeps free, of an indent; points of a line of a 1 pt font,
# of one with squares
MARGIN, INDENT, LINE, SQUARE_LINE = 3, 9, 1.16, 1.33
SQUARES = "\u1100-\u11ff\u2e80-\uffef"
# of a chart: points of its letters, pixels of the scale beside columns, and the
# share of its width that names of bars may take
LABEL, SCALE, NAMES = 9, 70, 0.4
# of a row, in points: readers go no further
HIGHEST = 409


# --- plans ------------------------------------------------------------------

def times(value, factor):
    if isinstance(value, dict):
        return {key: times(one, factor) for key, one in value.items()}
    number = isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)
    return f"{float(value) * factor:.15g}" if number else value


def larger(part, factor):
    """The plan, of an organization that is so many times as large."""
    if isinstance(part, list):
        return [larger(one, factor) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: times(one, factor) if key in SIZES else larger(one, factor)
            for key, one in part.items()}


def grown(path, factor):
    return plans.written(larger(plans.read(path.read_text()), factor))


# --- what is shown ----------------------------------------------------------

def converted(folder, to, paths):
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + folder + "/office",
         "--headless", "--convert-to", to, "--outdir", folder, *paths],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        timeout=600)


def shown_texts(path, title):
    """The text of each cell, by row and column from 1."""
    name = f"{os.path.splitext(path)[0]}-{title}.csv"
    with open(name, newline="", encoding="utf-8") as file:
        return {(i, j): text for i, row in enumerate(csv.reader(file), 1)
                for j, text in enumerate(row, 1) if text}


class Page:
    """A sheet: the pixels of its columns, and what its cells show."""

    def __init__(self, sheet, texts):
        self.sheet, self.texts = sheet, texts
        self.widths, self.shut = {}, set()
        for column in sheet.column_dimensions.values():
            for i in range(column.min, column.max + 1):
                self.widths[i] = int(column.width * 7 + 0.5)
                if column.hidden and not column.outlineLevel:
                    self.shut.add(i)
        self.spans = {}
        for area in sheet.merged_cells.ranges:
            self.spans[area.min_row, area.min_col] = area
        area = "".join(sheet.print_area or "")
        self.last = area and places.range_boundaries(
            area.rpartition("!")[2].replace("$", ""))[2]

    def width(self, column):
        return self.widths.get(column, 64)

    def filled(self, row, column):
        return (column < 1 or self.last and column > self.last or
                self.sheet.cell(row, column).value is not None)

    def beside(self, row, column, step):
        """Pixels of the blank cells beside it; those of paper end there."""
        room = 0
        while room < 4000 and not self.filled(row, column + step):
            column += step
            room += self.width(column)
        return room

    def cells(self):
        for (row, column), text in sorted(self.texts.items()):
            cell = self.sheet.cell(row, column)
            hidden = self.sheet.row_dimensions[row].hidden
            if (text.strip() and column not in self.shut and not hidden and
                    not isinstance(cell, openpyxl.cell.cell.MergedCell)):
                yield cell, text


# --- room -------------------------------------------------------------------

def wrapped(text, font, size, room):
    """How many lines it takes, and its longest word that fits in none."""
    lines, wide = 0, ""
    for paragraph in text.split("\n"):
        lines, x = lines + 1, 0
        # squares are broken anywhere
        for word in re.findall(f"[{SQUARES}] *|[^ {SQUARES}]+ *| +",
                               paragraph):
            width = font.pixels(word.rstrip(), size)
            if x and x + width > room:
                lines, x = lines + 1, 0
            if width > room:
                wide = max(wide, word, key=len)
                lines += math.ceil(width / room) - 1
            x += font.pixels(word, size)
    return lines, wide


def room_of(page, cell):
    """Pixels of a cell, and of those that are merged with it."""
    area = page.spans.get((cell.row, cell.column))
    last = area.max_col if area else cell.column
    if cell.alignment.horizontal == "centerContinuous":
        while page.sheet.cell(cell.row, last + 1).alignment.horizontal == \
                "centerContinuous" and not page.filled(cell.row, last + 1):
            last += 1
    return (sum(map(page.width, range(cell.column, last + 1))) - MARGIN -
            INDENT * int(cell.alignment.indent))


def problem(page, cell, text):
    """What is wrong with the cell, or None."""
    size, font = cell.font.sz, fonts.sans(bool(cell.font.b))
    room = room_of(page, cell)
    wanted = font.pixels(text, size)
    if cell.data_type in "nd" and not isinstance(cell.value, str):
        return wanted > room and f"###, {wanted:.0f} of {room} pixels"
    if cell.alignment.wrap_text:
        lines, word = wrapped(text, font, size, room)
        high = page.sheet.row_dimensions[cell.row].height or 18
        line = size * (SQUARE_LINE if re.search(f"[{SQUARES}]", text) else
                       LINE)
        if lines > 1 and min(lines * line, HIGHEST - 4) > high + 1:
            return f"{lines} lines in {high:.0f} points"
        return cell.font.b and word and f"'{word}' is broken"
    if wanted <= room:
        return None
    side = cell.alignment.horizontal
    right = page.beside(cell.row, cell.column, 1)
    left = page.beside(cell.row, cell.column, -1)
    if side == "right":
        room += left
    elif side == "center":
        room += 2 * min(left, right)
    elif side != "centerContinuous":
        room += right
    return wanted > room + 1 and f"cut, {wanted:.0f} of {room} pixels"


# --- charts -----------------------------------------------------------------

def chart_size(page, anchor):
    """Its pixels across and down."""
    first, last = getattr(anchor, "_from"), anchor.to
    wide = sum(page.width(i + 1) for i in range(first.col, last.col))
    high = sum((page.sheet.row_dimensions[i + 1].height or 18) * 96 / 72
               for i in range(first.row, last.row))
    return (wide + (last.colOff - first.colOff) / 9525,
            high + (last.rowOff - first.rowOff) / 9525)


def chart_problems(page):
    """Names along the axis of a chart that have no room, with what they have."""
    font = fonts.sans(False)
    for chart in getattr(page.sheet, "_charts"):
        names = getattr(chart, "barDir", None) and chart.series[0].cat
        if not names or not names.strRef:
            continue
        wide, high = chart_size(page, chart.anchor)
        names = [point.v or "" for point in names.strRef.strCache.pt]
        for name in names:
            if chart.barDir == "col":
                room, wanted = (wide - SCALE) / len(names), font.pixels(
                    name, LABEL)
            else:
                lines, _ = wrapped(name, font, LABEL, wide * NAMES)
                room, wanted = high / len(names), lines * LABEL * LINE * 4 / 3
            if wanted > room:
                yield name, f"axis, {wanted:.0f} of {room:.0f} pixels"


def problems(path):
    """Sheet, place, text and what is wrong with it."""
    # numbers and texts are told apart by what formulas result in
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        page = Page(sheet, shown_texts(path, sheet.title))
        for cell, text in page.cells():
            found = problem(page, cell, text)
            if found:
                yield sheet.title, cell.coordinate, text, found
        for name, found in chart_problems(page):
            yield sheet.title, "chart", name, found


# --- the test ---------------------------------------------------------------

def spoken(language):
    """The worked example as it is written in that language."""
    return plans.TOP / f"templates/full/retail.{language}.yaml"


def written(folder):
    """The workbooks by name."""
    ces, _ = made_up.program("padded")
    for name, plan, program, more in (
            *((language, spoken(language).read_text(), plans.CES, [])
              for language in LANGUAGES),
            ("large-es", grown(spoken("es"), 100), plans.CES, []),
            ("retail", RETAIL.read_text(), plans.CES, []),
            ("korean", KOREAN.read_text(), plans.CES, []),
            ("poor", POOR.read_text(), plans.CES, []),
            ("large", grown(RETAIL, 100), plans.CES, []),
            ("large-korean", grown(KOREAN, 100), plans.CES, []),
            ("padded", RETAIL.read_text(), ces, made_up.RENDERED),
            ("padded-large", grown(RETAIL, 100), ces, made_up.RENDERED)):
        path = os.path.join(folder, name + ".xlsx")
        done = subprocess.run(
            [program, "export", *more, "--quiet", "--as-of", "2026-06-30", "-", "-o",
             path], input=plan, text=True, capture_output=True)
        check(done.returncode == 0, f"{name} is exported")
        print("# " + done.stderr[:2000]) if done.stderr else None
        if done.returncode == 0:
            yield name, path


def check_paper(name, path):
    text = subprocess.run(["pdftotext", path[:-4] + "pdf", "-"], check=True,
                          capture_output=True, text=True).stdout
    check("##" not in text and text.count("\f") > 5,
          f"{name}: no figure is ### on paper")


def main():
    with tempfile.TemporaryDirectory() as folder:
        books = dict(written(folder))
        for to in (AS_SHOWN, "pdf"):
            converted(folder, to, books.values())
        for name, path in books.items():
            found = list(problems(path))
            kinds = collections.Counter(one[3].split(",")[0].split(" of")[0]
                                        for one in found)
            listed(f"{name}: every cell has room {dict(kinds)}", (
                f"{sheet}!{place} {text[:60]!r}: {what}"
                for sheet, place, text, what in found))
            check_paper(name, path)
    finish()


main()
