#!/usr/bin/env python3
# deleted.py - one deletion from a good plan makes one mistake
#
# Each key, each item of a collection and each value of a list of the example
# is left out in turn, and the plan judged by its own status and as in_review.
# Of every finding the place lies in the file, and the path leads to what is
# there or to a key that is missing of something there. What is required (the
# JSON Schema says so) makes one error when it is left out, or where a rule that
# only warns speaks of it, one warning there; an item that others use makes one
# document/undefined-reference that shows all of these places.
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agreement  # pylint: disable=wrong-import-position

TOP = agreement.TOP
CES = agreement.CES
CHECK = [CES, "check", "--as-of", "2026-06-30", "--format", "jsonl"]
MODES = {"own": [], "in_review": ["--as", "in_review"]}
UNDEFINED = "document/undefined-reference"
DEPTH = {"strategy.goals": 3, "strategy.objectives": 3,
         "technology.observations": 3, "technology.roadmap": 3}
NO_ITEMS = {"plan", "governance", "strategy", "demand", "technology",
            "waivers", "settings", "ces"}

# which collection a key refers to: * is any id or number, and a path that ends
# in @ is of a mapping whose keys refer
USES = {
    "people": """units.*.lead governance.sponsor governance.owner
        governance.stakeholders.* governance.approvals.*.by
        governance.sections.*.owner strategy.objectives.*.owner
        measures.*.owner intelligence.*.owner actions.*.owner
        decisions.*.asked_of technology.observations.*.observer
        technology.roadmap.*.owner gaps.*.owner waivers.*.approved_by""",
    "units": """people.*.unit contact_reasons.*.owner_unit
        intelligence.*.consumers.* contact_map.*.unit calendar.*.owner_unit""",
    "strategy.goals": "strategy.objectives.*.goals.*",
    "strategy.objectives": "calendar.*.objectives.* investments.*.objectives.*",
    "segments": """service_tiers.*.segments.* channels.*.business_case.segments.*
        measures.*.scope.segments.*""",
    "contact_reasons": """channels.*.reasons.* measures.*.scope.reasons.*
        intelligence.*.reasons.* calendar.*.effects.@ contact_reasons.*.parent
        """,
    "channels": """segments.*.preferences.channels.@ service_tiers.*.hours.@
        contact_reasons.*.volume.@ channels.*.human_route.to
        channels.*.human_route.after_hours_to hours.*.out_of_hours.channel
        measures.*.scope.channels.* contact_map.*.channels.*
        technology.observations.*.channel""",
    "hours": "service_tiers.*.hours.* channels.*.hours",
    "measures": """strategy.objectives.*.measures.* intelligence.*.measure
        measures.*.counter_measure channels.*.automation.adoption.measure
        technology.roadmap.*.measures.*""",
    "actions": """service_tiers.*.improvements.* contact_reasons.*.plan.*
        intelligence.*.action questions.*.actions.* contact_map.*.actions.*
        calendar.*.actions.* technology.roadmap.*.actions.* gaps.*.actions.*
        actions.*.depends_on.*""",
}
PATHS = "actions.*.improves.* decisions.*.about.* waivers.*.at"


def pattern(text):
    return re.compile("|".join(
        re.escape(use).replace(r"\*", "[^.]+").replace("@", "([^.]+)")
        for use in text.split()))


USES = {collection: pattern(text) for collection, text in USES.items()}
PATHS = pattern(PATHS)


# --- plans as text: a line for each key, so that places mean something ---
def is_flat(value):
    return not value or isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str)
                                        for item in value))


def block(value, indent):
    """The lines of a mapping or list."""
    if isinstance(value, list):
        return [f"{indent}- {agreement.written(item)}" for item in value]
    lines = []
    for key, item in value.items():
        if is_flat(item):
            lines.append(f"{indent}{key}: {agreement.written(item)}")
        else:
            lines += [f"{indent}{key}:", *block(item, indent + "  ")]
    return lines


def section_text(key, value):
    return "\n".join(block({key: value}, "")) + "\n"


# --- what may be left out ---
def dotted(path):
    return ".".join(map(str, path))


def is_item(path):
    """Is it an item of a collection, which others may name?"""
    if len(path) == 2:
        return path[0] not in NO_ITEMS
    return dotted(path[:-1]) in DEPTH


def starred(text):
    """The path without ids and numbers, as every one of its kind has it."""
    steps = re.findall(r"[^.\[\]]+", text)
    inner = DEPTH.get(".".join(steps[:2]), 0)
    at = inner - 1 if inner else 1 if steps and steps[0] not in NO_ITEMS else 0
    return ".".join("*" if step.isdigit() or (at and i == at) else step
                    for i, step in enumerate(steps))


def leaves(value, path=()):
    """Every place, with the text of the value or key that stands there."""
    for place, item in agreement.places(value, path):
        if isinstance(item, str):
            yield dotted(place), item


