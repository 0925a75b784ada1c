#!/usr/bin/python3
# recalculate.py - what the formulas result in, by LibreOffice, is what we say
import os
import shutil
import sys
import tempfile

import openpyxl
from openpyxl.formula.translate import Translator

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, compare, export, finish, recalculate, same)

# days that a workbook doesn't know, days that are missing, words that a search
# takes for patterns, readings of one period, values in other units
odd = '''
ces: 1
plan: {title: "=1+1", organization: o, currency: GBP, timezone: UTC, period: {start: 2026-01-01, end: 2026-12-31}, as_of: 2026-03-01, status: draft}
decisions:
  a: {statement: "*", asked_of: Ann, due: 2026-01-05, outcome: open, amount: 5}
  b: {statement: "<3", asked_of: Bob, outcome: open}
  c: {statement: "old", asked_of: Bob, due: 1850-01-01, outcome: open}
  d: {statement: "blank", asked_of: Bob, due: 2026-09-01}
measures:
  m: {name: "Mean", standard: csat, scale: "1-5", headline: true, owner: x, frequency: monthly, method: post_contact_survey, baseline: {value: 50%, date: 2026-01-01}, target: {value: 40, date: 2026-12-31}, actuals: [{period: 2026-02, value: 50, n: 10},{period: 2026-02, value: 52, n: 11}]}
  t: {name: "Time", standard: aht, direction: lower, unit: seconds, headline: true, owner: x, frequency: monthly, baseline: {value: 5m, date: 2026-01-01}, target: {value: 200, date: 2026-12-31}, actuals: [{period: 2026-01, value: 4m}, {period: 2026-02, value: 230s}]}
actions:
  x: {title: "X", owner: Ann, status: in_progress}
  y: {title: "Y", due: 2026-02-01, status: not_started}
  z: {title: "Z", owner: Ann, due: 1850-01-01, status: in_progress, prepares: define}
contact_reasons:
  r: {name: "A*b", volume: {phone: 10}, demand: failure, economics: cost, disposition: automate, target_change: -10}
'''


def moved(value, before, after, column):
    """a cell of another row; its formula goes with it, as in a sort"""
    if not isinstance(value, str) or not value.startswith('='):
        return value
    letter = openpyxl.utils.get_column_letter(column + 1)
    return Translator(value, '%s%d' % (letter, 5 + before)).translate_formula(
        '%s%d' % (letter, 5 + after))


def edit(path):
    """closes an action and sorts a sheet's rows upside down"""
    book = openpyxl.load_workbook(path)
    sheet = book['Actions']
    head = next(r for r in sheet.iter_rows(values_only=True)
                if r and 'Status' in r)
    column = head.index('Status') + 1
    for row in range(5, sheet.max_row):
        if sheet.cell(row, column).value == 'In progress':
            sheet.cell(row, column).value = 'done'
    sheet = book['Measures']
    rows = [[c.value for c in r] for r in
            sheet[sheet.tables['measures'].ref]][1:]
    for i, row in enumerate(reversed(rows)):
        for j, value in enumerate(row):
            sheet.cell(5 + i, 1 + j).value = moved(
                value, len(rows) - 1 - i, i, j)
    book.save(path)


def texts(path):
    sheet = openpyxl.load_workbook(path, data_only=True)['Review']
    return {c.coordinate: c.value for r in sheet.iter_rows() for c in r}


def check_formulas(folder, path, what):
    n, bad = compare(path, recalculate(folder, path))
    for item in bad:
        print('# %s!%s %s: ours %r, recalculated %r' % item)
    check(n and not bad, what % n)


def check_edit(folder, path):
    before = texts(path)
    edited = os.path.join(folder, 'edited.xlsx')
    shutil.copy(path, edited)
    edit(edited)
    after = texts(recalculate(folder, edited))
    moved = [k for k in before if not same(before[k], after[k])]
    check('L4' in after and 'Q5' in moved,
          'an edit moves the counts of the first page')
    # rows 12 to 18 hold the measures, found by their ids
    check(not [k for k in moved if 12 <= int(k[1:]) <= 18 and
               k[0] in 'BCDEFGHIJ'],
          'sorting a sheet leaves the first page as it is')


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'retail.xlsx')
        if not export(RETAIL, path):
            sys.exit(1)
        check_formulas(folder, path,
                       '%d formulas recalculate to what is stored')
        check_edit(folder, path)

        def taken(source):
            return source, lambda p: shutil.copy(plans.TOP / source, p)

        for i, (name, make) in enumerate((
                ('an odd plan', lambda p: open(p, 'w').write(odd)),
                ('a new plan', lambda p: plans.ces(
                    ['init', '--quiet', p]).check_returncode()),
                taken('examples/minimal.yaml'), taken('examples/poor.yaml'),
                taken('tests/korean.yaml'), taken('tests/sound.yaml'),
                taken('tests/parts.yaml'))):
            plan = os.path.join(folder, 'plan%d.yaml' % i)
            make(plan)
            out = os.path.join(folder, 'plan%d.xlsx' % i)
            if not export(plan, out):
                sys.exit(1)
            check_formulas(folder, out, name + ': %d formulas as stored')
    finish()


main()
