#!/usr/bin/python3
# sheets.py - the week, the strip of actions and the titles of a workbook
import os
import shutil
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, exported, finish, recalculate)

# zones, quarters of hours, names with quotes, dates far away
odd = '''
ces: 1
plan:
  title: Odd
  timezone: Europe/London
  currency: EUR
  period: {start: 2026-01-01, end: 2026-12-31}
  as_of: 2026-06-30
  status: draft
channels:
  phone: {name: '"=1+1"', mode: voice, timing: synchronous, assisted: true,
    status: current, hours: desk}
hours:
  desk: {name: Desk, timezone: UTC, weekly: "Mo-Fr 09:00-17:00"}
segments:
  s1: {name: "a \\"b\\" {c}", definition: d, characteristics: [a],
    preferences: {channels: {phone: 100}, timezone: Europe/London,
      hours: "Mo-Fr 09:15-17:00; Su 22:00-02:00"}}
actions:
  a: {title: t, owner: o, due: 1850-01-01, status: done,
    completed: 1850-01-01}
  b: {title: t, owner: o, due: 2400-01-01, status: in_progress}
  c: {title: t, due: 2026-08-01}
decisions:
  d: {statement: s, asked_of: x, due: 2026-08-01, amount: 5}
'''

empty = 'ces: 1\nplan: {title: Empty, status: draft}\n'


def differences(ours, theirs):
    formulas = openpyxl.load_workbook(ours)
    a = openpyxl.load_workbook(ours, data_only=True)
    b = openpyxl.load_workbook(theirs, data_only=True)
    bad = []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != 'f':
                    continue
                x = a[sheet.title][cell.coordinate].value
                y = b[sheet.title][cell.coordinate].value
                if isinstance(x, (int, float)) and isinstance(y, (int, float)):
                    if abs(x - y) > 1e-9 * max(1, abs(x)):
                        bad.append((sheet.title, cell.coordinate, x, y))
                elif (x or '') != (y or ''):
                    bad.append((sheet.title, cell.coordinate, x, y))
    return bad


def rules_of(sheet):
    return [(str(area.sqref), rule)
            for area in sheet.conditional_formatting for rule in area.rules]


def check_week(book, values):
    week = book['Week']
    check(week['A1'].value == 'Phone closes an hour too early for Home Circle '
          'members, and earlier still on Saturdays and Sundays',
          'the week says its message')
    titles = [values['Week'].cell(r, 1).value for r in range(6, 60, 13)]
    check(titles[0] == 'Home Circle members: Phone is open for 75 of the 87 '
          'hours they want in this week, and for 87.2% over the period',
          'a grid says its message: %s' % titles[0])
    # Monday and Sunday of the first grid
    monday = [c.value for c in week[10][1:49]]
    sunday = [c.value for c in week[16][1:49]]
    check(monday == [0] * 16 + [3] * 24 + [1] * 2 + [0] * 6,
          'Monday: 8 to 20 open, 20 to 21 not')
    check(sunday == [0] * 18 + [1] * 2 + [3] * 12 + [1] * 8 + [0] * 8,
          'Sunday: 10 to 16 open, from 9 to 20 wanted')
    check(week['B10'].number_format == '[=1]"×";;', 'closed is marked by ×')
    fills = [(area, r.operator, r.formula, r.dxf.fill.bgColor.rgb)
             for area, r in rules_of(week) if r.type == 'cellIs']
    check([f[2][0] for f in fills if f[0] == 'B10:AW16'] == ['1', '2', '3'] and
          len({f[3] for f in fills}) == 3, 'three rules fill the half hours')
    spans = [week.cell(r, 54).value for r in range(10, 17)]
    check(spans == ['20–21'] * 5 + ['18–20', '09–10, 16–20'],
          'closed spans in words')
    check([b.id for b in week.row_breaks.brk] == [31],
          'two grids on a sheet of paper')
    places = {s: [c.hyperlink.location for r in book[s].iter_rows()
                  for c in r if c.hyperlink]
              for s in ('Review', 'Hours', 'Coverage')}
    check(all(any(p and p.strip("'").startswith('Week') for p in v)
              for v in places.values()),
          'Review, Hours and Coverage lead to the week')


def check_actions(book):
    sheet = book['Actions']
    rules = [r for _, r in rules_of(sheet)
             if r.type == 'expression' and 'S$4' in r.formula[0]]
    check(len(rules) == 5, '%d rules paint the strip' % len(rules))
    check(all('$E5' in r.formula[0] for r in rules[:4]),
          'they look at the row of the table')
    check(str(sheet.print_area).split('$')[-2] > 'BH' and
          sheet.sheet_properties.pageSetUpPr.fitToPage,
          'the strip is printed: %s' % sheet.print_area)
    first, last = sheet['S4'].value, sheet['BK4'].value
    # 23 February and 28 December 2026
    check((first, last) == (46076, 46384) and first % 7 == 2,
          'its header holds Mondays: %s, %s' % (first, last))
    check(sheet['E4'].value == 'Status' and sheet['K4'].value == 'Completed',
          'columns stand where the rules look')
    check(sheet.column_dimensions['J'].hidden and
          sheet.column_dimensions['J'].outlineLevel == 1 and
          not sheet.column_dimensions['I'].hidden, 'the rest is folded away')
    marks = [c.value for c in sheet[2] if c.column > 10 and c.value]
    check(marks == ['▼ As of 30 Jun 2026'], 'today is marked')
    check(sheet['A1'].value.startswith('=') and len(sheet['A1'].value) < 8192,
          'the title follows')


