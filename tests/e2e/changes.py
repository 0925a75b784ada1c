#!/usr/bin/python3
# changes.py - edits change what they are to and nothing else: seeded random
# changes of plans in all forms of YAML, every key of the example there and back
import collections
import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from plans import CES, TOP  # pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "changes"
RETAIL = TOP / "examples" / "retail.yaml"
SLOW = "san" in pathlib.Path(os.environ["BUILD"]).parts
TIMES = int(os.environ.get("CES_CHANGES", "300" if SLOW else "10000"))
TEXTS = [
    "no", "Yes", "1e3", "08:00", "2026-06-30", "012", "0x1F", "1_000", "null",
    "~", "a # b", "#hash", "a: b", "ends:", " leading", "trailing ", "a,b",
    "{x}", "[y] z", "- dash", "? what", "*star", "&amp", "!bang", "%pct",
    "@at", "`tick`", "\"quoted\"", "it's", "'single'", "back\\slash", "|", ">",
    "two\nlines", "three\nlines\n\nof text\n", "\nfirst empty", "tab\tinside",
    "😀 smile", "고객 센터", "café", "a\u2028b", "a\u0085b", "a\u00a0b", "-5",
    "---", "... and", "<<", "=", "http://x.y/z?a=b,c", "long " * 40 + "text",
    "TODO", "50%", "x" * 90, "a } b", "a ] b", "k: {v}", "\"", "'", "-", ".5",
]
NO_ANSWER = {"TODO", "-", "---"}  # placeholders
WORDS = {"status": ["not_started", "in_progress", "done", "cancelled"],
         "outcome": ["open", "approved", "rejected", "deferred"],
         "demand": ["value", "failure"], "economics": ["cost", "neutral"],
         "disposition": ["eliminate", "automate", "simplify", "leverage"],
         "mode": ["voice", "chat", "email"], "timing": ["synchronous",
                                                        "asynchronous"],
         "frequency": ["daily", "weekly", "monthly"]}
FREE = {"title", "organization", "name", "role", "statement", "mission",
        "ideal_experience", "obligation", "evidence", "note", "effect",
        "root_cause", "customer_words"}
DAYS = {"due", "start", "completed", "decided", "date"}
NUMBERS = {"cost_per_contact", "amount", "worth", "contacts_per_year",
           "phone", "chat", "n", "value"}
PERCENTS = {"percent", "target_change"}
DURATIONS = {"handle_time"}
# keys that may be added to an item or removed from it
MORE = {"actions": ["percent", "start", "worth", "effect", "evidence",
                    "completed"],
        "decisions": ["amount", "note", "decided"],
        "channels": ["cost_per_contact", "handle_time", "obligation",
                     "contacts_per_year"],
        "contact_reasons": ["root_cause", "customer_words", "target_change"]}
ITEMS = {"actions": {"title": "New: one", "owner": "diaz", "due": "2026-11-30",
                     "status": "not_started"},
         "decisions": {"statement": "Decide", "asked_of": "diaz",
                       "due": "2026-11-30", "outcome": "open"},
         "people": {"name": "New One", "role": "no"}}
CHOICES = [re.findall(r'"([^"]*)"', row) for row in re.findall(
    r"(?s)\nCHOICES\((.*?)\)", (TOP / "include/ces/choices.def").read_text())]
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
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


def variants():
    """(name, bytes): each file of the corpus with all ends of lines."""
    for path in sorted((TOP / "tests" / "edit").glob("*.yaml")):
        text = path.read_bytes()
        yield f"{path.stem}", text
        yield f"{path.stem}-crlf", text.replace(b"\n", b"\r\n")
        yield f"{path.stem}-cr", text.replace(b"\n", b"\r")
        yield f"{path.stem}-end", text.rstrip(b"\n")
        if not text.startswith(b"%"):
            yield f"{path.stem}-mark", b"\xef\xbb\xbf" + text


# --- random changes ----------------------------------------------------------

def leaves(value, path=()):
    """The paths of the scalars."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, dict):
                yield from leaves(inner, (*path, i))
    else:
        yield path


def legal(rng, path):
    """(as typed, as JSON) of another value; None of keys that aren't tried."""
    key = path[-1]
    if path[0] in ("plan", "x-notes", "x-copy", "x-day") and key not in FREE:
        return None
    if key == "status" and path[0] != "actions":
        return None
    if key in FREE:
        text = rng.choice(TEXTS)
        if path[0].startswith("x-") and text[0] in "[{":
            return None  # of an own key that is a list or a group
        return text, None if text in NO_ANSWER else text
    if key in WORDS:
        word = rng.choice(WORDS[key])
        return word, word
    if key in DAYS:
        day = f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        return day, day
    if key in PERCENTS:
        n = rng.choice([0, 5, 12.5, 99])
        return rng.choice([f"{n}", f"{n}%"]), n
    if key in NUMBERS:
        n = rng.choice([1, 60, 4000, 98000] if key != "cost_per_contact" else
                       [1, 4.6, 5.25])
        return str(n), n
    if key in DURATIONS:
        text = rng.choice(["30s", "600s", "300s", "2min", "1h", "0.5h"])
        return text, text
    return None


