#!/usr/bin/python3
# base.py - hidden sheets by which edits are taken back: Base holds the cells as
# exported, Lists the words beside their labels, in every language
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import made_up  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, SAMPLES, check, finish, listed, sample)

KEPT = ['Base', 'Lists', 'Source']


class Block:
    """a table of the sheet Base"""

    def __init__(self, rows):
        self.key, self.sheet, self.second = rows[0][1:4]
        width = max(i for i, v in enumerate(rows[1]) if v is not None) + 1
        self.keys, self.headers = rows[1][2:width], rows[2][2:width]
        self.items = [(*r[:2], r[2:width]) for r in rows[3:]]


def blocks(book):
    found, rows = [], []
    for row in book['Base'].iter_rows(values_only=True):
        if row[0] == 'sheet':  # marks of all sheets come last
            break
        if any(v is not None for v in row):
            rows.append(row)
        elif rows:
            found.append(Block(rows))
            rows = []
    if rows and rows[0][0] == 'table':  # else marks of all sheets
        found.append(Block(rows))
    return found


def table_rows(sheet, block):
    """the rows of the table on its sheet, as dictionaries by header"""
    head = None
    for row in sheet.iter_rows(values_only=True):
        if set(block.headers) <= set(row) and 'id' in row:
            head = row
        elif head and row[head.index('id')] is not None:
            yield dict(zip(head, row))


def differences(book):
    """cells of Base that aren't those of the sheets"""
    for block in blocks(book):
        rows = list(table_rows(book[block.sheet], block))
        for item, second, values in block.items:
            same = [r for r in rows if r['id'] == item and (
                not block.second or second == r[block.headers[
                    block.keys.index(block.second)]])]
            if len(same) != 1:
                yield f'{block.key}.{item}: {len(same)} rows'
            for header, value in zip(block.headers, values):
                # of a formula it says that it is one
                if same and value not in (None, True, same[0][header]):
                    yield (f'{block.key}.{item} {header}: {value!r}, '
                           f'not {same[0][header]!r}')


def left_out(formulas, book):
    """cells of an item without a formula that Base leaves out"""
    for block in blocks(book):
        sheet = formulas[block.sheet]
        plain = list(table_rows(sheet, block))
        ids = {item for item, _, _ in block.items}
        for row in plain:
            for header, value in row.items():
                if (row['id'] in ids and value is not None and
                        header not in (*block.headers, 'id', None) and
                        not str(value).startswith('=')):
                    yield f'{block.key}.{row["id"]} {header}: {value!r}'


def words(book):
    """by the name of a list, its labels and what stands beside them"""
    sheet = book['Lists']
    found = {}
    for column in range(1, sheet.max_column, 2):
        pairs = [(sheet.cell(r, column).value, sheet.cell(r, column + 1).value)
                 for r in range(1, sheet.max_row + 1)]
        found[pairs[0][0]] = dict(p for p in pairs[1:] if p[0] is not None)
    return found


def shapes(book):
    return [(b.key, b.second, b.keys, [i[0] for i in b.items])
            for b in blocks(book)]


def check_samples(folder):
    for name in SAMPLES:
        path = sample(folder, name)
        book = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path)
        listed(f'{name}: Base is as the sheets are', differences(book))
        listed(f'{name}: every plain cell of an item is in Base',
               left_out(formulas, book))
        check(all(book[n].sheet_state == 'hidden' for n in KEPT),
              f'{name}: all of it is hidden')


def check_words(book):
    found = words(book)
    check(found['action_status'] == {
        'Not started': 'not_started', 'In progress': 'in_progress',
        'Done': 'done', 'Cancelled': 'cancelled'}, 'words beside labels')
    check(found['people']['Ada Okafor'] == 'okafor', 'ids beside names')
    check(found['flag'] == {'Yes': 'true', 'No': 'false'}, 'flags')
    check(found['investments.state']['◆ Gated'] == 'gated', 'states')
    for name in ('action_status', 'answer', 'disposition', 'outcome', 'people'):
        place = book.defined_names['list_' + name].attr_text
        first, last = re.fullmatch(
            r"'Lists'!(\$[A-Z]+\$\d+):(\$[A-Z]+\$\d+)", place).groups()
        cells = book['Lists'][f'{first}:{last}']
        check([c[0].value for c in cells] == list(found[name]),
              f'list_{name} is the range of its labels')


def check_language(folder, english):
    """Labels follow the language, keys and words don't."""
    ces, _ = made_up.program('padded')
    path = os.path.join(folder, 'padded.xlsx')
    subprocess.run([ces, 'export', *made_up.RENDERED, RETAIL, '-o', path], check=True,
                   stdout=subprocess.DEVNULL)
    book = openpyxl.load_workbook(path, data_only=True)
    check(set(KEPT) <= set(book.sheetnames), 'names of the hidden sheets stay')
    check(shapes(book) == shapes(english), 'keys of tables and columns stay')
    plain, long = words(english), words(book)
    check([list(v.values()) for v in plain.values()] ==
          [list(v.values()) for v in long.values()], 'words stay')
    check(list(plain['action_status']) != list(long['action_status']),
          'labels are translated')
    listed('a translation: Base is as the sheets are', differences(book))


def check_names(folder):
    """A translation may call a sheet as we call a hidden one."""
    ces, _ = made_up.program('named')
    path = os.path.join(folder, 'named.xlsx')
    subprocess.run([ces, 'export', *made_up.RENDERED, RETAIL, '-o', path], check=True,
                   stdout=subprocess.DEVNULL)
    book = openpyxl.load_workbook(path, data_only=True)
    check({'Base 2', 'Lists 2', 'Source 2', 'base 3'} <= set(book.sheetnames),
          'sheets of such names get another: %s' % book.sheetnames)
    check(book['Base']['A1'].value == 'table' and
          book['Source']['A1'].value == 'plan' and
          book['Lists']['B1'].value == 'word', 'the hidden ones keep theirs')
    check([b.sheet for b in blocks(book) if b.key == 'hours'] == ['base 3'],
          'and name the others')


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_samples(folder)
        book = openpyxl.load_workbook(sample(folder, 'retail'), data_only=True)
        check_words(book)
        check_language(folder, book)
        check_names(folder)
    finish()


main()
