#!/usr/bin/env python3
# pasted.py - the YAML that a finding offers mends it when it is pasted as it stands
#
# Offers of findings are put into the text of the plan, without a change: into
# the samples, in the samples indented by four, in braces, and with the bad
# example of each rule laid over tests/sound.yaml. Then the plan still loads, the
# finding is gone, in hand, or waits for an answer at that very key; and no other
# appears.
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

SAMPLES = [*sorted(plans.TOP.glob("examples/*.yaml")),
           plans.TOP / "tests/korean.yaml", plans.SOUND]
TODO = "document/todo"


def cases():
    for path in SAMPLES:
        text = path.read_text()
        wide = yaml.dump(plans.read(text), sort_keys=False, indent=4,
                         allow_unicode=True)
        braces = yaml.dump(plans.read(text), sort_keys=False,
                           default_flow_style=True, allow_unicode=True)
        yield path.name, text, []
        yield path.name, text, ["--as", "in_review"]
        yield f"{path.name}, indented by four", wide, []
        yield f"{path.name}, in braces", braces, []
    sound = plans.read(plans.SOUND.read_text())
    for topic in plans.topics():
        try:
            bad = plans.read(plans.examples(topic)[0])
        except yaml.YAMLError:
            continue
        yield topic, plans.written(plans.lay(bad, sound)), []


def find(node, steps):
    """The key and the value at the path, as nodes."""
    key = None
    for step in steps:
        if isinstance(node, yaml.SequenceNode):
            key, node = None, node.value[int(step)]
        else:
            key, node = next(pair for pair in node.value
                             if pair[0].value == step)
    return key, node


def pasted(text, finding):
    """The text with what the finding offers, where it says that it belongs."""
    paste = finding["paste"]
    steps = re.findall(r"[^.\[\]]+", finding["path"])[:-1]
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    said = re.match(r" *# (before the '}' of|in place of|under) '?(.*?)'?:\n",
                    paste)
    if said and said[1] == "in place of":
        key, value = find(root, said[2].split("."))
        start, end = key.start_mark.index, value.end_mark.index
        if find(root, said[2].split(".")[:-1])[1].flow_style:
            return text[:start] + "\n" + paste + text[end:]
        start = text.rindex("\n", 0, start) + 1
        end = text.find("\n", end - 1) + 1
        return text[:start] + paste + text[end:]
    if said and said[1].startswith("before"):
        node = find(root, [] if said[2] == "the plan"
                    else said[2].split("."))[1]
        end = node.end_mark.index - 1
        return text[:end] + "\n" + paste + text[end:]
    if said:
        steps = [said[2]]
    elif re.search(r"(?m)^\w", paste):
        return text + paste  # keys of the top level stand at the left
    while True:
        node = find(root, steps)[1]
        if isinstance(node, yaml.MappingNode):
            break
        steps.pop()
    end = text.rindex("\n", 0, node.end_mark.index + 1) + 1 \
        if node.end_mark.index < len(text) else len(text)
    return text[:end] + paste + text[end:]


def name(finding):
    return finding["rule"], finding["path"]


def is_open(finding, found):
    return any(name(same) == name(finding)
               and same["message"] == finding["message"]
               and not same["in_hand"] for same in found)


def keys_of(paste):
    return set(re.findall(r"(?:^|[\s{,-])([\w-]+):", paste))


def problem(text, before, finding, args):
    after = plans.findings(pasted(text, finding), *args)
    if after is None:
        return "can't be read"
    known = {name(found) for found in before}
    keys = keys_of(finding["paste"])
    new = {name(found) for found in after} - known
    new = {(rule, path) for rule, path in new if rule != TODO
           or re.sub(r"\[\d+\]$", "", path).split(".")[-1] not in keys}
    if new:
        return f"draws {sorted(new)}"
    return "is there as before" if is_open(finding, after) else None


def judge(case):
    title, text, args = case
    before = plans.findings(text, *args) or []
    results = []
    for finding in before:
        if finding["waived"] or not finding.get("paste"):
            continue
        try:
            said = problem(text, before, finding, args)
        except (KeyError, ValueError, StopIteration,
                yaml.YAMLError) as error:
            said = repr(error)
        results.append((" ".join([title, *args, finding["rule"],
                                  finding["path"]]), said))
    return results


def main():
    with ThreadPoolExecutor() as pool:
        results = [result for many in pool.map(judge, cases())
                   for result in many]
    for number, (title, said) in enumerate(results, 1):
        print(f"{'not ok' if said else 'ok'} {number} - {title}")
        if said:
            print(f"#   {said}")
    print(f"1..{len(results)}")
    sys.exit(any(said for _, said in results) or len(results) < 5)


main()
