#!/usr/bin/env python3
# recalculate_languages.py - formulas work in every language: what LibreOffice
# works out is what we say, and after the same edit the same figures everywhere
import concurrent.futures
import os
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from five import PLANS  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, compared, convert_all, export, finish, formulas, listed, same)

# the columns whose words, days and numbers formulas look at
EDITED = {
    "actions": ("Status", "Owner", "Due"), "decisions": ("Outcome", "Due"),
    "segments": ("High value",), "contact_reasons": ("Demand", "What we do"),
    "measures": ("Headline",), "intelligence": ("Customers told",),
    "findings": ("Severity", "Waived", "In hand"), "readings": ("Value",),
    "investments": ("Amount", "State", "Status")}
# unedited they are told by the figures of all languages, and by English
STORED = ("es", "ko")
MARKS = set("✓●▲■◆○")


def tables(book):
    """(name, its cells by rows, the head first) of each table."""
    for sheet in book:
        for table in sheet.tables.values():
            rows = sheet[table.ref]
            yield table.name, rows[:len(rows) - (table.totalsRowCount or 0)]


def columns(path):
    """{table: indexes of its columns to be edited}, by English headers."""
    return {name: [i for i, cell in enumerate(rows[0])
                   if cell.value.split(",")[0] in EDITED[name]]
            for name, rows in tables(openpyxl.load_workbook(path))
            if name in EDITED}


def edit(path, edited, wanted):
    """Turns the columns upside down: the last row's value comes first."""
    book = openpyxl.load_workbook(path)
    for name, rows in tables(book):
        for i in wanted.get(name, []):
            values = [row[i].value for row in rows[1:]]
            if any(str(value)[:1] == "=" for value in values):
                continue
            for row, value in zip(rows[1:], reversed(values)):
                row[i].value = value
    book.save(edited)


def recalculated(folder, paths):
    """{path: the workbook again}; Spanish numbers by a Spanish program."""
    spanish = [path for path in paths if "/es" in path]
    others = [path for path in paths if path not in spanish]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = [pool.submit(convert_all, folder, some, "xlsx", locale)
                for some, locale in ((spanish, "es-ES"), (others, "en-US"))]
        again = runs[0].result() + runs[1].result()
    return dict(zip(spanish + others, again))


def results(path, again):
    """{place: what its formula results in, but for words}; sheets by number."""
    order = openpyxl.load_workbook(path).sheetnames
    book = openpyxl.load_workbook(again, data_only=True)
    found = {}
    for sheet, place, _ in formulas(path):
        value = book[sheet][place].value
        found[order.index(sheet), place] = (
            value if not isinstance(value, str) else
            value[0] if value[:1] in MARKS else value and "a text")
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = {code: os.path.join(folder, code + ".xlsx") for code in PLANS}
        edited = {code: os.path.join(folder, code + "-edited.xlsx")
                  for code in PLANS}
        for code in PLANS:
            check(export(PLANS[code], path[code]), f"{code}: a workbook")
        wanted = columns(path["en"])
        check(wanted.keys() == EDITED.keys(), f"tables: {sorted(wanted)}")
        for code in PLANS:
            edit(path[code], edited[code], wanted)
        again = recalculated(folder, [*(path[code] for code in STORED),
                                      *edited.values()])
        for code in STORED:
            compared(path[code], again[path[code]],
                     code + ": %d formulas recalculate to what is stored")
        before = results(path["en"], path["en"])
        english = results(edited["en"], again[edited["en"]])
        moved = sum(not same(before[place], english[place])
                    for place in before)
        check(moved > 50, f"the edit moves formulas: {moved}")
        for code in list(PLANS)[1:]:
            own = results(edited[code], again[edited[code]])
            listed(f"{code}: an edit moves the same figures",
                   [f"{place}: {english.get(place)!r} {own.get(place)!r}"
                    for place in english.keys() | own.keys()
                    if not same(english.get(place), own.get(place))])
    finish()


main()
