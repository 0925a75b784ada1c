#!/usr/bin/env python3
# imported.py - what was typed into a workbook comes back: each cell that can,
# alone, and back again; and of any cell of any sheet a change or a finding
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import yaml

TOP = os.environ["TOP"]
sys.path.insert(0, os.path.join(TOP, "tests"))
import typed  # noqa: E402
from workbooks import SAMPLES, check, export, finish, listed  # noqa: E402

CES = os.environ["CES"]
RETAIL = os.path.join(TOP, "examples/retail.yaml")
EDITS = int(os.environ.get("CES_EDITS", "500"))
SEED = int(os.environ.get("CES_SEED", "14"))
HIDDEN = ("Base", "Lists", "Charts", "Figures", "Source")


def run(*args):
    return subprocess.run([CES, "import", *args], capture_output=True,
                          stdin=subprocess.DEVNULL)


def told(*args):
    done = run(*args, "--format", "json")
    return done.returncode, json.loads(done.stdout)


# --- the sheet Base -----------------------------------------------------------

class Block:
    """What was exported of a table."""

    def __init__(self, cells, top):
        self.key, self.sheet = cells[top, 2].value, cells[top, 3].value
        second = cells[top, 4].value if (top, 4) in cells else None
        keys = {c: cell.value for (r, c), cell in cells.items()
                if r == top + 1 and c > 2}
        # another period is one reading gone and one new
        self.headers = {c: cell.value for (r, c), cell in cells.items()
                        if r == top + 2 and c > 2 and keys[c] != second}
        self.top = top + 3
        self.rows = 0
        while (self.top + self.rows, 1) in cells:
            self.rows += 1


def blocks_of(cells):
    for (row, column), cell in sorted(cells.items()):
        if column == 1 and cell.value == "table":
            yield Block(cells, row)


def place_of(book, block, cells):
    """Where each cell of the block stands on its sheet."""
    sheet = {(c.row, c.column): c for c in book.cells(block.sheet)}
    wanted = set(block.headers.values())
    heads = [row for (row, _), c in sheet.items() if c.value == "id"]
    head = max(heads, key=lambda row: len(
        wanted & {c.value for (r, _), c in sheet.items() if r == row}))
    columns = {c.value: column for (r, column), c in sheet.items()
               if r == head}
    row = head
    for at in range(block.rows):
        row += 1
        while (row, columns["id"]) not in sheet or \
                sheet[row, columns["id"]].value != cells[block.top + at,
                                                         1].value:
            row += 1
        for column, header in block.headers.items():
            yield (at, column), (row, columns[header])


def another(rng, cell, column):
    """Another value of the kind that the cell has, out of its column."""
    others = [c for c in column if c != cell]
    if isinstance(cell, float):
        if cell == 0:
            return 0.5 if all(0 <= c <= 1 for c in column
                              if isinstance(c, float)) else 1
        return cell + 1 if cell > 1 or cell < -1 else round(cell / 2, 4)
    if cell is None:
        return rng.choice(column or ["new"])
    return rng.choice(others) if others else cell + " anew"


def importable(book):
    """(block, row of Base, column, sheet's cell, old value, new one)"""
    rng = random.Random(SEED)
    base = {(c.row, c.column): c for c in book.cells("Base")}
    for block in blocks_of(base):
        for (at, column), (row, on) in place_of(book, block, base):
            cell = base.get((block.top + at, column))
            values = [base[block.top + i, column].value
                      for i in range(block.rows)
                      if (block.top + i, column) in base]
            old = cell.value if cell else None
            yield (block, block.top + at, column,
                   typed.xlsx.column_letters(on) + str(row), old,
                   another(rng, old, values))


# --- one cell at a time -------------------------------------------------------

