#!/usr/bin/env python3
# mistyped.py - a wrong value is one finding, at the value, and no figure
#
# Each key of the format that tests/sound.yaml holds, a plan without findings,
# is written in ten wrong ways, by its kind in include/ces/model.def. The plan
# then draws exactly one finding, and its JSON holds no value there, or what was
# written.
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

NUMBERS = ["twelve", "1,2,3", "~12", "12-15", "<12", "12 pcs", "1/2", "0x1f",
           "12..5", "--5"]
DATES = ["31/12/2026", "15.07.2026", "2027-6-5", "2026-02-30", "June 2026",
         "2026-13-01", "26-06-30", "20260630", "2026/06/30", "2026-06-31"]
PERIODS = ["2026-Q5", "Q2 2026", "2026-13", "2026/04", "April 2026",
           "2026-W54", "26-04", "2026-02-30", "last month", "2026-H1"]
TIMES = ["60 seconds", "9min 30s", "1h30m", "24hrs", "5 minutes", "1:30",
         "-5min", "5", "min", "5 m"]
HOURS = ["9-17", "09.00-17.00", "24 hours", "always", "Mo-Fr: 09:00-17:00",
         "Mon-Fri 9am-5pm", "Mo-Fr 17:00", "Mo-Fr 25:00-26:00",
         "Mo-Fr 09:00-17:00, Sa 09:00-12:00", "Montag 9-17"]
ZONES = ["London", "Europe/Lundon", "EST", "Europe\\London", "UTC+1", "+01:00",
         "Mars/Base", "local", "Europe/", "Europa/Berlin"]
FLAGS = ["maybe", "ja", "1", "0", "y", "si", "t", "truee", "not", "x"]
WORDS = ["xyzzy", "42", "2026-01-01", "one two", "none", "a/b", "a.b",
         "\u7d93\u6fdf", "other_word", "yes"]
CODES = ["EURO", "euros", "\u20ac", "978", "E U R", "Q", "XX1", "eng-lish",
         "42", "no such"]
IDS = ["nowhere", "no-where", "42", "a.b", "phone-2", "Nowhere", "x_y",
       "\u7d93\u6fdf", "zzz", "n1"]
PATHS = ["nowhere", "channels.", "channels.nowhere", "hours/phone", "x.y.z",
         "channels..phone", "channels phone", "actions.nothing",
         "measures.none.x", "42"]
# as they stand, without quotes: YAML takes them for something else
TEXTS = ["@home, and away", "`code`", "%5 of all", "* bullet", "&Half of them",
         "a text: with a colon", "- a text", "? a question", "[a, text]",
         "Job #4 is late"]

WRONG = {
    **dict.fromkeys("COUNT MONEY PERCENT PART CHANGE NUMBER SCORE SETTING "
                    "READING SHARES INTMAP".split(), NUMBERS),
    **dict.fromkeys("DURATION MOMENT".split(), TIMES),
    **dict.fromkeys("WEEK SPANS".split(), HOURS),
    **dict.fromkeys("WORD WORDS LOOKUP WORDMAP".split(), WORDS),
    **dict.fromkeys("CODE CODES".split(), CODES),
    **dict.fromkeys("REF REFS NAMED NAMEDS REFMAP".split(), IDS),
    **dict.fromkeys("PATH PATHS".split(), PATHS),
    "DATE": DATES, "PERIOD": PERIODS, "ZONE": ZONES, "FLAG": FLAGS,
    "TEXT": TEXTS, "TEXTS": TEXTS}


def model():
    """{entity: {key: (kind, entity of its objects)}}"""
    text = (plans.TOP / "include/ces/model.def").read_text()
    entities = {}
    for name, body in re.findall(r'(?ms)^ENTITY\((\w+),.*?$(.*?)^END', text):
        entities[name] = {
            key: (kind, re.split(r",\s*", rest)[-2] if kind == "KEYED" else
                  re.findall(r"(\w+),\s*\"", rest)[-1:] and
                  re.findall(r"(\w+),\s*\"", rest)[-1])
            for kind, key, rest in re.findall(
                r'(?ms)^\t([A-Z]+)\((\w+),(.*?)\)\n(?=\t[A-Z]+\(|\Z)', body)}
    return entities


ENTITIES = model()
BEFORE = json.loads(plans.ces(
    ["export", "--format", "json", "-o", "-", plans.SOUND]).stdout)["plan"]


def values(node, entity, path=()):
    """(path, entity, key, kind, node) of the values of an object."""
    for key, value in node.value:
        at = path + (key.value,)
        kind, of = ENTITIES[entity].get(key.value, (None, None))
        if kind == "OBJECT":
            yield from values(value, of, at)
        elif kind in ("MAP", "KEYED"):
            for name, item in value.value:
                yield from values(item, of, at + (name.value,))
        elif kind == "LIST":
            for i, item in enumerate(value.value):
                yield from values(item, of, at + (i,))
        elif isinstance(value, yaml.SequenceNode):
            yield at + (0,), entity, key.value, kind, value.value[0]
        elif isinstance(value, yaml.MappingNode):
            name, item = value.value[0]
            yield at + (name.value,), entity, key.value, kind, item
        elif kind:
            yield at, entity, key.value, kind, value


def cases():
    text = plans.SOUND.read_text()
    seen = set()
    for path, entity, key, kind, node in values(yaml.compose(text), "plan"):
        if (entity, key) in seen:
            continue
        seen.add((entity, key))
        start, end = node.start_mark.index, node.end_mark.index
        for wrong in WRONG[kind]:
            bare = kind in ("TEXT", "TEXTS")
            spoilt = wrong if bare else json.dumps(wrong, ensure_ascii=False)
            yield (path, wrong, node.start_mark.line + 1,
                   text[:start] + spoilt + text[end:])


def at(plan, path):
    for step in path:
        try:
            plan = plan[step]
        except (KeyError, IndexError, TypeError):
            return None
    return plan


def judge(case):
    """What is wrong with the case, or None."""
    path, wrong, line, text = case
    done = plans.ces(["export", "--as-of", "2026-06-30", "--format", "json",
                      "-o", "-", "-"], text)
    made = json.loads(done.stdout) if done.returncode == 0 else {}
    found = made["findings"] if made else plans.findings(text)
    if found is None:
        return "ends ces"
    told = [f"{one['line']}:{one['column']} {one['rule']}: {one['message']}"
            for one in found]
    if len(found) != 1:
        return "\n#   ".join([f"has {len(found)} findings"] + told)
    if found[0]["line"] != line:
        return f"has its finding elsewhere, not in line {line}: {told[0]}"
    if isinstance(path[-1], int):
        value = at(made, ("plan",) + path[:-1])
        rest = at(BEFORE, path[:-1])[1:]
        fine = ([], rest, [wrong] + rest)
    else:
        value = at(made, ("plan",) + path)
        fine = (wrong,)
    if value is not None and value not in fine:
        return f"is taken as {value!r}; {told[0]}"
    return None


def main():
    every = list(cases())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(judge, every))
    for number, (case, problem) in enumerate(zip(every, results), 1):
        name = f"{'.'.join(map(str, case[0]))}: {case[1]}"
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        if problem:
            print(f"#   it {problem}")
    return any(results)


if __name__ == "__main__":
    sys.exit(main())
