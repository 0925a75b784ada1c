#!/usr/bin/env python3
# tables.py - tables as CSV files: their form, the same values as in JSON, opened
# by LibreOffice with the same, and no formula in any text
import csv
import io
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import harmful  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish, listed  # pylint: disable=wrong-import-position

BOM = b"\xef\xbb\xbf"
SIGNS = tuple("=+-@\t\r\n＝＋－＠")
FORMULAS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "－1",
            "=cmd|'/C calc'!A0", "a, b; c \"d\"", "0012", "12%", "'quoted",
            "한국어 客服", "line\nbreak\r\nand more"]


def export(plan, folder, *args):
    done = plans.ces(["export", "--quiet", "--as-of", "2026-06-30",
                      "--language", "en", *args, str(plan), "--format", "csv",
                      "-o", f"{folder}/"])
    check(done.returncode == 0, f"{folder.name}: written {done.stderr}")
    return {path.stem: path.read_bytes() for path in sorted(
        folder.glob("*.csv"))}


def in_json(plan):
    return json.loads(plans.ces(
        ["export", "--as-of", "2026-06-30", "--language", "en", "-f", "json",
         "-o", "-", str(plan)]).stdout)["tables"]


def is_formula(text):
    return text.startswith(SIGNS) or text.lstrip(" ").startswith(SIGNS)


def shown(value):
    """As a field of CSV."""
    if value is None:
        return ""
    if isinstance(value, str):
        return ("'" if is_formula(value) else "") + value
    return value


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def plain(text):
    """Days, periods and money of a text as files have them, on one line."""
    month = "|".join(MONTHS)

    def number(name):
        return f"{MONTHS.index(name) + 1:02}"

    text = re.sub(rf"\b(\d+) ({month}) (\d{{4}})\b", lambda found:
                  f"{found[3]}-{number(found[2])}-{int(found[1]):02}", text)
    text = re.sub(rf"\b({month}) (\d{{4}})\b", lambda found:
                  f"{found[2]}-{number(found[1])}", text)
    text = re.sub(r"\b(Q\d) (\d{4})\b", r"\2-\1", text)
    text = re.sub(r"[£$₩€]|\b(GBP|USD|KRW|EUR)\b ?", "", text)
    return re.sub(r"\s+", " ", text).strip()


def same(cell, value):
    if isinstance(value, (int, float)):
        return cell != "" and math.isclose(float(cell), value, rel_tol=1e-12)
    return cell == value or plain(cell) == plain(value)


def rows_of(raw):
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""),
                           strict=True))


def look_at_files(name, files, tables):
    check(list(files) == sorted(tables), f"{name}: a file for each table")
    wrong, formulas = [], []
    for key, raw in files.items():
        head, *rows = rows_of(raw)
        bare = re.sub(rb'"[^"]*"', b"", raw)
        if not raw.endswith(b"\r\n") or bare.count(b"\n") != len(rows) + 1 or \
                bare.count(b"\r\n") != len(rows) + 1:
            wrong.append((key, "ends of lines"))
        if len(rows) != len(tables[key]) or len(set(map(len, rows))) > 1:
            wrong.append((key, f"{len(rows)} rows"))
        for row, values in zip(rows, tables[key]):
            values = dict(values)
            wanted = [shown(values.pop("id")), *map(shown, values.values())]
            wrong += [(key, head[i], cell, value) for i, (cell, value)
                      in enumerate(zip(row, wanted)) if not same(cell, value)]
            if len(row) != len(wanted):
                wrong.append((key, "columns", row))
            formulas += [(key, cell) for cell in row if is_formula(cell) and
                         not re.fullmatch(r"-?[0-9.]+(e[-+][0-9]+)?", cell)]
    listed(f"{name}: the values of JSON's tables", wrong)
    listed(f"{name}: no formula", formulas)


