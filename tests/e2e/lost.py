#!/usr/bin/env python3
# lost.py - a syntax error is one finding, and hides none of the rest
#
# Lines of the example are broken one at a time, in the ways in which people
# break them. Then there is one finding more, at that line, and none about
# anything that may have stood in the part that can't be read.
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position

TEXT = (plans.TOP / "examples/retail.yaml").read_text()
LINES = TEXT.split("\n")
EACH = int(os.environ.get("EACH", "7"))  # 1: all lines, which takes minutes


def depth(line):
    return len(line) - len(line.lstrip(" "))


def item(number):
    """The lines of the item, or key, that begins there."""
    end = number + 1
    while end < len(LINES) and (not LINES[end].strip() or
                                depth(LINES[end]) > depth(LINES[number])):
        end += 1
    while not LINES[end - 1].strip():
        end -= 1
    return end


def shifted(lines, by):
    return [line if not line.strip() else
            " " * by + line if by > 0 else line[-by:] for line in lines]


def ways(number):
    """How people break the line, and lines below it."""
    line = LINES[number]
    found = re.match(r"( *(?:- )?)([\w-]+):( .+)?$", line)
    if not found:
        return
    indent, key, value = found[1], found[2], found[3] or ""
    yield "no colon", [indent + key + value]
    yield "a tab", ["\t" + line.lstrip()]
    yield "too deep", [" " + line]
    if value:
        text = value.strip(" \"'")
        yield "an open quote", [f'{indent}{key}: "{text}']
        yield "an open apostrophe", [f"{indent}{key}: '{text}"]
        yield "no blank", [f"{indent}{key}:{value.strip()}"]
        yield "a blank before", [f"{indent}{key} :{value.strip()}"]
        yield "a line of three dashes", [line, "---"]
    elif number + 1 < len(LINES) and "- " not in LINES[number + 1]:
        yield "a value above keys", [line + " x"]
        yield "a dash above keys", [line + " -"]
    if value[1:2] in ("{", "["):
        yield "closed twice", [line + value[-1]]
        yield "not closed", [line[:-1]]
    if indent:
        yield "one less", [line[1:]]
    end = item(number)
    if indent and end > number + 1:
        yield "one less with what is in it", shifted(LINES[number:end], -1)
        yield "one more with what is in it", shifted(LINES[number:end], 1)
        yield "two more with what is in it", shifted(LINES[number:end], 2)
    if not indent and end > number + 7:
        for by in 1, 2:
            yield (f"six lines by {by}",
                   [line] + shifted(LINES[number + 1:number + 7], by))


def places(found):
    return {(finding["rule"], finding["path"]) for finding in found}


def beside(number):
    """The number, from 1, of the next line that is no deeper."""
    depth = len(LINES[number]) - len(LINES[number].lstrip())
    for at in range(number + 1, len(LINES)):
        line = LINES[at]
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            return at + 1
    return 0


def judge(case):
    """What is wrong with the case, or None."""
    number, way, broken = case
    rest = number + len(broken)
    if way == "a line of three dashes":
        rest -= 1
    lines = LINES[:number] + broken + LINES[rest:]
    if "apostrophe" in way:  # what people write below
        lines = [line.replace(" does not ", " doesn't ") for line in lines]
    text = "\n".join(lines)
    found = plans.findings(text)
    if found is None:
        return "ends ces"
    new = [finding for finding in found
           if (finding["rule"], finding["path"]) not in BEFORE]
    # of two lines that don't line up, either may be the odd one
    here = [finding for finding in new
            if number < finding["line"] <= number + len(broken) + 1
            or finding["line"] == beside(number)]
    if not here:
        try:
            same = plans.read(text) == plans.read(TEXT)
        except Exception:  # pylint: disable=broad-except
            same = False
        if new or not same:
            return "draws nothing at its line; " + "; ".join(
                f"{finding['line']}: {finding['message']}" for finding in new)
    others = [finding for finding in new if finding not in here] + here[1:]
    return "; ".join(f"{finding['line']}: {finding['message']}"
                     for finding in others) or None


BEFORE = places(plans.findings(TEXT))
CASES = [(number, way, broken)
         for number in range(len(LINES))
         for i, (way, broken) in enumerate(ways(number))
         if (number + i) % EACH == 0]
with ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(judge, CASES))
for i, (case, problem) in enumerate(zip(CASES, results), 1):
    print(f"{'not ok' if problem else 'ok'} {i} - "
          f"line {case[0] + 1}, {case[1]}: {case[2][0].strip()[:40]}")
    if problem:
        print(f"#   {problem}")
sys.exit(any(results))
