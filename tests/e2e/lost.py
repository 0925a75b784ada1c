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


def ways(line):
    """The line as people break it."""
    found = re.match(r"( *(?:- )?)([\w-]+):( .+)?$", line)
    if not found:
        return
    indent, key, value = found[1], found[2], found[3] or ""
    yield "no colon", indent + key + value
    yield "a tab", "\t" + line.lstrip()
    yield "too deep", " " + line
    if value:
        yield "an open quote", indent + key + ': "' + value.strip(' "')
        yield "no blank", f"{indent}{key}:{value.strip()}"


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
    number, _, broken = case
    text = "\n".join(LINES[:number] + [broken] + LINES[number + 1:])
    found = plans.findings(text)
    if found is None:
        return "ends ces"
    new = [finding for finding in found
           if (finding["rule"], finding["path"]) not in BEFORE]
    # of two lines that don't line up, either may be the odd one
    here = [finding for finding in new
            if number < finding["line"] <= number + 2
            or finding["line"] == beside(number)]
    if not here and (new or plans.read(text) != plans.read(TEXT)):
        return "draws nothing at its line"
    others = [finding for finding in new if finding not in here] + here[1:]
    return "; ".join(f"{finding['line']}: {finding['message']}"
                     for finding in others) or None


BEFORE = places(plans.findings(TEXT))
CASES = [(number, way, broken)
         for number, line in enumerate(LINES)
         for i, (way, broken) in enumerate(ways(line))
         if (number + i) % EACH == 0]
with ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(judge, CASES))
for i, (case, problem) in enumerate(zip(CASES, results), 1):
    print(f"{'not ok' if problem else 'ok'} {i} - "
          f"line {case[0] + 1}, {case[1]}: {case[2].strip()[:40]}")
    if problem:
        print(f"#   {problem}")
sys.exit(any(results))
