#!/usr/bin/env python3
# marked.py - in a language whose messages stand in brackets, no command and no
# format writes a text outside of them, but what the plan itself says
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import yaml

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import made_up  # pylint: disable=wrong-import-position
import typed  # pylint: disable=wrong-import-position
from plans import (  # pylint: disable=wrong-import-position
    TOP, kinds, topics)
from workbooks import check, finish, listed  # pylint: disable=wrong-import-position

PROGRAM, _ = made_up.program("marked")
USER = {**os.environ, "LC_ALL": made_up.LANGUAGE, "COLUMNS": "80"}
RETAIL = TOP / "examples/retail.yaml"
WORD = re.compile(r"[A-Za-z]{2,}")
# what is the same in every language
KEPT = re.compile(
    r"https?://\S+|`[^`]*`|'ces [^']*'|[\w./-]*\.(?:yaml|xlsx|html|md|json|yml)\b|"
    r"(?<![\w-])--?[a-z][a-z-]*(?:=\w+)?|\bces(?: [a-z]+)?\b|\bTODO:?|"
    r"\bx-\w*|<!-- ces \w+|"
    r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b|\b[A-Z]{3}\b|\d+(?:min|bd|h|s|d|w|mo)\b")


def ces(*args, cwd=None):
    """All that the command says, on both streams."""
    done = subprocess.run([PROGRAM, *args], capture_output=True, text=True,
                          env=USER, timeout=120, check=False, cwd=cwd,
                          stdin=subprocess.DEVNULL)
    return done.stdout + done.stderr


def outside(text):
    """The text without what stands in brackets, which may be nested."""
    told, depth = [], 0
    for part in re.split(f"([{made_up.OPEN}{made_up.CLOSE}])", text):
        if part == made_up.OPEN:
            depth += 1
        elif part == made_up.CLOSE:
            depth -= 1
        elif not depth:
            told.append(part)
    return "\n".join(told)


# --- a plan of which no text is in our letters ------------------------------

GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz",
                      "αβξδεφγηιζκλμνοπϑρστυϖωχψζ")


def text_nodes(node, keys, inside=False):
    """Scalars that are texts of the plan's author."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            of = keys.get(key.value, {"TEXT"} if key.value[:2] == "x-" else {0})
            word = of - {"TEXT", "TEXTS"} and not re.search(
                "^[A-Z]| ", str(value.value))
            yield from text_nodes(value, keys,
                                  of & {"TEXT", "TEXTS"} and not word)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from text_nodes(item, keys, inside)
    elif inside and node.tag == "tag:yaml.org,2002:str":
        yield node


def plan_in_greek(path):
    """The plan with its texts in letters that no message has."""
    text = path.read_text("utf-8")
    nodes = list(text_nodes(yaml.compose(text), kinds()))
    for node in sorted(nodes, key=lambda n: -n.start_mark.index):
        start, end = node.start_mark.index, node.end_mark.index
        text = (text[:start] + text[start:end].lower().translate(GREEK) +
                text[end:])
    text = text.replace("language: en\n", f"language: {made_up.LANGUAGE}\n")
    return re.sub(r"(?m)(^|\s)#.*$", "", text)


def names(path):
    """Ids, keys and words of the plan: all scalars but texts."""
    def scalars(node):
        if isinstance(node, yaml.ScalarNode):
            yield node.value
        else:
            for item in node.value:
                for one in item if isinstance(item, tuple) else (item,):
                    yield from scalars(one)
    return set(scalars(yaml.compose(plan_in_greek(path))))


# --- the outputs ------------------------------------------------------------

def excerpts_left_out(text):
    """Lines of check's output that aren't of the plan."""
    return "\n".join(line for line in text.splitlines()
                     if not re.match(r" *\d* \| ?", line))


def schema_texts(node):
    """What an editor shows of the schema."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("description", "title", "errorMessage") and \
                    isinstance(value, str):
                yield value
            else:
                yield from schema_texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from schema_texts(item)


