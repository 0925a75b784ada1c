#!/usr/bin/env python3
# parts.py - no part of a workbook makes Excel offer a repair, or show less
#
# What other readers forgive is looked for in each part of the samples'
# workbooks, or of those that are named: what refers to what, in which order
# things stand, how long texts may be. Where CES_SCHEMAS names a folder with
# the schemas of ECMA-376 (sml.xsd, dml-chart.xsd ...; no package of Debian has
# them), xmllint also validates each part.
import itertools
import math
import os
import posixpath
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import drawn  # pylint: disable=wrong-import-position
import xlsx  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, finish, listed, sample)
from xlsx import (  # pylint: disable=wrong-import-position
    NAME, area_of, cell_place, cells_of, find, find_all, literals, local,
    overlaps, sheets_named, tables_of, twice)

SCHEMAS = os.environ.get("CES_SCHEMAS")
# of Excel 2007, with as few as possible: every reader recalculates them
FUNCTIONS = set("""ABS AND AVERAGE CHOOSE COUNT COUNTA COUNTBLANK COUNTIF
    COUNTIFS DATE DAY FIXED IF IFERROR INDEX INT ISNUMBER ISTEXT LEFT LEN MATCH
    MAX MID MIN MONTH NOT OR ROUND ROW ROWS SQRT SUBTOTAL SUM SUMIF SUMIFS
    SUMPRODUCT TRUE UPPER YEAR""".split())
# of a sheet's part, as the schema has them
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData
    sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState
    dataConsolidate customSheetViews mergeCells phoneticPr
    conditionalFormatting dataValidations hyperlinks printOptions pageMargins
    pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
    ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture
    oleObjects controls webPublishItems tableParts extLst""".split()
# what an element can't do without, or must not be empty of
NEEDED = {"cfRule": ["type", "priority"], "col": ["min", "max"],
          "dataValidation": ["sqref"], "hyperlink": ["ref"],
          "conditionalFormatting": ["sqref"], "mergeCell": ["ref"],
          "sheetView": ["workbookViewId"], "tableColumn": ["id", "name"],
          "table": ["id", "displayName", "ref"]}
LOOKS_LIKE_CELL = r"[A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*|[rR]|[cC]"
CELL_LIMIT, FORMULA_LIMIT, LITERAL_LIMIT = 32767, 8192, 255
EXCEL_2019 = 191029  # and later ones: recalculate what is of an older one


# --- small things -----------------------------------------------------------

def units(text):
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def child(root, name):
    """The text of the root's child of that name, in any namespace."""
    return next((one.text for one in root if local(one.tag) == name), None)


def languages(book, part):
    """Those that a chart names, of its own and of its texts."""
    for element in book.read(part).iter():
        if local(element.tag) == "lang":
            yield element.get("val")
        elif element.get("lang"):
            yield element.get("lang")


def names_of(book):
    return {name.get("name").lower()
            for name in find_all(book.root, "main:definedNames/*")
            if not name.get("name").startswith("_xlnm")}


def where(sheet, cell):
    return f"{sheet.name}!{cell.get('r')}"


# --- the package ------------------------------------------------------------

def package(book):
    """each part has a type, and each reference a part"""
    types = book.read("[Content_Types].xml")
    typed = {one.get("PartName")[1:] for one in types if one.get("PartName")}
    usual = {one.get("Extension") for one in types if one.get("Extension")}
    yield from twice(part.lower() for part in book.parts)
    yield from typed - set(book.parts)
    for part in set(book.parts) - typed - {"[Content_Types].xml"}:
        if part.rpartition(".")[2] not in usual - {"xml"}:
            yield f"{part} has no type"
    for part in book.parts:
        folder, name = posixpath.split(part)
        if name.endswith(".rels"):
            of = posixpath.join(posixpath.dirname(folder), name[:-5])
            for _, target, outside in book.relations(of).values():
                if not outside and target not in book.parts:
                    yield f"{of} refers to {target}"


def texts(book):
    """texts are listed once, counted right and not too long"""
    root = book.read("xl/sharedStrings.xml")
    used = [cell for sheet in book.sheets for cell in cells_of(sheet)
            if cell.get("t") == "s"]
    if int(root.get("uniqueCount")) != len(root) or int(
            root.get("count")) != len(used):
        yield "their list is miscounted"
    yield from twice(book.strings)
    for text in book.strings:
        if units(text) > CELL_LIMIT:
            yield f"{text[:40]} is too long"