def paths_of(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths_of(item, "%s.%s" % (path, key) if path else
                                str(key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from paths_of(item, "%s[%d]" % (path, i))
    else:
        yield path, value


def differing(before, after):
    one, other = dict(paths_of(before)), dict(paths_of(after))
    return sorted(path for path in set(one) | set(other)
                  if one.get(path, paths_of) != other.get(path, paths_of))


def one_cell(folder, book, plan, before, number, what):
    """A text with one more word, else another value of the column."""
    old = what[4]
    if isinstance(old, str) and " " in old:
        longer = change_cell(folder, book, plan, before, number,
                             what[:5] + (old + " anew",))
        if longer[1] != "refused":
            return longer
    return change_cell(folder, book, plan, before, number, what)


def change_cell(folder, book, plan, before, number, what):
    """What is wrong with the change of one cell; 'taken' or another word of
    what became of it where nothing is."""
    block, base_row, column, ref, old, new = what
    path = os.path.join(folder, "%d.xlsx" % number)
    target = os.path.join(folder, "%d.yaml" % number)
    base = typed.xlsx.column_letters(column) + str(base_row)
    place = "%s!%s %r -> %r" % (block.sheet, ref, old, new)
    try:
        book.save(path, {(block.sheet, ref): new})
        status, report = told(path, plan, "-o", target)
        if "refused" in report:
            return "%s: %s" % (place, report["refused"]), None
        cells = [c for c in report["cells"] if c["kind"] != "assumed"]
        if len(cells) != 1 or cells[0]["cell"] != ref:
            return "%s: %d findings: %s" % (place, len(cells), cells[:3]), None
        if cells[0]["kind"] != "taken":
            return None, cells[0]["kind"]
        if any(c["kind"] == "assumed" for c in report["cells"]):
            return None, "taken"
        with open(target, encoding="utf-8") as file:
            after = yaml.safe_load(file)
        paths = differing(before, after)
        if paths != [cells[0]["path"]]:
            return "%s: differs in %s, said %s" % (
                place, paths, cells[0]["path"]), None
        # a value shown without a key of its own is told by one from now on
        if old is not None and cells[0]["path"] not in dict(paths_of(before)):
            return None, "taken"
        book.save(path, {("Base", base): new})
        back = run(path, target, "--write")
        # a measure's other keys may decide what is shown of this one
        if back.stdout.endswith(b"There is nothing to change.\n"):
            return None, "shown as before"
        with open(target, "rb") as one, open(plan, "rb") as two:
            if one.read() != two.read():
                return place + ": other bytes once it is back", None
        return None, "taken"
    finally:
        for name in (path, target):
            if os.path.exists(name):
                os.remove(name)


def can_come_back(folder, book, plan):
    """Those that aren't worked out of other keys."""
    cells = list(importable(book))
    path = os.path.join(folder, "all.xlsx")
    book.save(path, {(c[0].sheet, c[3]): c[5] for c in cells})
    report = told(path, plan)[1]
    lost = {(c["sheet"], c["cell"]) for c in report["cells"]
            if c["kind"] == "not_taken"}
    check(len(report["cells"]) >= len(cells), "of all %d at once each is a "
          "change or a finding" % len(cells))
    return [c for c in cells if (c[0].sheet, c[3]) not in lost]


def each_cell(folder, book, plan):
    with open(plan, encoding="utf-8") as file:
        before = yaml.safe_load(file)
    cells = can_come_back(folder, book, plan)
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(
            lambda pair: one_cell(folder, book, plan, before, *pair),
            enumerate(cells)))
    counts = {}
    for _, word in results:
        counts[word] = counts.get(word, 0) + 1
    print("# cells: %d, %s" % (len(cells), counts))
    listed("each cell comes back alone, and back again the old bytes",
           [problem for problem, _ in results if problem])
    check(counts.get("taken", 0) > 1000 and
          counts.get("shown as before", 0) < 3, "most of them can be taken")


# --- any cell -----------------------------------------------------------------

VALUES = [None, 0, 1, 85, 0.85, -3, 46235.0, 1e12, "81,4", "1/8/26",
          "8 Aug 2026", "2026-08-08", "2026-07", "85%", "Bob", "Done",
          " yes ", "x", "Ärger, neu", "=1+1", "TODO", "24/7", "#N/A", True]


def any_cells(book):
    for name in book.names:
        if name in HIDDEN:
            continue
        cells = list(book.cells(name))
        last = max([c.column for c in cells], default=1) + 2
        rows = max([c.row for c in cells], default=1) + 3
        yield name, {c.ref: c for c in cells}, rows, last


def seeded(book):
    rng = random.Random(SEED)
    sheets = list(any_cells(book))
    for _ in range(EDITS):
        name, cells, rows, columns = rng.choice(sheets)
        if cells and rng.random() < 0.7:
            ref = rng.choice(sorted(cells))
        else:
            ref = typed.xlsx.column_letters(rng.randint(1, columns)) + \
                str(rng.randint(1, rows))
        old = cells[ref].value if ref in cells else None
        formula = cells[ref].formula if ref in cells else None
        new = rng.choice([v for v in VALUES if v != old])
        yield name, ref, "=" + formula if formula is not None else old, new


def any_cell(folder, book, plan, number, what):
    name, ref, old, new = what
    path = os.path.join(folder, "any%d.xlsx" % number)
    book.save(path, {(name, ref): new})
    status, report = told(path, plan)
    os.remove(path)
    if "refused" in report or not report["cells"]:
        return "%s!%s %r -> %r: %s" % (name, ref, old, new,
                                       report.get("refused", "nothing"))
    return None


def any_edit(folder, book, plan):
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(
            lambda pair: any_cell(folder, book, plan, *pair),
            enumerate(seeded(book))))
    listed("each of %d edits of any cell is a change or a finding" % EDITS,
           [problem for problem in results if problem])


def unedited(folder):
    for name, plan in SAMPLES.items():
        if not plan:
            continue
        path = os.path.join(folder, name + ".xlsx")
        plan = os.path.join(TOP, plan)
        if export(plan, path):
            done = run(path, plan)
            check(done.stdout == b"There is nothing to change.\n" and
                  done.returncode == 0, name + " as exported: no changes")


def main():
    words = sys.argv[1:] or ["unedited", "each", "any"]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "retail.xlsx")
        check(export(RETAIL, path), "retail is exported")
        book = typed.Workbook(path)
        if "unedited" in words:
            unedited(folder)
        if "each" in words:
            each_cell(folder, book, RETAIL)
        if "any" in words:
            any_edit(folder, book, RETAIL)
    finish()


main()
