#!/usr/bin/env python3
# golden_import.py - what ces says of workbooks that people have edited, byte by
# byte; CES_GOLDEN=update rewrites it
#
# tests/golden/import/NAME.edits tells what is done, a line each:
#
#	plan: PATH                   that is exported; default the retail example
#	args: --write                of ces import
#	later: OLD -> NEW            what becomes of the plan after the export
#	onto: PATH                   another plan, to which it comes back
#	workbook: b.xlsx             the following is done to another one
#	Actions!D7: "1/8/26"         a value as JSON, null is a blank
#	percent: Readings!E6 0.85    a number shown as a percent
#	day: Actions!D7 2026-08-01   a date
#	rename: Actions -> Tasks     a sheet
#	sheet: Notes                 a new one
#	hide: Actions
#	gone: Actions                a sheet
#	gone: Actions 7              a row
#	cut: Base 100                rows from that one on
#	insert: Actions 7            a blank row before that one
#	copy: Actions 7              the row, behind the last of the table
#	move: Actions C R            a column's cells
#	sort: Actions 5 24 1         rows by a column, falling
#	merge: Actions C9:C11
#	comment: Actions!D7 Why?
#
# With "by: LibreOffice" that program does it, as at a meeting: values are
# typed, a copied row stands right below, columns move by their letters. There
# is also
#
#	last: Actions                a sheet is moved behind the others
#	filter: Actions A4:Q24 4 Done   rows by a column, from 0
#	sort: Actions A5:Q24 4 down
#
# NAME.said is what is said then, and the diff of the plan where it is written.
import datetime
import difflib
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

TOP = pathlib.Path(os.environ["TOP"])
sys.path.insert(0, str(TOP / "tests"))
import office  # noqa: E402
import openpyxl  # noqa: E402
from openpyxl.comments import Comment  # noqa: E402
from workbooks import check, export, finish  # noqa: E402

GOLDEN = TOP / "tests" / "golden" / "import"
UPDATE = os.environ.get("CES_GOLDEN") == "update"


def cell_of(book, place):
    sheet, ref = place.rsplit("!", 1)
    return book[sheet][ref]


def copy_row(sheet, row):
    last = row
    while sheet.cell(last + 1, 1).value is not None:
        last += 1
    for cell in sheet[row]:
        sheet.cell(last + 1, cell.column).value = cell.value


def move_column(sheet, one, other):
    for row in range(4, sheet.max_row + 1):
        sheet[other + str(row)].value = sheet[one + str(row)].value
        sheet[one + str(row)].value = None


def sort_rows(sheet, first, last, column):
    rows = [[cell.value for cell in sheet[row]]
            for row in range(first, last + 1)]
    rows.sort(key=lambda row: str(row[column - 1]), reverse=True)
    for number, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            sheet.cell(first + number, column).value = value


def edit(book, key, text):
    words = text.split(" ")
    if key == "percent":
        cell_of(book, words[0]).value = float(words[1])
        cell_of(book, words[0]).number_format = "0.00%"
    elif key == "day":
        cell_of(book, words[0]).value = datetime.date.fromisoformat(words[1])
        cell_of(book, words[0]).number_format = "yyyy-mm-dd"
    elif key == "rename":
        old, new = text.split(" -> ")
        book[old].title = new
    elif key == "sheet":
        book.create_sheet(text)["A1"] = "mine"
    elif key == "hide":
        book[text].sheet_state = "hidden"
    elif key == "gone" and len(words) == 1:
        del book[text]
    elif key == "gone":
        book[words[0]].delete_rows(int(words[1]))
    elif key == "cut":
        book[words[0]].delete_rows(int(words[1]), book[words[0]].max_row)
    elif key == "insert":
        book[words[0]].insert_rows(int(words[1]))
    elif key == "copy":
        copy_row(book[words[0]], int(words[1]))
    elif key == "move":
        move_column(book[words[0]], *words[1:])
    elif key == "sort":
        sort_rows(book[words[0]], *map(int, words[1:]))
    elif key == "merge":
        book[words[0]].merge_cells(words[1])
    elif key == "comment":
        cell_of(book, words[0]).comment = Comment(" ".join(words[1:]), "Ada")
    else:
        cell_of(book, key).value = json.loads(text)


