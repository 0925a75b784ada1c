#!/usr/bin/python3
# recalculate.py - what the formulas result in, by LibreOffice, is what we say
import os
import shutil
import subprocess
import sys
import tempfile
import warnings

import openpyxl
from openpyxl.formula.translate import Translator

warnings.simplefilter('ignore')  # of extensions that openpyxl leaves out
top = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))
ces = os.environ.get('CES', os.path.join(top, 'build/bin/ces'))
retail = os.environ.get('PLAN', os.path.join(top, 'examples/retail.yaml'))

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

# always recalculates what it loads, whoever wrote it
profile = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''


def recalculate(folder, path):
    user = os.path.join(folder, 'profile')
    os.makedirs(os.path.join(user, 'user'), exist_ok=True)
    with open(os.path.join(user, 'user/registrymodifications.xcu'), 'w') as f:
        f.write(profile)
    out = os.path.join(folder, 'recalculated')
    subprocess.run(['soffice', '-env:UserInstallation=file://' + user,
                    '--headless', '--convert-to', 'xlsx', '--outdir', out,
                    path], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300)
    return os.path.join(out, os.path.basename(path))


def same(a, b):
    if isinstance(a, bool) or isinstance(b, bool):
        return a == b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return (a or '') == (b or '')


def formulas(path):
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == 'f':
                    yield sheet.title, cell.coordinate, cell.value


def compare(path, again):
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(again, data_only=True)
    n = 0
    bad = []
    for sheet, place, formula in formulas(path):
        n += 1
        a, b = ours[sheet][place].value, theirs[sheet][place].value
        if not same(a, b):
            bad.append((sheet, place, formula, a, b))
    return n, bad


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
        if sheet.cell(row, column).value == 'in progress':
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


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'retail.xlsx')
        subprocess.run([ces, 'export', retail, '-o', path], check=True,
                       stdout=subprocess.DEVNULL)
        before = texts(path)
        n, bad = compare(path, recalculate(folder, path))
        for item in bad:
            print('# %s!%s %s: ours %r, recalculated %r' % item)
        print('%s 1 - %d formulas recalculate to what is stored'
              % ('not ok' if bad or not n else 'ok', n))
        failed |= bool(bad) or not n

        def taken(source):
            return source, lambda p: shutil.copy(os.path.join(top, source), p)

        for i, (name, make) in enumerate((
                ('an odd plan', lambda p: open(p, 'w').write(odd)),
                ('a new plan', lambda p: subprocess.run(
                    [ces, 'init', '--quiet', p], check=True)),
                taken('examples/minimal.yaml'), taken('examples/poor.yaml'),
                taken('tests/korean.yaml'), taken('tests/sound.yaml'))):
            plan = os.path.join(folder, 'plan%d.yaml' % i)
            make(plan)
            out = os.path.join(folder, 'plan%d.xlsx' % i)
            subprocess.run([ces, 'export', '--quiet', plan, '-o', out],
                           check=True)
            n, bad = compare(out, recalculate(folder, out))
            for item in bad:
                print('# %s!%s %s: ours %r, recalculated %r' % item)
            print('%s %d - %s: %d formulas as stored'
                  % ('not ok' if bad or not n else 'ok', 4 + i, name, n))
            failed |= bool(bad) or not n

        edited = os.path.join(folder, 'edited.xlsx')
        shutil.copy(path, edited)
        edit(edited)
        after = texts(recalculate(folder, edited))
        moved = [k for k in before if not same(before[k], after[k])]
        good = 'L4' in after and 'L5' in moved
        print('%s 2 - an edit moves the counts of the first page'
              % ('ok' if good else 'not ok'))
        failed |= not good
        # rows 12 to 18 hold the measures, found by their ids
        kept = not [k for k in moved if 12 <= int(k[1:]) <= 18 and
                    k[0] in 'BCDEFGHIJ']
        print('%s 3 - sorting a sheet leaves the first page as it is'
              % ('ok' if kept else 'not ok'))
        failed |= not kept
    sys.exit(failed)


if __name__ == '__main__':
    main()
