#!/usr/bin/env python3
# one_value.py - a figure has one value, wherever a plan's outputs show it
#
# The figures of JSON's `derived`, rounded to the digits that are shown, are
# held against the tables of JSON, Markdown, the page and the workbook, the review
# in these three, the figures and the cells that charts are drawn of, and against each
# sentence that tells one: titles, notes, findings. TABLES, REVIEW and the like
# and tests/sentences.py say where which figure stands; one that no plan shows
# there any more fails too.
import collections
import decimal
import json
import os
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import figures  # pylint: disable=wrong-import-position
import outputs  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from sentences import (  # pylint: disable=wrong-import-position
    SENTENCES, in_sentences)
from workbooks import check, finish  # pylint: disable=wrong-import-position

PLANS = ["examples/retail.yaml", "examples/minimal.yaml", "examples/poor.yaml",
         "tests/korean.yaml", "tests/parts.yaml", "tests/sound.yaml",
         "tests/golden/staffing/health-line.yaml",
         "tests/golden/staffing/chat.yaml",
         "tests/golden/load/syntax-bytes.yaml",
         *(str(path.relative_to(plans.TOP)) for path in
           sorted(plans.TOP.glob("tests/golden/one-value/*.yaml")))]
AS_OF = "2026-06-30"
# in cells of the workbook they are shares of one
PERCENTS = {"reason share", "channel share", "coverage", "pair coverage",
            "section readiness", "section under way"}

# table: keys of the item that a row is about, and figures by key, each with
# its header. Of several keys a row has one.
TABLES = {
    "contact_reasons": [{"name": "Reason"}, {
        "reason contacts": {"volume": "Contacts",
                            "sum_volume": "Contacts of its parts"},
        "reason share": {"share": "Share of contacts",
                         "sum_share": "Share of its parts"},
        "reason cost": {"cost": "Cost", "sum_cost": "Cost of its parts"}}],
    "channels": [{"name": "Channel"}, {
        "channel contacts": {"volume": "Contacts"},
        "channel share": {"share": "Share of contacts"},
        "channel cost": {"cost": "Cost"}}],
    "segments": [{"name": "Segment"}, {
        "coverage": {"coverage": "Hours covered"}}],
    "coverage": [{"channel": "Channel", "segment": "Segment"}, {
        "pair coverage": {"percent": "Covered"}}],
    "demand": [{"month": "Month"}, {
        "month contacts": {"volume": "Contacts"},
        "month new": {"extra": "New events add"},
        "month all": {"all": "In all"}}],
    "staffing": [{"channel": "Channel", "tier": "Tier"}, {
        "agents": {"agents": "On duty"}, "reach": {
            "reach": "Reach the objective"}, "keep": {
                "keep": "Keep occupancy"}, "interval cost": {
                    "cost": "Cost of the interval"}}],
    "agents": [{"channel": "Channel", "agents": "On duty"}, {
        "agents cost": {"cost": "Cost of the interval"}}],
    "staffing_months": [{"channel": "Channel", "month": "Month"}, {
        "month agents": {"agents": "On duty"}}],
    "business_case": [{"name": "Item"}, {
        "money": {"amount": "Amount", "months": "Months"}}],
    "investments": [{"name": "Investment"}, {
        "reasons paid": {"reasons": "Contact reasons"},
        "investment saving": {"saving": "Saving"}}],
    "measures": [{"name": "Measure"}, {"measure state": {"state": "State"}}],
    "actions": [{"title": "Action"}, {
        "action state": {"state": "State"},
        "days overdue": {"overdue": "Overdue"}}],
    "readiness": [{"section": "Section"}, {
        "section readiness": {"percent": "Written"},
        "section under way": {"under_way": "Under way"},
        **{"section " + key: {key: key.capitalize()}
           for key in figures.SEVERITIES}}],
}
GRID = "% of wanted hours that we are open"
CLOSED = "Closed when they want us"
# a header of the block: figures by the beginning of a header
REVIEW = {
    "Decide by": {"Asked": "decision amount"},
    "Way to target": {"Status": "measure state"},
    "Contacts a year": {"Contacts a year": "reason contacts",
                        "Cost": "reason cost",
                        "Share of contacts": "reason share"},
    "Under way": {"Written": "section readiness",
                  "Under way": "section under way"},
}
# the figure of each row of the hidden sheet
FIGURES = {
    "decisions_open": "decisions open", "asked_amount": "asked",
    "measures_headline": "headlines", "measures_on_track": "on track",
    "measures_off_track": "off track", "actions": "actions",
    "actions_done": "done", "actions_on_track": "actions on track",
    "actions_overdue": "overdue", "reasons_volume": "contacts",
    "reasons_failure": "failure", "findings_errors": "errors",
    "findings_warnings": "warnings", "findings_advice": "advice",
    "findings_waived": "waived", "readiness": "readiness"}
