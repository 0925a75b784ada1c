#!/usr/bin/python3
# period.py - the first page says where the plan's period stands, and findings
# that are shown as one count one by one, in every format
import json
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from outputs import exported  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, finish, recalculate)

PLAN = plans.TOP / 'tests/golden/period/later.yaml'
# as-of date: notes behind the period and the next review
DAYS = {'2025-12-31': (' (not begun)', ''), '2026-01-01': ('', ''),
        '2026-09-30': ('', ''), '2026-10-01': ('', ' (past)'),
        '2026-12-31': ('', ' (past)'), '2027-01-01': (' (over)', ' (past)')}
# a workbook of these is worked out anew, which takes seconds
RECALCULATED = ('later', 'stale-waived', 'poor')


def facts(folder):
    for day, (period, review) in DAYS.items():
        text = exported(PLAN, 'markdown', '--as-of', day)
        path = os.path.join(folder, day + '.xlsx')
        exported(PLAN, 'xlsx', '--as-of', day, path=path)
        page = openpyxl.load_workbook(path).worksheets[0]
        cells = '\n'.join(str(cell.value) for row in page.iter_rows()
                          for cell in row if cell.value)
        check('1 Jan 2026 – 31 Dec 2026%s\n' % period in text and
              '30 Sep 2026%s\n' % review in text, 'Markdown of ' + day)
        check(re.search(r'2026 – \S+ \S+ 2026%s(  |$)' % re.escape(period),
                        cells, re.M) and
              re.search(r'Next review \S+ \S+ 2026%s(  |$)' %
                        re.escape(review), cells, re.M), 'page of ' + day)


def counts(folder, name, plan, day):
    data = json.loads(exported(plan, 'json', '--as-of', day))
    open_ = [item['severity'] for item in data['findings']
             if not item['waived']]
    wanted = [open_.count(word) for word in ('error', 'warning', 'advice')]
    summary = data['summary']
    check(wanted == [summary['errors'], summary['warnings'],
                     summary['advice']], name + ': the summary')
    rows = data['tables']['findings']
    check(sum(row['places'] for row in rows) == len(data['findings']),
          name + ': the places')
    title = re.search(r'### Gravest findings: (.*)', exported(
        plan, 'markdown', '--as-of', day))[1]
    found = [int((re.search(r'(\d+) ' + word, title) or [0, 0])[1])
             for word in ('error', 'warning', 'piece')]
    check(found == wanted, name + ': the title')
    if name not in RECALCULATED:
        return
    path = os.path.join(folder, name + '.xlsx')
    exported(plan, 'xlsx', '--as-of', day, path=path)
    page = openpyxl.load_workbook(recalculate(folder, path),
                                  data_only=True).worksheets[0]
    titles = [cell.value for row in page.iter_rows() for cell in row
              if str(cell.value).startswith('Gravest findings: ')]
    check(titles == ['Gravest findings: ' + title], name + ': the page')


with tempfile.TemporaryDirectory() as scratch:
    facts(scratch)
    for plan_ in sorted((plans.TOP / 'tests/golden/period').glob('*.yaml')):
        counts(scratch, plan_.stem, plan_, re.search(
            r'--as-of (\S+)', plan_.read_text())[1])
    for plan_ in ('retail', 'poor', 'minimal'):
        counts(scratch, plan_, plans.TOP / f'examples/{plan_}.yaml',
               '2029-06-01')
finish()
