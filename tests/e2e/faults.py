#!/usr/bin/python3
# faults.py - memory that runs out and writes that fail, at the Nth call
#
# Whatever N: the exit status is 0 with the output of an undisturbed run,
# or 2 (1 never) with a message, the old output as it was, and nothing left
# behind. Every N on a tiny plan where there are few, else a sample.
import io
import os
import pathlib
import re
import struct
import subprocess
import sys
import zipfile

CES, TOP = os.environ["CES"], os.environ["TOP"]
sys.path.insert(0, os.path.join(TOP, "tests"))
import typed  # noqa: E402, pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "faults"
with open(CES, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()
SCRATCH.mkdir()
LIBRARY = SCRATCH.parent / "faults.so"
# the sanitizers bring an allocator of their own
subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", str(LIBRARY),
                *["-DWRITES_ONLY"] * SANITIZED, f"{TOP}/tests/faults.c",
                "-ldl"], check=True)
os.environ["ASAN_OPTIONS"] = "verify_asan_link_order=0:" + os.environ.get(
    "ASAN_OPTIONS", "")
PLAN = SCRATCH / "plan.yaml"
COUNT = SCRATCH.parent / "counted"
LONGS = "ll"
cases = failures = 0


def run(args, **faults):
    COUNT.unlink(missing_ok=True)
    env = dict(os.environ, LD_PRELOAD=str(LIBRARY), TMPDIR=str(SCRATCH),
               FAULT_COUNT=str(COUNT), **faults)
    done = subprocess.run([CES, *args], env=env, cwd=SCRATCH, timeout=120,
                          stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode, done.stdout, done.stderr


# What the library leaves out for want of memory and nobody can tell: copies of
# cells that a chart keeps. Readers take its values from the cells.
UNSAID = re.compile(rb"<c:(str|num)Cache>.*?</c:(str|num)Cache>"
                    rb"|<c:numRef>|</c:numRef>|<c:strRef>|</c:strRef>")


def parts(workbook):
    """The workbook's parts without what may be left out unsaid, and without
    the hash over them."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        return {name: UNSAID.sub(b"", file.read(name))
                for name in file.namelist()
                if name != "docProps/custom.xml"}


def same(one, other):
    if one == other:
        return True
    return one[:2] == other[:2] == b"PK" and parts(one) == parts(other)


def sample(count, most):
    """1..count, all where they are few, else spread over it."""
    if count <= most:
        return range(1, count + 1)
    return sorted({1 + i * (count - 1) // (most - 1) for i in range(most)})


def old_output(args, output):
    """What was there before: ours, so that it is replaced, and another."""
    if args[0] != "export":
        return subprocess.run([CES, "schema"], capture_output=True,
                              check=True).stdout + b"\n"
    subprocess.run([CES, *args, "--force", "--as-of", "2020-02-02"], cwd=SCRATCH,
                   check=True)
    return (SCRATCH / output).read_bytes()


def try_all(name, args, output, most, on=False):
    """Fails each call in turn, and with on all that follow as well; output is
    the file that is written, or None."""
    global cases, failures
    mode = "1" if on else "0"
    old = old_output(args, output) if output else b""
    good = run(args, FAULT_ON=mode)
    whole = (SCRATCH / output).read_bytes() if output else good[1]
    counts = struct.unpack(LONGS, COUNT.read_bytes())
    before = sorted(os.listdir(SCRATCH))
    bad = [] if counts[1] and (SANITIZED or counts[0]) else ["no call failed"]
    for fault, count in zip(("FAULT_ALLOC", "FAULT_WRITE"), counts):
        for n in sample(count, most):
            if output:
                (SCRATCH / output).write_bytes(old)
            status, said, why = run(args, **{fault: str(n)},
                                    FAULT_ON=mode)
            now = (SCRATCH / output).read_bytes() if output else said
            if status == good[0]:
                fine = same(now, whole)
            else:
                fine = status == 2 and (not output or now == old)
            if not fine or sorted(os.listdir(SCRATCH)) != before:
                bad.append(f"{fault}={n}: exit {status}, {len(now)} bytes, "
                           f"{set(os.listdir(SCRATCH)) ^ set(before)} "
                           f"{why[-200:]!r}")
                for path in set(os.listdir(SCRATCH)) - set(before):
                    os.unlink(SCRATCH / path)
    cases += 1
    print(f"{'not ' if bad else ''}ok {cases} - {name}, each call fails"
          f"{' and all that follow' if on else ''}")
    for line in bad[:10]:
        print("#", line)
    failures += bool(bad)


def try_import():
    """A workbook with a change, which is previewed, and written elsewhere."""
    review = SCRATCH / "review.xlsx"
    subprocess.run([CES, "export", "-q", "plan.yaml", "-o", review], check=True,
                   cwd=SCRATCH)
    typed.Workbook(review).save(review, {("Actions", "C9"): "Ada Okafor"})
    args = ["import", "review.xlsx", "plan.yaml"]
    try_all("import, preview", args, None, 100)
    try_all("import, preview", args, None, 40, True)
    try_all("import out.yaml", [*args, "-q", "-o", "out.yaml"], "out.yaml", 60)
    review.unlink()


def without_threads():
    """Where no thread can be made, all files are still checked."""
    global cases, failures
    args = ["check", *["plan.yaml", "tiny.yaml"] * 10]
    good = run([*args, "--jobs=1"])
    done = run([*args, "--jobs=4"], FAULT_THREADS="1")
    cases += 1
    failures += done != good
    print(f"{'ok' if done == good else 'not ok'} {cases} - check, no thread "
          "can be made")


def main():
    PLAN.write_bytes(pathlib.Path(TOP, "templates/full/retail.yaml")
                     .read_bytes())
    subprocess.run([CES, "init", "--quiet", str(SCRATCH / "tiny.yaml")],
                   check=True)
    try_all("check, tiny", ["check", "tiny.yaml"], None, 150)
    try_all("check, full", ["check", "plan.yaml"], None, 100)
    try_all("check, threads", ["check", "--jobs=2", "plan.yaml",
                               "tiny.yaml"], None, 60)
    without_threads()
    try_import()
    for output in ("out.md", "out.json", "out.ics", "out.xlsx"):
        try_all(f"export {output}, tiny",
                ["export", "-q", "tiny.yaml", "-o", output], output, 60)
        try_all(f"export {output}, tiny",
                ["export", "-q", "tiny.yaml", "-o", output], output, 60, True)
    for on in (False, True):
        try_all("export out.ics, full",
                ["export", "-q", "plan.yaml", "-o", "out.ics"], "out.ics", 90,
                on)
        try_all("export tables, full",
                ["export", "-q", "plan.yaml", "-f", "csv", "-o", "tables/"],
                "tables/actions.csv", 60, on)
    try_all("export out.xlsx, full",
            ["export", "-q", "plan.yaml", "-o", "out.xlsx"], "out.xlsx", 120)
    try_all("export out.xlsx, full",
            ["export", "-q", "plan.yaml", "-o", "out.xlsx"], "out.xlsx", 40,
            True)
    try_all("schema", ["schema", "-o", "out.schema"], "out.schema", 60)
    print(f"1..{cases}")
    return failures > 0


sys.exit(main())
