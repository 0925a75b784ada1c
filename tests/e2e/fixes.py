#!/usr/bin/env python3
# fixes.py - ces fix on every broken golden: nothing that it offers is left but
# what it says can't be made, no line without a finding changes, and a second
# run changes nothing
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(os.environ["TOP"])
AS_OF = ["--as-of", "2026-06-30"]


def run(*args):
    return subprocess.run([os.environ["CES"], *args], capture_output=True,
                          timeout=300)


def findings_of(plan):
    shown = run("check", *AS_OF, "--format", "jsonl", str(plan)).stdout
    return [json.loads(line) for line in shown.splitlines()]


def lines_about(findings):
    """lines of the places of all findings, counted from 1"""
    places = [place for finding in findings
              for place in [finding, *finding["related"]]]
    return {line for place in places
            for line in range(place["line"], place["end_line"] + 1)}


def clean_changed(plan, options, about):
    """lines of which bytes go, though no finding is about them"""
    shown = json.loads(run("fix", *options, "--format", "json",
                           str(plan)).stdout)
    old = plan.read_bytes()
    for edit in shown["edits"]:
        line = 1 + old[:edit["start"]].replace(b"\r\n", b"\n").replace(
            b"\r", b"\n").count(b"\n")
        if edit["end"] > edit["start"] and line not in about:
            yield line


def problem_with(plan, guesses, folder):
    out = folder / f"{plan.parent.name}-{plan.stem}{guesses}.yaml"
    options = [*AS_OF, "-q", *(["--unsafe"] if guesses else [])]
    done = run("fix", *options, "-o", str(out), str(plan))
    if done.returncode not in (0, 1):
        return f"exit {done.returncode}: {done.stderr.decode()}"
    if not out.exists():
        return None
    before, after = findings_of(plan), findings_of(out)
    again = run("fix", *options, "--format", "diff", str(out))
    if again.returncode == 2 or b"@@" in again.stdout:
        return "a second run changes more:\n" + again.stdout.decode()
    told = again.stderr.decode()
    for finding in after:
        if finding["rule"].startswith("document/") and \
                finding.get("fix") and (guesses or finding["safe"]) and \
                f"{finding['path']}: " not in told:
            return f"left: {finding['rule']} at {finding['path']}"
    lines = list(clean_changed(plan, options, lines_about(before)))
    return f"clean lines changed: {lines}" if lines else None


def main():
    plans = sorted((TOP / "tests" / "golden").rglob("*.yaml"))
    plans += sorted((TOP / "tests" / "edit").glob("*.yaml"))
    failed = False
    with tempfile.TemporaryDirectory() as folder, \
            ThreadPoolExecutor(os.cpu_count()) as pool:
        cases = [(plan, guesses) for plan in plans for guesses in (0, 1)]
        found = pool.map(lambda case: problem_with(*case,
                                                   pathlib.Path(folder)), cases)
        for number, (case, problem) in enumerate(zip(cases, found), 1):
            name = case[0].relative_to(TOP)
            print(f"{'not ok' if problem else 'ok'} {number} - {name}"
                  f"{' with guesses' if case[1] else ''}")
            for line in (problem or "").splitlines():
                print(f"#   {line}")
            failed = failed or bool(problem)
    return failed


sys.exit(main())
