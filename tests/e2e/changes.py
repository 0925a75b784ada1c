#!/usr/bin/python3
# changes.py - edits change what they are to and nothing else: seeded random
# changes of plans in all forms of YAML, every key of the example there and back
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from changed import (  # pylint: disable=wrong-import-position
    draw, leaves, path_text, place, plain, variants)
from plans import CES, TOP  # pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "changes"
RETAIL = TOP / "examples" / "retail.yaml"
SLOW = "san" in pathlib.Path(os.environ["BUILD"]).parts
TIMES = int(os.environ.get("CES_CHANGES", "300" if SLOW else "10000"))
SEED = int(os.environ.get("CES_SEED", "13"))
CHOICES = [re.findall(r'"([^"]*)"', row) for row in re.findall(
    r"(?s)\nCHOICES\((.*?)\)", (TOP / "include/ces/choices.def").read_text())]
failed = 0
count = 0


def check(good, what):
    global failed, count  # pylint: disable=global-statement
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} - {what}")


def run(*args, **more):
    return subprocess.run([CES, *args], capture_output=True, timeout=60,
                          **more)


def exported(paths):
    """The plans of the files as JSON."""
    folder = SCRATCH / "json"
    done = run("export", "-q", "--force", "-f", "json", "-o", f"{folder}/",
               *paths)
    if done.returncode:
        sys.exit(done.stderr.decode())
    plans = [json.loads((folder / f"{path.stem}.json").read_text())["plan"]
             for path in paths]
    return plans


# --- random changes ----------------------------------------------------------

def outside(old, new, edits):
    """Is new the old bytes with the edits in them, and nothing else?"""
    built, at = b"", 0
    for edit in edits:
        if old[edit["start"]:edit["end"]] != edit["old"].encode():
            return False
        built += old[at:edit["start"]] + edit["new"].encode()
        at = edit["end"]
    return built + old[at:] == new


def change(case):
    """What is wrong with it, and the cause of a refusal."""
    number, path, data, (command, args, _) = case
    out = SCRATCH / "new" / f"{number}.yaml"
    files = [str(path)]
    done = run(command, "--format", "json", "--as-of", "2026-06-30", "-o", out,
               *files, *args)
    try:
        said = json.loads(done.stdout)
    except ValueError:
        return f"{done.returncode}: {done.stderr[:200]}", None
    if done.returncode == 1:
        return None, said["refused"]["cause"]
    if done.returncode:
        return f"{done.returncode}: {done.stderr[:200]}", None
    if not outside(data, out.read_bytes(), said["edits"]):
        return "other bytes changed", None
    return None, "done"


def reason(case, cause):
    if "SHOW" not in os.environ:
        return cause
    _, path, _, (command, args, _) = case
    done = run(command, path, *args)
    return f"{path.stem} {cause} {args}: {done.stderr.decode()}"


def compare(cases, results):
    """The JSON of each new plan with the one that was to be."""
    made = [case for case, result in zip(cases, results)
            if result == (None, "done")]
    for case, new in zip(made, exported(
            [SCRATCH / "new" / f"{case[0]}.yaml" for case in made])):
        if plain(new) != plain(case[3][2]):
            yield case, f"the plan is another: {differing(case[3][2], new)}"


def differing(wanted, found, path=""):
    wanted, found = plain(wanted), plain(found)
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in {**wanted, **found}:
            if wanted.get(key) != found.get(key):
                return differing(wanted.get(key), found.get(key),
                                 f"{path}.{key}")
    return f"{path} {found!r:.80} instead of {wanted!r:.80}"


def random_changes():
    rng = random.Random(SEED)
    corpus = []
    for name, data in variants():
        path = SCRATCH / "old" / f"{name}.yaml"
        path.write_bytes(data)
        corpus.append((path, data))
    plans = exported([path for path, _ in corpus])
    causes, wrong = collections.Counter(), []
    texts, refused = collections.Counter(), []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for start in range(0, TIMES, 500):
            cases = []
            for number in range(start, min(start + 500, TIMES)):
                which = number % len(corpus)
                cases.append((number, *corpus[which],
                              draw(rng, plans[which])))
            results = list(pool.map(change, cases))
            for case, (problem, cause) in zip(cases, results):
                causes[cause] += problem is None
                texts[case[1].stem, cause] += 1
                if problem:
                    wrong.append((case, problem))
                elif cause in ("proof", "form", "twice"):
                    refused.append(reason(case, cause))
            wrong += compare(cases, results)
    for what in refused[:int(os.environ.get("SHOW", "0"))]:
        print("# refused:", what)
    for case, problem in wrong[:int(os.environ.get("SHOW", "20"))]:
        print(f"# {case[1].name}: ces {case[3][0]} {case[3][1]}: {problem}")
    print(f"# {TIMES} changes: {dict(causes)}")
    if os.environ.get("SHOW"):
        for key, n in sorted(texts.items(), key=str):
            print("#", key, n)
    check(not wrong, f"of {TIMES} random changes {len(wrong)} are wrong")
    check(causes["done"] > TIMES * 0.7, "and most were made")