def uses(plan, collection, ident):
    """Where the plan names the item: paths with . before numbers, too."""
    found = []
    for place, text in leaves(plan):
        named = USES[collection].fullmatch(place)
        if named and ((named[1] or text) if named.lastindex else text) == ident:
            found.append(place)
        elif PATHS.fullmatch(place) and f"{text}.".startswith(
                f"{collection}.{ident}."):
            found.append(place)
    return found


class Variant:
    """The plan without what stands at the path."""
    def __init__(self, plan, path):
        self.path = path
        self.name = dotted(path)
        self.plan = agreement.changed(plan, path, agreement.remove)
        self.required = None
        self.uses = None
        if is_item(path):
            self.uses = uses(self.plan, dotted(path[:-1]), str(path[-1]))\
                if dotted(path[:-1]) in USES else []

    def part(self):
        """Of the plan the little that shows whether the path is required."""
        section = self.path[0]
        if len(self.path) == 1:
            return None
        value = self.plan[section]
        if section not in NO_ITEMS and len(self.path) > 2:
            value = {self.path[1]: value[self.path[1]]}
        return section, value


# --- who knows what is required: the schema ---
def start():
    global schema
    schema = agreement.Schema()


def schema_rejects(part):
    section, value = part
    return bool(schema.section_error(section, agreement.typed(value)))


def find_required(variants, plan):
    """Sets required: True where the schema rejects the plan."""
    start()
    for variant in variants:
        if len(variant.path) == 1:
            top = agreement.typed({key: value for key, value in plan.items()
                                   if key != variant.name})
            variant.required = bool(next(schema.top.iter_errors(top), None))
    inner = [variant for variant in variants if len(variant.path) > 1]
    with ProcessPoolExecutor(os.cpu_count(), initializer=start) as pool:
        rejected = pool.map(schema_rejects,
                            [variant.part() for variant in inner],
                            chunksize=100)
        for variant, verdict in zip(inner, rejected):
            variant.required = verdict and not variant.uses


# --- what ces says ---
def check(files, args):
    return subprocess.run([*CHECK, *args, *files], capture_output=True,
                          timeout=600)


def ends_well(done):
    return done.returncode in (0, 1) and not done.stderr


def crashes(folder, args):
    """The files on which it doesn't end as it should, one by one."""
    for path in sorted(pathlib.Path(folder).iterdir()):
        done = check([str(path)], args)
        if not ends_well(done):
            yield int(path.stem), (
                f"exit status {done.returncode}: "
                f"{done.stderr.decode(errors='replace').strip()[:200]}")


def judged(folder, args, count):
    """The findings of each file, and what went wrong with it."""
    found = [[] for _ in range(count)]
    done = check([folder], args)
    if not ends_well(done):
        return found, dict(crashes(folder, args)) or {
            0: f"all at once: exit status {done.returncode}: "
               f"{done.stderr.decode(errors='replace')[:200]}"}
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found[int(pathlib.PurePath(finding["file"]).stem)].append(finding)
    return found, {}


# --- what is to hold ---
def misplaced(finding, lines):
    start_at = finding["line"], finding["column"]
    end_at = finding["end_line"], finding["end_column"]
    for line, column in (start_at, end_at):
        if not 1 <= line <= len(lines) + 1:
            return f"line {line} of {len(lines)}"
        text = lines[line - 1] if line <= len(lines) else ""
        if not 1 <= column <= len(text) + 1:
            return f"column {column} of {len(text)} in line {line}"
    return None if start_at <= end_at else f"ends at {end_at}, before {start_at}"


def astray(path, plan):
    """The step of the path that leads nowhere, or None."""
    steps = re.findall(r"\[\d+\]|[^.\[\]]+", path)
    for i, step in enumerate(steps):
        if step[0] == "[":
            if not isinstance(plan, list) or int(step[1:-1]) >= len(plan):
                return step
            plan = plan[int(step[1:-1])]
        elif isinstance(plan, dict) and step in plan:
            plan = plan[step]
        elif i + 1 == len(steps) and (isinstance(plan, dict) or not plan):
            return None  # a key that is missing
        else:
            return step
    return None


def place_problems(variant, lines, finding):
    """What is wrong with the places of the finding."""
    for number, place in enumerate([finding, *finding["related"]]):
        where = f"{finding['rule']}" + (
            f", related place {number}" if number else "")
        wrong = misplaced(place, lines)
        if wrong:
            yield f"{where}: {wrong}"
        step = astray(place.get("path", ""), variant.plan)
        if step:
            yield f"{where}: its path {place['path']} leads nowhere at {step}"


def kind_of(finding):
    """The same finding in a plan whose numbers of list items moved."""
    return finding["rule"], re.sub(r"\[\d+\]", "[]", finding["path"])


