# seen.py - for tests: a workbook as its reader sees it, by tables and titles
import calendar
import datetime
import re

import openpyxl

WORDS = 'none one two three four five six seven eight nine ten'.split()
MONTHS = list(calendar.month_name)


class Rounded(float):
    """£163k: near enough to what is half of its last digit away"""

    def __new__(cls, digits, unit):
        factor = {'k': 1e3, 'm': 1e6}[unit]
        made = super().__new__(cls, float(digits) * factor)
        made.near = factor * 10.0 ** -len(digits.partition('.')[2]) / 2
        return made


def number_of(text):
    """1,200; £1,200; 12.5%; twelve words; else the text itself"""
    if text.lower() in WORDS + ['no']:
        return 0 if text.lower() == 'no' else WORDS.index(text.lower())
    short = re.fullmatch(r'\D{1,4}([\d.,]+)([km])', text)
    if short:
        return Rounded(short[1].replace(',', ''), short[2])
    bare = re.sub(r'^\D*(?=\d)|[,%]', '', text)
    return float(bare) if re.fullmatch(r'\d+(\.\d+)?', bare) else text


# tables that stand below another, whose sheet has its name
BELOW = {'gaps': 'Gaps'}


class Table:
    """the rows of a table, by header without its unit"""

    def __init__(self, sheet, key):
        self.rows, self.title = [], None
        for table in sheet.tables.values():
            if BELOW.get(table.name, sheet.title) != key:
                continue
            left, top, right, last = openpyxl.utils.cell.range_boundaries(
                table.ref)
            head = [sheet.cell(top, c).value.split(',')[0]
                    for c in range(left, right + 1)]
            self.title = sheet.cell(top - 1, 1).value
            for r in range(top + 1, last + 1):
                row = {}
                for key, cell in zip(head, sheet[r]):
                    row.setdefault(key, cell.value)
                if sheet.cell(r, 1).value not in (None, 'Total'):
                    self.rows.append(row)

    def where(self, **wanted):
        return [r for r in self.rows
                if all(r[k.replace('_', ' ')] == v for k, v in wanted.items())]

    def states(self, symbols, key='State'):
        return [r for r in self.rows if (r[key] or ' ')[0] in symbols]


class Book:
    """the tables by sheet, and the titles: sheet, text, chart or None"""

    def __init__(self, path, as_of):
        self.as_of = datetime.datetime.strptime(as_of, '%Y-%m-%d')
        self.book = openpyxl.load_workbook(path, data_only=True)
        self.tables = {s.title: Table(s, s.title) for s in self.book}
        case = self.book['Business case']
        self.tables.update({key: Table(case, key) for key in BELOW.values()})
        self.titles, self.days = [], []
        for sheet in self.book:
            if sheet.sheet_state != 'visible' or sheet.title == 'Review':
                continue
            self.titles.append((sheet.title, sheet['A1'].value, None))
            for chart in sheet._charts:
                self.add_chart(sheet, chart)
        self.titles += [(key, self.tables[key].title, None)
                        for key in BELOW.values() if self.tables[key].title]
        self.add_weeks()
        self.add_review()

    def add_chart(self, sheet, chart):
        """its title and its note, in the cells above it; or in itself"""
        row = chart.anchor._from.row + 1
        column = chart.anchor._from.col + 1
        for r in (row - 2, row - 1):
            text = sheet.cell(r, column).value
            if text and r > 1 and ('chart of ' + sheet.title, text) not in [
                    t[:2] for t in self.titles]:
                self.titles.append(('chart of ' + sheet.title, text, chart))

    def add_weeks(self):
        """the title of each grid, and its row of sums"""
        sheet = self.book['Week']
        title = None
        for row in sheet.iter_rows(min_row=6, values_only=True):
            if row[0] and ' they want in ' in row[0]:
                title = row[0]
            elif row[0] in calendar.day_name and len(self.days) < 7:
                self.days.append(row)
            elif row[0] == 'Week' and title:
                self.titles.append(('grid of Week', title, row))

    def add_review(self):
        """its titles of blocks are those in large bold letters"""
        for row in self.book['Review'].iter_rows(min_row=4):
            self.titles += [('Review', c.value, None) for c in row
                            if isinstance(c.value, str) and c.font.b and
                            c.font.sz >= 12]

    def rows(self, sheet):
        return self.tables[sheet].rows

    def points(self, chart, series):
        """names and values of the bars, as they stand in the cells"""
        found = chart.series[series]
        return list(zip(self.cells((found.cat.strRef or found.cat.numRef).f),
                        self.cells(found.val.numRef.f)))

    def cells(self, reference):
        sheet, _, area = reference.rpartition('!')
        cells = self.book[sheet.strip("'")][area.replace('$', '')]
        return [c.value for row in cells for c in row] \
            if isinstance(cells, tuple) else [cells.value]
