#!/usr/bin/env python3
# examples.py - a rule's good example draws no finding of any rule
#
# An example shows the part of a plan that matters. So it is laid over
# tests/sound.yaml, a plan without findings: what the example says of an item
# that stands there replaces it key by key, what is new is added. The bad
# example, laid over it in the same way, may draw anything but a crash.
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import yaml

TOP = pathlib.Path(os.environ["TOP"])
CES = os.environ["CES"]
SOUND = TOP / "tests" / "sound.yaml"

# the part of an item that an example shows lacks keys, uses and sums
PARTS = ("document/", "waivers/unused")


def ces(args, text=None):
    return subprocess.run([CES, *args], input=text, capture_output=True,
                          text=True, timeout=60)


def topics():
    """The names of the catalogue."""
    listed = ces(["explain"]).stdout.split("\n\n")[0]
    return re.findall(r"^  ([a-z]+/[a-z-]+)", listed, re.M)


def examples(topic):
    """The bad and the good example, as text."""
    text = ces(["explain", topic]).stdout
    found = re.search(r"\nDraws it\n(.*?)\nDoes not\n((?:    [^\n]*\n|\n)*)", text,
                      re.S)
    return [re.sub(r"^    ", "", part, flags=re.M) for part in found.groups()]


def lay(over, base):
    if not isinstance(over, dict) or not isinstance(base, dict):
        return over
    return {**base, **{key: lay(value, base.get(key))
                       for key, value in over.items()}}


def rules_of(text):
    """The rules that have findings in the plan, or None after a crash."""
    done = ces(["check", "--as-of", "2026-06-30", "--format", "json", "-"],
               text)
    if done.returncode not in (0, 1):
        return None
    return [(finding["rule"], finding["path"], finding["message"])
            for finding in json.loads(done.stdout)["findings"]]


def laid(example, sound):
    plan = lay(yaml.load(example, yaml.BaseLoader), sound)
    return yaml.dump(plan, default_style='"', sort_keys=False,
                     allow_unicode=True)


def problems(topic, sound):
    bad, good = examples(topic)
    found = rules_of(laid(good, sound))
    if found is None:
        return ["the good example ends ces"]
    lines = [f"{rule} at {path}: {message}" for rule, path, message in found
             if not rule.startswith(PARTS)]
    try:
        if rules_of(laid(bad, sound)) is None:
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
    sound_text = SOUND.read_text()
    sound = yaml.load(sound_text, yaml.BaseLoader)
    names = topics()
    wanted = [name for name in names
              if len(sys.argv) < 2 or sys.argv[1] in name]
    results = [("tests/sound.yaml", [str(item) for item in
                                     rules_of(sound_text)])]
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