# --- the example -------------------------------------------------------------

def candidates(plan, path, value):
    """Other values that the key may have, the likely ones first."""
    key = str(path[-1])
    if isinstance(value, bool):
        return [str(not value).lower()]
    if isinstance(value, (int, float)):
        return [str(value + 1), str(value - 1), str(value * 2), "1", "2"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return [value[:8] + ("11" if value[8:] != "11" else "12"),
                str(int(value[:4]) + 1) + value[4:]]
    if re.fullmatch(r"2026-\d\d", value):
        return ["2026-01", "2026-02"]
    others = [name for items in plan.values() if isinstance(items, dict)
              for name in items if value in items]
    listed = [word for words in CHOICES if value in words for word in words]
    return [*others, *listed, "2026-Q1", "90s", "7min", "Europe/Paris", "USD",
            "fr", "DE", "Mo-Fr 09:00-17:00", "09:00-12:00", "csat", "nps",
            "channels.phone", "hours/unreviewed", "channels/weak-case",
            "strategy", "channels", value + " too"] if key != "ces" else []


def there_and_back(case):
    """Whether another value could be set, and the old one made the old bytes;
    a text or the reason."""
    number, plan, path, value, raw = case
    out, back = (SCRATCH / "new" / f"{number}-{way}.yaml"
                 for way in ("there", "back"))
    text = path_text(path)
    for other in candidates(plan, path, value):
        if other == str(value):
            continue
        done = run("set", str(RETAIL), f"{text}={other}", "-q", "-o", out)
        if done.returncode:
            continue
        done = run("set", str(out), f"{text}={raw}", "-q", "-o", back)
        if done.returncode:
            return f"{text}: {other}, not back to {raw}: {done.stderr}"
        return None if back.read_bytes() == RETAIL.read_bytes() else \
            f"{text}: {other}, and back to {raw} is another file"
    return f"{text}: no other value is taken"


def written(value):
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def every_key():
    import yaml  # pylint: disable=import-outside-toplevel
    plan = exported([RETAIL])[0]
    raw = yaml.load(RETAIL.read_text(), yaml.BaseLoader)
    cases = []
    for path in leaves(plan):
        if path[0] == "ces":
            continue
        cases.append((len(cases), plan, path, place(plan, path),
                      place(raw, path)))
    cases = cases[::20] if SLOW else cases
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [problem for problem in pool.map(there_and_back, cases)
                 if problem]
    for problem in wrong[:int(os.environ.get("SHOW", "20"))]:
        print("#", problem)
    check(not wrong, f"{len(cases)} keys of the example, there and back: "
          f"{len(wrong)} are not")


def example_of_a_review():
    """What the review of a month changes, in all ends of lines."""
    args = ["actions.foundation.status=done",
            "actions.foundation.completed=2026-06-29",
            "actions.foundation.percent=100",
            "actions.carton.due=2026-10-31",
            "decisions.evening-pilot.outcome=approved",
            "decisions.evening-pilot.decided=2026-06-29",
            "decisions.evening-pilot.note=Fund it: until #21",
            "--add", "measures.satisfaction.actuals={period: 2026-07, "
            "value: 80.4, n: 700}",
            "--add", "actions.new-one={title: Try the pilot, owner: lind, "
            "due: 2026-09-30, status: not_started}"]
    text = RETAIL.read_bytes()
    for name, data in (("LF", text), ("CRLF", text.replace(b"\n", b"\r\n")),
                       ("BOM", b"\xef\xbb\xbf" + text)):
        old, new = SCRATCH / f"{name}.yaml", SCRATCH / f"{name}-new.yaml"
        old.write_bytes(data)
        done = run("set", old, *args, "-o", new)
        lines = subprocess.run(["diff", "-a", "-U0", old, new],
                               capture_output=True,
                               check=False).stdout.split(b"\n")[2:]
        gone = sum(line.startswith(b"-") for line in lines)
        come = sum(line.startswith(b"+") for line in lines)
        check(done.returncode == 0 and (gone, come) == (4, 13),
              f"{name}: 4 lines replaced and 9 added: {gone}, {come - gone} "
              f"{done.stderr.decode()}")
        check(b"\r" not in data or not re.search(
            rb"(?<!\r)\n", new.read_bytes()), f"{name}: ends of lines")
        shown = run("set", old, *args, "--format", "diff").stdout
        patched = SCRATCH / f"{name}-patched.yaml"
        patched.write_bytes(data)
        subprocess.run(["patch", "--binary", "-s", patched], input=shown,
                       check=False)
        check(patched.read_bytes() == new.read_bytes(),
              f"{name}: the diff is one that patch takes")


def main():
    for folder in ("old", "new", "json"):
        (SCRATCH / folder).mkdir(parents=True)
    try:
        for part in (example_of_a_review, every_key, random_changes):
            if os.environ.get("PART", part.__name__) == part.__name__:
                part()
    finally:
        shutil.rmtree(SCRATCH)
    sys.exit(failed > 0)


main()
