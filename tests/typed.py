# typed.py - for tests: a workbook with some of its cells typed anew, byte for
# byte the same but for these
import re
import zipfile
from xml.sax.saxutils import escape, unescape

import xlsx

CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.S)
ROW = re.compile(r'<row r="(\d+)"([^>]*?)(?:/>|>(.*?)</row>)', re.S)


class Cell:
    """What stands in a cell: its value, text or number, and formula."""

    def __init__(self, sheet, ref, value, formula):
        self.sheet, self.ref = sheet, ref
        self.value, self.formula = value, formula
        self.row, self.column = xlsx.cell_place(ref)


def cell_xml(ref, attributes, value):
    style = re.search(r' s="\d+"', attributes)
    style = style.group() if style else ""
    if value is None:
        return '<c r="%s"%s/>' % (ref, style)
    if isinstance(value, bool):
        return '<c r="%s"%s t="b"><v>%d</v></c>' % (ref, style, value)
    if isinstance(value, str) and value.startswith("="):
        return '<c r="%s"%s><f>%s</f></c>' % (ref, style, escape(value[1:]))
    if isinstance(value, str):
        return ('<c r="%s"%s t="inlineStr"><is><t xml:space="preserve">%s</t>'
                '</is></c>' % (ref, style, escape(value)))
    return '<c r="%s"%s><v>%r</v></c>' % (ref, style, value)


def put(xml, ref, value):
    """The sheet with that cell typed anew; a row is made where it has none."""
    pattern = re.compile(r'<c r="%s"([^>]*?)(?:/>|>.*?</c>)' % ref, re.S)
    found = pattern.search(xml)
    if found:
        return (xml[:found.start()] + cell_xml(ref, found.group(1), value) +
                xml[found.end():])
    row, column = xlsx.cell_place(ref)
    cell = cell_xml(ref, "", value)
    for match in ROW.finditer(xml):
        number = int(match.group(1))
        if number == row:
            body = match.group(3) or ""
            at = len(body)
            for other in CELL.finditer(body):
                if xlsx.cell_place(other.group(1))[1] > column:
                    at = other.start()
                    break
            return (xml[:match.start()] + '<row r="%d"%s>' %
                    (row, match.group(2)) + body[:at] + cell + body[at:] +
                    "</row>" + xml[match.end():])
        if number > row:
            return (xml[:match.start()] + '<row r="%d">%s</row>' % (row, cell)
                    + xml[match.start():])
    return xml.replace("</sheetData>", '<row r="%d">%s</row></sheetData>' %
                       (row, cell), 1)


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.names = {}
        relations = dict(re.findall(
            r'<Relationship Id="([^"]+)"[^>]*? Target="([^"]+)"',
            self.text("xl/_rels/workbook.xml.rels")))
        for name, rid in re.findall(r'<sheet name="([^"]*)"[^>]*? '
                                    r'r:id="([^"]+)"',
                                    self.text("xl/workbook.xml")):
            name = unescape(name, {"&quot;": '"', "&apos;": "'"})
            self.names[name] = "xl/" + relations[rid]
        self.shared = [unescape("".join(re.findall(
            r"<t[^>]*>(.*?)</t>", item, re.S)))
            for item in re.findall(r"<si>(.*?)</si>",
                                   self.text("xl/sharedStrings.xml"), re.S)]

    def text(self, part):
        return self.parts[part].decode()

    def cells(self, name):
        """All cells of a sheet that hold something."""
        for ref, attributes, body in CELL.findall(self.text(self.names[name])):
            value = re.search(r"<v>(.*?)</v>", body or "", re.S)
            formula = re.search(r"<f[^>]*?(?:/>|>(.*?)</f>)", body or "", re.S)
            if not value and not formula:
                continue
            kind = re.search(r't="(\w+)"', attributes)
            kind = kind.group(1) if kind else "n"
            value = value.group(1) if value else None
            if value is not None and kind == "s":
                value = self.shared[int(value)]
            elif value is not None and kind in ("str", "e"):
                value = unescape(value)
            elif value is not None:
                value = float(value)
            yield Cell(name, ref, value, formula.group(1) or "" if formula
                       else None)

    def save(self, path, changes):
        """Writes it with {(sheet, cell): value}; None is a blank."""
        parts = dict(self.parts)
        for (name, ref), value in changes.items():
            part = self.names[name]
            xml = parts[part] if isinstance(parts[part], str) \
                else parts[part].decode()
            parts[part] = put(xml, ref, value)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
            for part, data in parts.items():
                file.writestr(part, data)
