#!/usr/bin/python3
# killed.py - an export that is ended on its way leaves the old file or the
# whole new one, and nothing else
#
# Signals come at all times from the start to the end, to several exports side
# by side, which keeps the machine busy. When ces has ended all is as it shall
# be: nothing is waited for.
import concurrent.futures
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from plans import CES  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, finish)

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "killed"
SIDE_BY_SIDE, ROUNDS = 8, 5
SCRATCH.mkdir()
subprocess.run([CES, "export", "--quiet", "--as-of", "2020-02-02", RETAIL,
                "-o", str(SCRATCH / "old.xlsx")], check=True)
OLD = (SCRATCH / "old.xlsx").read_bytes()


class Export:
    """An export over an old file, in folders of its own."""

    def __init__(self, name):
        self.folder = SCRATCH / name
        self.parts, self.target = self.folder / "parts", self.folder / "target"
        for folder in (self.parts, self.target):
            folder.mkdir(parents=True)
        self.review = self.target / "review.xlsx"
        self.review.write_bytes(OLD)
        self.process = subprocess.Popen(
            [CES, "export", "--quiet", RETAIL, "-o", str(self.review)],
            # the leak check waits at the end for a child of its own, which
            # would be killed as the writer; and signals are to kill
            env={**os.environ, "TMPDIR": str(self.parts),
                 "ASAN_OPTIONS": "detect_leaks=0:handle_segv=0"},
            stderr=subprocess.PIPE)

    def end(self):
        """What ces says, and its status, when it has ended."""
        said = self.process.communicate()[1]
        return said, self.process.returncode

    def left(self):
        """All but the review."""
        return [path.name for path in self.folder.rglob("*")
                if path not in (self.parts, self.target, self.review)]

    def has_old(self):
        return self.review.read_bytes() == OLD

    def has_new(self):
        if self.has_old():
            return False
        with zipfile.ZipFile(self.review) as file:
            return file.testzip() is None

    def writer(self):
        """The program that ces runs now, or None."""
        pid = self.process.pid
        try:
            children = pathlib.Path(f"/proc/{pid}/task/{pid}/children")
            return int(children.read_text().split()[0])
        except (OSError, IndexError):
            return None


def begins(pid):
    """Is it the one that writes, not the one that looks at the old file?"""
    try:
        words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"\0write\0" in words


def is_running(pid):
    try:
        state = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return state.rsplit(")", 1)[1].split()[0] not in "ZX"


def side_by_side(act, name, times):
    """What act says of exports that are ended at so many moments: their
    number, and the part of an export's time that has passed."""
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        before = time.monotonic()
        list(pool.map(lambda i: Export(f"{name}{i}").end(),
                      range(-2 * SIDE_BY_SIDE, 0)))
        took = (time.monotonic() - before) / 2
        moments = [took * (i + random.random()) / times for i in range(times)]
        random.shuffle(moments)
        said = list(pool.map(lambda i: act(Export(f"{name}{i}"), moments[i]),
                             range(times)))
    # a writer that outlived ces may be removing its folder still
    shutil.rmtree(SCRATCH, ignore_errors=True)
    return said


def until_hit(act, name, times, is_hit):
    """What act says, in all rounds and how often it hit in the last of them:
    one in which fewer than a quarter hit is timed anew, as the machine may
    have been at other work when the exports were timed."""
    said = []
    for i in range(ROUNDS):
        last = side_by_side(act, f"{name}{i}-", times)
        said += last
        hits = sum(map(is_hit, last))
        if hits > times / 4:
            break
    return said, hits


def try_signal(number, times):
    """Sends it to ces."""
    def act(export, moment):
        time.sleep(moment)
        export.process.send_signal(number)
        _, status = export.end()
        good = not export.left() and (
            (status == -number and (export.has_old() or export.has_new())) or
            (status == 0 and export.has_new()))
        return good, status, export.left()

    name = signal.Signals(number).name
    said, early = until_hit(act, name, times,
                            lambda what: what[1] == -number)
    bad = [what for what in said if not what[0]]
    check(not bad, f"{name}, {times} times: nothing is left {bad[:5]}")
    check(early > times / 4, f"{name} came before the end {early} times")


def try_writer(number, times):
    """Ends the program that ces runs, and not ces."""
    def act(export, moment):
        time.sleep(moment)
        writer = export.writer()
        if writer:
            os.kill(writer, number)
        said, status = export.end()
        good = not export.left() and (
            (status == 2 and export.has_old() and b"the program for workbooks" in said) or
            (status == 0 and export.has_new()))
        return good, status, said, export.left()

    name = signal.Signals(number).name
    said, hit = until_hit(act, "writer" + name, times,
                          lambda what: what[1] == 2)
    bad = [what for what in said if not what[0]]
    check(not bad, f"{name} to the writer, {times} times: exit 2 with the "
          f"reason, and nothing is left {bad[:5]}")
    check(hit > times / 4, f"{name} hit the writer {hit} times")


def try_kill(times):
    """Ends ces, which can do nothing about it."""
    def act(export, moment):
        time.sleep(moment)
        export.process.kill()
        export.end()
        return export.has_old() or export.has_new()

    said = side_by_side(act, "kill", times)
    check(all(said), f"SIGKILL, {times} times: the old file or the new")


def try_orphans(times):
    """The writer removes what was made for it, as nobody else will."""
    def act(export, _):
        writer = None
        while not begins(writer) and export.process.poll() is None:
            writer = export.writer()
        export.process.kill()
        export.end()
        while is_running(writer):
            time.sleep(0.01)
        return export.has_old() and not export.left(), export.left()

    bad = [what for what in side_by_side(act, "orphan", times) if not what[0]]
    check(not bad, f"SIGKILL as the writer begins, {times} times: nothing is "
          f"left {bad}")


random.seed(9)
signal.signal(signal.SIGINT, signal.SIG_DFL)
try_signal(signal.SIGTERM, 100)
try_signal(signal.SIGINT, 100)
try_signal(signal.SIGHUP, 20)
try_writer(signal.SIGKILL, 40)
try_writer(signal.SIGSEGV, 10)
try_kill(20)
try_orphans(10)
finish()
