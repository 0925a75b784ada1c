#!/usr/bin/env python3
# misread.py - no value is silently another than the one that was written
#
# Each key of the sample plans is written in ways that YAML or a keyboard spoil:
# with a comma in braces and brackets, with ' #' behind it, over two lines, with
# signs before it that YAML takes away, between no-break spaces, in decomposed
# letters. The plan's JSON then holds the right value, or none and
# there is a finding.
import json
import os
import re
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

SAMPLES = ("examples/retail.yaml", "tests/korean.yaml", "tests/sound.yaml")
NBSP = "\u00a0"


def normal(value):
    """As texts are compared: composed, without blanks at the ends."""
    return unicodedata.normalize("NFC", value).strip() \
        if isinstance(value, str) else value


def scalars(node, path=()):
    """(path, place of the mapping, key, value) of all scalars of a plan."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            at = path + (key.value,)
            if isinstance(value, yaml.ScalarNode):
                yield at, node, key, value
            yield from scalars(value, at)
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            if isinstance(value, yaml.ScalarNode):
                yield path + (i,), None, None, value
            yield from scalars(value, path + (i,))


# each key of the format, those of the plan's own items left out
KEYS = set(re.findall(r'(?m)^ +"(\w+)": \{$', plans.ces(["schema"]).stdout))


def pattern(path):
    return tuple(step if step in KEYS else "*" for step in path)


def span(node, text):
    """Where a scalar stands, without the blanks behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    return start, start + len(text[start:end].rstrip())


def flow(node, text):
    """The node in braces, its scalars as they stand."""
    if isinstance(node, yaml.MappingNode):
        return "{" + ", ".join(f"{key.value}: {flow(value, text)}"
                               for key, value in node.value) + "}"
    if isinstance(node, yaml.SequenceNode):
        return "[" + ", ".join(flow(value, text) for value in node.value) + "]"
    start, end = span(node, text)
    if text[start] in "|>":
        return json.dumps(node.value, ensure_ascii=False)
    return text[start:end]


def replaced(text, start, end, by):
    return text[:start] + by + text[end:]


def with_comma(text, mapping, key, value):
    if mapping is None or value.style in ('"', "'", "|", ">"):
        return None
    start, end = span(mapping, text)
    old = f"{key.value}: {flow(value, text)}"
    spoilt = f"{key.value}: {value.value},5"
    whole = flow(mapping, text)
    if whole.count(old) != 1:
        return None
    return replaced(text, start, end, whole.replace(old, spoilt) + "\n")


def with_comment(text, mapping, key, value):
    start, end = span(value, text)
    if value.style or text[end:end + 1] not in ("\n", ""):
        return None
    return replaced(text, start, end, f"{text[start:end]} #5 of all")


def with_blanks(text, mapping, key, value):
    start, end = span(value, text)
    if value.style in ("|", ">"):
        return None
    quote = value.style or ""
    return replaced(text, start, end,
                    f"{quote}{NBSP}{value.value}{NBSP}{quote}"
                    if quote != "'" else f'"{NBSP}{value.value}{NBSP}"')


def decomposed(text, mapping, key, value):
    start, end = span(value, text)
    spoilt = unicodedata.normalize("NFD", text[start:end])
    return replaced(text, start, end, spoilt) if spoilt != text[start:end] \
        else None


def with_list_comma(text, mapping, key, value):
    """As with_comma, of an item in brackets."""
    start, end = span(value, text)
    if mapping is not None or value.style or \
            text[:start].rstrip()[-1:] not in "[,":
        return None
    return replaced(text, start, end, f"{text[start:end]} 62,5%")


def with_sign(sign):
    def spoil(text, mapping, key, value):
        start, end = span(value, text)
        return None if value.style else \
            replaced(text, start, end, sign + text[start:end])
    return spoil


def with_line(text, mapping, key, value):
    """A plain text goes on in the next line, where a comment cuts it."""
    start, end = span(value, text)
    if value.style or " " not in value.value or text[end:end + 1] not in ("\n", ""):
        return None
    return replaced(text, start, end, f"{text[start:end]}\n"
                    f"{' ' * 30}and #5 of them")


WAYS = {"list comma": with_list_comma,
        "exclamation": with_sign("! "), "ampersand": with_sign("& "),
        "anchor": with_sign("&the "), "tag": with_sign("!the "),
        "line": with_line,
        "comma": with_comma, "comment": with_comment, "blanks": with_blanks,
        "decomposed": decomposed}


def at(plan, path, right=None):
    """The value there, or None; of a list, the right one where it is in it."""
    if right is not None and isinstance(path[-1], int):
        values = at(plan, path[:-1]) or []
        return next((value for value in values
                     if normal(value) == normal(right)), None)
    for step in path:
        try:
            plan = plan[step]
        except (KeyError, IndexError, TypeError):
            return None
    return plan


def exported(text):
    done = plans.ces(["export", "--format", "json", "-o", "-", "-"], text)
    return json.loads(done.stdout)["plan"] if done.returncode == 0 else None


def near(found, line):
    return any(finding["line"] <= line <= finding["end_line"]
               or abs(finding["line"] - line) <= 1 for finding in found)


def judge(case):
    """What is wrong with the case, or None."""
    _, way, path, right, line, spoilt = case
    same = way in ("comment", "blanks", "decomposed")
    plan = exported(spoilt)
    value = None if plan is None else at(plan, path, right)
    if same and value is not None and normal(value) == normal(right):
        return None
    if value is not None and way == "comma" and str(value).endswith(",5"):
        return None
    if value is not None:
        return f"is {value!r} in place of {right!r}"
    found = plans.findings(spoilt)
    if not found or not near(found, line):
        return "is lost, and no finding says so"
    return None


def cases():
    seen = set()
    for sample in SAMPLES:
        text = (plans.TOP / sample).read_text()
        before = exported(text)
        root = yaml.compose(text)
        for path, mapping, key, value in scalars(root):
            name = pattern(path)
            if name in seen or "x-" in str(path):
                continue
            seen.add(name)
            right = at(before, path)
            for way, spoil in WAYS.items():
                spoilt = spoil(text, mapping, key, value)
                if spoilt is not None:
                    place = mapping if way == "comma" else value
                    yield (sample, way, path, right,
                           place.start_mark.line + 1, spoilt)


def main():
    every = list(cases())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(judge, every))
    for number, (case, problem) in enumerate(zip(every, results), 1):
        sample, way, path = case[:3]
        name = f"{sample}: {'.'.join(map(str, path))}, {way}"
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        if problem:
            print(f"#   it {problem}")
    return any(results)


sys.exit(main())
