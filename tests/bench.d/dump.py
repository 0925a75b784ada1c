#!/usr/bin/python3
"""What a workbook holds, line by line, for the bare writer (cells.c).

dump.py WORKBOOK > lines
"""
import sys
import warnings

import openpyxl
from openpyxl.utils import column_index_from_string, range_boundaries

warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out


def put(*words):
    """A line: texts hold no tabs and no line ends."""
    print("\t".join(str(word).replace("\t", " ").replace("\n", " ")
                    for word in words))


def area(ref):
    """First row and column, last row and column, from 0."""
    left, top, right, bottom = range_boundaries(ref)
    return top - 1, left - 1, bottom - 1, right - 1


def cell(index, cell, stored, links):
    """A cell with its format."""
    row, column, style = cell.row - 1, cell.column - 1, cell.style_id
    value, kind, more = cell.value, "x", []
    if value is None:
        if cell.has_style:
            put(index, row, column, "b", style)
        return
    if cell.is_date:
        kind, value = "n", 46000
    elif cell.data_type == "n":
        kind = "n"
    elif cell.data_type == "f":
        kind = "f"
        if isinstance(stored, str):
            kind, more = "F", [stored]
    elif cell.coordinate in links:
        kind, more = "l", ["internal:" + links[cell.coordinate]]
    put(index, row, column, kind, style, value, *more)


def rules(index, sheet):
    """Tables, choices and conditional formats."""
    for table in sheet.tables.values():
        top, left, bottom, right = area(table.ref)
        put(index, top, left, "t", bottom, right)
    for choice in sheet.data_validations.dataValidation:
        for ref in str(choice.sqref).split():
            top, left, bottom, right = area(ref)
            formula = choice.formula1 if choice.type == "list" else ""
            put(index, top, left, "v", bottom, right,
                "=" + formula if formula else "", choice.promptTitle or "",
                choice.prompt or "")
    for ranges in sheet.conditional_formatting:
        for ref in str(ranges.sqref).split():
            top, left, bottom, right = area(ref)
            for rule in ranges.rules:
                text = rule.text or (rule.formula or [""])[0]
                put(index, top, left, "c", bottom, right, rule.type, text)


def source(part):
    """The formula of a series' categories or values."""
    for kind in ("numRef", "strRef"):
        found = getattr(part, kind, None)
        if found is not None:
            return "=" + found.f
    return ""


def charts(index, sheet):
    """Charts with what their series hold."""
    for chart in sheet._charts:
        scatter = type(chart).__name__ == "ScatterChart"
        put(index, 0, 0, "g", int(scatter))
        for series in chart.series:
            across = series.xVal if scatter else series.cat
            along = series.yVal if scatter else series.val
            labels = series.dLbls.dLbl if series.dLbls else []
            put(index, 0, 0, "s", len(series.dPt), source(across),
                source(along), len(labels))
        put(index, chart.anchor._from.row, chart.anchor._from.col, "i", 0)


def main():
    """All sheets first: charts lead from one to another."""
    book = openpyxl.load_workbook(sys.argv[1])
    stored = openpyxl.load_workbook(sys.argv[1], data_only=True)
    for index, sheet in enumerate(book.worksheets):
        put(index, 0, 0, "o", 0, sheet.title)
    for index, sheet in enumerate(book.worksheets):
        for name, column in sheet.column_dimensions.items():
            for i in range(column.min or column_index_from_string(name),
                           (column.max or 0) + 1):
                put(index, 0, i - 1, "w", int(column.hidden), column.width)
        links = {link.ref: link.location for link in sheet._hyperlinks}
        links.update({c.coordinate: c.hyperlink.location
                      for row in sheet.iter_rows() for c in row
                      if c.hyperlink})
        values = stored.worksheets[index]
        for row in sheet.iter_rows():
            for one in row:
                cell(index, one, values.cell(one.row, one.column).value,
                     links)
        for i, row in sheet.row_dimensions.items():
            if row.height:
                put(index, i - 1, 0, "h", 0, row.height)
        rules(index, sheet)
        charts(index, sheet)


main()
