#!/usr/bin/python3
"""Writes a large plan: the retail example with its collections repeated.

grow.py EXAMPLE COPIES > plan.yaml; every copy's ids end in -K, and its
references lead to the items of the same copy.
"""
import re
import sys

import yaml


class Quoted(str):
    """A text that is written in quotes."""


yaml.add_representer(Quoted, lambda dumper, text: dumper.represent_scalar(
    "tag:yaml.org,2002:str", text, style='"'))

SHARED = {"people", "units", "plan", "governance", "settings", "waivers"}
GROWN = ["segments", "service_tiers", "contact_reasons", "channels", "hours",
         "measures", "intelligence", "actions", "contact_map", "calendar",
         "gaps", "decisions", "investments"]


def renamed(value, ids, suffix):
    """The value with every id of the grown collections suffixed."""
    if isinstance(value, dict):
        return {(k + suffix if k in ids else k): renamed(v, ids, suffix)
                for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, ids, suffix) for v in value]
    if value in ids:
        return value + suffix
    if re.search(r"\d\d:\d\d|^24/7", value):
        return Quoted(value)
    head, dot, tail = str(value).rpartition(".")
    if dot and head in GROWN and tail in ids:
        return value + suffix
    return value


def main():
    example, copies = sys.argv[1], int(sys.argv[2])
    with open(example, encoding="utf-8") as file:
        plan = yaml.load(file, yaml.BaseLoader)
    ids = {id for name in GROWN for id in plan[name]}
    grown = {name: {} for name in GROWN}
    for k in range(copies):
        suffix = f"-{k}"
        for name in GROWN:
            for id, item in plan[name].items():
                body = {key: (value if key in ("name", "title", "standard",
                                               "kind", "mode", "section",
                                               "prepares", "covers",
                                               "serves", "owner_unit", "unit",
                                               "consumers")
                              else renamed(value, ids, suffix))
                        for key, value in item.items()}
                grown[name][id + suffix] = body
    plan.update(grown)
    for objective in plan["strategy"]["objectives"].values():
        objective["measures"] = [m + "-0" for m in objective["measures"]]
    for item in plan["technology"]["observations"].values():
        item["channel"] += "-0"
    for item in plan["technology"]["roadmap"].values():
        item["measures"] = [m + "-0" for m in item["measures"]]
        item["actions"] = [a + "-0" for a in item["actions"]]
    for answer in plan["questions"].values():
        if "actions" in answer:
            answer["actions"] = [a + "-0" for a in answer["actions"]]
    plan["waivers"] = []
    text = yaml.dump(plan, sort_keys=False, allow_unicode=True, width=100,
                     default_flow_style=None)
    sys.stdout.write(re.sub(r"'(\d+(\.\d+)?%?|true|false|\d{4}-\d\d-\d\d)'",
                            r"\1", text))


main()
