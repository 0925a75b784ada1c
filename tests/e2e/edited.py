#!/usr/bin/python3
# edited.py - what a meeting changes moves the first page as it should
#
# The workbook is edited by openpyxl as a person would, recalculated by
# LibreOffice, and read again: sheets, the first page and the business case.
import os
import sys
import tempfile
from datetime import datetime

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, export, finish, recalculate)


def equal(found, wanted, what):
    check(found == wanted, what)
    if found != wanted:
        print('# found  %r\n# wanted %r' % (found, wanted))


class Sheet:
    """a sheet by the headers of its table and the hidden ids of its rows"""

    def __init__(self, book, title):
        self.sheet = book[title]
        for row in self.sheet.iter_rows(max_row=10):
            values = [c.value for c in row]
            if 'id' in values:
                self.head = row[0].row
                self.columns = {v.split(',')[0]: i + 1
                                for i, v in enumerate(values)
                                if isinstance(v, str)}
                return
        raise AssertionError('no table on ' + title)

    def rows(self, item):
        ids = self.columns['id']
        return [r for r in range(self.head + 1, self.sheet.max_row + 1)
                if self.sheet.cell(r, ids).value == item]

    def cell(self, item, column, which=0):
        row = self.rows(item)[which]
        return self.sheet.cell(row, self.columns[column])


def texts(book):
    """all texts of the first page, by place"""
    return {c.coordinate: c.value for r in book['Review'].iter_rows()
            for c in r if c.value is not None}


def one(found, start):
    """the one text that begins so"""
    hits = [v for v in found.values()
            if isinstance(v, str) and v.startswith(start)]
    return hits[0] if len(hits) == 1 else hits


def figures(book):
    return {r[0]: r[1] for r in book['Figures'].iter_rows(values_only=True)}


def row_of(book, name):
    """the cells of the first page's row that begins with the name"""
    for row in book['Review'].iter_rows(values_only=True):
        if name in row:
            return [v for v in row if v is not None]
    return None


def edited(folder, name, change):
    """the values after a change, recalculated"""
    path = os.path.join(folder, name + '.xlsx')
    book = openpyxl.load_workbook(os.path.join(folder, 'retail.xlsx'))
    change(book)
    book.save(path)
    return openpyxl.load_workbook(recalculate(folder, path), data_only=True)


# --- actions -----------------------------------------------------------------

def check_actions(folder, late):
    before = texts(openpyxl.load_workbook(
        os.path.join(folder, 'retail.xlsx'), data_only=True))
    equal(one(before, 'Actions:'),
          'Actions: 1 of 17 is overdue, each has an owner',
          'before: the title of the actions')

    book = edited(folder, 'done', lambda b: close(b, late))
    found = texts(book)
    equal(one(found, 'Actions:'),
          'Actions: none of 17 is overdue, each has an owner',
          'the late action is done: none is overdue')
    equal([found[c] for c in ('L5', 'M5', 'O5', 'Q5')],
          ['○ 7 not started', '● 7 on track', '0 overdue', '✓ 3 done'],
          'the counts move')
    actions = Sheet(book, 'Actions')
    equal(actions.cell(late, 'State').value, '✓ Done', 'its state moves')
    check(not actions.cell(late, 'Overdue').value, 'it is not overdue')

    book = edited(folder, 'late', lambda b: delay(b))
    found = texts(book)
    equal(one(found, 'Actions:'),
          'Actions: 3 of 17 are overdue, one has no owner',
          'two due dates pass, an owner leaves: the title says it')
    actions = Sheet(book, 'Actions')
    first = delayed(actions)[0]
    equal((actions.cell(first, 'State').value,
           actions.cell(first, 'Overdue').value), ('■ Overdue', 29),
          'days overdue follow the due date')


def close(book, item):
    actions = Sheet(book, 'Actions')
    actions.cell(item, 'Status').value = 'done'


def delayed(actions):
    """ids of three actions that are on track, in the order of the sheet"""
    ids = [actions.sheet.cell(r, actions.columns['id']).value
           for r in range(actions.head + 1, actions.sheet.max_row + 1)]
    return [i for i in ids if i][-3:]


def delay(book):
    actions = Sheet(book, 'Actions')
    first, second, third = delayed(actions)
    actions.cell(first, 'Due').value = datetime(2026, 6, 1)
    actions.cell(second, 'Due').value = datetime(2026, 6, 29)
    actions.cell(third, 'Owner').value = None


# --- decisions ---------------------------------------------------------------

def approve(book, *items):
    decisions = Sheet(book, 'Decisions')
    for item in items:
        decisions.cell(item, 'Outcome').value = 'approved'
        decisions.cell(item, 'Decided').value = datetime(2026, 7, 2)


