#!/usr/bin/env python3
# agreement.py - the JSON Schema and the checker take and reject the same plans
#
# The schema is to reject a plan exactly when `ces check --as in_review` finds
# in it one of SCHEMATIC, or that a key of ABSENCES is not there. Both look at
# every fixture, template and example, and at the example with each key removed,
# renamed or replaced in turn. What the schema can't know is left out: broken
# YAML, keys and anchors twice, placeholders that are no YAML, the bare word null,
# which is a text here and nothing to readers of YAML, placeholders for an entry of
# a list, where editors complete keys alone.
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

import jsonschema
import yaml

TOP = pathlib.Path(os.environ["TOP"])
CES = os.environ["CES"]

SCHEMATIC = {
    "document/wrong-type", "document/unknown-word", "document/unknown-key",
    "document/bad-id", "document/missing-key", "document/missing-section",
    "document/bad-date", "document/version", "document/status-date",
    "document/bad-hours", "document/bad-timezone", "waivers/invalid"}
# rules that report the absence of these keys in place of document/missing-key;
# after_hours_to hangs on the hours of another channel, which no schema follows
ABSENCES = {
    "governance/no-sponsor": "sponsor", "channels/no-route-to-person":
    "human_route", "channels/long-route": "steps keeps_context",
    "channels/objective": "objective", "channels/weak-case":
    "business_case efficiency ease wanted", "measures/no-target":
    "owner baseline baseline_plan target range", "measures/undefined":
    "scale method window statistic within abandons",
    "intelligence/no-consumer": "consumers", "intelligence/stuck": "action",
    "actions/unowned": "owner due", "actions/preparation": "covers",
    "decisions/overdue": "decided"}
# of these, what the schema can't know
BEYOND = re.compile("does not exist in the calendar|can't be waived"
                    "|was completed on|is at 100%|launch on|is past on")
# placeholders that YAML refuses and the checker reads
REFUSED = re.compile(r"(?m)[:,\[{-] +(\?|-|TODO:.*?)\s*($|[,\]}#])")
UNREADABLE = {"document/syntax", "document/duplicate-key"}
# the schema's limits are for figures, and not for those in quotes or with a sign
LIMITED = {"document/out-of-range"}

# keys whose words decide which other keys are needed
DECISIVE = {"status", "assisted", "economics", "standard", "direction", "role",
            "prepares", "outcome"}

# keys that the example has no use for
REST = """
segments:
  members: {margin: 12%, preferences: {timezone: Europe/London}}
contact_reasons:
  returns: {annual_volume: 62000, catch_all: false, urgent: false,
            parent: change-order, x-note: ours}
hours:
  phone: {timezone: UTC}
measures:
  own: {name: Own, standard: custom, family: data, unit: score, scale: 1-5,
        direction: range, range: {min: 3, max: 4}, frequency: daily,
        owner: lind, baseline_plan: After launch, scope: {reasons: [returns]}}
intelligence:
  carrier-gaps: {measure: satisfaction, quantified: {value_per_year: 5.20}}
actions:
  carton: {start: 2026-05-01, effect: Less, evidence: Log, depends_on: [points]}
decisions:
  peak-budget: {note: In two steps}
settings:
  coverage: 85
  headlines: "8"
  severity: {hours/unreviewed: error, segments/thin: "off"}
"""

INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class LeftOut(Exception):
    pass


# --- values: a plain scalar, [values], {key: value}; other texts are Quoted ---
class Quoted(str):
    pass


def read(text):
    """The plan as it is written, scalars as their source text."""
    def value(node):
        if isinstance(node, yaml.ScalarNode):
            return Quoted(node.value) if node.style else node.value
        if isinstance(node, yaml.SequenceNode):
            return [value(item) for item in node.value]
        return {key.value: value(item) for key, item in node.value}
    return value(yaml.compose(text, Loader=LOADER))


