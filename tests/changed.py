# changed.py - for tests: random changes of a plan, as arguments of ces set and
# ces rename, and what the plan, read as JSON, is to be after them
import copy
import json
import re

from plans import TOP

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
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


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
            # paths are those of the old plan, where others come behind it
            if args[-2:-1] == ["--remove"] and args[-1].endswith("]"):
                break
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
