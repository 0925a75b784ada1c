# steps.py - for tests: how many instructions a command takes, on any machine
import concurrent.futures
import os
import re
import subprocess

from plans import CES

with open(CES, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def steps(args):
    """The instructions of ces with the arguments, and of its children."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         "--trace-children=yes", CES, *map(str, args)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, check=False)
    counted = re.findall(rb"Collected : (\d+)", done.stderr)
    if not counted:
        raise RuntimeError(done.stderr.decode(errors="replace")[-1000:])
    return sum(map(int, counted))


def growth(sizes, commands):
    """How much faster than its size do the steps of a command grow?

    1 where they grow as the size does, between the first and the last of three
    sizes against between the first two; 2 where they grow with the square of
    0, n and 2n. What every run takes is not counted.
    """
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        first, second, third = pool.map(steps, commands)
    return ((third - first) / (second - first) /
            ((sizes[2] - sizes[0]) / (sizes[1] - sizes[0])))
