#!/usr/bin/env python3
# catalogs.py - each language has every message, with the same arguments, and
# names the terms of its glossary as the glossary does
import os
import pathlib
import re
import sys

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import po  # pylint: disable=wrong-import-position
from plans import TOP  # pylint: disable=wrong-import-position
from workbooks import check, finish, listed  # pylint: disable=wrong-import-position

LOCALE = TOP / "templates/locale"
LANGUAGES = ("es", "ko", "zh_CN", "zh_TW")
ARGUMENT = re.compile(r"\{([a-z_0-9]+)(?::([^{}\s]+))?\}")
FORMAT = re.compile(r"%[-+.*0-9]*z?[sducf]")
CODE = re.compile(r"`[^`]*`")
PARTICLES = {"을/를", "이/가", "은/는", "과/와", "으로/로", "이라/라",
             "이며/며", "이고/고", "이나/나", "아/야"}


def losses(source, told):
    """What a translation lost or added, of what has to stay."""
    names = {name for name, _ in ARGUMENT.findall(source)}
    shown = {name for name, particle in ARGUMENT.findall(told) if not particle}
    if names != {name for name, _ in ARGUMENT.findall(told)} or \
            not names <= shown | names - shown:
        yield f"arguments {names ^ {n for n, _ in ARGUMENT.findall(told)}}"
    if names - shown:
        yield f"arguments only as particles {names - shown}"
    if sorted(FORMAT.findall(source)) != sorted(FORMAT.findall(told)):
        yield "formats"
    if set(CODE.findall(source)) != set(CODE.findall(told)):
        yield f"code {set(CODE.findall(source)) ^ set(CODE.findall(told))}"
    if source.startswith("TODO:") != told.startswith("TODO:"):
        yield "TODO:"
    if re.search(r"^(\\n)*", source)[0] != re.search(r"^(\\n)*", told)[0] or \
            re.search(r"(\\n)*$", source)[0] != re.search(r"(\\n)*$", told)[0]:
        yield "line ends"


def faults(entry):
    """What is wrong with one entry."""
    if entry.fuzzy or not entry.told or not all(entry.told):
        yield "not translated"
        return
    for source, told in zip([entry.text] + [entry.many] * 3, entry.told):
        if entry.many and len(entry.told) == 1:
            source = entry.many
        yield from losses(source, told)
        yield from (f"particle {particle}"
                    for _, particle in ARGUMENT.findall(told)
                    if particle and particle not in PARTICLES)


def glossary(language):
    """{English term: its translations}, the longest terms first."""
    lines = (LOCALE / f"{language}.terms").read_text("utf-8").splitlines()
    terms = dict(line.split(": ", 1) for line in lines
                 if line and not line.startswith("#"))
    return {term: told.split(" | ") for term, told in
            sorted(terms.items(), key=lambda pair: -len(pair[0]))}


def unnamed(entry, terms):
    """Terms that the English has and the translation hasn't."""
    text = CODE.sub("", ARGUMENT.sub("", entry.text + " " + entry.many)).lower()
    told = " ".join(entry.told).lower()
    for term, forms in terms.items():
        found, text = text, re.sub(rf"\b{re.escape(term)}s?\b", "", text)
        if text != found and not any(form.lower() in told for form in forms):
            yield term


def main():
    wanted = {entry.key for entry in
              po.entries(pathlib.Path(os.environ["BUILD"], "ces.pot"))}
    check(len(wanted) > 3000, f"messages: {len(wanted)}")
    for language in LANGUAGES:
        entries = list(po.entries(LOCALE / f"{language}.po"))
        terms = glossary(language)
        check({entry.key for entry in entries} == wanted,
              f"{language}: its messages are those of the sources; "
              "after 'make pot' they are")
        listed(f"{language}: translated whole",
               [f"{entry.text[:60]}: {fault}" for entry in entries
                for fault in faults(entry)])
        check(len(terms) > 80, f"{language}: terms: {len(terms)}")
        listed(f"{language}: by its glossary",
               [f"{entry.text[:60]}: {term}" for entry in entries
                if entry.told and all(entry.told)
                for term in unnamed(entry, terms)])
    finish()


main()
