# xlsx.py - for tests: a workbook's parts as they stand in its file
import collections
import itertools
import posixpath
import re
import xml.etree.ElementTree as tree
import zipfile

NAMESPACES = {
    "main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/"
         "relationships",
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/"
           "spreadsheetDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
# of a name in a formula
NAME = r"[^\W\d][\w.]*"
RID = "{%(r)s}id" % NAMESPACES


def local(name):
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def find(element, path):
    return element.find(path, NAMESPACES)


def find_all(element, path):
    return element.findall(path, NAMESPACES)


def child_texts(element, path):
    """The texts below the element, joined: a string of several runs."""
    return "".join(t.text or "" for t in find_all(element, path))


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_place(reference):
    """Row and column of A1 or $A$1, counted from 1."""
    letters, row = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d+)", reference).groups()
    return int(row), column_number(letters)


def area_of(reference):
    """First row and column, last row and column of A1:B2 or A1."""
    first, _, last = reference.partition(":")
    return cell_place(first) + cell_place(last or first)


def overlap(one, other):
    return not (one[2] < other[0] or other[2] < one[0] or
                one[3] < other[1] or other[3] < one[1])


def overlaps(areas):
    return [pair for pair in itertools.combinations(areas, 2)
            if overlap(*pair)]


class Sheet:
    def __init__(self, book, name, state, part):
        self.name = name
        self.state = state
        self.part = part
        self.root = book.read(part)
        self.related = book.relations(part)

    def all(self, path):
        return find_all(self.root, path)

    def one(self, path):
        return find(self.root, path)

    def parts(self, path):
        """The parts that elements of the sheet name: its tables, say."""
        return [self.related[element.get(RID)][1]
                for element in self.all(path)]


class Workbook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.parts = self.zip.namelist()
        self.root = self.read("xl/workbook.xml")
        related = self.relations("xl/workbook.xml")
        self.sheets = [Sheet(self, sheet.get("name"),
                             sheet.get("state", "visible"),
                             related[sheet.get(RID)][1])
                       for sheet in find_all(self.root, "main:sheets/*")]
        self.strings = [child_texts(item, ".//main:t")
                        for item in self.read("xl/sharedStrings.xml")]
        self.styles = self.read("xl/styles.xml")

    def read(self, part):
        return tree.fromstring(self.zip.read(part))

    def relations(self, part):
        """By id: what kind of part, which part, is it outside?"""
        folder, name = posixpath.split(part)
        path = f"{folder}/_rels/{name}.rels"
        if path not in self.parts:
            return {}
        return {one.get("Id"): (
            one.get("Type").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target")))
            [1:] if one.get("TargetMode") != "External" else
            one.get("Target"),
            one.get("TargetMode") == "External") for one in self.read(path)}

    def value(self, cell):
        """What the cell holds: a text, a number as it stands, or None."""
        value = find(cell, "main:v")
        if cell.get("t") == "s":
            return self.strings[int(value.text)]
        if cell.get("t") == "inlineStr":
            return child_texts(cell, ".//main:t")
        if value is None:
            return None
        return value.text or ""


def twice(items):
    return [item for item, n in collections.Counter(items).items() if n > 1]


def literals(formula):
    """The texts of a formula, and the formula without them."""
    return (re.findall(r'"((?:[^"]|"")*)"', formula),
            re.sub(r'"(?:[^"]|"")*"', '""', formula))


def sheets_named(formula):
    """The sheets that a formula refers to."""
    bare = literals(formula)[1]
    return [(quoted or plain).replace("''", "'") for quoted, plain in
            re.findall(rf"(?:'((?:[^']|'')+)'|({NAME}))!", bare)]


def cells_of(sheet):
    return sheet.all("main:sheetData/main:row/main:c")


def tables_of(book, sheet):
    return [book.read(part) for part in sheet.parts("main:tableParts/*")]