def facts(book):
    """program, title and language are told"""
    program = book.read("docProps/app.xml")
    about = book.read("docProps/core.xml")
    if child(program, "Application") != "ces":
        yield f"it is said to be of {child(program, 'Application')}"
    yield from (f"no {key}" for key in ("title", "language")
                if not child(about, key))
    for part in book.parts:
        if part.startswith("xl/charts/chart"):
            yield from {f"{part} is in {said}" for said in languages(book, part)
                        if said != child(about, "language")}


def calculation(book):
    """results are taken as they are stored, so that none asks to save them"""
    how = find(book.root, "main:calcPr")
    if how.get("fullCalcOnLoad", "0") != "0" or int(
            how.get("calcId")) < EXCEL_2019:
        yield how.attrib


def styles(book):
    """styles are there, and counted right"""
    def listed(name):
        return find_all(book.styles, f"main:{name}/*")

    for group in book.styles:
        if group.get("count", str(len(group))) != str(len(group)):
            yield f"{local(group.tag)} is miscounted"
    codes = [int(code.get("numFmtId")) for code in listed("numFmts")]
    yield from twice(codes)
    for code in listed("numFmts"):
        if int(code.get("numFmtId")) < 164 or units(
                code.get("formatCode")) > LITERAL_LIMIT:
            yield f"number format {code.get('formatCode')}"
    for style in listed("cellXfs"):
        for key, group in (("fontId", "fonts"), ("fillId", "fills"),
                           ("borderId", "borders")):
            if int(style.get(key)) >= len(listed(group)):
                yield f"no {key} {style.get(key)}"
        number = int(style.get("numFmtId"))
        if number >= 164 and number not in codes:
            yield f"no number format {number}"
    for sheet in book.sheets:
        for cell in cells_of(sheet):
            if int(cell.get("s", 0)) >= len(listed("cellXfs")):
                yield f"{where(sheet, cell)} has no style"


def names(book):
    """names of sheets and of ranges are legal, single and lead somewhere"""
    sheets = [sheet.name for sheet in book.sheets]
    yield from twice(name.lower() for name in sheets)
    for name in sheets:
        if not 0 < units(name) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$",
                                                  name):
            yield f"sheet {name}"
    defined = find_all(book.root, "main:definedNames/*")
    yield from twice((name.get("name").lower(), name.get("localSheetId"))
                     for name in defined)
    for name in defined:
        if name.get("name").lower() in names_of(book) and (
                not re.fullmatch(NAME, name.get("name")) or
                re.fullmatch(LOOKS_LIKE_CELL, name.get("name"))):
            yield f"name {name.get('name')}"
        for sheet in sheets_named(name.text):
            if sheet not in sheets:
                yield f"{name.get('name')} refers to {sheet}"


# --- sheets -----------------------------------------------------------------

def order(book):
    """elements are complete and in the schema's order"""
    for sheet in book.sheets:
        found = [local(part.tag) for part in sheet.root]
        places = [ORDER.index(part) for part in found]
        if places != sorted(places):
            yield f"{sheet.name}: {found}"
        yield from (f"{sheet.name}: {part} twice" for part in twice(found)
                    if part != "conditionalFormatting")
    for root in itertools.chain.from_iterable(
            (sheet.root, *tables_of(book, sheet)) for sheet in book.sheets):
        for element in root.iter():
            name = local(element.tag)
            if element.tag.startswith("{" + xlsx.NAMESPACES["main"]):
                yield from (f"{name} without {key}" for key in
                            NEEDED.get(name, []) if element.get(key) is None)
                if element.get("count", str(len(element))) != str(
                        len(element)):
                    yield f"{name} is miscounted"


def grid(book):
    """rows, cells and columns stand in order, and none twice"""
    for sheet in book.sheets:
        rows = [int(row.get("r")) for row in sheet.all("main:sheetData/*")]
        places = [cell_place(cell.get("r")) for cell in cells_of(sheet)]
        columns = [(int(column.get("min")), int(column.get("max")))
                   for column in sheet.all("main:cols/*")]
        for found in (rows, places):
            if found != sorted(set(found)):
                yield f"{sheet.name}: rows or cells"
        for one, other in zip(columns, columns[1:]):
            if other[0] <= one[1]:
                yield f"{sheet.name}: columns {one} and {other}"
        for row in sheet.all("main:sheetData/*"):
            if float(row.get("ht", 0)) > 409.5:
                yield f"{sheet.name}: height of row {row.get('r')}"
        for column in sheet.all("main:cols/*"):
            if float(column.get("width")) > 255:
                yield f"{sheet.name}: width of column {column.get('min')}"
        merged = [area_of(merge.get("ref"))
                  for merge in sheet.all("main:mergeCells/*")]
        yield from (f"{sheet.name}: merged {two}" for two in overlaps(merged))


