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
    """The cells by header without its unit; of equal ones the first, as own
    keys come last."""
    row = {}
    for head, cell in zip(heads, cells):
        row.setdefault(plain_head(head), cell)
    return row


# --- workbook ---------------------------------------------------------------

def workbook(path):
    """The workbook with the values that its formulas have."""
    return openpyxl.load_workbook(path, data_only=True)


def table_cells(book, name, totals=False):
    """The rows of the table, or that of its totals: cells by header."""
    for sheet in book:
        table = sheet.tables.get(name)
        if table:
            head, *rows = sheet[table.ref]
            last = len(rows) - (table.totalsRowCount or 0)
            return [by_head([cell.value for cell in head], row)
                    for row in (rows[last:] if totals else rows[:last])]
    return []


def table_rows(book, name, totals=False):
    """The same with the values of the cells."""
    return [{head: cell.value for head, cell in row.items()}
            for row in table_cells(book, name, totals)]


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
            heads = cells
            sections[-1][1].append([])
        elif not set("".join(cells)) <= set("-: "):
            sections[-1][1][-1].append(by_head(heads, cells))
    return sections
