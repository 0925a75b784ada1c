#!/usr/bin/env python3
# worked.py - figures that were worked out by hand
#
# A plan of tests/golden tells in comments the figures that ces has to arrive
# at, in the tables of its JSON:
#
#   # TABLE/ROW/COLUMN = VALUE   ROW: its first cell, or the first two with a
#                                blank between; none: the sum of the column
#   # TABLE = N                  so many rows
#   # plan: PATH                 the figures are of that plan
#
# Values are texts, or numbers to as many decimals as are written; None is none.
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

FIGURE = re.compile(r"^# ([a-z_]+)(?:/([^/=]*)/([a-z_]+))? = (.*)$", re.M)


def tables_of(plan):
    done = plans.ces(["export", str(plan), "--format", "json", "-o", "-"],
                     timeout=300)
    return json.loads(done.stdout)["tables"]


def found(rows, row, column):
    if column is None:
        return len(rows)
    if not row:
        return sum(at.get(column) or 0 for at in rows)
    for at in rows:
        first = [str(value) for value in list(at.values())[:2]]
        if row in (first[0], " ".join(first)):
            return at.get(column, "no such column")
    return "no such row"


def is_same(value, wanted):
    if not isinstance(value, (int, float)):
        return str(value) == wanted
    try:
        decimals = len(wanted.partition(".")[2])
        return abs(value - float(wanted)) <= 0.5000001 * 10 ** -decimals
    except ValueError:
        return False


def judge(plan):
    text = plan.read_text(errors="replace")
    figures = FIGURE.findall(text)
    if not figures:
        return plan, None
    of = re.search(r"^# plan: (\S+)$", text, re.M)
    tables = tables_of(plans.TOP / of[1] if of else plan)
    wrong = []
    for table, row, column, wanted in figures:
        value = found(tables[table], row, column or None)
        if not is_same(value, wanted.strip()):
            wrong.append(f"{table}/{row}/{column} is {value}, not {wanted}")
    return plan, wrong


def main():
    folder = plans.TOP / "tests" / "golden"
    paths = sorted(folder.rglob("*.yaml"))
    cases = 0
    with ThreadPoolExecutor(2) as pool:
        for plan, wrong in pool.map(judge, paths):
            if wrong is None:
                continue
            cases += 1
            name = plan.relative_to(folder)
            print(f"{'not ok' if wrong else 'ok'} {cases} - {name}")
            for line in wrong:
                print(f"# {line}")


if __name__ == "__main__":
    sys.exit(main())
