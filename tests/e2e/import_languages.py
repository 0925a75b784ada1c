#!/usr/bin/env python3
# import_languages.py - a workbook that was written in one language comes back
# to somebody who speaks another: the same changes, whoever reads it
import json
import os
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position
from workbooks import check, export, finish  # pylint: disable=wrong-import-position

TAGS = ("en", "es", "ko", "zh-Hans", "zh-Hant")
RETAIL = os.path.join(plans.TOP, "examples/retail.yaml")


def came_back(book, user):
    """What ces import says to a user of that language."""
    done = subprocess.run(
        [plans.CES, "import", book, RETAIL, "--format", "json"],
        env={**os.environ, "LC_ALL": user.replace("-", "_")},
        capture_output=True, timeout=120, check=False)
    return json.loads(done.stdout)


def columns_of(lists, name):
    """{word: label} of a list of the hidden sheet."""
    for column in lists.iter_cols():
        if column[0].value == name:
            return {word.value: label.value for label, word in
                    zip(column[1:], list(lists.columns)[column[0].column][1:])
                    if word.value}
    return {}


def table_of(book, key):
    """(sheet, row of the headers, {key: column}) of a table, by Base."""
    base = book["Base"]
    for row in range(1, base.max_row + 1):
        if base.cell(row, 1).value != "table" or \
                base.cell(row, 2).value != key:
            continue
        sheet = book[base.cell(row, 3).value]
        headers = {base.cell(row + 2, c).value: base.cell(row + 1, c).value
                   for c in range(3, base.max_column + 1)
                   if base.cell(row + 1, c).value}
        for cells in sheet.iter_rows():
            found = {headers[cell.value]: cell.column for cell in cells
                     if cell.value in headers}
            if len(found) == len(headers):
                return sheet, cells[0].row, found
    return None


def edit(path, edited):
    """A status by its label, a name, a share, a new row."""
    book = openpyxl.load_workbook(path)
    labels = columns_of(book["Lists"], "action_status")
    sheet, head, columns = table_of(book, "actions")
    end = head + 1
    while sheet.cell(end, columns["title"]).value:
        end += 1
    sheet.cell(head + 2, columns["status"]).value = labels["cancelled"]
    sheet.cell(head + 3, columns["owner"]).value = "Ada Okafor"
    sheet.cell(head + 4, columns["percent"]).value = 0.35
    sheet.cell(end, columns["title"]).value = "Try it"
    sheet.cell(end, columns["status"]).value = labels["not_started"]
    sheet.cell(end, columns["owner"]).value = "Ada Okafor"
    book.save(edited)


def made(told):
    """The changes, without what is said of them."""
    return [(one["path"], one["new"]) for one in told.get("edits", [])]


def main():
    wanted = None
    with tempfile.TemporaryDirectory() as folder:
        for tag in TAGS:
            path = os.path.join(folder, tag + ".xlsx")
            edited = os.path.join(folder, tag + "-edited.xlsx")
            check(export(RETAIL, path, "--language", tag), f"{tag} is written")
            edit(path, edited)
            for user in TAGS:
                cells = came_back(path, user)["cells"]
                check(not cells, f"{tag} unedited, read by {user}: {cells}")
                told = came_back(edited, user)
                wanted = wanted or made(told)
                check(len(wanted) == 4 and made(told) == wanted,
                      f"{tag} edited, read by {user}: {made(told)}")
    finish()


main()
