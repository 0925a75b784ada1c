#!/usr/bin/env python3
# pages.py - pages are what they are to be: for every eye and ear, whatever the
# window, closed, on paper, and valid
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import browser  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
import printed  # pylint: disable=wrong-import-position
from workbooks import NOON, SAMPLES, check, finish, listed  # pylint: disable=wrong-import-position

PLANS = {**SAMPLES, "chinese": "templates/full/retail.zh_TW.yaml",
         "outside": "tests/outside.yaml"}
# pages of paper that a plan may fill
MOST = 70
# of the faulty page, what each look is to find in it
FAULTS = {
    "structure": ("id again", "leads nowhere", "level skipped", "no caption",
                  "no scope", "cells missing", "landmark main", "a drawing"),
    "closed": ("the policy", "attribute onload", "attribute style",
               "attribute src", "script", "javascript:", "https:"),
    "tab": ("not reached", "no visible focus", "out of order",
            "a skip link isn't first"),
    "fits": ("narrow: the page is", "zoomed: the page is", "stays in sight"),
    "axe": ("light: image-alt", "narrow: color-contrast",
            "light colors: color-contrast", "dark colors: color-contrast"),
    "plain": ("said by the style", "above what it follows", "not shown",
              "large without the style"),
    "paper": ("a page of", "beyond the edge", "without its header",
              "is on pages", "is empty"),
    "said": ("said",),
    "asked": ("picture.png",),
    "vnu": ("error", "info")}


def written(folder):
    """The page and the checklist of each plan."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": NOON}
    for name, plan in PLANS.items():
        plan = plans.TOP / plan if plan else folder / "scaffold.yaml"
        if not plan.exists():
            subprocess.run([plans.CES, "init", "--quiet", plan], env=env,
                           check=True)
        for command in browser.COMMANDS:
            page = folder / f"{name}-{command}.html"
            subprocess.run([plans.CES, command, "--as-of", "2026-06-30",
                            "--quiet", plan, "-o", page], env=env,
                           check=True)
            yield page


def on_paper(pdf):
    """What goes wrong there; a checklist is for any paper."""
    pages = printed.papers(pdf)
    sizes = {page.size for page in pages}
    if "checklist" not in pdf and sizes != {printed.A4}:
        yield f"a page of {sizes}"
    if len(pages) > MOST:
        yield f"{len(pages)} pages"
    yield from printed.beyond(pages)
    yield from printed.parted(printed.papers(pdf + ".marked"))


def faults(found, pdf, vnu):
    """{look: what it has found}."""
    told = {look: found[look] for look in ("structure", "closed", "tab",
                                           "plain", "said", "asked")}
    told["fits"] = [f"{state}: {line}" for state, lines in
                    found["fits"].items() for line in lines]
    told["axe"] = [f"{state}: {line}" for state, lines in
                   found["axe"].items()
                   for line in lines["violations"] + lines["unsure"]]
    return {**told, "paper": list(on_paper(pdf)), "vnu": vnu}


TITLES = {
    "structure": "links lead somewhere, headings, tables and drawings are whole",
    "closed": "nothing in it loads or runs",
    "tab": "Tab reaches every link in order, and one sees where it is",
    "plain": "it reads in order without its style",
    "said": "no line in the console",
    "asked": "no request",
    "fits": "fits a phone, a desk, and 400 %",
    "axe": "axe-core finds nothing in light, dark, narrow, forced colors",
    "paper": "on paper no row is cut, and each has its header",
    "vnu": "vnu finds nothing"}


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        faulty = plans.TOP / "tests/faulty.html"
        pages = [str(page) for page in [*written(folder), faulty]]
        seen = browser.looked(pages, (*browser.LOOKS, "print"),
                              pdf=f"{folder}/{{name}}.pdf")
        valid = browser.checked(pages)
        for page in pages:
            name = pathlib.Path(page).stem
            told = faults(seen[page], f"{folder}/{name}.pdf", valid[page])
            for look, lines in told.items():
                if page == str(faulty):
                    listed(f"a faulty page: {TITLES[look]}", [
                        f"not found: {fault}" for fault in FAULTS[look]
                        if not any(fault in line for line in lines)])
                else:
                    listed(f"{name}: {TITLES[look]}", lines)
    check(len(pages) == len(browser.COMMANDS) * len(PLANS) + 1, "of every plan")
    finish()


main()
