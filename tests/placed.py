# placed.py - for tests of the workbook: where its tables stand, and the steps
# that edit their rows
from datetime import date

import openpyxl

from seen import BELOW

EPOCH = date(1899, 12, 30)
AS_OF = (date(2026, 6, 30) - EPOCH).days
# values of a new row, by table and header; any other gets its name alone, and
# a number where the column has a total
NEW = {'Actions': {'Owner': 'Zoe', 'Due': AS_OF - 10, 'Status': 'in progress'},
       'Decisions': {'Decide by': AS_OF + 5, 'Amount': 1000,
                     'Outcome': 'open'},
       'Reasons': {'Contacts': 10000, 'Demand': 'failure'}}
# pasted over all rows; in other tables over the first column of numbers
PASTED = {'Actions': ('Status', 'done'), 'Decisions': ('Outcome', 'approved'),
          'Reasons': ('Contacts', 10000), 'Readings': ('Value', 50)}


class Place:
    """where a table of a sheet stands, and what its columns are"""

    def __init__(self, sheet, table):
        self.name = sheet.title
        self.key = BELOW.get(table.name, sheet.title)
        area = openpyxl.utils.cell.range_boundaries(table.ref)
        self.head, self.last, self.width = area[1], area[3], area[2]
        self.columns = {}
        for cell in sheet[self.head][:self.width]:
            self.columns.setdefault(cell.value.split(',')[0], cell.column)
        if sheet.cell(self.last, 1).value == 'Total':
            self.last -= 1
        # blank rows that are folded away, so that they don't print
        self.room, self.end = [], self.last
        while sheet.row_dimensions[self.end + 1].hidden and not sheet.cell(
                self.end + 1, 1).value:
            self.end += 1
            self.room.append(self.end)
        self.total = sheet.cell(self.end + 1, 1).value == 'Total'
        self.totals = [c.column for c in sheet[self.end + 1][:self.width]
                       if self.total and c.data_type == 'f']
        rows = [sheet[row][:self.width] for row in
                range(self.head + 1, self.last + 1)]
        self.formulas = {c.column for row in rows for c in row
                         if c.data_type == 'f'}
        self.typed = [c.coordinate for c in rows[0][1:-1]
                      if c.data_type != 'f']
        self.names = {row[0].row: row[0].value for row in rows}
        self.middle = (self.head + self.last) // 2 + 1
        self.pasted = PASTED.get(self.key) or self.first_typed(rows)
        self.filtered = self.pick(rows)

    def first_typed(self, rows):
        """a column of numbers that are typed, and a number for it"""
        for head, column in self.columns.items():
            kinds = {row[column - 1].data_type for row in rows
                     if row[column - 1].value is not None}
            if kinds == {'n'} and not rows[0][column - 1].is_date:
                return head, 7
        return 'id', None

    @staticmethod
    def pick(rows):
        """a column, from 0, and a word in it that some rows have"""
        for column in range(1, len(rows[0])):
            words = [row[column].value for row in rows
                     if row[column].data_type == 's']
            if len(set(words)) > 1:
                return column, words[0]
        return 0, rows[0][0].value

    def put(self, row, column, value):
        place = '%s%d' % (openpyxl.utils.get_column_letter(column), row)
        kind = 'text' if isinstance(value, str) else 'number'
        return kind, self.name, place, value

    def area(self, head):
        """the rows of the table, with its header or without"""
        return 'A%d:%s%d' % (self.head + (not head),
                             openpyxl.utils.get_column_letter(self.width),
                             self.last)

    def insert(self, row, typed):
        steps = [('insert', self.name, row)]
        return steps + self.type_in(row) if typed else steps

    def type_in(self, row):
        """a new row in a blank one"""
        cells = {self.columns[k]: v for k, v in NEW.get(self.key, {}).items()}
        if self.key not in NEW:
            cells = {c: 7 for c in self.totals if c not in self.formulas}
        cells[1] = 'A new row'
        return [self.put(row, c, v) for c, v in cells.items()]


def places_of(path):
    """those of the tables; of two on a sheet the lower comes first, so that
    its rows don't move before its edit"""
    book = openpyxl.load_workbook(path)
    return [place for sheet in book for place in sorted(
        (Place(sheet, table) for table in sheet.tables.values()),
        key=lambda p: -p.head)]
