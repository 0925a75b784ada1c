#!/usr/bin/python3
# page_size.py - a page is small, written in little time, and grows as its plan does
#
# Counted are bytes and instructions, not seconds.
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from concurrent.futures import ThreadPoolExecutor  # pylint: disable=wrong-import-position
from plans import TOP  # pylint: disable=wrong-import-position
from steps import SANITIZED, steps  # pylint: disable=wrong-import-position
from workbooks import RETAIL, check, finish  # pylint: disable=wrong-import-position

MOST = 300000
OF_WORKBOOK = 0.5
TEN_TIMES = 10.5


def grown(folder, copies):
    path = folder / f"{copies}.yaml"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, TOP / "tests/bench.d/grow.py",
                        TOP / "examples/retail.yaml", str(copies)],
                       stdout=file, check=True)
    return path


def at_most(count, most, what):
    check(count <= most, f"{what}: {count:.4g} of {most:.4g}")


if SANITIZED:  # which valgrind can't run; the count is the same without
    print("valgrind can't run a program with sanitizers")
    sys.exit(77)
with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    plans = [RETAIL, RETAIL, grown(scratch, 1), grown(scratch, 10)]
    outputs = [scratch / name for name in ("page.html", "book.xlsx", "1.html",
                                           "10.html")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        page, book, once, ten = pool.map(
            steps, [["export", "--quiet", "--as-of", "2026-06-30", plan, "-o",
                     path] for plan, path in zip(plans, outputs)])
    size, _, small, large = [path.stat().st_size for path in outputs]
at_most(size, MOST, "bytes of the example's page")
at_most(page / book, OF_WORKBOOK, "instructions of the workbook's")
at_most(large / small, TEN_TIMES, "bytes of ten times the plan")
at_most(ten / once, TEN_TIMES, "instructions of ten times the plan")
finish()
