#!/usr/bin/env python3
# examples.py - a rule's good example draws no finding of any rule
#
# An example shows the part of a plan that matters. So it is laid over
# tests/sound.yaml, a plan without findings: what the example says of an item
# that stands there replaces it key by key, what is new is added. The bad
# example, laid over it in the same way, may draw anything but a crash.
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

# the part of an item that an example shows lacks keys, uses and sums
PARTS = ("document/", "measures/contradicted", "segments/share",
         "waivers/unused")


def problems(topic, sound):
    bad, good = plans.examples(topic)
    found = plans.findings(plans.written(plans.lay(plans.read(good), sound)))
    if found is None:
        return ["the good example ends ces"]
    lines = [f"{finding['rule']} at {finding['path']}: {finding['message']}"
             for finding in found if not finding["rule"].startswith(PARTS)]
    try:
        laid = plans.written(plans.lay(plans.read(bad), sound))
        if plans.findings(laid) is None:
            lines.append("the bad example ends ces")
    except yaml.YAMLError:
        pass
    return lines


def judge(topic, sound):
    try:
        return problems(topic, sound)
    except Exception as error:  # pylint: disable=broad-except
        return [repr(error)]


def main():
    text = plans.SOUND.read_text()
    sound = plans.read(text)
    names = plans.topics()
    wanted = [name for name in names
              if len(sys.argv) < 2 or sys.argv[1] in name]
    results = [("tests/sound.yaml",
                [f"{finding['rule']} at {finding['path']}"
                 for finding in plans.findings(text)])]
    with ThreadPoolExecutor() as pool:
        results += zip(wanted, pool.map(lambda name: judge(name, sound),
                                        wanted))
    for number, (name, lines) in enumerate(results, 1):
        print(f"{'not ok' if lines else 'ok'} {number} - {name}")
        for line in lines:
            print(f"#   {line}")
    print(f"1..{len(results)}")
    sys.exit(any(lines for _, lines in results) or len(names) < 30)


main()
