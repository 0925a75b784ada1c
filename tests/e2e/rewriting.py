#!/usr/bin/python3
# rewriting.py - a plan that is edited in its place is the old one or the new
# one, whatever happens meanwhile; and what keeps `--write` from writing
import os
import pathlib
import shutil
import struct
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from plans import CES, TOP  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, export, finish)
import typed  # pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "rewriting"
PLAN, LIBRARY = SCRATCH / "plan.yaml", SCRATCH.parent / "faults.so"
COUNT = SCRATCH.parent / "counted"
REVIEW = SCRATCH.parent / "review.xlsx"
RETAIL = (TOP / "examples" / "retail.yaml").read_bytes()
# of each command a plan that it changes, and what it is told
SPOILT = RETAIL.replace(b"due: 2026-09-30", b"due: 2026-9-30", 1)
COMMANDS = [("set", RETAIL, ["plan.title=Another"]),
            ("rename", RETAIL, ["actions.carton", "box"]),
            ("fix", SPOILT, []),
            ("import", RETAIL, [REVIEW])]
LONGS = "ll"


def run(*args, **more):
    return subprocess.run([CES, *args], capture_output=True, timeout=60,
                          check=False, **more)


def write(command, words, **faults):
    """--write, with faults.c between it and the system."""
    COUNT.unlink(missing_ok=True)
    return run(command, "--write", "--quiet", PLAN, *words, env={
        **os.environ, **faults, "LD_PRELOAD": str(LIBRARY),
        "FAULT_COUNT": str(COUNT)})


def left():
    """What is left behind."""
    return [path.name for path in SCRATCH.iterdir() if path != PLAN]


def calls():
    """How often the last one wrote."""
    return struct.unpack(LONGS, COUNT.read_bytes())[1]


def previewed():
    change_due = "actions.carton.due=2026-10-31"
    PLAN.write_bytes(RETAIL)
    done = run("set", PLAN, change_due)
    check(done.returncode == 0 and PLAN.read_bytes() == RETAIL,
          "a preview writes nothing")
    done = run("set", "--write", PLAN, change_due)
    new = PLAN.read_bytes()
    check(done.returncode == 0 and new != RETAIL and b"2026-10-31" in new,
          "--write does")
    done = run("set", "--write", PLAN, change_due)
    check(done.returncode == 0 and PLAN.read_bytes() == new and
          b"nothing to change" in done.stdout, "twice is once")
    with PLAN.open("rb") as file:
        done = run("set", "-", "-o", "-", "actions.carton.due=2026-09-30",
                   stdin=file)
    check(done.stdout == RETAIL, "standard input and output")
    done = run("set", PLAN, change_due, "-o", PLAN)
    check(done.returncode == 2 and b"the plan itself" in done.stderr,
          "-o is no way to overwrite the plan")


def linked():
    PLAN.write_bytes(RETAIL)
    link = SCRATCH / "link.yaml"
    link.symlink_to("plan.yaml")
    PLAN.chmod(0o640)
    done = run("set", "-w", link, "plan.title=Another")
    check(done.returncode == 0 and link.is_symlink() and
          b"Another" in PLAN.read_bytes() and
          PLAN.stat().st_mode & 0o777 == 0o640, "a link and the mode stay")
    link.unlink()


def limited(command, plan, words):
    for blocks in (0, 1, 16):
        PLAN.write_bytes(plan)
        done = subprocess.run(
            ["bash", "-c", f"ulimit -f {blocks}; exec \"$@\"", "-", CES,
             command, "--write", PLAN, *words], capture_output=True,
            check=False)
        check(done.returncode == 2 and PLAN.read_bytes() == plan
              and not left(), f"{command}, a limit of {blocks} kB: the old "
              f"bytes {done.stderr} {left()}")


def typed_meanwhile(command, plan, words):
    PLAN.write_bytes(plan)
    done = write(command, words, FAULT_TYPED=str(PLAN))
    check(done.returncode == 1 and b"has changed since" in done.stderr
          and PLAN.read_bytes() == plan + b"# typed\n" and not left(),
          f"{command} of a plan that changes meanwhile: {done.stderr}")


def disturbed(command, plan, words):
    """Each write, fsync and rename fails, or is the last that it does."""
    PLAN.write_bytes(plan)
    done = write(command, words)
    new, most = PLAN.read_bytes(), calls()
    check(done.returncode == 0 and new != plan and most > 1,
          f"{command}: undisturbed, {most} calls {done.stderr}")
    bad, states = [], set()
    for n in range(1, most + 1):
        PLAN.write_bytes(plan)
        done = write(command, words, FAULT_WRITE=str(n))
        now = PLAN.read_bytes()
        # its message comes last
        wanted = new if b"standard output" in done.stderr else plan
        good = (done.returncode, now) in ((2, wanted), (0, new))
        if not good or left():
            bad.append((n, done.returncode, done.stderr, left()))
    check(not bad, f"{command}: each call fails for want of space {bad}")
    bad = []
    for n in range(1, most + 1):
        PLAN.write_bytes(plan)
        done = write(command, words, FAULT_WRITE=str(n), FAULT_KILL="1")
        now = PLAN.read_bytes()
        states.add(now)
        # the reader of the workbook may be what is killed
        ended = done.returncode == -9 or (
            command == "import" and done.returncode == 2 and now == plan)
        if not ended or now not in (plan, new):
            bad.append((n, done.returncode, len(now)))
        for name in left():
            (SCRATCH / name).unlink()
    check(not bad and plan in states,
          f"{command}: killed at each call: the old bytes or the new {bad}")


def main():
    SCRATCH.mkdir()
    with open(CES, "rb") as program:
        sanitized = b"__asan_init" in program.read()
    subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", str(LIBRARY),
                    *["-DWRITES_ONLY"] * sanitized,
                    str(TOP / "tests/faults.c"), "-ldl"], check=True)
    os.environ["ASAN_OPTIONS"] = "verify_asan_link_order=0:" + os.environ.get(
        "ASAN_OPTIONS", "")
    export(TOP / "examples" / "retail.yaml", REVIEW)
    typed.Workbook(REVIEW).save(REVIEW, {("Actions", "C9"): "Ada Okafor"})
    try:
        previewed()
        linked()
        for case in COMMANDS:
            limited(*case)
            typed_meanwhile(*case)
            disturbed(*case)
    finally:
        shutil.rmtree(SCRATCH)
    finish()


main()