def new_findings(findings, base):
    """The errors, and the others."""
    known = collections.Counter(kind_of(finding) for finding in base)
    errors, others = [], []
    for finding in findings:
        if known[kind_of(finding)]:
            known[kind_of(finding)] -= 1
        elif finding["severity"] == "error":
            errors.append(finding)
        else:
            others.append(finding)
    return errors, others


def shown(errors):
    return "; ".join(f"{error['rule']} at {starred(error['path'])}: "
                     f"{error['message']}" for error in errors) or "none"


def plain(path):
    return re.sub(r"\[(\d+)\]", r".\1", path)


def use_problems(variant, fresh):
    """An item that others use: one error shows them all."""
    if len(fresh) != 1 or fresh[0]["rule"] != UNDEFINED:
        yield f"used by others: {len(fresh)} new errors for 1: {shown(fresh)}"
    places = [plain(place["path"]) for error in fresh
              if error["rule"] == UNDEFINED
              for place in [error, *error["related"]]]
    missed = set(variant.uses) - set(places)
    if missed:
        yield ("used by others: not shown where it is used: "
               + ", ".join(sorted(starred(use) for use in missed)))


def warned_once(variant, findings):
    """Does a rule of the strategy, and one alone, speak of what is missing?"""
    at = [finding["rule"] for finding in findings
          if plain(finding["path"]) == variant.name]
    return len(at) == 1 and not at[0].startswith("document/")


def problems(variant, mode, findings, base, lines):
    for finding in findings:
        yield from place_problems(variant, lines, finding)
    # a plan that doesn't tell its status is a draft, and may be incomplete
    if mode == "own" and variant.name in ("plan", "plan.status"):
        return
    errors, others = new_findings(findings, base)
    if variant.uses:
        yield from use_problems(variant, errors)
    elif variant.required and not (len(errors) == 1 or (
            not errors and warned_once(variant, others))):
        yield f"required: {len(errors)} new errors for 1: {shown(errors)}"


# --- all together ---
def write(folder, plan, variants):
    """A file for each variant; the text of each, line by line."""
    texts = {key: section_text(key, value) for key, value in plan.items()}
    for i, variant in enumerate(variants):
        section = variant.path[0]
        parts = dict(texts)
        if section in variant.plan:
            parts[section] = section_text(section, variant.plan[section])
        else:
            del parts[section]
        text = "".join(parts.values())
        with open(f"{folder}/{i:06}.yaml", "w", encoding="utf-8") as file:
            file.write(text)
        yield text.splitlines()


def judge_all(variants, plan):
    """How often each kind of problem is there, and where it is first."""
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        base = variants[0]
        lines = list(write(folder, plan, variants))
        for mode, args in MODES.items():
            found, ends = judged(folder, args, len(variants))
            for i, wrong in ends.items():
                note(seen, mode, variants[i], wrong)
            for variant, findings, text in zip(variants, found, lines):
                if variant is not base:
                    for wrong in problems(variant, mode, findings, found[0],
                                          text):
                        note(seen, mode, variant, wrong)
    return seen


def note(seen, mode, variant, wrong):
    """Equal problems in plans of one kind are told once."""
    name = starred(variant.name)
    wrong = wrong.replace(variant.name, name)
    kind = name, re.sub(r"'[^']*'|\d+", "#", wrong)
    seen.setdefault(kind, []).append((mode, variant.name, wrong))


def report(seen, sections):
    by_section = collections.defaultdict(list)
    for (name, _), cases in seen.items():
        by_section[name.split(".")[0]].append((name, cases))
    for number, section in enumerate(sections, 1):
        wrong = by_section.get(section, [])
        print(f"{'not ok' if wrong else 'ok'} {number} - left out of {section}")
        for name, cases in wrong:
            mode, first, text = cases[0]
            more = sorted({case[1] for case in cases} - {first})
            print(f"#   without {first} ({mode}): {text}")
            if more:
                print(f"#     and so without {len(more)} more: "
                      f"{', '.join(more[:4])}{', ...' if more[4:] else ''}")
    print(f"1..{len(sections)}")


class Whole(Variant):
    """Nothing is left out: what the others are compared with."""
    def __init__(self, plan):  # pylint: disable=super-init-not-called
        self.path, self.name, self.plan = ("ces",), "nothing", plan
        self.required = self.uses = None


def main():
    plan = agreement.read((TOP / "examples" / "retail.yaml").read_text())
    variants = [Variant(plan, path) for path, _ in agreement.places(plan)]
    find_required(variants, plan)
    required = sum(1 for variant in variants if variant.required)
    used = sum(1 for variant in variants if variant.uses)
    print(f"# {len(variants)} plans; {required} lack what is required, "
          f"{used} an item that is used")
    seen = judge_all([Whole(plan), *variants], plan)
    report(seen, list(plan))
    return bool(seen) or required < 500 or used < 50


if __name__ == "__main__":
    sys.exit(main())
