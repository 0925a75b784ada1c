#!/usr/bin/env python3
# figures_in_languages.py - five plans that differ in texts alone have the same
# figures in every output
import json
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from five import PLANS, TAGS, Reader, texts, written  # pylint: disable=wrong-import-position
from outputs import Page  # pylint: disable=wrong-import-position
from plans import TOP, kinds  # pylint: disable=wrong-import-position
from workbooks import check, export, finish, listed  # pylint: disable=wrong-import-position

# the first page, charts and hidden sheets: where texts go by their lengths
SHORTENED = (0, 29, 30, 31, 32, 33)
READERS = {code: Reader(code) for code in PLANS}
DAY = re.compile(r"\d{4}-\d\d(-\d\d)?$")
# of a finding what tells it apart
FINDING = ("rule", "severity", "path", "identity", "line", "column",
           "in_hand", "waived")


def not_texts(code, english, keys):
    """What differs in a plan and isn't a text."""
    own = texts(code)
    if list(own) != list(english):
        yield f"keys: {sorted(set(own) ^ set(english), key=str)[:5]}"
    for path, value in own.items():
        key = [step for step in path if isinstance(step, str)][-1]
        if value != english.get(path) and path != ("plan", "language") and \
                not keys.get(key, {"TEXT"}) & {"TEXT", "TEXTS"}:
            yield f"{'.'.join(map(str, path))}: {value}"


def values(node, path=""):
    """(path, value) of all that is in a JSON."""
    if isinstance(node, dict):
        yield path, list(node)
        for key, value in node.items():
            yield from values(value, f"{path}.{key}")
    elif isinstance(node, list):
        yield path, len(node)
        for i, value in enumerate(node):
            yield from values(value, f"{path}[{i}]")
    else:
        yield path, node


def kept(value):
    """What is the same in every language: a text is one, a day that day."""
    if not isinstance(value, str) or DAY.match(value):
        return value
    return value[0] if value[:1] in set("✓●▲■◆○") else "a text"


def differing(ours, theirs):
    """Values of two JSONs that aren't the same but for the language."""
    ours, theirs = dict(values(ours)), dict(values(theirs))
    for path in ours.keys() | theirs.keys():
        a, b = ours.get(path, "none"), theirs.get(path, "none")
        if kept(a) != kept(b):
            yield f"{path}: {a!r} {b!r}"


def in_json(code, english, own):
    listed(f"{code}: what is derived, and tables, as in English",
           differing({key: english[key] for key in english if key != "plan"},
                     {key: own[key] for key in own if key != "plan"}))
    wanted, found = [[tuple(finding.get(key) for key in FINDING)
                      for finding in plan["findings"]]
                     for plan in (english, own)]
    without_lines = [[row[:4] + row[6:] for row in rows]
                     for rows in (wanted, found)]
    check(len(found) > 10 and without_lines[0] == without_lines[1],
          f"{code}: the same findings")
    listed(f"{code}: with the same figures",
           [f"{a['message']}\n{b['message']}"
            for a, b in zip(english["findings"], own["findings"])
            if READERS["en"].figures_told(a["message"]) !=
            READERS[code].figures_told(b["message"])])


def lines_apart(code, english, own):
    """Lines of Markdown whose figures aren't those of the English ones."""
    english, own = english.splitlines(), own.splitlines()
    if len(english) != len(own):
        yield f"lines: {len(english)} {len(own)}"
    for a, b in zip(english, own):
        # in cells and behind them, as a line of a row is one of the other's
        parts = zip(a.split(" | "), b.split(" | ")) if a[:1] == "|" else [
            (a, b)]
        if not a.startswith("<!-- ces") and any(
                READERS["en"].figures_told(one) !=
                READERS[code].figures_told(other) for one, other in parts):
            yield f"{a[:200]}\n{b[:200]}"


def cells_of(folder, code):
    """[{place: value}] of the sheets but the guide, whose lines are wrapped."""
    path = os.path.join(folder, code + ".xlsx")
    check(export(PLANS[code], path), f"{code}: a workbook")
    book = openpyxl.load_workbook(path, data_only=True)
    return [{cell.coordinate: cell.value for row in sheet.iter_rows()
             for cell in row if cell.value is not None}
            for i, sheet in enumerate(book) if i != 1]


def cells_apart(code, english, own):
    """Cells that are no text, or texts with other figures."""
    if len(english) != len(own):
        yield f"sheets: {len(english)} {len(own)}"
    for i, (ours, theirs) in enumerate(zip(english, own)):
        for place in ours.keys() | theirs.keys():
            a, b = ours.get(place), theirs.get(place)
            if isinstance(a, str) and isinstance(b, str):
                if i in SHORTENED or "…" in a + b:
                    continue
                a, b = (READERS[lang].figures_told(text)
                        for lang, text in (("en", a), (code, b)))
            if a != b:
                yield (f"sheet {i}, {place}: {ours.get(place)!r} "
                       f"{theirs.get(place)!r}")


def main():
    english = texts("en")
    keys = kinds()
    outputs = {code: json.loads(written(code, "export", "--format", "json",
                                        "-o", "-")) for code in PLANS}
    papers = {(code, name): written(code, *command) for code in PLANS
              for name, command in {
                  "Markdown": ("export", "--format", "markdown", "-o", "-"),
                  "checklist": ("checklist", "--format", "markdown")}.items()}
    check(sum(isinstance(value, (int, float)) for _, value in
              values(outputs["en"]["tables"])) > 500, "figures in English")
    for name, command in {"page": ("export", "--format", "html", "-o", "-"),
                          "checklist's page": ("checklist", "--format",
                                               "html")}.items():
        for code in PLANS:
            page = Page(written(code, *command))
            papers[code, name] = "\n".join(page.told())
    with tempfile.TemporaryDirectory() as folder:
        cells = {code: cells_of(folder, code) for code in PLANS}
    for code in list(PLANS)[1:]:
        listed(f"{code}: a plan that differs in texts alone",
               not_texts(code, english, keys))
        check(texts(code)["plan", "language"] == TAGS[code],
              f"{code}: is the plan's language")
        in_json(code, outputs["en"], outputs[code])
        for name in ("Markdown", "checklist", "page", "checklist's page"):
            listed(f"{code}: figures of the {name}",
                   lines_apart(code, papers["en", name], papers[code, name]))
        listed(f"{code}: figures of the workbook",
               cells_apart(code, cells["en"], cells[code]))
    finish()


main()
