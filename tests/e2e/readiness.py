#!/usr/bin/python3
# readiness.py - what is written and what is under way is the same everywhere,
# and an action that is done in the workbook moves the second figure
import json
import math
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from outputs import (  # pylint: disable=wrong-import-position
    exported, table_cells, table_rows)
from workbooks import (  # pylint: disable=wrong-import-position
    check, finish, recalculate)

# plan, as-of date, and an action to be done in the meeting
PLANS = (('examples/retail.yaml', '2026-06-30', 'paycheck-copy'),
         ('examples/poor.yaml', '2026-06-30', None),
         ('tests/golden/readiness/under-way.yaml', '2026-06-30', 'late'),
         ('tests/golden/readiness/nothing-due.yaml', '2026-01-31', None),
         ('tests/golden/period/retired.yaml', '2027-06-01', None))


def percents(text):
    """(written, under way) of each line with a bar, the plan's last"""
    return [(int(a), int(b) if b else None) for a, b in
            re.findall(r'[█░] +(\d+)%(?: +(\d+)%)?$', text, re.M)]


def share(value):
    return None if value in (None, '') else round(value * 100)


def rows(book):
    """section id: (written, under way) of the sheet, without the rest"""
    return {row['id']: (share(row['Written']), share(row['Under way']))
            for row in table_rows(book, 'readiness') if row['id'] != 'rest'}


def page(book):
    """the title of the block, and what stands below it"""
    sheet = book.worksheets[0]
    title = next(c for r in sheet.iter_rows() for c in r
                 if str(c.value).startswith('Readiness: '))
    first = title.row + 2
    return title.value, [
        (share(sheet.cell(r, 16).value), share(sheet.cell(r, 18).value))
        for r in range(first, first + 7)]


def title_of(plan, way):
    return ('Readiness: %d%% of the strategy is written down' % plan
            if way is None else
            'Readiness: %d%% written, %d%% under way' % (plan, way))


def agree(folder, plan, day):
    """returns the workbook's path"""
    name = os.path.basename(plan)
    data = json.loads(exported(plan, 'json', '--as-of', day))
    ready, way = data['readiness'], data['readiness']['under_way']
    wanted = {k: (v, way['sections'][k])
              for k, v in ready['sections'].items()}
    check([(r['percent'], r['under_way'])
           for r in data['tables']['readiness'][:-1]] == list(wanted.values()),
          name + ': the table')
    due, done = (sum(r[key] for r in data['tables']['readiness'])
                 for key in ('due', 'done'))
    check((done * 100 // due if due else None) == way['plan'],
          name + ': the sum of the table')
    text = plans.ces(['check', '--as-of', day, '--limit', '1', plan]).stdout
    check(percents(text) == [*wanted.values(), (ready['plan'], way['plan'])],
          name + ': the bars')
    counted = json.loads(plans.ces(['check', '--as-of', day, '--format',
                                    'json', plan]).stdout)
    check(counted['readiness'] == ready, name + ': the findings')
    text = exported(plan, 'markdown', '--as-of', day)
    title = title_of(ready['plan'], way['plan'])
    check('### %s\n' % title in text, name + ': the title in Markdown')
    check(('**Under way:** %s%%' % way['plan'] in text) ==
          (way['plan'] is not None), name + ': the fact in Markdown')
    path = os.path.join(folder, name + '.xlsx')
    exported(plan, 'xlsx', '--as-of', day, path=path)
    for book in (openpyxl.load_workbook(path, data_only=True),
                 openpyxl.load_workbook(recalculate(folder, path),
                                        data_only=True)):
        check(rows(book) == wanted, name + ': the sheet')
        check(page(book) == (title, list(wanted.values())),
              name + ': the first page')
    return path, data


def edited(folder, path, data, action):
    """one more is done of what was due"""
    name = os.path.basename(path)
    book = openpyxl.load_workbook(path)
    for row in table_cells(book, 'actions'):
        if row['id'].value == action:
            row['Status'].value = 'done'
    changed = os.path.join(folder, 'edited-' + name)
    book.save(changed)
    book = openpyxl.load_workbook(recalculate(folder, changed),
                                  data_only=True)
    section = data['plan']['actions'][action]['section']
    row = dict(zip(data['readiness']['sections'],
                   data['tables']['readiness']))[section]
    check(rows(book)[section][1] ==
          math.floor((row['done'] + 1) / row['due'] * 100),
          '%s: %s of %s is done' % (name, action, section))
    check(page(book)[0] != title_of(data['readiness']['plan'],
                                    data['readiness']['under_way']['plan']),
          name + ': the first page follows')


with tempfile.TemporaryDirectory() as scratch:
    for plan_, day_, action_ in PLANS:
        made_ = agree(scratch, str(plans.TOP / plan_), day_)
        if action_:
            edited(scratch, *made_, action_)
finish()
