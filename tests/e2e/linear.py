#!/usr/bin/python3
"""Four times the plan is exported in four times the processor's time.

What is measured is time of the processor, not of the clock, and of several
runs the least: other programs only make it more. What grows with the square of
the plan takes sixteen times as much. A test that fails is tried again, for
caches are shared with others as well.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(os.environ.get("TOP", pathlib.Path(__file__).parents[2]))
CES = os.environ.get("CES", str(TOP / "build/bin/ces"))
TIMES, MOST, RUNS, TRIES = 4, 5.0, 3, 4


def grown(folder, copies):
    """A plan of so many copies of the example, and more actions."""
    path = folder / f"{copies}.yaml"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, str(TOP / "tests/bench.d/grow.py"),
                        str(TOP / "examples/retail.yaml"), str(copies),
                        f"actions={100 * copies}",
                        f"contact_reasons={15 * copies}"],
                       stdout=file, check=True)
    return path


def seconds(plan):
    """Of the processor: of ces and of the writer that it waits for."""
    least = float("inf")
    for _ in range(RUNS):
        pid = os.posix_spawn(CES, [CES, "export", "--quiet", str(plan), "-o",
                                   str(plan.with_suffix(".xlsx"))],
                             os.environ)
        _, status, usage = os.wait4(pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"not exported: {plan}")
        least = min(least, usage.ru_utime)
    return least


with tempfile.TemporaryDirectory() as scratch:
    small = grown(pathlib.Path(scratch), 10)
    large = grown(pathlib.Path(scratch), 10 * TIMES)
    ratios = []
    while len(ratios) < TRIES and (not ratios or ratios[-1] > MOST):
        ratios.append(seconds(large) / seconds(small))
    good = ratios[-1] <= MOST
    print(f"{'ok' if good else 'not ok'} 1 - {TIMES} times the plan: "
          f"{', '.join(f'{ratio:.2f}' for ratio in ratios)} times the time")
    print("1..1")
    sys.exit(not good)
