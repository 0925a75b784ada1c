#!/usr/bin/env python3
# harmful_texts.py - texts that mean something to HTML or Markdown are texts there
#
# Wherever the model takes a text there is one with all that could end a text,
# begin a script or a link; pages and Markdown show them as they are.
import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import browser  # pylint: disable=wrong-import-position
import harmful  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import RETAIL, check, finish, listed  # pylint: disable=wrong-import-position

PAPERS = ("export", "checklist")
EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist", "footnotes")
SHOWN = re.compile(r"Q(\d+)Z")


def written(folder, name, plan, kind):
    """The paths of what the commands write of the plan."""
    paths = []
    for command in browser.COMMANDS if kind == "html" else PAPERS:
        paths.append(folder / f"{name}-{command}.{kind}")
        subprocess.run([plans.CES, command, "--as-of", "2026-06-30",
                        "--quiet", plan, "-o", paths[-1]], check=True)
    return paths


def altered(shown, texts, blanks=False):
    """Texts that aren't what the plan says, wherever one begins, or not as far
    as a message tells of them; in Markdown a line's blanks are one."""
    whole = [text[text.index("Q"):] for text in texts]
    if blanks:
        shown = re.sub(r"\s+", " ", shown)
        whole = [re.sub(r"\s+", " ", text) for text in whole]
    for found in SHOWN.finditer(shown):
        text = whole[int(found[1])]
        there = shown[found.start():found.start() + len(text)]
        told = there.partition("…")[0]
        if there != text and (len(told) < 20 or not text.startswith(told)):
            yield shown[found.start() - 20:found.start() + 300]


def numbers(shown):
    return set(map(int, SHOWN.findall(shown)))


class Reader(html.parser.HTMLParser):
    """The tags, attributes and text of what cmark makes of Markdown."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.parts = set(), []
        extensions = [word for name in EXTENSIONS for word in ("-e", name)]
        self.feed(subprocess.run(
            ["cmark-gfm", "--unsafe", *extensions, path], text=True,
            stdout=subprocess.PIPE, check=True, timeout=120).stdout)
        self.text = "".join(self.parts)

    def handle_starttag(self, tag, attrs):
        # an address becomes a link whatever stands before its @
        if not dict(attrs).get("href", "").startswith("mailto:"):
            self.tags.add(" ".join(
                [tag, *sorted(name for name, _ in attrs)]))

    def handle_comment(self, data):
        if not data.startswith(" ces "):
            self.tags.add("a comment: " + data)

    def handle_data(self, data):
        self.parts.append(data)


def read_markdown(folder, walks):
    usual = [Reader(path).tags for path in
             written(folder, "usual", RETAIL, "md")]
    for name, walk in walks.items():
        papers = written(folder, name, folder / f"{name}.yaml", "md")
        for command, tags, path in zip(PAPERS, usual, papers):
            read = Reader(path)
            listed(f"{name}, {command} in Markdown: no tag but the usual",
                   read.tags - tags)
            listed(f"{name}, {command} in Markdown: texts of the plan",
                   altered(read.text, walk.texts, True))
            yield (name, command), numbers(read.text)


def look_at_pages(folder, walks, in_markdown):
    usual = written(folder, "usual", RETAIL, "html")
    papers = {(name, command): path for name in walks for command, path in zip(
        browser.COMMANDS, written(folder, name, folder / f"{name}.yaml", "html"))}
    seen = browser.looked([*usual, *papers.values()],
                          ("closed", "dom", "fits"))
    names = set().union(*(seen[str(path)]["dom"]["names"] for path in usual))
    for (name, command), path in papers.items():
        what = f"{name}, {command} as a page"
        found = seen[str(path)]
        listed(f"{what}: nothing that loads or runs",
               found["closed"] + found["said"] + found["asked"])
        listed(f"{what}: no element or attribute but the usual",
               set(found["dom"]["names"]) - names)
        listed(f"{what}: texts of the plan",
               altered(found["dom"]["text"], walks[name].texts))
        listed(f"{what}: fits the window", sum(found["fits"].values(), []))
        listed(f"{what}: all that Markdown shows", sorted(
            in_markdown[name, command] - numbers(found["dom"]["text"])))


def main():
    walks = {"marks": harmful.Walk(harmful.marked),
             "names": harmful.Walk(harmful.marked, named=True),
             "starts": harmful.Walk(harmful.starting, named=True),
             "long": harmful.Walk(harmful.long, once=True)}
    wanted = {place for place, kind in harmful.kinds().items()
              if kind in ("TEXT", "TEXTS")}
    listed("every text of the model has one", wanted - walks["marks"].met)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, walk in walks.items():
            (folder / f"{name}.yaml").write_text(plans.written(walk.plan))
        shown = dict(read_markdown(folder, walks))
        for name, walk in walks.items():
            check(len(shown[name, "export"]) > len(walk.texts) // 2,
                  f"{name}: {len(shown[name, 'export'])} of "
                  f"{len(walk.texts)} are in Markdown")
        look_at_pages(folder, walks, shown)
    finish()


main()
