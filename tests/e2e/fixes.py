#!/usr/bin/env python3
# fixes.py - ces fix on every broken golden: what a message says to write is
# offered, and what is offered is made or said not to be; it is gone then and
# nothing of its kind has come; no line and no value of the plan changes but
# those that findings are about; a second run changes nothing
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(os.environ["TOP"])
SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "fixes"
AS_OF = ["--as-of", "2026-06-30"]

# a message that says what to write
STATES = re.compile(r"\bwrite |did you mean|put quotes (a)?round|type it anew"
                    r"|by commas: |by a comma: |; remove it$")
# such messages that bring no change, and why
NO_CHANGE = {
    r" or .*(one that is meant|whichever is meant|if that is meant)":
        "two readings, of which the planner knows one",
    r"write the one that is meant|write the id of the one that is meant":
        "two readings, of which the planner knows one",
    r"plan's currency; write .* if it is that much":
        "another amount, unless the planner mistook the sign",
    r"still waits for your answer; write": "the planner's answer",
    r"write (an?|the|one|its|your|opening|true or false|in your own|people) "
    r"?.*|write like|write it (like|out)":
        "says of what kind the value is, not which it is",
    r"no value; write '|is no value; write|write '\w+', ":
        "says of what kind the value is, not which it is",
    r"write (days|closed|seconds|entries|each|1 for a usual|\d+ to \d+)":
        "says of what kind the value is, not which it is",
    r"for the whole day write 00:00-24:00": "hours that may mean no day at all",
    r"leave that one out, or write": "two ways out of it",
    r"swap them, or write": "two ways out of it",
    r"write -[\d.]+% if it is to fall": "two ways out of it",
    r"write it one of|write the keys out|write the value out": "a form of YAML",
    r"type it anew, and indent by plain spaces": "lines to be moved",
    r"put quotes round the whole text|'[^']*: \.\.\.', or put quotes":
        "where the text ends isn't known",
    r"write down|write and turn|write into `seasons`.*TODO": "no value",
    r"the two alike": "either of two ids may be meant",
    r"the tag '|'%TAG' line": "a form of YAML",
    r"plain '#' is needed": "a comment, to which no path leads",
    r"begins no item of a list; write": "lines, which are no value yet",
    r"needs a space after it; write '[^']*: \.\.\.'": "a form of YAML",
    r"half of a character; write": "the character isn't known",
}
# rules of the form: what is fixed leaves none of them, and brings none
FORM = {f"document/{name}" for name in (
    "bad-date bad-hours bad-id bad-timezone character duplicate-key invisible "
    "midnight name-for-id out-of-range syntax undefined-reference unknown-key "
    "unknown-word version wrong-type yes-no").split()}


def is_mistake(finding):
    """Is it in the file, so that it is fixed where no rule is named?"""
    return finding["rule"].startswith("document/") or \
        finding["rule"] == "waivers/invalid"


def run(*args):
    return subprocess.run([os.environ["CES"], *args], capture_output=True,
                          timeout=300)


def chunks(paths, n=60):
    for i in range(0, len(paths), n):
        yield [str(path) for path in paths[i:i + n]]


def findings_of(pool, paths):
    """The findings of the files, by their names."""
    found = collections.defaultdict(list)
    for done in pool.map(lambda part: run("check", *AS_OF, "--format", "jsonl",
                                          *part), chunks(paths)):
        for line in done.stdout.splitlines():
            finding = json.loads(line)
            found[finding["file"]].append(finding)
    return found


def exported(pool, paths, folder):
    """The plans of the files as leaves by their paths, by their names."""
    list(pool.map(lambda part: run("export", *AS_OF, "-q", "-f", "json", "-o",
                                   f"{folder}/", *part), chunks(paths)))
    plans = {}
    for path in paths:
        out = folder / f"{path.stem}.json"
        if out.exists():
            plan = json.loads(out.read_text())["plan"]
            plans[path.name] = dict(leaves(plan, ""))
    return plans


def leaves(value, path):
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{i}]")
    else:
        yield path, value


def fixed(plan, guesses, out):
    """what a run says, as JSON, and whether it is fit for more"""
    done = run("fix", *AS_OF, "--format", "json", "-o", str(out),
               *(["--unsafe"] if guesses else []), str(plan))
    if done.returncode not in (0, 1):
        return {"failed": f"exit {done.returncode}: {done.stderr.decode()}"}
    return json.loads(done.stdout)


# --- what is compared --------------------------------------------------------

def lines_about(findings):
    """lines of the places of all findings, counted from 1"""
    places = [place for finding in findings
              for place in [finding, *finding["related"]]]
    return {line for place in places
            for line in range(place["line"], place["end_line"] + 1)}


def lines_changed(plan, edits):
    """lines of which bytes go"""
    old = plan.read_bytes()
    for edit in edits:
        if edit["end"] > edit["start"]:
            yield 1 + old[:edit["start"]].replace(b"\r\n", b"\n").replace(
                b"\r", b"\n").count(b"\n")


def new_names(change):
    """The paths that a new name may give; an id may have points in it."""
    head, dots = change["path"], [0]
    dots += [at.end() for at in re.finditer(r"\.", head)]
    return [head[:at] + change["name"] for at in reversed(dots)]


def renamed(path, changes):
    """The path as the new names of keys and ids have it."""
    for change in changes:
        head = change["path"]
        if change["kind"] == "name" and (
                path == head or path.startswith((head + ".", head + "["))):
            path = new_names(change)[0] + path[len(head):]
    return path


def item(path):
    return ".".join(re.split(r"[.\[]", path)[:2])


def is_below(path, above):
    return any(path == at or path.startswith((at + ".", at + "["))
               for at in above)