def values(book):
    """each cell holds a value of its kind"""
    for sheet in book.sheets:
        for cell in cells_of(sheet):
            kind, value = cell.get("t", "n"), book.value(cell)
            formula = find(cell, "main:f")
            if kind == "n" and value is not None:
                try:
                    good = math.isfinite(float(value))
                except ValueError:
                    good = False
            else:
                good = kind in ("n", "s") or (
                    kind == "b" and sheet.name == "Base") or (
                    kind == "str" and formula is not None and
                    units(value or "") <= CELL_LIMIT)
            if formula is not None and value is None:
                good = False  # readers that don't recalculate show nothing
            if not good:
                yield f"{where(sheet, cell)} {kind} {value}"


def formula_problems(formula, sheets, known):
    texts_in_it, bare = literals(formula)
    if formula.startswith("=") or units(formula) > FORMULA_LIMIT:
        yield "it is too long, or has a second ="
    if any(units(text) > LITERAL_LIMIT for text in texts_in_it):
        yield "it holds a text that is too long"
    bare = re.sub(r"'(?:[^']|'')*'!", "S!", bare)
    depths = list(itertools.accumulate(
        (char == "(") - (char == ")") for char in bare))
    if depths and (min(depths) < 0 or depths[-1]):
        yield "its parentheses don't match"
    if "[" in bare or "#REF" in bare:
        yield "it refers to tables by name, or to nothing"
    yield from set(re.findall(r"([A-Z_][\w.]*)\(", bare)) - FUNCTIONS
    yield from set(sheets_named(formula)) - set(sheets)
    yield from set(re.findall(r"(?<![\w.!$])([a-z_]\w*)(?![\w(!.])",
                              bare)) - known


def formulas(book):
    """formulas can be read, and know what they refer to"""
    sheets, known = [sheet.name for sheet in book.sheets], names_of(book)
    for sheet in book.sheets:
        for cell in cells_of(sheet):
            for formula in find_all(cell, "main:f"):
                for problem in formula_problems(formula.text, sheets, known):
                    yield f"{where(sheet, cell)}: {problem}"


def comparisons(book):
    """a text is compared with as many characters as it has"""
    for sheet in book.sheets:
        for element in sheet.root.iter():
            for n, text in re.findall(
                    r'(?:LEFT|RIGHT)\([^()"]*,(\d+)\)[=<>]+"((?:[^"]|"")*)"',
                    element.text or ""):
                if int(n) != units(text.replace('""', '"')):
                    yield f"{sheet.name}: {element.text[:80]}"


def white(book):
    """cells are white where all is well"""
    for sheet in book.sheets:
        if sheet.name in ("Coverage", "Calendar", "Questions"):
            yield from (f"{sheet.name}: {formula.text}" for formula in
                        sheet.all(".//main:cfRule/main:formula")
                        if re.search("[✓●]", formula.text))


def rules(book):
    """conditional rules have looks and ranks, and name no other sheet"""
    looks = len(find_all(book.styles, "main:dxfs/*"))
    for sheet in book.sheets:
        found = sheet.all("main:conditionalFormatting/main:cfRule")
        yield from twice(rule.get("priority") for rule in found)
        for rule in found:
            bar = rule.get("type") == "dataBar"
            if (rule.get("dxfId") is None) != bar or int(
                    rule.get("dxfId", 0)) >= max(looks, 1):
                yield f"{sheet.name}: {rule.attrib}"
            for formula in find_all(rule, "main:formula"):
                if sheets_named(formula.text):
                    yield f"{sheet.name}: {formula.text}"
        ids = [one.text for one in sheet.all(".//x14:id")]
        if sorted(ids) != sorted(rule.get("id")
                                 for rule in sheet.all(".//x14:cfRule")):
            yield f"{sheet.name}: bars without their extension"