def check_edit(folder, path):
    edited = os.path.join(folder, 'edited.xlsx')
    shutil.copy(path, edited)
    book = openpyxl.load_workbook(edited)
    for row in book['Actions'].iter_rows(min_row=5):
        if row[4].value in ('In progress', 'Not started'):
            row[4].value = 'done'
    for row in book['Decisions'].iter_rows(min_row=5):
        if row[5].value == 'Open' and row[4].value == 68000:
            row[5].value = 'approved'
    book['Week']['AP10'].value = 3
    book['Week']['AQ10'].value = 3
    book.save(edited)
    book = openpyxl.load_workbook(recalculate(folder, edited), data_only=True)
    check(book['Actions']['A1'].value == 'No action is open',
          'all done: %s' % book['Actions']['A1'].value)
    check(book['Decisions']['A1'].value ==
          'One decision worth £95,000 waits for an answer',
          'one approved: %s' % book['Decisions']['A1'].value)
    check(book['Week']['A6'].value == 'Home Circle members: Phone is open for '
          '76 of the 87 hours they want in this week, and for 87.2% over '
          'the period',
          'an hour more: %s' % book['Week']['A6'].value)


def check_odd(folder):
    path = exported(folder, 'odd', odd)
    bad = differences(path, recalculate(folder, path))
    check(not bad, 'odd recalculates to what is stored %s' % bad)
    values = openpyxl.load_workbook(path, data_only=True)
    book = openpyxl.load_workbook(path)
    check(values['Week']['A6'].value.startswith('a "b" {c}: "=1+1" is open'),
          'names are shown as they are: %s' % values['Week']['A6'].value)
    check('=1+1' not in book['Week']['A6'].value,
          'and stand in no formula')
    check('In the time of Europe/London' in book['Week']['A7'].value,
          'the clock is told')
    check(values['Week']['AY11'].value == 7.75 and
          values['Week']['AZ11'].value == 7 and
          book['Week']['AY11'].data_type == 'n',
          'figures are exact where half hours are not')
    check(values['Actions']['A1'].value == 'No action is overdue',
          'an action without a status counts as open: %s' %
          values['Actions']['A1'].value)


def check_hidden(book):
    """What a strategy needn't have is hidden while there is none of it."""
    hidden = {sheet.title for sheet in book if sheet.sheet_state != 'visible'}
    check({'Coverage', 'Week', 'Decisions', 'Calendar'} <= hidden,
          'empty sheets are hidden: %s' % sorted(hidden))
    check(not hidden & {'Review', 'Strategy', 'Segments', 'Tiers', 'Reasons',
                        'Channels', 'Hours', 'Measures', 'Intelligence',
                        'Actions', 'Questions', 'Findings', 'Readiness',
                        'Guide'}, 'the others show')
    led = {c.hyperlink.location.rsplit('!', 1)[0].strip("'")
           for sheet in book for row in sheet.iter_rows() for c in row
           if c.hyperlink and c.hyperlink.location}
    check(led and not led & hidden, 'nothing leads to a hidden sheet')
    # readers that print hidden sheets print those that have an area for it
    check(not [s for s in hidden if book[s].print_area],
          'no hidden sheet is printed')


def check_empty(folder):
    path = exported(folder, 'empty', empty)
    book = openpyxl.load_workbook(path)
    check(book['Week']['A1'].value == 'The week, hour by hour' and
          book['Week'].max_row < 8 and not rules_of(book['Week']),
          'no week of nothing')
    check(book['Actions']['A1'].value == 'Actions' and
          not rules_of(book['Actions']), 'no strip of nothing')
    check('No action is planned' in book['Actions']['A2'].value,
          'the sheet says why it is empty')
    check_hidden(book)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = exported(folder, 'retail', RETAIL)
        book = openpyxl.load_workbook(path)
        values = openpyxl.load_workbook(path, data_only=True)
        check_week(book, values)
        check_actions(book)
        check_edit(folder, path)
        check_odd(folder)
        check_empty(folder)
        check({s.title for s in book if s.sheet_state != 'visible'} ==
              {'Lists', 'Charts', 'Figures', 'Source', 'Base'},
              'of a whole plan every sheet shows')
    finish()


main()