def opened(folder, scratch):
    """What LibreOffice finds in each file: the rows of its values."""
    # comma, quote, UTF-8, from line 1, columns found out
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{scratch}/profile",
         "--headless", "--norestore",
         "--infilter=Text - txt - csv (StarCalc):44,34,76,1", "--convert-to",
         "xlsx", "--outdir", str(scratch / "opened"),
         *map(str, sorted(folder.glob("*.csv")))], check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    for path in sorted((scratch / "opened").glob("*.xlsx")):
        sheet = openpyxl.load_workbook(path).worksheets[0]
        yield path.stem, [[cell for cell in row] for row in sheet.iter_rows()]


def cell_same(cell, value):
    """Texts as the program shows them, numbers and days as such."""
    found = cell.value
    if value is None or value == "":
        return found is None or found == ""
    if found is None:
        return not plain(value)
    if isinstance(value, (int, float)):
        return isinstance(found, (int, float)) and \
            math.isclose(found, value, rel_tol=1e-9, abs_tol=1e-9)
    if hasattr(found, "strftime"):
        return found.strftime("%Y-%m-%d") == plain(value)
    if isinstance(found, (int, float)):  # a version, a year: "1.2"
        return str(value).replace("%", "").lstrip("0") in (
            str(found), "%g" % found, "%g" % (found * 100))
    return plain(str(found or "")) == plain(value)


def look_at_office(name, folder, tables, scratch):
    wrong, seen, formulas = [], set(), []
    for key, rows in opened(folder, scratch):
        seen.add(key)
        formulas += [(key, cell.coordinate, cell.value) for row in rows
                     for cell in row if cell.data_type == "f"]
        for row, values in zip(rows[1:], tables[key]):
            values = dict(values)
            wanted = [shown(values.pop("id")), *map(shown, values.values())]
            wrong += [(key, cell.coordinate, cell.value, value)
                      for cell, value in zip(row, wanted)
                      if not cell_same(cell, value)]
        if len(rows) - 1 != len(tables[key]):
            wrong.append((key, len(rows) - 1, len(tables[key])))
    check(seen == set(tables), f"{name}: LibreOffice opens all {len(seen)}")
    listed(f"{name}: with the same values", wrong)
    listed(f"{name}: and no formula", formulas)


def main():
    samples = {"retail": "examples/retail.yaml", "poor": "examples/poor.yaml",
               "minimal": "examples/minimal.yaml",
               "korean": "tests/korean.yaml", "outside": "tests/outside.yaml"}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        paths = {name: plans.TOP / path for name, path in samples.items()}
        for name, make in (
                ("marks", harmful.marked), ("starts", harmful.starting),
                ("formulas", lambda n: FORMULAS[n % len(FORMULAS)])):
            paths[name] = folder / f"{name}.yaml"
            paths[name].write_text(plans.written(
                harmful.Walk(make, named=True).plan))
        for name, path in paths.items():
            tables = in_json(path)
            look_at_files(name, export(path, folder / name), tables)
            if name in ("retail", "formulas"):
                look_at_office(name, folder / name, tables,
                               folder / f"{name}.office")
        plain = export(paths["korean"], folder / "korean")
        marked = export(paths["korean"], folder / "marked", "--bom")
        check(all(marked[key] == BOM + plain[key] for key in plain),
              "a byte order mark where it is asked for, and nowhere else")
        done = subprocess.run(["sha256sum", "-c", "--quiet", "ces.sha256"],
                              cwd=folder / "marked", capture_output=True)
        check(done.returncode == 0, "the list is one that sha256sum reads")
        done = plans.ces(["export", "-q", "--format", "csv", "-o",
                          f"{folder}/both/", str(paths["retail"]),
                          str(paths["poor"])])
        check(sorted(os.listdir(folder / "both")) == ["poor", "retail"],
              f"several plans have a folder each {done.stderr}")
        done = plans.ces(["export", "-q", str(paths["retail"]), "-o",
                          f"{folder}/a.md", "-o", f"{folder}/a.ics",
                          "--format", "csv", "-o", f"{folder}/a/"])
        check((folder / "a/actions.csv").exists() and
              (folder / "a.md").exists() and (folder / "a.ics").exists(),
              f"one run writes several formats {done.stderr}")
    finish()


main()