def place(plan, path):
    for step in path:
        plan = plan[step]
    return plan


def path_text(path):
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else \
            f"{'.' if text else ''}{step}"
    return text


def put(plan, path, value):
    for step in path[:-1]:
        plan = plan.setdefault(step, {}) if isinstance(step, str) else \
            plan[step]
    if value is None:
        plan.pop(path[-1], None)
    else:
        plan[path[-1]] = value


def some_item(rng, plan, sections):
    found = [(section, item) for section in sections
             for item in plan.get(section, {})
             if isinstance(plan[section][item], dict)]
    return rng.choice(found) if found else None


def set_value(rng, plan):
    paths = list(leaves(plan))
    for _ in range(50):
        path = rng.choice(paths)
        value = legal(rng, path)
        if value:
            put(plan, path, value[1])
            return [f"{path_text(path)}={value[0]}"]
    return None


def set_key(rng, plan):
    item = some_item(rng, plan, MORE)
    if not item:
        return None
    path = (*item, rng.choice(MORE[item[0]]))
    text, value = legal(rng, path)
    put(plan, path, value)
    return [f"{path_text(path)}={text}"]


def remove_key(rng, plan):
    item = some_item(rng, plan, MORE)
    keys = [key for key in MORE[item[0]] if key in place(plan, item)] \
        if item else []
    if not keys:
        return None
    key = rng.choice(keys)
    del place(plan, item)[key]
    return ["--remove", path_text((*item, key))]


def add_item(rng, plan):
    section = rng.choice(list(ITEMS))
    item = dict(ITEMS[section])
    name = f"new-{rng.randint(1, 9)}"
    text = "statement" if section == "decisions" else "name" \
        if section == "people" else "title"
    item[text] = rng.choice(sorted({*TEXTS} - NO_ANSWER))
    put(plan, (section, name), item)
    return ["--add", f"{section}.{name}=" + json.dumps(item)]


def add_reading(rng, plan):
    item = some_item(rng, plan, ["measures"])
    if not item:
        return None
    reading = {"period": f"2026-{rng.randint(7, 12):02}",
               "value": rng.randint(1, 99)}
    place(plan, item).setdefault("actuals", []).append(reading)
    return ["--add", f"{path_text(item)}.actuals={json.dumps(reading)}"]


def remove_reading(rng, plan):
    item = some_item(rng, plan, ["measures"])
    readings = place(plan, item).get("actuals") if item else None
    if not readings:
        return None
    i = rng.randrange(len(readings))
    del readings[i]
    if not readings:
        del place(plan, item)["actuals"]
    return ["--remove", f"{path_text(item)}.actuals[{i}]"]


def remove_item(rng, plan):
    item = some_item(rng, plan, ["actions", "decisions", "contact_reasons"])
    if not item:
        return None
    del plan[item[0]][item[1]]
    if not plan[item[0]]:
        del plan[item[0]]
    return ["--remove", path_text(item)]


def set_list(rng, plan):
    item = some_item(rng, plan, ["channels"])
    if not item:
        return None
    texts = rng.sample(sorted({*TEXTS} - NO_ANSWER),
                       rng.randint(1, 4))
    place(plan, item)["entry_points"] = texts
    return [f"{path_text(item)}.entry_points={json.dumps(texts)}"]


def set_group(rng, plan):
    item = some_item(rng, plan, ["channels"])
    if not item:
        return None
    group = {"kind": "service_level", "target": rng.randint(50, 99),
             "within": "30s"}
    place(plan, item)["objective"] = group
    return [f"{path_text(item)}.objective.{key}={value}"
            for key, value in group.items()]


def rename(rng, plan):
    item = some_item(rng, plan, ["actions", "channels", "people"])
    if not item:
        return None
    section, old = item
    new = rng.choice(["other", "no", "2026", "x", "아이디"])
    plan[section] = {new if key == old else key: value
                     for key, value in plan[section].items()}

    def walk(value, key=None):
        if isinstance(value, dict):
            return {new if name == old and key in
                    ("volume", "channels") and section == "channels" and
                    not isinstance(inner, dict) else name: walk(inner, name)
                    for name, inner in value.items()}
        if isinstance(value, list):
            return [walk(one, key) for one in value]
        if value == old and key in {
                "actions": ("plan", "depends_on", "actions", "action"),
                "channels": ("to", "channels"),
                "people": ("owner", "asked_of", "sponsor", "lead", "by"),
        }[section]:
            return new
        if key == "improves" and (value == f"{section}.{old}"
                                  or value.startswith(f"{section}.{old}.")):
            return f"{section}.{new}" + value[len(section) + 1 + len(old):]
        return value

    for key, value in walk({k: v for k, v in plan.items()
                            if not k.startswith("x-")}).items():
        plan[key] = value
    return [path_text(item), new]


