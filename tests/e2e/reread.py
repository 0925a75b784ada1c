#!/usr/bin/python3
# reread.py - what is read of a workbook is what openpyxl reads of it: as we
# wrote it, and as other programs have saved it again
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils.datetime import to_excel

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from workbooks import (  # pylint: disable=wrong-import-position
    check, convert, finish, listed, sample)

READ = os.path.join(os.environ['BUILD'], 'tests', 'read_sheets')


def ours(path):
    """Sheets in their order: name, hidden, cells and notes by their place."""
    told = subprocess.run([READ, path], capture_output=True, text=True,
                          check=True).stdout
    sheets = []
    for line in told.split('\n')[:-2]:
        row = json.loads(line)
        if row['is'] == 'fault':
            return row['text']
        if row['is'] == 'sheet':
            sheets.append((row['name'], row['hidden'], {}, {}))
            continue
        place = row.pop('row') + 1, row.pop('column') + 1
        if row['is'] == 'note':
            sheets[-1][3].setdefault(place, []).append(row['text'])
        else:
            sheets[-1][2][place] = row
    return sheets


def unescaped(text):
    return re.sub(r'_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m[1], 16)), text)


def wanted(cell, formula):
    """Kind, value, is it a formula's, and of a number what its format shows;
    None of a blank cell."""
    value = cell.value
    if cell.hyperlink and value == cell.hyperlink.location:
        value = None  # which openpyxl makes of a link without a result
    if value is None or value == '':
        return ('blank', None, True) if formula else None
    if isinstance(value, bool):
        return 'flag', float(value), formula
    if isinstance(value, datetime.date):
        return 'number', to_excel(value), formula, 'date'
    if isinstance(value, (int, float)):
        return ('number', float(value), formula,
                'percent' if '%' in cell.number_format else '')
    kind = 'error' if cell.data_type == 'e' else 'text'
    return kind, unescaped(value).replace('\r\n', '\n'), formula


def given(cell):
    kind, formula = cell['is'], cell['formula']
    if kind == 'number':
        return (kind, cell['number'], formula, 'date' if cell['date'] else
                'percent' if cell['percent'] else '')
    value = {'blank': None, 'flag': cell['number']}.get(kind, cell['text'])
    return kind, value, formula


def compare(path, what):
    read = ours(path)
    if isinstance(read, str):
        check(False, f'{what} is read: {read}')
        return
    book = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    check([sheet[:2] for sheet in read] ==
          [(sheet.title, sheet.sheet_state != 'visible')
           for sheet in book.worksheets],
          f'{what}: its sheets, in their order, and which are hidden')
    bad, n = [], 0
    for name, _, cells, notes in read:
        sheet, texts = book[name], formulas[name]
        found = {}
        for row in sheet.iter_rows():
            for cell in row:
                formula = texts[cell.coordinate].data_type == 'f'
                want = wanted(cell, formula)
                place = cell.row, cell.column
                have = cells.pop(place, None)
                have = have and given(have)
                n += want is not None
                if want != have:
                    bad.append((name, cell.coordinate, want, have))
                if cell.comment:
                    found[place] = cell.comment.text
        bad += [(name, place, cell) for place, cell in cells.items()]
        if found != {place: '\n'.join(told) for place, told in notes.items()}:
            bad.append((name, found, notes))
    check(n > 300, f'{what}: {n} cells')
    listed(f'{what}: cells and comments are as openpyxl reads them', bad)


def saved_again(folder, path, all_ways):
    """The workbook as other programs save it."""
    yield 'ces', path
    yield 'LibreOffice', convert(folder, path, 'xlsx')
    if not all_ways:
        return
    ods = convert(folder, path, 'ods')
    os.mkdir(os.path.join(folder, 'ods'))
    yield 'LibreOffice, from .ods', convert(os.path.join(folder, 'ods'), ods,
                                            'xlsx')
    out = os.path.join(folder, 'gnumeric.xlsx')
    subprocess.run(['ssconvert', path, out], capture_output=True, check=True)
    yield 'Gnumeric', out
    out = os.path.join(folder, 'openpyxl.xlsx')
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    sheet['B2'].comment = openpyxl.comments.Comment('Why?\nSince when?', 'Ann')
    book.save(out)
    yield 'openpyxl', out
    yield 'openpyxl, then LibreOffice', convert(folder, out, 'xlsx')


def main():
    for name in ('retail', 'korean'):
        with tempfile.TemporaryDirectory() as folder:
            for program, path in saved_again(folder, sample(folder, name),
                                             name == 'retail'):
                compare(path, f'{name} by {program}')
    finish()


main()
