#!/usr/bin/env python3
# golden_workbook.py - workbooks cell by cell; CES_GOLDEN=update rewrites them
#
# tests/golden/workbook/NAME.txt holds what the workbook of a plan shows: each
# cell's value, formula and style, and of each sheet, table and chart what the
# file says of it. Of a style stands what differs from the usual one, which the
# first lines name, and nothing where it is that of the cell above. Places of
# parts, styles and strings within the file are left out, and what follows
# from them.
import collections
import difflib
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import xlsx  # pylint: disable=wrong-import-position
from plans import TOP  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, check, finish, sample)
from xlsx import (  # pylint: disable=wrong-import-position
    find, find_all, local)

GOLDEN = TOP / "tests" / "golden" / "workbook"
UPDATE = os.environ.get("CES_GOLDEN") == "update"
# told elsewhere, the same in every file, or a number that the library gives
LEFT_OUT = {"conditionalFormatting", "definedNames", "dimension", "drawing",
            "extLst", "fileVersion", "hyperlinks", "sheetData", "sheets",
            "tableParts",
            "cNvGraphicFramePr", "clientData", "endParaRPr", "graphic",
            "lang", "lstStyle", "printSettings", "xfrm",
            "Ignorable", "axId", "crossAx", "dxfId", "dyDescent", "id", "idx",
            "order", "priority", "sheetId", "spans", "uri"}
WIDTH = 100


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


# --- any element ------------------------------------------------------------

def said(element):
    """Its attributes, and the text in it."""
    for key, value in element.items():
        if local(key) not in LEFT_OUT:
            plain = value and " " not in value
            yield f"{local(key)}={value if plain else quoted(value)}"
    if element.text and element.text.strip():
        yield quoted(element.text)


def kept(element):
    return [part for part in element if local(part.tag) not in LEFT_OUT]


def cache(element):
    """The values that a chart keeps of its cells, in a line."""
    points = {int(point.get("idx")): find(point, "c:v").text
              for point in find_all(element, "c:pt")}
    count = int(find(element, "c:ptCount").get("val"))
    return local(element.tag) + " " + " ".join(
        quoted(points[i]) if i in points else "-" for i in range(count))


def short(element):
    """The element with all below it in a few words, or None: it's too long."""
    name, words = local(element.tag), list(said(element))
    parts = [short(part) for part in kept(element)]
    if None in parts or name.endswith("Cache"):
        return None
    if words + parts == []:
        return name
    if words + parts == parts[:1]:
        return f"{name}/{parts[0]}"
    if not parts and list(element.keys()) == ["val"]:
        return f"{name}={element.get('val')}"
    if not parts and words[0].startswith('"'):
        return f"{name}={words[0]}"
    text = f"{name}({' '.join(words + parts)})"
    return None if parts and len(text) > WIDTH else text


def outline(element, depth, path=""):
    """The element's lines; parts of one kind stand one below the other."""
    name, margin = path + local(element.tag), "  " * depth
    if name.endswith("Cache"):
        yield margin + path + cache(element)
        return
    kinds = collections.Counter(part.tag for part in element)
    parts = [(part, kinds[part.tag] == 1 and short(part))
             for part in kept(element)]
    words = [*said(element), *(word for _, word in parts if word)]
    if not words and len(parts) == 1:
        yield from outline(parts[0][0], depth, name + "/")
        return
    yield margin + " ".join([name, *words])
    for part, word in parts:
        if not word:
            yield from outline(part, depth + 1)


# --- styles -----------------------------------------------------------------

def color(element):
    if element is None:
        return "auto"
    return (element.get("rgb") or "theme" + element.get("theme", "?"))[-6:]


def font_words(font):
    marks = [local(mark.tag) for mark in font if local(mark.tag) in
             ("b", "i", "u", "strike")]
    return {"font": find(font, "main:name").get("val"),
            "size": find(font, "main:sz").get("val"),
            "ink": color(find(font, "main:color")),
            "marks": " ".join({"b": "bold"}.get(m, m) for m in marks)}


