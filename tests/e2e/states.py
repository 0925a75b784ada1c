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
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from outputs import (  # pylint: disable=wrong-import-position
    MEASURE_STATES as WORDS, exported, markdown_sections, table_cells,
    table_rows, workbook)
from workbooks import (  # pylint: disable=wrong-import-position
    check, export, finish, recalculate)



def agree(found, wanted, what):
    """Is every measure in its state?"""
    bad = {key: (found.get(key), wanted[key]) for key in wanted
           if found.get(key) != wanted[key]}
    check(wanted and not bad, what)
    for key, (a, b) in bad.items():
        print('# %s: found %r, wanted %r' % (key, a, b))


def derived(plan):
    """by id"""
    measures = json.loads(exported(plan, 'json'))['derived']['measures']
    return {key: WORDS[item['state']] for key, item in measures.items()}


def in_table(plan, names, column):
    rows = json.loads(exported(plan, 'json'))['tables']['measures']
    return {names[row['name']]: row[column] for row in rows}


def in_markdown(plan, names):
    """the table, and the first page"""
    found = {}
    for title, tables in markdown_sections(exported(plan, 'markdown')):
        for row in (row for table in tables for row in table):
            state = row.get('Status' if title == 'Review' else 'State')
            key = names.get(row.get('Measure'))
            if key and state and found.setdefault(key, state) != state:
                found[key] = 'not one state'
    return found


def in_workbook(path):
    return {row['id']: row['State']
            for row in table_rows(workbook(path), 'measures')}


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
    for row in table_cells(book, 'readings'):
        item = plan['measures'].get(row['id'].value)
        if not item or row['Kind'].value != 'Reading':
            continue
        actual = item['actuals'][0]
        row['Value'].value = float(actual['value'])
        row['n'].value = float(actual['n']) if 'n' in actual else None
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
