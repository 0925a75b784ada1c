# outputs.py - for tests: what the workbook, Markdown and JSON of a plan show
import html.parser
import re

import openpyxl

import plans
import xlsx

# by their keys in JSON
MEASURE_STATES = dict(re.findall(r'MEASURE\(\w+, (\w+), \w+, "([^"]+)"', (
    plans.TOP / "include/ces/states.def").read_text()))


def exported(plan, kind, *args, path="-"):
    return plans.ces(["export", "--language", "en", "--format", kind, "-o",
                      path, *args, str(plan)]).stdout


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


def cells_of(book, formula):
    """The cells that a reference leads to, row by row."""
    sheet, _, area = formula.rpartition("!")
    cells = book[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
    if not isinstance(cells, tuple):
        cells = ((cells,),)
    return [cell for row in cells for cell in row]


def drawn_cells(path, book):
    """Of each series of a chart the header above its cells, names, values."""
    file = xlsx.Workbook(path)
    series = [one for part in file.parts if part.startswith("xl/charts/chart")
              for one in xlsx.find_all(file.read(part), ".//c:ser")]
    for one in series:
        refs = [xlsx.find(one, f"c:{key}//c:f") for key in ("cat", "val")]
        if None in refs:
            continue
        names, values = [cells_of(book, ref.text) for ref in refs]
        yield (plain_head(values[0].offset(-1).value or
                          names[0].offset(-1).value),
               [name.value for name in names],
               [value.value for value in values])


def workbook_texts(path, book):
    """Every text that is about this plan, in cells and in drawings."""
    for sheet in book:
        if sheet.title not in ("Source", "Guide", "Lists", "Dictionary"):
            for row in sheet.iter_rows(values_only=True):
                yield from (cell for cell in row if isinstance(cell, str))
    file = xlsx.Workbook(path)
    for part in file.parts:
        if re.match("xl/(charts|drawings)/[^/]*$", part):
            for element in file.read(part).iter():
                yield element.get("descr") or element.text or ""


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


def markdown_texts(text):
    """Paragraphs, and the cells of tables."""
    for line in text.replace("*", "").splitlines():
        yield from map(unescaped, line.lstrip("#- ").split(" | "))


# --- the page ---------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """Sections with their tables, rows and cells; texts; and of drawings the
    titles and descriptions."""

    BLOCKS = set("p h1 h2 h3 caption th td li dt dd figcaption summary "
                 "title span".split())

    def __init__(self, text):
        super().__init__()
        self.sections = [("", [])]  # (key, [[[cell]]])
        self.texts, self.drawings = [""], []
        self.totals = {}  # {key: the row of its totals}
        self.drawn = self.cell = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("svg", "style"):
            self.drawn = 1
        elif tag == "section":
            self.sections.append((attrs.get("aria-labelledby"), []))
        elif attrs.get("class", "").startswith("block "):
            self.sections.append(
                ("review." + attrs["class"].split()[1], []))
        elif tag == "table":
            self.sections[-1][1].append([])
        elif tag == "tr":
            self.sections[-1][1][-1].append([])
        elif tag in ("th", "td"):
            self.cell = 1
            self.sections[-1][1][-1][-1].append("")
        if self.drawn:
            self.drawings.append("")
        elif tag in self.BLOCKS:
            self.texts.append("")

    def handle_endtag(self, tag):
        if tag in ("svg", "style"):
            self.drawn = 0
        elif tag in ("thead", "tbody", "tfoot", "table"):
            self.cell = 0
        if tag == "tfoot":
            (head, *_), key = self.sections[-1][1][-1], self.sections[-1][0]
            self.totals[key] = by_head(
                head, self.sections[-1][1][-1].pop())
        if tag in self.BLOCKS - {"span"}:
            self.texts.append("")

    def handle_data(self, data):
        if not self.drawn:
            self.texts[-1] += data
        elif self.lasttag in ("title", "desc"):
            self.drawings[-1] += data
        if self.cell and not self.drawn:
            self.sections[-1][1][-1][-1][-1] += data

    def tables(self):
        """{key: [tables as rows by plain header]}."""
        found = {}
        for key, tables in self.sections:
            for head, *rows in tables:
                head = [cell.strip() for cell in head]
                found.setdefault(key, []).append(
                    [by_head(head, [cell.strip() for cell in row])
                     for row in rows])
        return found

    def rows(self, key):
        """The rows of a table, whose columns may be in two."""
        first, *more = self.tables().get(key, [[]])
        for table in more:
            first = [{**other, **row} for row, other in zip(first, table)]
        return first

    def told(self):
        """The texts without those of nothing but blanks."""
        return [" ".join(re.split(r"[ \n]+", text.strip()))
                for text in self.texts if text.strip()]