def border_words(border):
    return "".join(
        f" {local(side.tag)}:{side.get('style')}:"
        f"{color(find(side, 'main:color'))}"
        for side in border if side.get("style"))


class Styles:
    """The looks of cells and rules, in words."""

    def __init__(self, book):
        styles = book.styles
        self.codes = {code.get("numFmtId"): code.get("formatCode")
                      for code in find_all(styles, "main:numFmts/*")}
        self.fonts = [font_words(font)
                      for font in find_all(styles, "main:fonts/*")]
        self.fills = [color(find(fill, ".//main:fgColor")) if find(
            fill, "main:patternFill").get("patternType") == "solid" else ""
                      for fill in find_all(styles, "main:fills/*")]
        self.borders = [border_words(border)
                        for border in find_all(styles, "main:borders/*")]
        self.aspects = [self.style(style)
                        for style in find_all(styles, "main:cellXfs/*")]
        self.rules = [" ".join(line.strip() for part in rule
                               for line in outline(part, 0))
                      for rule in find_all(styles, "main:dxfs/*")]
        self.usual = {"size": "10", "ink": "1A1A1A",
                      "align": "vertical:center"}

    def style(self, style):
        aligned, locked = (find(style, f"main:{part}")
                           for part in ("alignment", "protection"))
        number = style.get("numFmtId")
        fill = self.fills[int(style.get("fillId"))]
        return {**self.fonts[int(style.get("fontId"))],
                "number": "" if number == "0" else
                quoted(self.codes.get(number, number)),
                "fill": fill and "fill:" + fill,
                "lines": self.borders[int(style.get("borderId"))].strip(),
                "align": "" if aligned is None else " ".join(
                    f"{key}:{value}" for key, value in aligned.items()),
                "more": " ".join(
                    ["open"] * (locked is not None) +
                    ["quoted"] * (style.get("quotePrefix") == "1"))}

    def learn(self, numbers):
        """The font of most cells, which follows the plan's language."""
        fonts = collections.Counter(self.aspects[n]["font"] for n in numbers)
        self.usual["font"] = fonts.most_common(1)[0][0]

    def words(self, number):
        return "{" + " ".join(
            value or f"no-{aspect}"
            for aspect, value in self.aspects[number].items()
            if value != self.usual.get(aspect, "")) + "}"


# --- sheets -----------------------------------------------------------------

def name_lines(book, sheet):
    """The names of the sheet with that number, or of the whole workbook."""
    for name in find_all(book.root, "main:definedNames/*"):
        if name.get("localSheetId", "None") == str(sheet):
            yield f"  name {name.get('name')} {name.text}"


def row_line(row):
    said = {key: row.get(key) for key in ("ht", "hidden", "outlineLevel")
            if row.get(key)}
    if said:
        yield f"  row {row.get('r')} " + " ".join(
            f"{key}={value}" for key, value in said.items())


def cell_words(book, cell, look):
    value, formula = book.value(cell), find(cell, "main:f")
    if value is not None and cell.get("t") in ("s", "str", "inlineStr"):
        value = quoted(value)
    if formula is not None:
        value = f"{value}  ={formula.text}"
    return " ".join(filter(None, (value, look)))


def cell_lines(book, styles, sheet):
    """A line for each cell, and one for equal ones side by side."""
    above = {}
    for row in sheet.all("main:sheetData/main:row"):
        yield from row_line(row)
        runs = []
        for cell in row:
            column = xlsx.cell_place(cell.get("r"))[1]
            look = styles.words(int(cell.get("s", 0)))
            words = cell_words(book, cell,
                               look if above.get(column) != look else "")
            above[column] = look
            if runs and runs[-1][1:] == [column - 1, words, look]:
                runs[-1][1] = column
            else:
                runs.append([column, column, words, look])
        for first, last, words, _ in runs:
            place = xlsx.column_letters(first) + row.get("r")
            if last != first:
                place += ":" + xlsx.column_letters(last) + row.get("r")
            yield f"  {place} {words}".rstrip()