# figures of the tables' totals
TOTALS = {("contact_reasons", "Contacts"): "contacts",
          ("contact_reasons", "Cost"): "cost",
          ("demand", "Contacts"): "contacts",
          ("demand", "In all"): "contacts and new"}
# figures of charts by what stands above their cells
CHARTS = {"Contacts a year by reason": "reason contacts",
          "How much of each section is written down": "section readiness"} | {
    head: figure for items, figures in TABLES.values() if len(items) == 1
    for figure, columns in figures.items() for head in columns.values()}


# --- where they are shown: place, figure, items, value ----------------------

def percent(figure, cell):
    """The cell of the workbook, a share of one as a percentage."""
    share = figure in PERCENTS and isinstance(cell, (int, float))
    return cell * 100 if share else cell


def in_tables(place, rows_of, known_by):
    """known_by: which of key and header its columns are known by there."""
    for table, (items, columns) in TABLES.items():
        for row in rows_of(table):
            item = [row.get(known_by(*pair)) for pair in items.items()]
            for figure, pairs in columns.items() if any(item) else ():
                shown = [row.get(known_by(*pair)) for pair in pairs.items()]
                shown = [one for one in shown if one not in (None, "")]
                yield place, figure, item, shown[0] if shown else None


def in_workbook(book):
    for place, figure, item, shown in in_tables(
            "workbook", lambda table: outputs.table_rows(book, table),
            lambda key, head: head):
        yield place, figure, item, percent(figure, shown)
    for (table, head), figure in TOTALS.items():
        for total in outputs.table_rows(book, table, totals=True):
            yield "totals", figure, [], total[head]
    for name, value in book["Figures"].iter_rows(max_col=2, values_only=True):
        if name in FIGURES:
            yield "Figures", FIGURES[name], [], str(value)


def in_review(book, rows, mark):
    """Names may be cut off in the workbook, whose rows are those of Markdown:
    for each figure the value in both."""
    cells = {str(cell.value): cell for row in book["Review"] for cell in row
             if cell.value is not None}
    heads = {cell.value: cell for cell in
             book["Review"][cells[mark].row] if cell.value}
    for i, row in enumerate(rows):
        name, *_ = row.values()
        for start, figure in REVIEW[mark].items():
            head, shown = next((one, row[one]) for one in row
                               if one.startswith(start))
            head, cell = next((one, heads[one].offset(i + 1)) for one in heads
                              if one.startswith(start))
            value = percent(figure, cell.value)
            item, total = [name], re.match("All .*reasons$|The one", name)
            if total:
                item, figure = [], figure.replace("reason ", "")
            if not total or shown:
                yield "review of Markdown", figure, item, shown
                yield "review of the workbook", figure, item, value


def in_grid(book, rows):
    corner = next(cell for row in book["Review"] for cell in row
                  if cell.value == GRID)
    for i, row in enumerate(rows):
        (_, segment), *pairs, _ = row.items()
        for k, (channel, shown) in enumerate(pairs):
            if channel == CLOSED:
                continue
            item = [channel, segment.removesuffix(" ★")]
            value = corner.offset(i + 1, k + 1).value
            if shown.strip("*")[0] not in "≤·?":
                yield "review of Markdown", "pair coverage", item, shown
                yield ("review of the workbook", "pair coverage", item,
                       percent("pair coverage", value))


def in_page(page):
    yield from in_tables("page", page.rows, lambda key, head: head)
    for (table, head), figure in TOTALS.items():
        if head in page.totals.get(table, {}):
            yield "totals", figure, [], page.totals[table][head].strip()
    for key, tables in page.tables().items():
        for rows in tables if key.startswith("review.") else ():
            for row in rows:
                yield from in_page_review(row)


def in_page_review(row):
    name, *shown = row.values()
    marks = REVIEW.keys() & row.keys()
    total = re.match("All .*reasons$|The one", name)
    for start, figure in [pair for mark in marks
                          for pair in REVIEW[mark].items()]:
        value = next(row[one] for one in row if one.startswith(start))
        if not total or value:
            yield ("review of the page",
                   figure.replace("reason ", "") if total else figure,
                   [] if total else [name], value)
    for channel, value in zip(list(row)[1:], shown) if GRID in row else ():
        if channel != CLOSED and value and value[0] not in "≤·?":
            yield ("review of the page", "pair coverage",
                   [channel, name.removesuffix(" ★")],
                   value.lstrip("▲■ "))


