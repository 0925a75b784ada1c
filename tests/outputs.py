# outputs.py - for tests: what the workbook, Markdown and JSON of a plan show
import html
import re
import zipfile

import openpyxl

import plans

# by their keys in JSON
MEASURE_STATES = dict(re.findall(r'MEASURE\(\w+, (\w+), \w+, "([^"]+)"', (
    plans.TOP / "include/ces/states.def").read_text()))


def exported(plan, kind, *args):
    return plans.ces(["export", "--format", kind, "-o", "-", *args,
                      str(plan)]).stdout


def plain_head(text):
    """The header of a column without its unit."""
    return str(text).split(",")[0]


def by_head(heads, cells):
    """The cells by header; of equal ones the first, as own keys come last."""
    row = {}
    for head, cell in zip(heads, cells):
        row.setdefault(head, cell)
    return row


# --- workbook ---------------------------------------------------------------

def workbook(path):
    """The workbook with the values that its formulas have."""
    return openpyxl.load_workbook(path, data_only=True)


def table_rows(book, name):
    """The rows of the table by plain header, without its totals."""
    for sheet in book:
        if name in sheet.tables:
            table = sheet.tables[name]
            rows = [[cell.value for cell in row] for row in sheet[table.ref]]
            heads = [plain_head(head) for head in rows[0]]
            return [by_head(heads, row) for row in
                    rows[1:len(rows) - (table.totalsRowCount or 0)]]
    return []


def table_totals(book, name):
    """The row of totals by plain header, in a list; none: no table has one."""
    for sheet in book:
        table = sheet.tables.get(name)
        if table and table.totalsRowCount:
            rows = sheet[table.ref]
            return [{plain_head(head.value): cell.value
                     for head, cell in zip(rows[0], rows[-1])}]
    return []


def drawn_texts(path):
    """Titles, labels and descriptions of charts."""
    with zipfile.ZipFile(path) as file:
        for part in file.namelist():
            if re.match("xl/(charts|drawings)/[^/]*$", part):
                for found in re.findall(r'descr="([^"]*)"|<a:t>([^<]*)',
                                        file.read(part).decode()):
                    yield html.unescape("".join(found))


def cells_of(book, formula):
    """The cells that a reference leads to, row by row."""
    sheet, _, area = formula.rpartition("!")
    cells = book[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
    if not isinstance(cells, tuple):
        cells = ((cells,),)
    return [cell for row in cells for cell in row]


# --- Markdown ---------------------------------------------------------------

def unescaped(text):
    return re.sub(r"\\(.)", r"\1", text)


def markdown_sections(text):
    """The titles of level 2 and the tables below each: lists of rows by plain
    header."""
    sections, heads = [], None
    for line in text.splitlines():
        if line.startswith("## "):
            sections.append((unescaped(line[3:]), []))
        if not line.startswith("|"):
            heads = None
            continue
        cells = [unescaped(cell.strip())
                 for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if heads is None:
            heads = [plain_head(cell) for cell in cells]
            sections[-1][1].append([])
        elif not set("".join(cells)) <= set("-: "):
            sections[-1][1][-1].append(by_head(heads, cells))
    return sections
