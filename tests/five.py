# five.py - for tests: the worked example in five languages, and the figures of
# a text without the habits of its language
import re
import subprocess

import yaml

import plans
import po
from seen import WORDS

PLANS = {"en": plans.TOP / "examples/retail.yaml",
         **{code: plans.TOP / f"templates/full/retail.{code}.yaml"
            for code in ("es", "ko", "zh_CN", "zh_TW")}}
TAGS = {"en": "en", "es": "es", "ko": "ko", "zh_CN": "zh-Hans",
        "zh_TW": "zh-Hant"}
ENGLISH_MONTHS = (
    "January February March April May June July August September October "
    "November December").split()


def scalars(node, path=()):
    """{path: value} of a plan, in its order."""
    if isinstance(node, yaml.ScalarNode):
        return {path: node.value}
    found = {}
    for key, value in (((key.value, value) for key, value in node.value)
                       if isinstance(node, yaml.MappingNode)
                       else enumerate(node.value)):
        found |= scalars(value, (*path, key))
    return found


def texts(code):
    """{path: value} of the plan in that language."""
    return scalars(yaml.compose(PLANS[code].read_text("utf-8")))


def written(code, *command):
    """What the command writes of the plan in that language."""
    return subprocess.run([plans.CES, *command, PLANS[code]], timeout=60,
                          stdout=subprocess.PIPE, text=True,
                          check=False).stdout


def catalog(code):
    """{(context, message): translation}; English has none."""
    path = plans.TOP / f"templates/locale/{code}.po"
    return {entry.key: entry.told[0] for entry in po.entries(path)
            } if path.exists() else {}


def months(code):
    """{name of a month, long or short: its number}."""
    told = catalog(code)
    found = {}
    for i, name in enumerate(ENGLISH_MONTHS):
        for key in ("", name), ("short", name[:3]):
            found[told.get(key, key[1])] = str(i + 1)
    return found


def columns_of(lists, name):
    """{word: label} of a list of the hidden sheet."""
    for column in lists.iter_cols():
        if column[0].value == name:
            return {word.value: label.value for label, word in
                    zip(column[1:], list(lists.columns)[column[0].column][1:])
                    if word.value}
    return {}


def table_of(book, key):
    """(sheet, row of the headers, {key: column}) of a table, by Base."""
    base = book["Base"]
    for row in range(1, base.max_row + 1):
        if base.cell(row, 1).value != "table" or \
                base.cell(row, 2).value != key:
            continue
        sheet = book[base.cell(row, 3).value]
        headers = {base.cell(row + 2, c).value: base.cell(row + 1, c).value
                   for c in range(3, base.max_column + 1)
                   if base.cell(row + 1, c).value}
        for cells in sheet.iter_rows():
            found = {headers[cell.value]: cell.column for cell in cells
                     if cell.value in headers}
            if len(found) == len(headers):
                return sheet, cells[0].row, found
    return None


class Reader:
    """Reads figures as a language writes them."""

    def __init__(self, code):
        told = catalog(code)
        self.point, self.mark = (",", ".") if code == "es" else (".", ",")
        self.words = months(code) | (
            {word: str(i) for i, word in enumerate(WORDS)} if code == "en"
            else {})
        # texts of the plan and of messages, which may say figures in words
        own, other = texts(code), texts("en" if told else "es")
        known = {text for path, text in own.items() if other[path] != text} | {
            part for message, tells in (told or catalog("es")).items()
            for part in re.split(r"\{\w+\}", tells if told else message[1])}
        known |= {text[:1].upper() + text[1:] for text in known}
        self.own = sorted({text for text in known - self.words.keys()
                           if len(text.encode()) > 5 and
                           re.search(r"[^\W\d_]", text)
                           and re.search(r"\d", self.spelled(text))},
                          key=len, reverse=True)

    def spelled(self, text):
        """The text with digits for words."""
        return re.sub(r"[^\W\d_]+", lambda word: self.words.get(
            word[0], self.words.get(word[0].lower(), word[0])), text)

    def figures(self, text):
        """All numbers of a text, sorted."""
        text = text.replace("\\", "")
        for own in self.own:
            text = text.replace(own, " ")
        text = re.sub(r"(\d\d)[-:](\d\d)", r"\1 \2 ", text)
        text = re.sub(rf"(?<=\d)\{self.mark}(?=\d{{3}}(?!\d))", "", text)
        text = re.sub(rf"(?<=\d)\{self.point}(?=\d)", ".", text)
        return sorted(map(float, re.findall(r"\d+(?:\.\d+)?",
                                            self.spelled(text))))

    def figures_told(self, text):
        """The same of a sentence, in which one is a word, or none."""
        return [number for number in self.figures(text) if number > 1]
