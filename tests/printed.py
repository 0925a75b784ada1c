# printed.py - for tests: what stands on the pages of a printed page, and is cut
#
# The browser has marked the text: [[T1]] begins the header of a table, [[R1.2]]
# every cell of a row on either side, [[H1]] ends a heading or a caption.
import re
import subprocess

# the number of a page, in its margin
NUMBER = re.compile(r"\A\d+ / \d+\n")
MARK = re.compile(r"\[\[([THR][\d.]+)\]\]")
A4 = (842, 595)


def pages(path):
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    return [NUMBER.sub("", page) for page in text.split("\f")[:-1]]


def sizes(path):
    """Width and height of each page, in points."""
    text = subprocess.run(["pdfinfo", "-l", "9999", path], text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    return [tuple(round(float(side)) for side in pair) for pair in
            re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", text)]


def beyond(path, room=9):
    """Words that reach into the edge of the paper."""
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    page = 0
    for left, right, word in re.findall(
            r'<(?:page )|xMin="([-\d.]+)"[^>]*? xMax="([-\d.]+)"[^>]*>([^<]*)',
            text):
        if not word:
            page += 1
        elif float(left) < room or float(right) > A4[0] - room:
            yield f"page {page}: {word}"


def parted(path):
    """Rows that are cut, rows without their header, headings left alone."""
    rows = {}
    for number, text in enumerate(pages(path), 1):
        marks = MARK.findall(text)
        heads = {mark[1:] for mark in marks if mark[0] == "T"}
        tables = set()
        for mark in marks:
            if mark[0] == "R":
                rows.setdefault(mark, set()).add(number)
                tables.add(mark[1:].split(".")[0])
        for table in sorted(tables - heads):
            yield f"page {number}: table {table} without its header"
        for table in sorted(heads - tables):
            yield f"page {number}: table {table} without a row"
        if not MARK.sub("", text).strip():
            yield f"page {number} is empty"
        elif text.rstrip().endswith("]]") and marks[-1][0] == "H":
            yield f"page {number} ends with a heading: {text[-60:]}"
    for mark, where in rows.items():
        if len(where) > 1:
            yield f"row {mark} is on pages {sorted(where)}"
    if not rows:
        yield "no row is printed"
