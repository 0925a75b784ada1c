# plans.py - for tests: plans as data, judged by ces, and the rules' examples
import json
import os
import pathlib
import re
import subprocess

import yaml

TOP = pathlib.Path(os.environ["TOP"])
CES = os.environ["CES"]
SOUND = TOP / "tests" / "sound.yaml"


def ces(args, text=None, timeout=60):
    return subprocess.run([CES, *args], input=text, capture_output=True,
                          text=True, timeout=timeout)


def findings(text, *args):
    """What `ces check` finds in the plan; None where it ends otherwise."""
    done = ces(["check", "--as-of", "2026-06-30", "--format", "json", *args,
                "-"], text)
    if done.returncode not in (0, 1):
        return None
    return json.loads(done.stdout)["findings"]


def read(text):
    """The plan as it stands: every value is a text."""
    return yaml.load(text, yaml.BaseLoader)


def written(plan):
    return yaml.dump(plan, default_style='"', sort_keys=False,
                     allow_unicode=True)


def lay(over, base):
    """base with what over says of the same items, key by key."""
    if not isinstance(over, dict) or not isinstance(base, dict):
        return over
    return {**base, **{key: lay(value, base.get(key))
                       for key, value in over.items()}}


def kinds():
    """{key: the kinds of the rows of model.def that have it}."""
    found = {}
    text = (TOP / "include/ces/model.def").read_text()
    for kind, key in re.findall(r"^\t([A-Z]+)\(([a-z_]+),", text, re.M):
        found.setdefault(key, set()).add(kind)
    return found


def topics():
    """The names of the catalogue."""
    listed = ces(["explain"]).stdout.split("\n\n")[0]
    return re.findall(r"^  ([a-z]+/[a-z-]+)", listed, re.M)


def examples(topic):
    """The bad and the good example, as text."""
    text = ces(["explain", topic]).stdout
    found = re.search(r"\nDraws it\n(.*?)\nDoes not\n((?:    [^\n]*\n|\n)*)",
                      text, re.S)
    return [re.sub(r"^    ", "", part, flags=re.M) for part in found.groups()]