def row_lines(book, sheet):
    """A line for each row of a sheet that is for programs."""
    for row in sheet.all("main:sheetData/main:row"):
        words = {xlsx.cell_place(cell.get("r"))[1]: cell_words(book, cell, "")
                 for cell in row}
        # marks of all cells change with each of them
        last = 3 if words.get(1) == '"sheet"' else max(words)
        yield f"  {row.get('r')} " + " | ".join(
            words.get(i, "") for i in range(1, last + 1))


def rule_lines(styles, sheet):
    """The conditional rules in the order in which they are tried."""
    rules = [(int(rule.get("priority")), area.get("sqref"), rule)
             for area in sheet.all("main:conditionalFormatting")
             for rule in area]
    for _, area, rule in sorted(rules, key=lambda one: one[0]):
        paint = rule.get("dxfId")
        for line in outline(rule, 1):
            yield line.replace("cfRule", f"rule {area}", 1)
        if paint:
            yield f"    {styles.rules[int(paint)]}"
    for bar in sheet.all(".//x14:conditionalFormatting"):
        yield from outline(bar, 1)


def link_lines(sheet):
    for link in sheet.all("main:hyperlinks/*"):
        target = sheet.related.get(link.get(xlsx.RID), ("", ""))[1]
        yield (f"  link {link.get('ref')} {link.get('location') or target} "
               f"{quoted(link.get('display', ''))}"
               f" {link.get('tooltip', '')}").rstrip()


def drawing_lines(book, sheet):
    for part in sheet.parts("main:drawing"):
        related = book.relations(part)
        for anchor in book.read(part):
            yield from outline(anchor, 1)
            for chart in find_all(anchor, ".//c:chart"):
                yield from outline(book.read(
                    related[chart.get(xlsx.RID)][1]), 2)


def sheet_lines(book, styles, sheet):
    for part in kept(sheet.root):
        yield from outline(part, 1)
    yield from rule_lines(styles, sheet)
    yield from link_lines(sheet)
    for part in sheet.parts("main:tableParts/*"):
        yield from outline(book.read(part), 1)
    yield from drawing_lines(book, sheet)
    yield from (row_lines(book, sheet) if sheet.name in ("Base", "Lists")
                else cell_lines(book, styles, sheet))


def dump(path):
    """All that the workbook shows, line by line."""
    book = xlsx.Workbook(path)
    styles = Styles(book)
    styles.learn([int(cell.get("s", 0)) for sheet in book.sheets
                  for cell in sheet.all("main:sheetData/*/main:c")])
    lines = [f"usual {aspect}: {value}"
             for aspect, value in styles.usual.items()]
    lines += outline(book.read("docProps/core.xml"), 0)
    lines += outline(book.root, 0)
    lines += name_lines(book, None)
    for number, sheet in enumerate(book.sheets):
        lines += [f"\n== {sheet.name} ({sheet.state})",
                  *name_lines(book, number), *sheet_lines(book, styles, sheet)]
    return "\n".join(lines) + "\n"


# --- the test ---------------------------------------------------------------

def difference(expected, found):
    return "".join(difflib.unified_diff(
        expected.splitlines(True), found.splitlines(True),
        "expected", "found", n=0))[:6000]


def compare(name, found):
    golden = GOLDEN / (name + ".txt")
    if UPDATE:
        golden.write_text(found)
    expected = golden.read_text() if golden.exists() else ""
    check(found == expected, f"the workbook of {name} is as before")
    for line in difference(expected, found).splitlines():
        print("#   " + line)


def main():
    for name in SAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            compare(name, dump(sample(folder, name)))
    for golden in sorted(GOLDEN.iterdir()):
        check(golden.stem in SAMPLES, f"{golden.name} belongs to a sample")
    finish()


if len(sys.argv) > 1:  # any workbook, to compare two by hand
    sys.stdout.write(dump(sys.argv[1]))
else:
    main()
