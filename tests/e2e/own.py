#!/usr/bin/python3
# own.py - keys of one's own in the workbook: columns at the end of their table
# that are printed, texts as they were written, and no formula is moved by them;
# and in JSON those of every mapping
import json
import os
import re
import sys
import tempfile

import openpyxl
from openpyxl.utils import range_boundaries

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, exported, finish, recalculate)

PLAN = (plans.TOP / 'tests/golden/own/columns.yaml').read_text()
RETAIL = plans.read((plans.TOP / 'examples/retail.yaml').read_text())
WANTED = {
    'Segments': {'Preferences: channels: asked': '2025',
                 'Evidence: file': 's1.csv; o2.csv'},
    'Readiness': {'Map': 'page 3'},
    'Channels': {'Cost center': '0042', 'Vendor': 'Acme',
                 'Human route: code': '*2 | #', 'Live': None, 'Seats': None, 'Größe': None},
    'Readings': {'Sample': 'web'},
    'Actions': {'Jira': 'CX-7'},
    'Questions': {'By': 'Anna Berg'},
}


def check_columns(book):
    for title, wanted in WANTED.items():
        sheet = next(sheet for sheet in book if title in sheet.title)
        rows = sheet[next(iter(sheet.tables.values())).ref]
        heads = [cell.value for cell in rows[0]]
        at = [heads.index(head) for head in wanted if head in heads]
        check(len(at) == len(wanted) and at == sorted(at)
              and at[-1] >= len(heads) - 3,
              f'{title}: own keys are columns at the end')
        _, _, right, _ = range_boundaries(sheet.print_area[0])
        check(at[-1] < right, f'{title}: own keys are printed')
        shown = [dict(zip(heads, (cell.value for cell in row)))
                 for row in rows[1:]]
        check(any(all(row.get(head) == value
                      for head, value in wanted.items()) for row in shown),
              f'{title}: their texts are those of the plan')


def marked(value, marks):
    """The plan with a key more in each mapping; marks gets their values."""
    if isinstance(value, list):
        return [marked(item, marks) for item in value]
    if not isinstance(value, dict):
        return value
    more = {key: marked(item, marks) for key, item in value.items()}
    marks.append(f'mark {len(marks)}')
    return {**more, 'x-mark': marks[-1]}


def values(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book
            for row in sheet.iter_rows() for cell in row}


marks = []
told = plans.ces(['export', '--as-of', '2026-06-30', '--format', 'json', '-o',
                  '-', '-'], plans.written(marked(RETAIL, marks))).stdout
check(len(marks) > 250 and not set(marks) - set(re.findall(r'mark \d+', told)),
      f'JSON has the {len(marks)} own keys of every mapping')
check(isinstance(json.loads(told)['plan']['channels']['x-mark'], str),
      'each where it stands')
with tempfile.TemporaryDirectory() as folder:
    check_columns(openpyxl.load_workbook(exported(folder, 'own', PLAN)))
    for collection in ('channels', 'measures', 'contact_reasons', 'actions'):
        for number, item in enumerate(RETAIL[collection].values()):
            item['x-number'] = number
    path = exported(folder, 'retail', plans.written(RETAIL))
    ours, theirs = values(path), values(recalculate(folder, path))
    wrong = [(place, value, theirs.get(place)) for place, value in ours.items()
             if isinstance(value, float)
             and abs(value - (theirs.get(place) or 0)) > 1e-9 * abs(value)]
    check(not wrong, f'formulas give what they gave: {wrong[:3]}')
finish()