def step(key, text):
    """The same for office.py."""
    words = text.split(" ")
    if key == "rename":
        return (key, *text.split(" -> "))
    if key in ("last", "insert", "copy", "sort", "filter"):
        return (key, *words)
    if key == "gone":
        return ("delete", *words)
    if key == "sheet":
        return ("add", text)
    if key == "move":
        return (key, words[0], "%s4:%s400" % (words[1], words[1]),
                words[2] + "4")
    if key == "comment":
        return (key, *words[0].split("!"), " ".join(words[1:]))
    return ("type", *key.rsplit("!", 1), json.loads(text))


class Case:
    def __init__(self, path):
        self.plan, self.onto, self.args = "examples/retail.yaml", None, []
        self.by_office = False
        self.later, self.books = [], {"review.xlsx": []}
        name = "review.xlsx"
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            key, text = line.split(": ", 1)
            if key == "plan":
                self.plan = text
            elif key == "onto":
                self.onto = text
            elif key == "args":
                self.args = shlex.split(text)
            elif key == "later":
                self.later.append(text.replace("\\n", "\n").split(" -> "))
            elif key == "by":
                self.by_office = True
            elif key == "workbook":
                name = text
                self.books[name] = []
            else:
                self.books[name].append((key, text))

    def run(self, folder, exported):
        plan = folder / "plan.yaml"
        shutil.copy(TOP / (self.onto or self.plan), plan)
        plan.chmod(0o644)
        for name, edits in self.books.items():
            if self.by_office:
                shutil.copy(exported, folder / name)
                continue
            book = openpyxl.load_workbook(exported)
            for key, text in edits:
                edit(book, key, text)
            book.save(folder / name)
        text = plan.read_text(encoding="utf-8")
        for old, new in self.later:
            assert old in text, old
            text = text.replace(old, new, 1)
        plan.write_text(text, encoding="utf-8")
        before = text.splitlines(True)
        done = subprocess.run(
            [os.environ["CES"], "import", *self.books, *self.args],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=300)
        after = plan.read_text(encoding="utf-8").splitlines(True)
        diff = difflib.unified_diff(before, after, "before", "after", n=0)
        return (done.stdout.decode() + "exit %d\n" % done.returncode +
                "".join(diff))


def exported(folder, plan):
    """The workbook of a plan of that name, made once."""
    place = folder / plan.replace("/", "-")
    if not place.exists():
        place.mkdir()
        shutil.copy(TOP / plan, place / "plan.yaml")
        assert export("plan.yaml", "export.xlsx", cwd=place)
    return place / "export.xlsx"


def edited(folder, paths, books):
    """The workbooks, those edited by LibreOffice in their places."""
    jobs = []
    for i, path in enumerate(paths):
        case = Case(path)
        if case.by_office:
            steps = [step(*pair) for pair in case.books["review.xlsx"]]
            out = folder / (path.stem + ".xlsx")
            jobs.append((books[i], steps, out))
            books[i] = out
    office.save(folder, jobs)
    return books


def said(path, book):
    with tempfile.TemporaryDirectory() as folder:
        return Case(path).run(pathlib.Path(folder), book)


def main():
    paths = sorted(GOLDEN.glob("*.edits"))
    with tempfile.TemporaryDirectory() as folder, \
            ProcessPoolExecutor(2) as pool:
        folder = pathlib.Path(folder)
        books = edited(folder, paths, [exported(folder, Case(path).plan)
                                       for path in paths])
        results = list(pool.map(said, paths, books))
    for path, now in zip(paths, results):
        out = path.with_suffix(".said")
        if UPDATE:
            out.write_text(now, encoding="utf-8")
        wanted = out.read_text(encoding="utf-8") if out.exists() else ""
        check(now == wanted, path.stem)
        for line in difflib.unified_diff(wanted.splitlines(),
                                         now.splitlines(), "wanted", "said",
                                         lineterm="", n=1):
            print("# " + line)
    finish()


main()
