#!/usr/bin/python3
# identity.py - a finding is the same in every run: whatever figures, days and
# names it says, and in whatever language; findings of other items are others
import collections
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import made_up  # pylint: disable=wrong-import-position
from plans import CES, TOP  # pylint: disable=wrong-import-position
from workbooks import check, finish  # pylint: disable=wrong-import-position

PLANS = [*sorted((TOP / "examples").glob("*.yaml")), TOP / "tests/korean.yaml",
         *sorted((TOP / "tests/golden").glob("**/*.yaml"))]
# of these several may be at one place, all of the same: lines without a path
ALIKE = {"document/syntax", "document/duplicate-key"}
# plan, changes, and a rule whose finding says something else thereafter
SAME = [
    ("poor", ["hours.office.demand_outside=33%"], "hours/demand-outside"),
    ("poor", ["channels.app.name=Chat bot"], "channels/long-route"),
    ("retail", ["measures.repeat-contacts.actuals[0].value=21.3%"],
     "measures/off-track"),
    ("retail", ["contact_reasons.where-is-my-order.name=Where is it?"],
     "reasons/failure-share"),
    ("retail", ["channels.phone.name=The phone"], "tiers/hours-missing"),
]
RENAMED = [
    ("retail", "channels.phone", "line"),
    ("retail", "segments.new-movers", "movers"),
    ("retail", "contact_reasons.damaged-or-wrong", "damaged"),
    ("retail", "measures.repeat-contacts", "repeats"),
    ("retail", "actions.peak-plan", "plan-of-the-peak"),
]
TWO_SEGMENTS = TOP / "tests/golden/seasons/cut.yaml"


def findings(plan, program=CES, more=None, as_of="2026-06-30"):
    done = subprocess.run([program, "check", "--format", "json", "--as-of",
                           as_of, plan], capture_output=True, timeout=60,
                          env={**os.environ, **(more or {})})
    return json.loads(done.stdout)["findings"]


def changed(*args):
    """What goes and comes, as identities, and the new messages by rule."""
    with tempfile.NamedTemporaryFile(suffix=".yaml") as new:
        done = subprocess.run([CES, args[0], "--format", "json", "--as-of",
                               "2026-06-30", "--force", "-o", new.name,
                               *args[1:]], capture_output=True, timeout=60)
        if done.returncode:
            return {"failed": done.stderr.decode()}, {}
        said = collections.defaultdict(set)
        for finding in findings(new.name):
            said[finding["rule"]].add(finding["message"])
    return {key: [one["identity"] for one in found] for key, found in
            json.loads(done.stdout)["findings"].items() if found}, said


def in_another_language(folder, all_found):
    program, words = made_up.program("padded")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        told = list(pool.map(lambda plan: findings(plan, program, words),
                             PLANS))
    other, same = [], 0
    for plan, ours, theirs in zip(PLANS, all_found, told):
        if [one["identity"] for one in ours] != [one["identity"]
                                                 for one in theirs]:
            other.append(plan.name)
        same += sum(a["message"] == b["message"]
                    for a, b in zip(ours, theirs))
    check(not other, f"in another language, the same: {other[:5]}")
    check(same < sum(map(len, all_found)) / 100,
          f"where messages are others (but {same})")


def each_is_itself(all_found):
    twice = []
    for plan, found in zip(PLANS, all_found):
        counts = collections.Counter(
            one["identity"] for one in found if one["rule"] not in ALIKE)
        twice += [f"{plan.name}: {identity}"
                  for identity, n in counts.items() if n > 1]
    check(not twice, f"no two findings of a plan are the same: {twice[:5]}")


def on_another_day():
    retold = 0
    for plan in PLANS[:4]:
        before, after = ({one["identity"]: one for one in found} for found in
                         (findings(plan), findings(plan, as_of="2026-07-01")))
        places = [{(one["rule"], one["path"]) for one in found.values()}
                  for found in (before, after)]
        other = [identity for identity, one in {**before, **after}.items()
                 if (one["rule"], one["path"]) in places[0] & places[1]
                 and (identity in before) != (identity in after)]
        check(not other, f"{plan.stem} a day later, the same: {other[:5]}")
        retold += sum(after[identity]["message"] != one["message"]
                      for identity, one in before.items() if identity in after)
    check(retold > 3, f"where {retold} messages are others")


def main():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        all_found = list(pool.map(findings, PLANS))
    with tempfile.TemporaryDirectory() as folder:
        in_another_language(folder, all_found)
    each_is_itself(all_found)
    on_another_day()
    for name, changes, rule in SAME:
        plan = TOP / f"examples/{name}.yaml"
        before = {one["message"] for one in findings(plan)
                  if one["rule"] == rule}
        moved, after = changed("set", plan, *changes)
        check(not moved, f"{changes[0]}: nothing goes or comes {moved}")
        check(before and before != after.get(rule), f"though {rule} says another")
    for name, path, new in RENAMED:
        moved, _ = changed("rename", TOP / f"examples/{name}.yaml", path, new)
        check(not moved, f"{path} renamed: nothing goes or comes {moved}")
    moved, _ = changed("set", TWO_SEGMENTS, "--remove", "segments.c")
    check("segments.a" not in str(moved) and "segments.c" in str(moved),
          f"of two at one place one goes: {moved}")
    finish()


main()
