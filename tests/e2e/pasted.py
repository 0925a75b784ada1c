#!/usr/bin/env python3
# pasted.py - the YAML that a finding offers mends it when it is pasted as it stands
#
# Offers of findings are put into the text of the plan, without a change: into
# the samples, in the samples indented by four, in braces, with the bad example of
# each rule laid over tests/sound.yaml, and into the plans of tests/golden that are
# YAML: there each offer of a rule once. Then the plan still loads, the
# finding is gone, in hand, or waits for an answer at that very key; and no other
# appears.
import os
import re
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

SAMPLES = [*sorted(plans.TOP.glob("examples/*.yaml")),
           plans.TOP / "tests/korean.yaml", plans.SOUND]
TODO = "document/todo"
SEEN = set()  # offers of goldens, with their rules


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
    for path in sorted(plans.TOP.glob("tests/golden/**/*.yaml")):
        try:
            text = path.read_text()
            yaml.compose(text, Loader=yaml.CSafeLoader)
        except (UnicodeError, yaml.YAMLError):
            continue
        yield str(path.relative_to(plans.TOP)), text, []


def bare(key):
    """An id as ces compares it."""
    return "".join(c for c in unicodedata.normalize("NFC", key)
                   if unicodedata.category(c) != "Cf").strip()


def split(path):
    return re.findall(r"[^.\[\]]+", path)


def find(node, steps):
    """The key and the value at the path, as nodes."""
    key = None
    for step in steps:
        if isinstance(node, yaml.SequenceNode):
            key, node = None, node.value[int(step)]
        else:
            key, node = next(pair for pair in node.value
                             if bare(pair[0].value) == step)
    return key, node


def end_of(text, finding):
    """Behind what was cut off a value, too."""
    lines = text.splitlines(keepends=True)[:finding["end_line"] - 1]
    return sum(map(len, lines)) + finding["end_column"] - 1


def pasted(text, finding):
    """The text with what the finding offers, at each of its places."""
    for part in re.split(r"(?m)^(?= *# in place of)", finding["paste"]):
        text = pasted_at(text, dict(finding, paste=part)) if part else text
    return text


def pasted_at(text, finding):
    """The text with what the finding offers, where it says that it belongs."""
    paste = finding["paste"]
    steps = split(finding["path"])[:-1]
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    said = re.match(r" *# (before the '}' of|in place of|under) '?(.*?)'?:\n",
                    paste)
    if said and said[1] == "in place of":
        key, value = find(root, split(said[2]))
        start = key.start_mark.index
        end = value.end_mark.index
        if said[2] == finding["path"]:
            end = max(end, end_of(text, finding))
        if find(root, split(said[2])[:-1])[1].flow_style:
            return text[:start] + "\n" + paste + text[end:]
        start = text.rindex("\n", 0, start) + 1
        end = text.find("\n", end - 1) + 1
        return text[:start] + paste + text[end:]
    if said and said[1].startswith("before"):
        node = find(root, [] if said[2] == "the plan"
                    else split(said[2]))[1]
        end = node.end_mark.index - 1
        return text[:end] + "\n" + paste + text[end:]
    if said:
        steps = split(said[2])
    elif re.search(r"(?m)^\w", paste):
        # keys of the top level stand at the left
        return text + ("" if text.endswith("\n") else "\n") + paste
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


def said_of_item(finding):
    return len(split(finding["path"])) > 1


def problem(text, before, finding, args):
    after = plans.findings(pasted(text, finding), *args)
    if after is None:
        return "can't be read"
    known = {name(found) for found in before}
    keys = keys_of(finding["paste"])
    new = {name(found) for found in after} - known
    if "in place of" in finding["paste"]:  # what stood there may be used no more
        new = {found for found in new if found[0] != "document/unused"}
        if finding["rule"].startswith("document/"):  # and the new one is judged
            new = {found for found in new if found[0] == "document/syntax"}
    if not said_of_item(finding):  # a section that begins is small
        new = {found for found in new if "new-" in found[1]
               or found[0].startswith("document/")}
    new = {(rule, path) for rule, path in new if rule != TODO
           or re.sub(r"\[\d+\]$", "", path).split(".")[-1] not in keys}
    if new:
        return f"draws {sorted(new)}"
    if finding["rule"] == TODO:
        return None
    return "is there as before" if is_open(finding, after) else None


def judge(case):
    title, text, args = case
    before = plans.findings(text, *args) or []
    results = []
    for finding in before:
        if finding["waived"] or not finding.get("paste"):
            continue
        if title.startswith("tests/golden"):
            offer = finding["rule"], finding["paste"]
            if offer in SEEN:
                continue
            SEEN.add(offer)
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
