#!/usr/bin/python3
"""Writes a large plan: the retail example with its collections repeated.

grow.py EXAMPLE COPIES [COLLECTION=ITEMS...] > plan.yaml; every copy's ids end
in -K, and its references lead to the items of the same copy. A collection that
is named has so many items in all; where a copy's item is not among them, that
of an earlier copy stands for it.
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
# fields whose words may be ids as well, and mean something else
KEPT = {"name", "title", "standard", "kind", "mode", "section", "prepares",
        "covers", "serves", "owner_unit", "unit", "consumers"}


def renamed(value, ids, k):
    """The value with every id of the grown collections of copy k."""
    if isinstance(value, dict):
        return {(copied(key, ids, k) if key in ids else key):
                renamed(v, ids, k) for key, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, ids, k) for v in value]
    if value in ids:
        return copied(value, ids, k)
    if re.search(r"\d\d:\d\d|^24/7", value):
        return Quoted(value)
    head, dot, tail = str(value).rpartition(".")
    if dot and head in GROWN and tail in ids:
        return f"{head}.{copied(tail, ids, k)}"
    return value


def copied(id, ids, k):
    """The id in copy k, or in the copy that stands for it."""
    return f"{id}-{k % ids[id]}"


def main():
    example, copies = sys.argv[1], int(sys.argv[2])
    sizes = dict(word.split("=") for word in sys.argv[3:])
    with open(example, encoding="utf-8") as file:
        plan = yaml.load(file, yaml.BaseLoader)
    ids, items = {}, []
    for name in GROWN:
        size = int(sizes.get(name, copies * len(plan[name])))
        for i, id in enumerate(plan[name]):
            # how many copies there are of that id, in each collection with it
            there = len(range(i, size, len(plan[name])))
            ids[id] = min(there, ids.get(id, there))
            items += [(k, name, id) for k in range(there)]
    grown = {name: {} for name in GROWN}
    for k, name, id in sorted(items, key=lambda item: item[0]):
        grown[name][f"{id}-{k}"] = {
            key: value if key in KEPT else renamed(value, ids, k)
            for key, value in plan[name][id].items()}
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
