# steps.py - for tests: how many instructions a command takes, on any machine
import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile

from plans import CES

with open(CES, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def steps(args):
    """The instructions of ces with the arguments, and of its children, which
    are to print nothing."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["valgrind", "--tool=callgrind",
             "--callgrind-out-file=/dev/null", f"--log-file={folder}/%p",
             "--trace-children=yes", CES, *map(str, args)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False)
        logs = [path.read_text(errors="replace")
                for path in pathlib.Path(folder).iterdir()]
    counted = re.findall(r"Collected : (\d+)", "".join(logs))
    if len(counted) != len(logs) or not logs:
        raise RuntimeError("\n".join(logs)[-1000:])
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
