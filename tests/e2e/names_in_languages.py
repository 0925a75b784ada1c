#!/usr/bin/env python3
# names_in_languages.py - in each language names that stand side by side differ:
# sheets, headers of a table, labels of a list; and fit where they have to
import collections
import os
import re
import sys
import tempfile
import unicodedata

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from five import PLANS, TAGS, catalog  # pylint: disable=wrong-import-position
from plans import TOP  # pylint: disable=wrong-import-position
from workbooks import check, export, finish, listed  # pylint: disable=wrong-import-position

HIDDEN = {"Base", "Lists", "Source"}
NAME_LIMIT = 31  # units of UTF-16
FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$|^history$", re.I)


def folded(text):
    """As programs compare names: without case and width."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def twice(texts):
    """Those that are there more than once."""
    return [text for text, n in
            collections.Counter(map(folded, texts)).items() if n > 1]


def unfit(names):
    """Names that a sheet can't have."""
    return [name for name in names
            if len(name.encode("utf-16-le")) > 2 * NAME_LIMIT or
            FORBIDDEN.search(name)]


def lists_of(book):
    """(name, labels) of the lists that are chosen from."""
    for column in book["Lists"].iter_cols():
        cells = [cell.value for cell in column if cell.value]
        if cells and cells[0] not in ("word", "id", "people"):
            yield cells[0], cells[1:]


def states():
    """{key: English text} of all states."""
    text = (TOP / "include/ces/states.def").read_text("utf-8")
    return dict(re.findall(r'^(?:STATE|MEASURE)\((?:\w+, )??(\w+), \w+, '
                           r'"([^"]+)"', text, re.M))


def in_workbook(code, what, path):
    """What stands side by side in a workbook."""
    book = openpyxl.load_workbook(path)
    names = book.sheetnames
    hidden = {sheet.title for sheet in book if sheet.sheet_state != "visible"}
    check(HIDDEN <= hidden, f"{code}, {what}: sheets for programs")
    listed(f"{code}, {what}: names of sheets fit", unfit(names))
    listed(f"{code}, {what}: no sheet twice", twice(names))
    listed(f"{code}, {what}: no header twice",
           [f"{table.name}: {head}" for sheet in book
            for table in sheet.tables.values()
            for head in twice(str(cell.value)
                              for cell in sheet[table.ref][0])])
    listed(f"{code}, {what}: no label twice",
           [f"{name}: {label}" for name, labels in lists_of(book)
            for label in twice(labels)])
    check(sum(1 for _ in lists_of(book)) > 5, f"{code}, {what}: lists")


def in_catalog(code):
    """Choices and states that the workbooks needn't show."""
    told = catalog(code)
    shown = {key: told.get(("", text), text) for key, text in states().items()}
    check(len(shown) > 40, f"{code}: states: {len(shown)}")
    listed(f"{code}: no state twice", twice(shown.values()))
    listed(f"{code}: states keep their marks",
           [text for key, text in shown.items()
            if text[:2] != states()[key][:2]])


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.xlsx")
        for code, plan in PLANS.items():
            for what, source, options in (
                    ("retail", plan, ()),
                    ("parts", TOP / "tests/parts.yaml",
                     ("--language", TAGS[code]))):
                check(export(source, path, "--force", *options),
                      f"{code}, {what}: a workbook")
                in_workbook(code, what, path)
            in_catalog(code)
    finish()


main()
