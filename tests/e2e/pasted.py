#!/usr/bin/env python3
# pasted.py - the YAML that a finding offers mends it when it is pasted
#
# The examples are checked, and tests/sound.yaml with the bad example of each
# rule laid over it. What a finding offers is put where it belongs, and what it
# leaves to be written is written: then the finding is gone or in hand, and no
# error is new.
import copy
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position


def cases():
    for path in sorted(plans.TOP.glob("examples/*.yaml")):
        plan = plans.read(path.read_text())
        yield path.name, plan, []
        yield path.name, plan, ["--as", "in_review"]
    sound = plans.read(plans.SOUND.read_text())
    for topic in plans.topics():
        try:
            bad = plans.read(plans.examples(topic)[0])
        except yaml.YAMLError:
            continue
        yield topic, plans.lay(bad, sound), []


def pasted(plan, finding):
    """The plan with what the finding offers, where it belongs."""
    part = plans.read(finding["paste"].replace("TODO", "Mended"))
    under = re.match(r"# under (\w+):", finding["paste"])
    steps = ([under[1]] if under else
             re.findall(r"[^.\[\]]+", finding["path"])[:-1])
    if not under and re.search(r"(?m)^\w", finding["paste"]):
        steps = []  # keys of the top level stand at the left
    if not steps:
        return plans.lay(part, plan)
    plan = copy.deepcopy(plan)
    place = plan
    for step in steps[:-1]:
        place = place[int(step) if isinstance(place, list) else step]
    last = int(steps[-1]) if isinstance(place, list) else steps[-1]
    place[last] = plans.lay(part, place[last])
    return plan


def is_open(finding, found):
    return any(same["rule"] == finding["rule"]
               and same["path"] == finding["path"]
               and same["message"] == finding["message"]
               and not same["in_hand"] for same in found)


def errors(found):
    return {(finding["rule"], finding["path"]) for finding in found
            if finding["severity"] == "error"}


def problem(plan, before, finding, args):
    after = plans.findings(plans.written(pasted(plan, finding)), *args)
    new = errors(after) - errors(before)
    if new:
        return f"draws {sorted(new)}"
    return "is there as before" if is_open(finding, after) else None


def judge(case):
    name, plan, args = case
    before = plans.findings(plans.written(plan), *args) or []
    results = []
    for finding in before:
        if not finding.get("paste"):
            continue
        try:
            said = problem(plan, before, finding, args)
        except (KeyError, TypeError, yaml.YAMLError) as error:
            said = repr(error)
        results.append((" ".join([name, *args, finding["rule"],
                                  finding["path"]]), said))
    return results


def main():
    with ThreadPoolExecutor() as pool:
        results = [result for many in pool.map(judge, cases())
                   for result in many]
    for number, (name, said) in enumerate(results, 1):
        print(f"{'not ok' if said else 'ok'} {number} - {name}")
        if said:
            print(f"#   {said}")
    print(f"1..{len(results)}")
    sys.exit(any(said for _, said in results) or len(results) < 5)


main()
