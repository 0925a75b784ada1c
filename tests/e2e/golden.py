#!/usr/bin/env python3
# golden.py - what ces prints, byte by byte; CES_GOLDEN=update rewrites it
#
# tests/golden/**/NAME.yaml is a plan, NAME.txt what `ces check` says about it;
# a line "# args: ..." of the plan adds arguments. Most plans are a part
# of one, and lack what other rules ask for: so of the structural rules and of
# all folders but rules/ only what is said of the document counts, and of the
# other rules what the rule says that the name begins with (reasons-disposition-edges:
# reasons/disposition), or those that a line "# only: RULE..." of the plan names.
#
# tests/golden/cli/NAME.cmd holds a line of arguments, NAME.out what ces then
# prints, run from the top. The last line of either is the exit status.
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(os.environ["TOP"])
GOLDEN = TOP / "tests" / "golden"
WHOLE = ("forty",)  # folders of whole plans
STRUCTURAL = ("document-", "waivers-")
CHECK = ["check", "--as-of", "2026-06-30", "--quiet", "--color", "never"]
RULES = re.findall(r"^  ([a-z]+/[a-z-]+)", subprocess.run(
    [os.environ["CES"], "explain"], capture_output=True, text=True,
    check=True).stdout.split("\n\n")[0], re.M)
# a message of which an argument was forgotten; YAML to paste is no message
HOLE = re.compile(rb"(?m)^\S+:\d+:\d+: [a-z]+: .*\{[a-z_]+\}.*$")
# of a page: its style, which is a file of templates/, and what hashes it
STYLE = re.compile(rb"(?s)(?<=<style>).*?(?=</style>)|(?<=sha256-)[^']*|"
                   rb"(?<=</html>\n<!-- ces )\w+")
UPDATE = os.environ.get("CES_GOLDEN") == "update"


def run(args, folder):
    done = subprocess.run([os.environ["CES"], *args], cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300)
    out = done.stdout
    if out.startswith(b"<!DOCTYPE html>"):
        out = STYLE.sub(b"", out)
    return out + b"exit %d\n" % done.returncode


def told(plan, word):
    """What the plan's comment of that word says."""
    line = re.search(rb"(?m)^# %s:(.*)$" % word, plan.read_bytes())
    return line[1].decode(errors="replace") if line else ""


def rules_wanted(plan):
    """Of which rules the findings count: beginnings of their names."""
    only = told(plan, b"only").split()
    if only:
        return tuple(only)
    if plan.parent.name in WHOLE:
        return ("",)
    if plan.parent.name != "rules" or plan.name.startswith(STRUCTURAL):
        return ("document/", "waivers/")
    fitting = [rule for rule in RULES if f"{plan.stem}-".startswith(
        rule.replace("/", "-") + "-")]
    return (max(fitting, key=len),)


def run_plan(plan):
    """The findings, of which each ends in the name of its rule."""
    args = shlex.split(told(plan, b"args"))
    said = run([*CHECK, *args, plan.name], plan.parent)
    said, end, status = said.rpartition(b"exit ")
    between, mark = (b"\n", b"[") if "brief" in args else (b"\n\n", b"= ")
    findings = said.rstrip(b"\n").split(between)
    wanted = tuple(rule.encode() for rule in rules_wanted(plan))
    kept = [finding + b"\n" for finding in findings
            if finding.rpartition(mark)[2].startswith(wanted)]
    return between[1:].join(kept) + end + status


def run_command(command):
    return run(shlex.split(command.read_text()), TOP)


def difference(expected, found):
    return "".join(difflib.unified_diff(
        expected.decode(errors="replace").splitlines(True),
        found.decode(errors="replace").splitlines(True),
        "expected", "found", n=1))[:6000]


def cases():
    for plan in sorted(GOLDEN.rglob("*.yaml")):
        yield plan, plan.with_suffix(".txt"), run_plan
    for command in sorted(GOLDEN.rglob("*.cmd")):
        yield command, command.with_suffix(".out"), run_command


def judge(case):
    """What is wrong with the case, or None."""
    source, golden, runner = case
    found = runner(source)
    expected = golden.read_bytes() if golden.exists() else None
    if b"\nexit -" in b"\n" + found:
        return "ces was ended by a signal\n"
    if HOLE.search(found):
        return f"a message lacks an argument: {HOLE.search(found)[0]}\n"
    if found == expected:
        return None
    if UPDATE:
        golden.write_bytes(found)
        return None
    if expected is None:
        return f"{golden.name} is missing; 'make golden' writes it\n"
    return difference(expected, found)


def orphans(known):
    for golden in sorted(GOLDEN.rglob("*")):
        if golden.suffix in (".txt", ".out") and golden not in known and \
                golden.parent.name != "workbook":  # golden_workbook.py's
            yield golden


def report(number, path, problem):
    name = path.relative_to(TOP)
    print(f"{'not ok' if problem else 'ok'} {number} - {name}")
    for line in (problem or "").splitlines():
        print(f"#   {line}")


def main():
    every = list(cases())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [(case[0], problem)
                   for case, problem in zip(every, pool.map(judge, every))]
    for golden in orphans({case[1] for case in every}):
        results.append((golden, "nothing belongs to it; remove it"))
    for number, (path, problem) in enumerate(results, 1):
        report(number, path, problem)
    return any(problem for path, problem in results)


sys.exit(main())