def draw(rng, plan):
    """Arguments of one run, and the plan as it is to be."""
    plan = copy.deepcopy(plan)
    if rng.random() < 0.05:
        args = rename(rng, plan)
        return ("rename", args, plan) if args else draw(rng, plan)
    tries = [set_value] * 12 + [set_key] * 3 + [remove_key] * 2 + [
        add_item] * 3 + [add_reading, remove_reading, remove_item, set_list,
                         set_group]
    for _ in range(20):
        args = []
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            args += rng.choice(tries)(rng, plan) or []
        if args:
            break
    return "set", args, plan


def plain(value):
    """Without the ways of writing: 5min is 300, and the order of items."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, str):
        found = re.fullmatch(r"([0-9.]+)(s|min|h|d)", value)
        return float(found[1]) * SECONDS[found[2]] if found else value
    return value


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
    rng = random.Random(13)
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


# --- writing -----------------------------------------------------------------

def files():
    """--write, and what keeps it from that."""
    plan = SCRATCH / "plan.yaml"
    text = RETAIL.read_bytes()
    change_due = "actions.carton.due=2026-10-31"
    plan.write_bytes(text)
    done = run("set", plan, change_due)
    check(done.returncode == 0 and plan.read_bytes() == text,
          "a preview writes nothing")
    done = run("set", "--write", plan, change_due)
    new = plan.read_bytes()
    check(done.returncode == 0 and new != text and b"2026-10-31" in new,
          "--write does")
    done = run("set", "--write", plan, change_due)
    check(done.returncode == 0 and plan.read_bytes() == new and
          b"nothing to change" in done.stdout, "twice is once")
    with plan.open("rb") as file:
        done = run("set", "-", "-o", "-", "actions.carton.due=2026-09-30",
                   stdin=file)
    check(done.stdout == text, "standard input and output")
    done = run("set", plan, change_due, "-o", plan)
    check(done.returncode == 2 and b"the plan itself" in done.stderr,
          "-o is no way to overwrite the plan")
    link = SCRATCH / "link.yaml"
    link.symlink_to("plan.yaml")
    plan.chmod(0o640)
    done = run("set", "-w", link, "actions.carton.due=2026-09-30")
    check(done.returncode == 0 and link.is_symlink() and
          plan.read_bytes() == text and plan.stat().st_mode & 0o777 == 0o640,
          "a link and the mode stay")
    for blocks in (0, 1, 16):
        done = subprocess.run(
            ["bash", "-c", f"ulimit -f {blocks}; exec \"$@\"", "-", CES, "set",
             "--write", plan, change_due], capture_output=True, check=False)
        check(done.returncode == 2 and plan.read_bytes() == text,
              f"a limit of {blocks} kB: the old bytes {done.stderr}")
    left = [path.name for path in SCRATCH.glob(".ces-*")]
    check(not left, f"nothing is left behind {left}")
    changed_meanwhile()
    killed()


def grown():
    """A plan that takes some time."""
    big = SCRATCH / "big.yaml"
    with big.open("wb") as file:
        subprocess.run([sys.executable, TOP / "tests/bench.d/grow.py", RETAIL,
                        "8"], stdout=file, check=True)
    return big, big.read_bytes()


def changed_meanwhile():
    """Somebody types while it runs; a little later each time, until it has
    read the plan by then, and not written it."""
    big, text = grown()
    for wait in range(300):
        big.write_bytes(text)
        with subprocess.Popen([CES, "set", "-w", big, "plan.title=Another"],
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE) as process:
            time.sleep(0.001 * wait)
            with big.open("ab") as file:
                file.write(b"# typed\n")
            said = process.communicate(timeout=60)[1]
        if b"has changed since it was read" in said:
            break
    check(process.returncode == 1 and big.read_bytes() == text + b"# typed\n",
          f"a plan that changed meanwhile: {said}")


def killed():
    big, text = grown()
    torn = 0
    for wait in range(20):
        big.write_bytes(text)
        with subprocess.Popen([CES, "set", "-w", "-q", big,
                               f"plan.title=Night {wait}"],
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(0.002 * wait)
            except subprocess.TimeoutExpired:
                process.kill()
        new = big.read_bytes()
        torn += new != text and new != text.replace(
            text[text.index(b"title: "):].split(b"\n")[0],
            f"title: Night {wait}".encode(), 1)
    check(not torn, "killed: the old bytes or the new ones")


def main():
    for folder in ("old", "new", "json"):
        (SCRATCH / folder).mkdir(parents=True)
    try:
        for part in (example_of_a_review, files, every_key, random_changes):
            if os.environ.get("PART", part.__name__) == part.__name__:
                part()
    finally:
        shutil.rmtree(SCRATCH)
    sys.exit(failed > 0)


main()
