#!/usr/bin/env python3
# indexed.py - pages of several plans have one that leads to them all
import html.parser
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import browser  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish  # pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "indexed"
# names that an address has to spell
NAMES = {"a b & c#1?.yaml": "examples/retail.yaml",
         "고객.yaml": "tests/korean.yaml",
         "z.yaml": "examples/minimal.yaml"}


class Index(html.parser.HTMLParser):
    """Its links, and the texts of its headings."""

    def __init__(self, text):
        super().__init__()
        self.links, self.headings, self.within = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        elif tag in ("h1", "h2"):
            self.within = True
            self.headings.append("")

    def handle_endtag(self, tag):
        self.within = self.within and tag not in ("h1", "h2")

    def handle_data(self, data):
        if self.within:
            self.headings[-1] += data


def tell(good, what, detail=""):
    check(good, what if good else f"{what}: {detail}")


def export(*args):
    done = subprocess.run([plans.CES, "export", "--format", "html", *args],
                          cwd=SCRATCH, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def main():
    SCRATCH.mkdir()
    for name, plan in NAMES.items():
        shutil.copy(plans.TOP / plan, SCRATCH / name)
    status, said = export(*NAMES, "-o", "out/")
    index = SCRATCH / "out/index.html"
    tell(status == 0 and "wrote out/index.html" in said, "it is written",
          said)
    page = Index(index.read_text())
    tell([urllib.parse.unquote(link)[2:] for link in page.links] ==
          [pathlib.Path(name).stem + ".html" for name in NAMES],
          "a link to the page of each plan, in their order", page.links)
    tell(all((index.parent / urllib.parse.unquote(link)).exists()
              for link in page.links), "each leads to a file", page.links)
    tell(page.headings[1].startswith("Harrow & Pine Home - Customer"),
          "by their titles", page.headings)
    found = browser.checked([index])[str(index)]
    tell(not found, "vnu has no word", found)
    first = index.read_bytes()
    status, said = export(*NAMES, "-o", "out/")
    tell(status == 0 and index.read_bytes() == first, "the same again", said)
    index.write_bytes(first.replace(b"minimal", b"maximal") + b" ")
    status, said = export(*NAMES, "-o", "out/")
    tell(status == 2 and "index.html" in said, "one that was edited is kept",
          said)
    (SCRATCH / "broken.yaml").write_text("ces: 1\nplan: {title: [}\n")
    status, said = export("z.yaml", "broken.yaml", "-o", "other/")
    page = Index((SCRATCH / "other/index.html").read_text())
    tell(status == 1 and page.links == ["./z.html"] and
          page.headings[-1] == "broken.yaml",
          "a plan that can't be read has a name and no link",
          (said, page.headings))
    shutil.copy(SCRATCH / "z.yaml", SCRATCH / "index.yaml")
    status, said = export("z.yaml", "index.yaml", "-o", "third/")
    tell(status == 2 and not (SCRATCH / "third").exists(),
          "a plan of that name is refused before anything is written", said)
    status, said = export("z.yaml", "-o", "single/")
    tell(not (SCRATCH / "single/index.html").exists(),
          "one plan needs none", said)


main()
finish()
