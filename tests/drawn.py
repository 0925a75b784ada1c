# drawn.py - for tests: each function tells what is wrong with a workbook's charts
import math
import re

from xlsx import (
    RID, area_of, cell_place, cells_of, find, find_all, local, overlaps,
    sheets_named, tables_of, twice)

ROWS, COLUMNS = 1048576, 16384


def drawings(book):
    """charts have room of their own, a text for the blind and a name"""
    for sheet in book.sheets:
        taken = [area_of(table.get("ref"))
                 for table in tables_of(book, sheet)]
        taken += [area_of(merge.get("ref"))
                  for merge in sheet.all("main:mergeCells/*")]
        for part in sheet.parts("main:drawing"):
            root, related = book.read(part), book.relations(part)
            for anchor in root:
                top, left, bottom, right = (
                    int(find(anchor, f"xdr:{corner}/xdr:{key}").text)
                    for corner in ("from", "to") for key in ("row", "col"))
                if bottom < top or right < left or bottom >= ROWS or \
                        right >= COLUMNS:
                    yield f"{sheet.name}: place {top, left, bottom, right}"
                # to the edge of the last row and column, which it ends at
                taken.append((top + 1, left + 1, bottom, right))
            about = find_all(root, ".//xdr:cNvPr")
            yield from twice(one.get("id") for one in about)
            yield from twice(one.get("name") for one in about)
            yield from (f"{sheet.name}: {one.get('name')} has no text"
                        for one in about if not one.get("descr"))
            for chart in find_all(root, ".//c:chart"):
                if chart.get(RID) not in related:
                    yield f"{sheet.name}: no chart"
        yield from (f"{sheet.name}: {two}" for two in overlaps(taken))


def same(one, other):
    """Are the cell's value and the chart's the same? Nothing is drawn as 0."""
    try:
        return math.isclose(float(one or 0), float(other or 0), rel_tol=1e-9)
    except ValueError:
        return one == other


def choices(book):
    """charts leave nothing to readers, who take what isn't said for yes"""
    labels = ["showLegendKey", "showVal", "showCatName", "showSerName",
              "showPercent", "showBubbleSize"]
    for part in book.parts:
        if part.startswith("xl/charts/chart"):
            root = book.read(part)
            wanted = [(".", "roundedCorners"), ("c:chart", "dispBlanksAs"),
                      (".//c:title", "overlay"), (".//c:legend", "overlay"),
                      (".//c:scatterChart", "varyColors"),
                      (".//c:barChart", "varyColors"),
                      (".//c:scatterChart/c:ser", "smooth")]
            wanted += [(".//c:dLbls", key) for key in labels]
            wanted += [(".//c:dLbl", key) for key in labels]
            for path, key in wanted:
                for one in find_all(root, path):
                    if find(one, "c:" + key) is None and find(
                            one, "c:delete") is None:
                        yield f"{part}: {local(one.tag)} without {key}"


def charts(book):
    """charts show the values of the cells that they refer to"""
    cells = {sheet.name: {cell_place(cell.get("r")): book.value(cell)
                          for cell in cells_of(sheet)}
             for sheet in book.sheets}
    for part in book.parts:
        if not part.startswith("xl/charts/chart"):
            continue
        for ref in find_all(book.read(part), ".//c:f/.."):
            formula = find(ref, "c:f").text
            sheet, area = sheets_named(formula), formula.rpartition("!")[2]
            if len(sheet) != 1 or sheet[0] not in cells or not re.fullmatch(
                    r"\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", area):
                yield f"{part}: {formula}"
                continue
            top, left, bottom, right = area_of(area)
            held = [cells[sheet[0]].get((row, column))
                    for row in range(top, bottom + 1)
                    for column in range(left, right + 1)]
            count = find(ref, "*/c:ptCount")
            if count is None:  # previewers draw nothing
                yield f"{part}: {formula} has no values"
                continue
            kept = {int(point.get("idx")): find(point, "c:v").text
                    for point in find_all(ref, "*/c:pt")}
            if int(count.get("val")) != len(held) or not all(
                    same(value, kept.get(i))
                    for i, value in enumerate(held)):
                yield f"{part}: {formula} holds other values"