def strange_changes(old, new, result):
    """values of the plan that differ where no edit is"""
    changes = [change for finding in result["findings"]["gone"]
               for change in finding.get("fix", [])]
    changed = {edit["path"] for edit in result["edits"]}
    changed |= {change["path"] for change in changes}
    changed |= {renamed(path, changes) for path in changed}
    for change in changes:
        changed.update(new_names(change) if change["kind"] == "name" else [])
    # the others of a list move when one goes, or can be read
    changed |= {re.sub(r"\[\d+\]$", "", path) for path in changed}
    for path in (old.keys() | new.keys()) - {""}:
        if old.get(path) == new.get(path) and path in old and path in new:
            continue
        if not is_below(path, changed) and not any(
                at.startswith((path + ".", path + "[")) for at in changed):
            yield path


def left(result, guesses, after, again):
    """fixes that are offered still, though they can be made"""
    told = {(item["rule"], item["path"])
            for item in again["unfixed"] + again["guesses"]}
    for finding in after:
        if finding.get("fix") and not finding["waived"] and \
                is_mistake(finding) and (guesses or finding["safe"]) and \
                (finding["rule"], finding["path"]) not in told:
            yield f"left: {finding['rule']} at {finding['path']}"
    unmade = {(item["rule"], item["path"]) for item in result["unfixed"]}
    for item in again["unfixed"]:
        if (item["rule"], item["path"]) not in unmade:
            yield f"can't be made only now: {item['path']}"


def replaced(before, after, changes, guessed):
    """findings of the form that a fix brought; a guess may be wrong"""
    known = collections.Counter(
        (finding["rule"], renamed(finding["path"], changes))
        for finding in before)
    for finding in after:
        key = (finding["rule"], finding["path"])
        known[key] -= 1
        if finding["rule"] in FORM and known[key] < 0 and \
                item(finding["path"]) not in guessed:
            yield f"came: {finding['rule']} at {finding['path']}: " \
                  f"{finding['message']}"


def unoffered(findings):
    for finding in findings:
        message = finding["message"]
        if STATES.search(message) and not finding.get("fix") and \
                is_mistake(finding) and \
                not any(re.search(text, message) for text in NO_CHANGE):
            yield f"says what to write and doesn't offer it: {message}"


# --- all of it ---------------------------------------------------------------

def problems(case, found, plans):
    plan, guesses, out, result, again = case
    before, after = found[str(plan)], found[str(out)]
    if "failed" in result:
        yield result["failed"]
        return
    if "refused" in result:
        if out.exists():
            yield "refused, but written"
        return
    if not guesses:
        yield from unoffered(before)
    if again.get("edits"):
        yield f"a second run changes more: {again['edits']}"
    yield from left(result, guesses, after, again)
    changes = [change for finding in result["findings"]["gone"]
               for change in finding.get("fix", [])]
    guessed = {item(change["path"]) for finding in before
               for change in finding.get("fix", [])
               if guesses and not finding["safe"]}
    yield from replaced(before, after, changes, guessed)
    clean = set(lines_changed(plan, [
        edit for edit in result["edits"] if item(edit["path"]) not in guessed
    ])) - lines_about(before)
    if clean:
        yield f"clean lines changed: {sorted(clean)}"
    if plan.name in plans[0] and out.name in plans[1 + guesses]:
        strange = sorted(strange_changes(
            plans[0][plan.name], plans[1 + guesses][out.name], result))
        if strange:
            yield f"other values changed: {strange}"


def prepare():
    """copies of all plans with names of their own"""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    for name in ("old", "new0", "new1", "again", "json"):
        (SCRATCH / name).mkdir(parents=True)
    for path in [*sorted((TOP / "tests" / "golden").rglob("*.yaml")),
                 *sorted((TOP / "tests" / "edit").glob("*.yaml"))]:
        copy = SCRATCH / "old" / f"{path.parent.name}-{path.name}"
        shutil.copy(path, copy)
        yield copy


def main():
    plans = list(prepare())
    failed, seen = False, collections.Counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        def fix(case):
            plan, guesses = case
            out = SCRATCH / f"new{guesses}" / plan.name
            result = fixed(plan, guesses, out)
            again = fixed(out, guesses, SCRATCH / "again" /
                          f"{guesses}-{plan.name}") if out.exists() else {}
            return plan, guesses, out, result, again
        cases = list(pool.map(fix, [(plan, guesses) for plan in plans
                                    for guesses in (0, 1)]))
        written = [case[2] for case in cases if case[2].exists()]
        found = findings_of(pool, [*plans, *written])
        read = []
        for name in ("old", "new0", "new1"):
            (SCRATCH / "json" / name).mkdir()
            read.append(exported(pool, sorted((SCRATCH / name).glob("*")),
                                 SCRATCH / "json" / name))
    for number, case in enumerate(cases, 1):
        told = list(problems(case, found, read))
        seen["edits"] += len(case[3].get("edits", []))
        seen["refused"] += "refused" in case[3]
        seen["gone"] += len(case[3].get("findings", {}).get("gone", []))
        print(f"{'not ok' if told else 'ok'} {number} - {case[0].name}"
              f"{' with guesses' if case[1] else ''}")
        for problem in told:
            print(f"#   {problem}")
        failed = failed or bool(told)
    # it all would pass where nothing is fixed
    enough = seen["edits"] > 1000 and seen["gone"] > 1000 and \
        seen["refused"] < len(cases) / 3
    print(f"{'ok' if enough else 'not ok'} {len(cases) + 1} - "
          f"{dict(seen)} of {len(cases)}")
    return failed or not enough


sys.exit(main())