def check_decisions(folder):
    path = os.path.join(folder, 'retail.xlsx')
    before = openpyxl.load_workbook(path, data_only=True)
    equal(texts(before)['B4'],
          'Decisions asked: two, worth £163k, the first by 31 July',
          'before: the title of the decisions')
    check('and two decisions worth £163k are asked of the sponsor.'
          in one(texts(before), 'Five of seven'), 'before: the position')

    book = edited(folder, 'one', lambda b: approve(b, 'evening-pilot'))
    found = texts(book)
    equal(found['B4'],
          'Decisions asked: one, worth £95k, by 15 September',
          'one is approved: the amount and the first date move')
    check(one(found, 'Five of seven').endswith(
        'and one decision worth £95k is asked of the sponsor.'),
        'and the position')
    equal(row_of(book, 'Fund phone cover until 21:00 for members as a '
                       'pilot')[2], '✓ Approved',
          'its row says so in place of the date')
    case = Sheet(book, 'Business case')
    equal(case.cell('decisions_asked', 'Amount').value, 95000,
          'the business case asks for less')

    book = edited(folder, 'both', lambda b: approve(
        b, 'evening-pilot', 'voice-assistant'))
    found = texts(book)
    equal(found['B4'], 'Decisions asked: none',
          'all are approved: none is open')
    check(one(found, 'Five of seven').endswith(
        'Failure demand is 54% of all contacts.'),
        'and the position asks for nothing')


# --- measures ----------------------------------------------------------------

def read(book, item, value, n=None):
    """the reading that counts gets another value"""
    readings = Sheet(book, 'Readings')
    row = readings.rows(item)[-1]
    readings.sheet.cell(row, readings.columns['Value']).value = value
    if n:
        readings.sheet.cell(row, readings.columns['n']).value = n


def check_measures(folder):
    book = edited(folder, 'better', lambda b: read(b, 'contact-rate', 15.5))
    found = texts(book)
    equal(one(found, 'Headline measures'),
          "Headline measures: one can't be compared yet, four gains may still "
          'be chance', 'a better reading: nothing is off track')
    check(isinstance(one(found, 'Six of seven'), str),
          'and the position counts one more')
    measures = Sheet(book, 'Measures')
    equal((measures.cell('contact-rate', 'Latest').value,
           measures.cell('contact-rate', 'State').value),
          (15.5, '● Ahead'), 'the sheet follows its reading')
    check(abs(measures.cell('contact-rate', 'Way to target').value -
              (15.5 - 18.9) / (15.0 - 18.9)) < 1e-9,
          'the way to the target follows')
    check(abs(measures.cell('contact-rate', 'Gap').value + 0.5) < 1e-9,
          'the gap follows')
    equal(row_of(book, 'Contacts per 100 orders, per 100')[2], 15.5,
          'the first page shows it')

    book = edited(folder, 'worse', lambda b: read(b, 'satisfaction', 71, 400))
    found = texts(book)
    measures = Sheet(book, 'Measures')
    equal(measures.cell('satisfaction', 'State').value, '■ Worse',
          'a reading below the baseline is worse')
    equal(measures.cell('satisfaction', 'Is the change real?').value,
          'beyond chance: ±4.4', 'a change beyond the margin is real')
    equal(one(found, 'Headline measures'),
          "Headline measures: two are off track, one can't be compared yet, "
          'three gains may still be chance', 'and the title says both')

    book = edited(folder, 'reached', lambda b: read(b, 'satisfaction', 90))
    equal(Sheet(book, 'Measures').cell('satisfaction', 'State').value,
          '✓ Reached', 'a target is reached')


def check_case(folder):
    def change(book):
        reasons = Sheet(book, 'Reasons')
        reasons.cell('returns', 'Planned change').value = 0
    before = Sheet(openpyxl.load_workbook(
        os.path.join(folder, 'retail.xlsx'), data_only=True), 'Business case')
    reasons = Sheet(openpyxl.load_workbook(
        os.path.join(folder, 'retail.xlsx'), data_only=True), 'Reasons')
    less = reasons.cell('returns', 'Saving').value
    after = Sheet(edited(folder, 'case', change), 'Business case')
    check(less > 0 and abs(
        before.cell('saving', 'Amount').value - less -
        after.cell('saving', 'Amount').value) < 1e-6,
        'a plan that is given up takes its saving along')
    check(abs(before.cell('funded', 'Amount').value - less -
              after.cell('funded', 'Amount').value) < 1e-6,
          'and that of the investment that it was of')
    check(before.cell('payback', 'Months').value > 12 and
          not after.cell('payback', 'Months').value,
          'and nothing pays back any more')


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'retail.xlsx')
        if not export(RETAIL, path):
            sys.exit(1)
        book = openpyxl.load_workbook(path, data_only=True)
        actions = Sheet(book, 'Actions')
        late = [actions.sheet.cell(r, actions.columns['id']).value
                for r in range(actions.head + 1, actions.sheet.max_row + 1)
                if actions.sheet.cell(r, actions.columns['State']).value ==
                '■ Overdue']
        check(len(late) == 1, 'one action is overdue')
        check_actions(folder, late[0])
        check_decisions(folder)
        check_measures(folder)
        check_case(folder)
        known = figures(book)
        check(known['actions_overdue'] == 1 and
              known['decisions_amount'] == 163000,
              'the figures have names on a hidden sheet')
        check(book['Figures'].sheet_state == 'hidden', 'which is hidden')
    finish()


main()
