#!/usr/bin/python3
# linear.py - what is twice as large takes twice as many instructions
#
# Counted are instructions, not seconds: they are the same however busy the
# machine is.
import datetime
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from plans import TOP  # pylint: disable=wrong-import-position
from steps import SANITIZED, growth  # pylint: disable=wrong-import-position
from workbooks import check, finish  # pylint: disable=wrong-import-position

MOST = 1.15


def grown(copies):
    """A plan of so many copies of the example, and more actions."""
    return subprocess.run(
        [sys.executable, str(TOP / "tests/bench.d/grow.py"),
         str(TOP / "examples/retail.yaml"), str(copies),
         f"actions={100 * copies}", f"contact_reasons={15 * copies}"],
        capture_output=True, text=True, check=True).stdout


def mistaken(copies):
    """The same with days, words and references that fixes are offered for."""
    text = re.sub(r"(due: \d{4})-0?(\d+)-0?(\d+)", r"\1-\2-\3", grown(copies))
    text = text.replace("status: in_progress", "status: in progress")
    return text.replace("owner: lind", "owner: linda")


def lines(line):
    """A plan of n lines, of which each has its number."""
    return lambda n: "ces: 1\n" + "".join(
        line.replace("#", str(i)) + "\n" for i in range(n))


def aliases(n):
    return lines("x-#: &a# v")(n) + "x-a: [" + ", ".join(
        f"*a{i}" for i in range(n)) + "]\n"


def on_one_line(n):
    return "ces: 1\nplan: {" + ", ".join(
        f"key{i}: 1" for i in range(n)) + "}\n"


def readings(n):
    """A plan of one measure with n readings, each of a day of its own."""
    first = datetime.date(2000, 1, 1)
    actuals = ", ".join(
        f"{{period: {first + datetime.timedelta(i)}, value: 60%, n: 100}}"
        for i in range(n))
    return ("ces: 1\nplan: {as_of: 2026-06-30}\nmeasures:\n"
            "  a: {name: A, standard: csat, target: {value: 80%, date: "
            f"2027-01-01}}, actuals: [{actuals}]}}\n")


CASES = {
    "keys of one's own": (2000, lines("x-#: 1")),
    "unknown keys on one line": (1000, on_one_line),
    "one key again and again": (1000, lines("x-a: 1")),
    "units of one name": (1000, lambda n: "ces: 1\nunits:\n" + "".join(
        f"  u{i}: {{name: A}}\n" for i in range(n))),
    "anchors and aliases": (2000, aliases),
    "one anchor again and again": (2000, lines("x-#: &a v")),
    "a long value": (200000, lambda n:
                     f'ces: 1\nplan:\n  title: "{"x" * n}"\n'),
    "a quote that never closes": (2000, lambda n: 'ces: 1\nplan:\n  title: "' +
                                  ("x" * 79 + "\n") * n),
}


def judge(folder, name, sizes, text, *words):
    """Grows the work as the plans of the three sizes do?"""
    def command(size):
        plan = folder / f"{size}.yaml"
        plan.write_text(text(size))
        behind = {"export": ["-o", folder / f"{size}.xlsx"],
                  "set": ["plan.title=Another"],
                  "rename": ["people.lind", "new"]}
        return [*words, plan, *behind.get(words[0], [])]

    ratio = growth(sizes, [command(size) for size in sizes])
    check(ratio < MOST, name)
    print(f"# {ratio:.2f}")


if SANITIZED:  # which valgrind can't run; the count is the same without
    print("valgrind can't run a program with sanitizers")
    sys.exit(77)
with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    for title, (n, plan) in CASES.items():
        judge(scratch, title, (0, n, 2 * n), plan, "check")
    judge(scratch, "a change of a large plan", (1, 2, 4), grown, "set")
    judge(scratch, "an id that is referred to often", (1, 2, 4), grown,
          "rename")
    judge(scratch, "fixes of many mistakes", (1, 2, 4), mistaken, "fix",
          "--unsafe")
    judge(scratch, "a workbook of many actions and reasons", (1, 2, 4), grown,
          "export", "--quiet")
    judge(scratch, "a workbook of many readings of one measure",
          (0, 400, 800), readings, "export", "--quiet")
finish()