def typed(value):
    """What a reader of YAML 1.2 makes of it."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    if isinstance(value, Quoted):
        return str(value)
    if value.lower() == "null":
        raise LeftOut
    if value in ("", "~"):
        return None
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if INTEGER.fullmatch(value):
        return int(value)
    if FLOAT.fullmatch(value):
        return float(value)
    return value


def written(value):
    """The value as YAML on one line."""
    if isinstance(value, dict):
        return "{%s}" % ", ".join(f"{json.dumps(key)}: {written(item)}"
                                  for key, item in value.items())
    if isinstance(value, list):
        return "[%s]" % ", ".join(written(item) or "~" for item in value)
    if isinstance(value, Quoted) or re.search("[^-+%~./\\w ]", value):
        return json.dumps(value)
    return value


# --- the example with one change at a time ---
def places(value, path=()):
    """Every value within, with the keys and indices that lead to it."""
    if path:
        yield path, value
    items = (value.items() if isinstance(value, dict) else
             enumerate(value) if isinstance(value, list) else ())
    for key, item in items:
        yield from places(item, path + (key,))


def within(plan, path):
    for key in path:
        plan = plan[key]
    return plan


def changed(plan, path, change):
    """A copy of the plan with change(parent, key) made at the path."""
    copy = dict(plan)
    parent = copy
    for key in path[:-1]:
        parent[key] = type(parent[key])(parent[key])
        parent = parent[key]
    change(parent, path[-1])
    return copy


def remove(parent, key):
    del parent[key]


def misspell(parent, key):
    parent[f"{key} {key}"] = parent.pop(key)


def add_key(parent, key):
    parent[key] = {**parent[key], "zzz": "zzz"}


def put(value):
    def change(parent, key):
        parent[key] = value
    return change


def changes(parent, value):
    yield "removed", remove
    if isinstance(parent, dict):
        yield "misspelt", misspell
    if isinstance(value, dict):
        yield "with a key more", add_key
    for other in ("zzz", "", Quoted(""), "TODO", "n/a", "7", Quoted("7"), "yes",
                  ["zzz"], {"zzz": "zzz"}, [], {}):
        if other in ("TODO", "n/a") and isinstance(value, dict) and \
                isinstance(parent, list):
            continue
        yield f"as {written(other) or 'blank'}", put(other)


def merge(plan, more):
    for key, value in more.items():
        if isinstance(value, dict) and key in plan:
            merge(plan[key], value)
        else:
            plan[key] = value


def short(plan):
    """The required sections with one item each."""
    def first(section):
        return dict(list(section.items())[:1])
    keep = {key: plan[key] for key in ("ces", "plan", "governance",
                                       "strategy")}
    for key in ("segments", "service_tiers", "contact_reasons", "channels",
                "hours", "measures", "intelligence", "actions"):
        keep[key] = first(plan[key])
    return keep


def kind(plan, path, collections):
    """Places of one kind need one look: the path without ids, which keys
    stand beside it, and the words among them that others depend on."""
    names = tuple("" if isinstance(key, int) or
                  ".".join(map(str, path[:i])) in collections else key
                  for i, key in enumerate(path))
    beside = within(plan, path[:-1])
    if not isinstance(beside, dict) or names[-1] == "":
        return names
    return names, tuple((key, item if key in DECISIVE else "")
                        for key, item in sorted(beside.items()))


def mutants(plan):
    base = short(plan)
    collections = {key for key in plan if key not in (
        "ces", "plan", "governance", "strategy", "demand", "technology",
        "waivers")} | {"strategy.goals", "strategy.objectives",
                       "technology.observations", "technology.roadmap"}
    seen = set()
    for path, value in places(plan):
        like = kind(plan, path, collections)
        if like in seen:
            continue
        seen.add(like)
        section = path[0]
        small = dict(base)
        small[section] = plan[section]
        if section in collections and len(path) > 1:
            small[section] = {path[1]: plan[section][path[1]]}
        for what, change in changes(within(plan, path[:-1]), value):
            name = ".".join(map(str, path)) + " " + what
            yield name, written(changed(small, path, change))


# --- the two judges ---
def is_absent(text, path):
    """Does the plan hold nothing at the path?"""
    try:
        value = read(text)
        for step in re.findall(r"[^.\[\]]+", path):
            if isinstance(value, list):
                value = value[int(step)]
            elif isinstance(value, dict):
                value = value.get(step, "")
    except (yaml.YAMLError, ValueError, TypeError, IndexError):
        return True  # not the plan's shape: others judge it
    return value in ("", "~", {}, []) or (
        isinstance(value, list) and not any(value))


def is_schematic(finding, text):
    rule, path = finding["rule"], finding["path"]
    if rule in ABSENCES:
        key = path.rpartition(".")[2]
        return key in ABSENCES[rule].split() and is_absent(text, path)
    return rule in SCHEMATIC and not BEYOND.search(finding["message"])


def fixtures():
    folders = [TOP / "tests" / "golden", TOP / "templates", TOP / "examples"]
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            text = path.read_bytes().decode("utf-8", "replace")
            # most fixtures silence the very findings that are asked for here
            yield str(path.relative_to(TOP)), re.sub(
                r'(?m)^( +)(severity: \{document/missing-(key|section): "off")',
                r"\1x-\2", text)


def checked(plans):
    """What the checker says of each: None, or the topics of the schema."""
    with tempfile.TemporaryDirectory() as folder:
        for i, (name, text) in enumerate(plans):
            with open(f"{folder}/{i:06}.yaml", "w", newline="") as file:
                file.write(text)
        done = subprocess.run(
            [CES, "check", "--as", "in_review", "--as-of", "2026-06-30",
             "--format", "jsonl", "--fail-on", "never", folder],
            capture_output=True, check=True, timeout=600)
    verdicts = [set() for plan in plans]
    for passed in re.findall(rb"(\d{6})\.yaml", done.stderr):
        verdicts[int(passed)].add(None)  # over, as it is no plan
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        i = int(pathlib.Path(finding["file"]).stem)
        if finding["rule"] in UNREADABLE | LIMITED and \
                finding["severity"] == "error":
            verdicts[i].add(None)
        if is_schematic(finding, plans[i][1]):
            verdicts[i].add(f"{finding['rule']} at {finding['path']}: "
                            f"{finding['message']}")
    return [None if None in verdict else verdict for verdict in verdicts]


def load_schema():
    """The schema, what it refers to put in place, which is much faster."""
    schema = json.loads(subprocess.run([CES, "schema"], capture_output=True,
                                       check=True).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    ready = {}

    def inline(part):
        if isinstance(part, list):
            return [inline(item) for item in part]
        if not isinstance(part, dict):
            return part
        if "$ref" not in part:
            return {key: inline(item) for key, item in part.items()}
        name = part["$ref"].removeprefix("#/definitions/")
        if name not in ready:
            ready[name] = inline(schema["definitions"][name])
        return ready[name]
    return inline({key: part for key, part in schema.items()
                   if key != "definitions"})


class Schema:
    """The schema, section by section, as most plans have most in common."""
    def __init__(self):
        whole = load_schema()
        sections = whole["properties"]
        self.top = jsonschema.Draft7Validator(
            {**whole, "properties": dict.fromkeys(sections, True)})
        self.sections = {key: jsonschema.Draft7Validator(section)
                         for key, section in sections.items()}
        self.seen = {}

    def section_error(self, key, value):
        text = json.dumps([key, value])
        if text not in self.seen:
            error = next(self.sections[key].iter_errors(value), None)
            self.seen[text] = error and f"{error.json_path}: {error.message}"
        return self.seen[text]

    def error(self, plan):
        """What it has against the plan, or None."""
        for error in self.top.iter_errors(plan):
            return error.message
        for key, value in plan.items():
            error = key in self.sections and self.section_error(key, value)
            if error:
                return f"{key}: {error}"
        return None


def start():
    global schema
    schema = Schema()


def disagreement(case):
    """What one judge has against the plan and the other has not, or None."""
    (name, text), found = case
    try:
        plan = typed(read(text))
    except (LeftOut, yaml.composer.ComposerError):
        return None
    except yaml.YAMLError:
        if REFUSED.search(text):
            return None
        raise
    error = schema.error(plan)
    if bool(error) == bool(found):
        return None
    if error:
        return f"{name}: the schema alone: {error[:300]}"
    return f"{name}: the checker alone: {sorted(found)[0]}"


def main():
    retail = read((TOP / "examples" / "retail.yaml").read_text())
    merge(retail, read(REST))
    plans = [*fixtures(), *mutants(retail)]
    cases = [(plan, found) for plan, found in zip(plans, checked(plans))
             if found is not None]
    with ProcessPoolExecutor(os.cpu_count(), initializer=start) as pool:
        results = list(pool.map(disagreement, cases, chunksize=50))
    problems = [problem for problem in results if problem]
    rejected = sum(1 for plan, found in cases if found)
    print(f"# {len(cases)} plans, {rejected} of them rejected")
    for problem in problems:
        print(problem)
    return bool(problems) or rejected < 500 or len(cases) - rejected < 500


if __name__ == "__main__":
    sys.exit(main())