def tables(book):
    """tables are whole, and their headers are those of the cells"""
    every = [(sheet, table) for sheet in book.sheets
             for table in tables_of(book, sheet)]
    ids = [table.get("displayName").lower() for _, table in every]
    yield from twice([*ids, *names_of(book)])
    yield from twice(table.get("id") for _, table in every)
    for sheet, table in every:
        name = table.get("displayName")
        if sheet.one("main:sheetProtection") is not None:
            yield f"{sheet.name} is protected: Excel sorts no locked cell"
        top, left, bottom, right = area_of(table.get("ref"))
        totals = int(table.get("totalsRowCount", 0))
        cells = {cell_place(cell.get("r")): cell for cell in cells_of(sheet)}
        columns = find_all(table, "main:tableColumns/*")
        heads = [column.get("name") for column in columns]
        if not re.fullmatch(NAME, name) or re.fullmatch(LOOKS_LIKE_CELL,
                                                        name):
            yield f"name {name}"
        if len(heads) != right - left + 1 or bottom - top - totals < 1:
            yield f"{name}: {table.get('ref')}"
        yield from twice(head.lower() for head in heads)
        for i, column in enumerate(columns):
            head = cells.get((top, left + i))
            if head is None or head.get("t") != "s" or book.value(
                    head) != heads[i] or units(heads[i]) > LITERAL_LIMIT:
                yield f"{name}: header {heads[i]}"
            total = cells.get((bottom, left + i)) if totals else None
            if column.get("totalsRowFunction") and find(
                    total, "main:f") is None:
                yield f"{name}: total of {heads[i]}"
            if column.get("totalsRowLabel") and book.value(
                    total) != column.get("totalsRowLabel"):
                yield f"{name}: label of the totals"
        filtered = find(table, "main:autoFilter")
        if filtered is not None and area_of(filtered.get("ref")) != (
                top, left, bottom - totals, right):
            yield f"{name}: filter {filtered.get('ref')}"


def inputs(book):
    """choices are short enough, don't overlap, and have what they list"""
    for sheet in book.sheets:
        found = sheet.all("main:dataValidations/*")
        for one in found:
            for key, limit in (("promptTitle", 32), ("prompt", 255),
                               ("errorTitle", 32), ("error", 255)):
                if units(one.get(key, "")) > limit:
                    yield f"{sheet.name}: {one.get(key)}"
            for formula in one:
                if units(formula.text or "") > LITERAL_LIMIT:
                    yield f"{sheet.name}: {formula.text[:80]}"
                if one.get("type") == "list" and formula.text.lower() \
                        not in names_of(book):
                    yield f"{sheet.name}: choices {formula.text}"
        areas = [area_of(area) for one in found
                 for area in one.get("sqref").split()]
        yield from (f"{sheet.name}: inputs {two}" for two in overlaps(areas))


def links(book):
    """links lead to a sheet that is shown"""
    shown = [sheet.name for sheet in book.sheets if sheet.state == "visible"]
    for sheet in book.sheets:
        for link in sheet.all("main:hyperlinks/*"):
            target = link.get("location")
            if link.get(xlsx.RID, "") not in [*sheet.related, ""]:
                yield f"{where(sheet, link)}: no target"
            if target and (not set(sheets_named(target)) <= set(shown) or
                           not re.search(r"!\$?[A-Z]+\$?\d+$", target)):
                yield f"{sheet.name}: {target}"


def paper(book):
    """headers and footers are short enough"""
    for sheet in book.sheets:
        for text in sheet.all("main:headerFooter/*"):
            if units(text.text or "") > 255:
                yield f"{sheet.name}: {text.text}"


# --- schemas ----------------------------------------------------------------

def schema_of(part):
    folder = posixpath.dirname(part)
    return {"xl": "sml", "xl/worksheets": "sml", "xl/tables": "sml",
            "xl/theme": "dml-main", "xl/charts": "dml-chart",
            "xl/drawings": "dml-spreadsheetDrawing"}.get(folder)


def schemas(book):
    """the schemas of ECMA-376 hold"""
    for part in book.parts:
        if part.endswith(".xml") and schema_of(part):
            # extensions of another namespace, which readers may ignore
            text = re.sub(rb' (x14ac:dyDescent|mc:Ignorable)="[^"]*"', b"",
                          book.zip.read(part))
            done = subprocess.run(
                ["xmllint", "--noout", "--nonet", "--schema",
                 os.path.join(SCHEMAS, schema_of(part) + ".xsd"), "-"],
                input=text, capture_output=True, check=False)
            if done.returncode:
                yield f"{part}: {done.stderr.decode()[:300]}"


# --- the test ---------------------------------------------------------------

TESTS = [package, texts, facts, calculation, styles, names, order, grid,
         values, formulas, comparisons, white, rules, tables, inputs, links,
         paper, drawn.drawings, drawn.choices, drawn.charts]


def judge(name, path):
    book = xlsx.Workbook(path)
    for test in TESTS + [schemas] * bool(SCHEMAS):
        listed(f"{name}: {test.__doc__}", test(book))


for given in sys.argv[1:]:
    judge(os.path.basename(given), given)
for wanted in [] if sys.argv[1:] else SAMPLES:
    with tempfile.TemporaryDirectory() as scratch:
        judge(wanted, sample(scratch, wanted))
finish()
