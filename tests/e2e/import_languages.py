#!/usr/bin/env python3
# import_languages.py - a workbook that was written in one language comes back
# to somebody who speaks another: the same changes, whoever reads it; and what
# is typed there in its language is understood
import json
import os
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position
from five import PLANS, columns_of, table_of  # pylint: disable=wrong-import-position
from workbooks import check, export, finish  # pylint: disable=wrong-import-position

TAGS = ("en", "es", "ko", "zh-Hans", "zh-Hant")
RETAIL = os.path.join(plans.TOP, "examples/retail.yaml")


# days and shares as people write them: 3 September 2026, 12.5%
DAYS = {
    "en": ("3 September 2026", "3 Sep 2026", "2026-09-03", "Sep 3, 2026"),
    "es": ("3 de septiembre de 2026", "3 sept 2026", "31/12/2026",
           "3 de sep. de 2026"),
    "ko": ("2026년 9월 3일", "2026. 9. 3.", "2026.9.3", "2026년 09월 03일"),
    "zh_CN": ("2026年9月3日", "2026/9/3", "2026-9-3", "２０２６年９月３日"),
    "zh_TW": ("2026年9月3號", "2026/9/3", "2026-9-3", "2026 年 9 月 3 日")}
SHARES = {"en": ("12.5%", "12.5 %"), "es": ("12,5 %", "12,5\u00a0%"),
          "ko": ("12.5 %", "12.5퍼센트"), "zh_CN": ("12.5％", "百分之12.5"),
          "zh_TW": ("１２.５％", "12.5 %")}
# the label of a state as the first page shows it
DONE = {"en": "✓ Done", "es": "✓ Hecha", "ko": "✓ 완료", "zh_CN": "✓ 已完成",
        "zh_TW": "✓ 已完成"}


def came_back(book, user, plan=RETAIL):
    """What ces import says to a user of that language."""
    done = subprocess.run(
        [plans.CES, "import", book, plan, "--format", "json"],
        env={**os.environ, "LC_ALL": user.replace("-", "_")},
        capture_output=True, timeout=120, check=False)
    return json.loads(done.stdout)


def edit(path, edited):
    """A status by its label, a name, a share, a new row."""
    book = openpyxl.load_workbook(path)
    labels = columns_of(book["Lists"], "action_status")
    sheet, head, columns = table_of(book, "actions")
    end = head + 1
    while sheet.cell(end, columns["title"]).value:
        end += 1
    sheet.cell(head + 2, columns["status"]).value = labels["cancelled"]
    sheet.cell(head + 3, columns["owner"]).value = "Ada Okafor"
    sheet.cell(head + 4, columns["percent"]).value = 0.35
    sheet.cell(end, columns["title"]).value = "Try it"
    sheet.cell(end, columns["status"]).value = labels["not_started"]
    sheet.cell(end, columns["owner"]).value = "Ada Okafor"
    book.save(edited)


def type_in(path, typed, code):
    """A status, days and shares, each in a row of its own."""
    book = openpyxl.load_workbook(path)
    sheet, head, columns = table_of(book, "actions")
    labels = columns_of(book["Lists"], "action_status")
    place = {word: row for row in range(head + 1, head + 14) for word, label
             in labels.items() if label == sheet.cell(
                 row, columns["status"]).value}
    sheet.cell(place["not_started"], columns["status"]).value = DONE[code]
    sheet.cell(place["in_progress"], columns["status"]).value = \
        "  " + labels["cancelled"].upper()
    for i, day in enumerate(DAYS[code]):
        sheet.cell(head + 2 + i, columns["due"]).value = day
    for i, share in enumerate(SHARES[code]):
        sheet.cell(head + 2 + i, columns["percent"]).value = share
    book.save(typed)


def typed_words(folder, code):
    """What is typed in the language of the workbook."""
    path, typed = (os.path.join(folder, code + end)
                   for end in (".xlsx", "-typed.xlsx"))
    check(export(PLANS[code], path), f"{code}: its own plan is written")
    cells = came_back(path, code, PLANS[code])["cells"]
    check(not cells, f"{code}: its own plan unedited: {cells}")
    type_in(path, typed, code)
    told = came_back(typed, code, PLANS[code])
    news = [new.split(": ")[-1] for _, new in made(told)]
    # the day of what is done is assumed
    others = [cell for cell in told["cells"]
              if cell["kind"] not in ("taken", "assumed")]
    days = [new for new in news if new[:2] == "20" and new != "2026-06-30"]
    check(not others, f"{code}: all that is typed is taken: {others}")
    check(len(days) == 4 and set(days) <= {"2026-09-03", "2026-12-31"},
          f"{code}: days: {days}")
    check(news.count("12.5%") == 2, f"{code}: shares: {news}")
    check(news.count("done") == 1 and news.count("cancelled") == 1,
          f"{code}: words: {news}")


def made(told):
    """The changes, without what is said of them."""
    return [(one["path"], one["new"]) for one in told.get("edits", [])]


def main():
    wanted = None
    with tempfile.TemporaryDirectory() as folder:
        for tag in TAGS:
            path = os.path.join(folder, tag + ".xlsx")
            edited = os.path.join(folder, tag + "-edited.xlsx")
            check(export(RETAIL, path, "--language", tag), f"{tag} is written")
            edit(path, edited)
            for user in TAGS:
                cells = came_back(path, user)["cells"]
                check(not cells, f"{tag} unedited, read by {user}: {cells}")
                told = came_back(edited, user)
                wanted = wanted or made(told)
                check(len(wanted) == 4 and made(told) == wanted,
                      f"{tag} edited, read by {user}: {made(told)}")
        for code in PLANS:
            typed_words(folder, code)
    finish()


main()
