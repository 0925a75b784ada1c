#!/usr/bin/python3
# states.py - the state of a measure is one, wherever it is shown
#
# tests/golden/measures/states*.yaml say under x-state what each measure is, by
# hand. JSON, its tables, Markdown and the workbook have to agree, the workbook
# recalculated by LibreOffice too. Then its readings are edited: each measure gets
# that of another, and has to be what ces says of a plan with those readings.
import json
import os
import pathlib
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, export, finish, recalculate)

WORDS = dict(re.findall(r'MEASURE\(\w+, (\w+), \w+, "([^"]+)"', (
    plans.TOP / 'include/ces/states.def').read_text()))


def agree(found, wanted, what):
    """Is every measure in its state?"""
    bad = {key: (found.get(key), wanted[key]) for key in wanted
           if found.get(key) != wanted[key]}
    check(wanted and not bad, what)
    for key, (a, b) in bad.items():
        print('# %s: found %r, wanted %r' % (key, a, b))


def exported(plan, kind):
    return plans.ces(['export', '--format', kind, '-o', '-', str(plan)]).stdout


def derived(plan):
    """by id"""
    measures = json.loads(exported(plan, 'json'))['derived']['measures']
    return {key: WORDS[item['state']] for key, item in measures.items()}


def in_table(plan, names, column):
    rows = json.loads(exported(plan, 'json'))['tables']['measures']
    return {names[row['name']]: row[column] for row in rows}


def in_markdown(plan, names):
    """by the name in the first cell of the row"""
    found = {}
    for line in exported(plan, 'markdown').splitlines():
        cells = [cell.strip() for cell in line.split('|')]
        key = names.get(cells[1]) if len(cells) > 3 else None
        for word in set(WORDS.values()) & set(cells):
            found.setdefault(key, word)
    return found


def sheet_of(book, title, key):
    """the sheet, the row of its header, and its columns by header"""
    for row in book[title].iter_rows(max_row=10):
        columns = {str(c.value).split(',')[0]: c.column for c in row}
        if key in columns:
            return book[title], row[0].row, columns
    raise AssertionError('no table on ' + title)


def in_workbook(path):
    sheet, head, columns = sheet_of(
        openpyxl.load_workbook(path, data_only=True), 'Measures', 'State')
    return {sheet.cell(row, columns['id']).value:
            sheet.cell(row, columns['State']).value
            for row in range(head + 1, sheet.max_row + 1)}


def swapped(plan):
    """The plan with the readings of other measures of the same unit, which
    stand the other way round."""
    groups = {}
    for key, item in plan['measures'].items():
        if item.get('actuals') and item.get('status') != 'planned':
            groups.setdefault(item['standard'], []).append(key)
    for keys in groups.values():
        readings = [plan['measures'][key]['actuals'][0] for key in keys]
        for key, other in zip(keys, reversed(readings)):
            own = plan['measures'][key]['actuals'][0]
            plan['measures'][key]['actuals'] = [
                {**{k: v for k, v in other.items() if k != 'period'},
                 'period': own['period']}]
    return plan


def edit(path, plan):
    """gives the workbook's readings the values of the plan's"""
    book = openpyxl.load_workbook(path)
    sheet, head, columns = sheet_of(book, 'Readings', 'Value')
    for row in range(head + 1, sheet.max_row + 1):
        item = plan['measures'].get(sheet.cell(row, columns['id']).value)
        if not item or sheet.cell(row, columns['Kind']).value != 'Reading':
            continue
        actual = item['actuals'][0]
        sheet.cell(row, columns['Value']).value = float(actual['value'])
        sheet.cell(row, columns['n']).value = (
            float(actual['n']) if 'n' in actual else None)
    book.save(path)


def check_plan(folder, path):
    plan = plans.read(path.read_text())
    wanted = {key: WORDS[item['x-state']]
              for key, item in plan['measures'].items()}
    names = {item['name']: key for key, item in plan['measures'].items()}
    sure = {key: item['x-real'] for key, item in plan['measures'].items()
            if 'x-real' in item}
    book = os.path.join(folder, path.stem + '.xlsx')

    agree(derived(path), wanted, path.stem + ': figures of the JSON')
    agree(in_table(path, names, 'state'), wanted, path.stem + ': its tables')
    if sure:
        agree(in_table(path, names, 'real'), sure, path.stem + ': how sure it is')
    agree(in_markdown(path, names), wanted, path.stem + ': Markdown')
    check(export(path, book), path.stem + ': the workbook is written')
    agree(in_workbook(book), wanted, path.stem + ': as the workbook has it')
    agree(in_workbook(recalculate(folder, book)), wanted,
          path.stem + ': and as LibreOffice works it out')

    other = pathlib.Path(folder, path.stem + '-swapped.yaml')
    other.write_text(plans.written(swapped(plan)))
    edit(book, plan)
    agree(in_workbook(recalculate(folder, book)), derived(other),
          path.stem + ': other readings give the states of a plan with those')


def main():
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((plans.TOP / 'tests/golden/measures').glob(
                'states*.yaml')):
            check_plan(folder, path)
    finish()


main()