def in_charts(path, book):
    drawn = set()
    for above, names, values in outputs.drawn_cells(path, book):
        figure = CHARTS.get(above)
        if (above, *names) in drawn:
            continue  # the plan, beside what is
        drawn.add((above, *names))
        for name, value in zip(names, values):
            name, share = re.fullmatch(r"(.*?)(?: \((\d+)%.*\))?",
                                       str(name)).groups()
            if not figure or re.match(r"\d+ more$", name):
                continue
            if value not in (None, ""):
                yield "charts", figure, [name], percent(figure, value)
            if share:
                yield "charts", "reason share", [name], share


# --- the test ---------------------------------------------------------------

def shown_by(folder, plan):
    """What JSON works out, and the places where outputs show it."""
    paths = [f"{folder}/{pathlib.Path(plan).stem}.{end}"
             for end in ("xlsx", "md", "json", "html")]
    done = plans.ces(["export", "--language", "en", "--quiet", "--as-of",
                      AS_OF, str(plans.TOP / plan)] +
                     [word for path in paths for word in ("-o", path)])
    checked = plans.ces(["check", "--format", "json", "--as-of", AS_OF,
                         str(plans.TOP / plan)])
    check(done.returncode == 0, f"{plan}: is exported")
    book = outputs.workbook(paths[0])
    markdown = pathlib.Path(paths[1]).read_text()
    data = json.loads(pathlib.Path(paths[2]).read_text(),
                      parse_float=decimal.Decimal)
    page = outputs.Page(pathlib.Path(paths[3]).read_text())
    judged = json.loads(checked.stdout)
    (_, review), *sections = outputs.markdown_sections(markdown)
    rows = {key: tables[0] if tables else []
            for key, (_, tables) in zip(data["tables"], sections)}
    spots = [*in_tables("JSON", data["tables"].get, lambda key, head: key),
             *in_tables("Markdown", rows.get, lambda key, head: head),
             *in_workbook(book), *in_page(page),
             *in_charts(paths[0], book),
             *in_sentences([*outputs.workbook_texts(paths[0], book),
                            *outputs.markdown_texts(markdown),
                            *page.told(), *page.drawings,
                            *(finding["message"]
                              for finding in judged["findings"])])]
    for table in review:
        if GRID in table[0]:
            spots += in_grid(book, table)
        for mark in REVIEW.keys() & table[0].keys():
            spots += in_review(book, table, mark)
    for key in [*figures.SEVERITIES, "waived"]:
        spots.append(("check", key, [], judged["files"][0]["summary"][key]))
    readiness = judged["readiness"]
    spots.append(("check", "readiness", [], readiness["plan"]))
    spots.append(("check", "under way", [], readiness["under_way"]["plan"]))
    return figures.worked_out(data), spots


def problem(known, spot):
    place, figure, item, shown = spot
    at = tuple(map(figures.named, item))
    at = at if at in known[figure] else at + (None,)
    if at not in known[figure]:
        return figure != "agents cost" and f"{place}: {at} is not known"
    value = known[figure][at]
    if place == "Figures":
        value = value or 0
    return (not figures.same(shown, value) and
            f"{place}: {at} is {shown}, not {value}")


def main():
    seen = collections.defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        for plan in sys.argv[1:] or PLANS:
            known, spots = shown_by(folder, plan)
            problems = collections.defaultdict(list)
            for spot in spots:
                place, figure, _, shown = spot
                if shown not in (None, ""):
                    seen[place].add(figure)
                problems[figure].append(problem(known, spot))
            for figure, found in problems.items():
                check(not any(found), f"{plan}: {figure} has one value")
                for line in filter(None, found):
                    print("#   " + line)
    columns = {figure for _, of in TABLES.values() for figure in of}
    reviews = {figure for of in REVIEW.values() for figure in of.values()}
    for place, figures_of in {
            "JSON": columns, "Markdown": columns, "workbook": columns,
            "page": columns,
            "review of the page": {*reviews, "pair coverage"},
            "review of Markdown": {*reviews, "pair coverage"},
            "review of the workbook": {*reviews, "pair coverage"},
            "Figures": set(FIGURES.values()), "totals": set(TOTALS.values()),
            "charts": {"reason contacts", "reason share", "channel cost",
                       "month contacts", "month new", "section readiness"},
            **{one.pattern: {key.replace("_", " ") for key in one.groupindex
                             if not key.isupper()}
               for one in SENTENCES}}.items():
        missing = figures_of - seen[place]
        check(not missing, f"{place}: shows {missing or 'all'}")
    finish()


main()