def json_texts(node, key=""):
    """Texts that are shown: messages, titles, labels."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from json_texts(value, name)
    elif isinstance(node, list):
        for item in node:
            yield from json_texts(item, key)
    elif isinstance(node, str) and key in ("message", "title", "header",
                                           "label", "note", "summary"):
        yield node


def workbook_texts(path):
    """Names of sheets, cells, notes, headers, charts, hints."""
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        if sheet.title in made_up.HIDDEN:
            continue
        cells = [cell for row in sheet.iter_rows() for cell in row]
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        yield sheet.title
        # a paragraph of the guide is a cell a line
        yield from (["\n".join(texts)] if "Guide" in sheet.title else texts)
        yield from (cell.comment.text for cell in cells if cell.comment)
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode("utf-8", "replace")
                 for name in file.namelist()}
    for name, part in parts.items():
        if re.search(r"/(charts/chart|drawings/drawing)", name):
            yield from re.findall(r"<a:t>([^<]*)</a:t>", part)
            yield from re.findall(r'descr="([^"]*)"', part)
        if re.search(r"/worksheets/sheet", name):
            yield from re.findall(r'(?:prompt|error|promptTitle|errorTitle)='
                                  r'"([^"]*)"', part)
            yield from (re.sub(r"&amp;[A-Z0-9]|&amp;\"[^\"]*\"", " ", text)
                        for text in re.findall(r"<odd\w+>([^<]*)<", part))


def figures():
    """Ids of what the workbook works out."""
    return set(re.findall(r'^\t\{"([a-z_]+)"', (
        TOP / "src/table/figures.c").read_text(), re.M)) | {
        "saving", "funded", "at_risk", "invested", "spent", "net", "payback",
        "rest", "asked", "decisions_asked"}


def unmarked(texts, known):
    """The words outside of brackets that nothing explains."""
    for text in texts:
        rest = KEPT.sub(" ", re.sub(r"(?m)^  ces .*$", "", outside(text)))
        for name in re.findall(r"[\w./-]*[A-Za-z]{2}[\w./-]*", rest):
            name = name.strip("./-")
            if name not in known and any(
                    part not in known and WORD.search(part)
                    for part in re.split("[./]", name)):
                line = next((line for line in outside(text).splitlines()
                             if name in line), "")
                yield f"{name}: {line.strip()[:70]!r}"


def words_of_the_format():
    """Keys, words, rules, codes: what a plan may hold in any language."""
    found = set()
    for path in (TOP / "include/ces").glob("*.def"):
        found |= set(re.findall(r"\b[a-z][a-z_0-9]+\b", path.read_text()))
    schema = json.dumps(json.loads(ces("schema")))
    found |= set(re.findall(r'"([\w./-]+)"', schema))
    types = (TOP / "templates/words/types.txt").read_text()
    found |= set(re.findall(r"(?m)^type (\S+):", types))
    return found | set(topics()) | {
        "glossary", "words", "yaml-language-server", "retail", "ces"} | {
        name.replace("_", "-") for name in found}


def explained(known):
    """All pages of ces explain, without the examples of rules."""
    pages = ["glossary", "types", "measures", "questions"] + [
        line.split()[0] for line in ces("explain").splitlines()
        if re.match(r"  [a-z]", line)]
    known = known | {part for page in pages for part in page.split("/")}
    for page in sorted(set(pages)):
        text = re.sub(r"(?m)^    .*$", "", ces("explain", page))
        yield from unmarked([text], known)


def commands(known):
    """Help, and what ces tells of the format."""
    names_of = {"init", "check", "export", "import", "checklist", "fix", "set",
                "rename", "explain", "schema"}
    listed("help", unmarked([ces("--help"), *(ces(name, "--help")
                                              for name in sorted(names_of))],
                            known | names_of |
                            {"brief", "json", "jsonl", "markdown", "html", "csv",
                             "ics", "diff",
                             "actions.pilot.completed"}))
    listed("explain", explained(known))
    listed("schema", unmarked(schema_texts(json.loads(ces("schema"))), known))


def scaffold(folder, known):
    """What ces init writes: comments, and texts to be filled in."""
    ces("init", *made_up.RENDERED, "--title", "τ", "started.yaml", cwd=folder)
    text = pathlib.Path(folder, "started.yaml").read_text("utf-8")
    comments = "\n".join(re.findall(r"#\s*(.*)", text))
    listed("init", unmarked([comments, *re.findall(r"TODO:[^\"\n]*", text)],
                            known))


def checked(folder, known):
    for form in ("text", "brief", "json", "jsonl"):
        text = ces("check", "--as", "in_review", "--format", form, "plan.yaml",
                   cwd=folder)
        found = [excerpts_left_out(text)]
        if form.startswith("json"):
            lines = text.splitlines() if form == "jsonl" else [text]
            found = [one for line in lines
                     for one in json_texts(json.loads(line))]
        listed(f"check --format {form}", unmarked(found, known))


def page_text(page):
    """What a browser shows of it, its title included."""
    return html.unescape(re.sub(r"<style>.*?</style>|<(?!!-- ces)[^>]*>", "\n",
                                page, flags=re.S))


def rendered(folder, known):
    for form in ("md", "json", "xlsx"):
        path = pathlib.Path(folder, "out." + form)
        print("# " + ces("export", *made_up.RENDERED, "plan.yaml", "-o",
                         str(path), cwd=folder))
        if form == "xlsx":
            texts = workbook_texts(path)
        elif form == "json":
            texts = json_texts(json.loads(path.read_text("utf-8")))
        else:
            texts = [path.read_text("utf-8")]
        listed(f"export {form}", unmarked(texts, known | made_up.HIDDEN |
                                         figures()))
    for form in ("text", "markdown", "html"):
        text = ces("checklist", *made_up.RENDERED, "--format", form,
                   "plan.yaml", cwd=folder)
        listed(f"checklist {form}", unmarked(
            [page_text(text) if form == "html" else text], known))


def changes_left_out(text):
    """What is said of edits, without the lines of the plan."""
    return "\n".join(line for line in text.splitlines()
                     if not re.match(r"[-+@ ]", line) or
                     re.match(r" +\S+!", line))


def edited(folder, known):
    """Edits, and a workbook that comes back: taken, refused, lost."""
    book = typed.Workbook(os.path.join(folder, "out.xlsx"))
    sheet = next(name for name in book.names
                 if name.strip(made_up.OPEN + made_up.CLOSE) == "Actions")
    book.save(os.path.join(folder, "back.xlsx"),
              {(sheet, "A5"): "νεω", (sheet, "D6"): "1/8/26",
               (sheet, "C7"): "Bob", (sheet, "E8"): "ξοβ",
               (sheet, "BZ3"): "νοτε"})
    broken = pathlib.Path(folder, "plan.yaml").read_text("utf-8")
    broken = broken.replace("status: approved", "status: aproved", 1).replace(
        "horizon: long_term", "horizon: longterm", 1)
    pathlib.Path(folder, "broken.yaml").write_text(broken, "utf-8")
    for call in (("set", "plan.yaml", "plan.version=2"),
                 ("set", "plan.yaml", "plan.as_of=31/12/2026"),
                 ("rename", "plan.yaml", "people.lind", "λινδ"),
                 ("fix", "broken.yaml"), ("fix", "--unsafe", "broken.yaml"),
                 ("import", "back.xlsx", "plan.yaml")):
        listed(" ".join(call), unmarked(
            [changes_left_out(ces(*call, cwd=folder))],
            known | {"people", "lind", "Bob"}))


def refused(folder, known):
    calls = (("chekc",), ("--nope",), ("check", "--nope"), ("check", "none/"),
             ("check", "--limit", "x"), ("export", "--format", "pdf"),
             ("explain", "nothing"), ("set", "plan.yaml", "plan.title"),
             ("set", "plan.yaml", "plan.nothing=1"), ("fix", "--nope"),
             ("import", "plan.yaml"), ("init", "plan.yaml"))
    listed("errors", unmarked([ces(*call, cwd=folder) for call in calls],
                              known))


def main():
    known = words_of_the_format()
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "plan.yaml").write_text(plan_in_greek(RETAIL),
                                                     "utf-8")
        commands(known)
        scaffold(folder, known)
        known |= names(RETAIL) | {"mend-no-access"}
        checked(folder, known)
        rendered(folder, known)
        edited(folder, known)
        refused(folder, known)
    finish()


main()
