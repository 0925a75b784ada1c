#!/usr/bin/env python3
# review.py - the first page says what is to be decided, what goes wrong, who is
# late, and where customers find us closed
#
# The retail example is changed so that each state occurs; of each plan some texts
# have to stand on the first page of the workbook and in Markdown, others nowhere.
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import outputs  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish  # pylint: disable=wrong-import-position

AS_OF = "2026-06-30"


def nothing(_):
    pass


def decided(plan):
    for item in plan["decisions"].values():
        item.update(outcome="approved", decided="2026-06-20")
    for item in plan["investments"].values():
        item["decided"] = "approved"


def undecided(plan):
    del plan["decisions"]
    plan["plan"]["status"] = "in_review"
    plan["investments"]["one-view"]["decided"] = "asked"


def same_amount(plan):
    undecided(plan)
    plan["decisions"] = {"view": {
        "statement": "Buy the view", "asked_of": "okafor", "due": "2026-05-31",
        "outcome": "open", "amount": plan["investments"]["one-view"]["amount"]}}


def done(plan):
    for item in plan["actions"].values():
        item.update(status="done", completed="2026-06-10", percent="100%")


def late(plan):
    for i, item in enumerate(plan["actions"].values()):
        item.update(due=f"2025-05-{i + 1:02}", status="in_progress")


def unowned(plan):
    for item in plan["actions"].values():
        item.pop("owner", None)
        if item["status"] == "not_started":
            del item["status"]


def unread(plan):
    for item in plan["measures"].values():
        if item.get("headline"):
            item.pop("actuals", None)


def mostly_unread(plan):
    heads = [m for m in plan["measures"].values() if m.get("headline")]
    for item in heads[1:]:
        item.pop("actuals", None)


def without_revenue(plan):
    for item in plan["contact_reasons"].values():
        item.pop("revenue_per_contact", None)


def revenue_below(plan):
    """of the reason with the fewest contacts alone"""
    without_revenue(plan)
    plan["contact_reasons"]["account-access"]["revenue_per_contact"] = 9


def ordinary(plan):
    """87% is enough for a segment that isn't of high value"""
    for item in plan["segments"].values():
        item["high_value"] = False
    for key in list(plan["segments"])[2:]:
        plan["segments"][key]["preferences"]["hours"] = "Mo-Fr 10:00-16:00"


def alike(plan):
    for item, name in zip(plan["contact_reasons"].values(), (
            "Bill of the household is higher than expected, metered",
            "Bill of the household is higher than expected, unmetered")):
        item["name"] = name
    for item, name in zip(plan["segments"].values(), (
            "Household with one meter, metered",
            "Household with one meter, unmetered")):
        item["name"] = name


# what is changed, the as-of date, texts on the first page, texts that aren't
CASES = [
    (nothing, AS_OF, [
        "Decisions asked: two, worth £163k, the first by 31 July",
        "Gap: £210k a year at risk", "Asked £k?",
        "■ Piotr Nowak, 11 days late", "Next: Put tracker.*",
        "● Tom Hale, 17 Jul", "Most worth: Send delay.*",
        "○ 7 not started", "● 7 on track", "may be chance: ±2.8",
        "Headline measures: one is off track, one can't be compared yet, "
        "four gains may still be chance", "Closed when they want us",
        "Mo-Fr 20-21.*", ".*4,800.*"],
     ["✓ Done .*", "within.*", ".*replies.*", "≤.*", ".*WhatsApp.*",
      "Amount.*"]),
    (decided, AS_OF, [
        "Decisions asked: none",
        "Five of seven headline measures are on track. Failure demand is 54% "
        "of all contacts."],
     ["No decision is asked yet.*"]),
    (undecided, AS_OF, [
        "Decisions asked: three, worth £355k", "Approve this strategy",
        "Investment: One customer view",
        "Investment: Voice assistant while you wait",
        "Gated, without a decision", "Asked for, without a decision"],
     ["Investment: Returns portal", ".*of the sponsor.*"]),
    (same_amount, AS_OF, [
        "Decisions asked: three, worth £355k, the first was due on 31 May",
        "Buy the view"],
     ["Investment: One customer view"]),
    (done, AS_OF, ["Every action is done."], ["✓ Done .*"]),
    (late, AS_OF, ["Actions: 17 of 17 are overdue, each has an owner",
                   "■ .*, 4[0-9]{2} days late"],
     ["Next: .*", "Most worth: .*"]),
    (unowned, AS_OF, ["○ 14 unowned.*", "Actions: 1 of 17 is overdue, none has "
                      "an owner", "■ 11 days late", "○ No owner, 17 Jul"], []),
    (nothing, "2027-06-30", [
        "Decisions asked: two, worth £163k, the first was due on 31 July 2026",
        "None of the seven headline measures is on track.*",
        "■ .*, 376 days late"], []),
    (nothing, "2026-12-15", [
        "● .*, 31 Jan 2027|■ .* days late"], []),
    (unread, AS_OF, ["None of the seven headline measures has a reading yet.*",
                     "Headline measures: none has a reading yet"], []),
    (mostly_unread, AS_OF, [
        "One of seven headline measures is on track.*",
        "Headline measures: six can't be compared yet, one gain may still be "
        "chance"], [".*none is.*off track.*"]),
    (without_revenue, AS_OF, ["All ten reasons"], ["–"]),
    (revenue_below, AS_OF, ["All ten reasons"], ["45", "45,000"]),
    (ordinary, AS_OF, ["Are we there when they want us\\? Yes",
                       "■ under 80%.*|Bold: .*"], [".*Not by phone.*"]),
    (alike, AS_OF, ["(1  )?Bill of.*[, …]metered", "Hou.*[, …]metered.*",
                    "Hou.*unmetered.*"], []),
]


def texts(folder, change, as_of):
    """of the first page in the workbook, and in Markdown"""
    plan = plans.read((plans.TOP / "examples/retail.yaml").read_text())
    change(plan)
    path, book = f"{folder}/plan.yaml", f"{folder}/plan.xlsx"
    with open(path, "w", encoding="utf-8") as file:
        file.write(plans.written(plan))
    done_ = plans.ces(["export", "--quiet", "--force", "--as-of", as_of, path,
                       "-o", book])
    check(done_.returncode == 0, f"{change.__name__}: is exported")
    sheet = outputs.workbook(book)["Review"]
    markdown = outputs.exported(path, "markdown", "--as-of", as_of)
    page = markdown.split("\n## ")[1]
    return ([str(cell.value) for row in sheet for cell in row
             if cell.value is not None],
            [re.sub(r"^#+ ", "", part).strip("* ")
             for line in page.splitlines()
             for part in [line, *re.split(r" \| |^\| | \|$|, (?=[✓●■○])",
                                          line)]])


def main():
    with tempfile.TemporaryDirectory() as folder:
        for change, as_of, wanted, unwanted in CASES:
            for where, found in zip(("workbook", "Markdown"),
                                    texts(folder, change, as_of)):
                what = f"{change.__name__}, {as_of}, {where}: "
                for text in wanted:
                    check(any(re.fullmatch(text, one) for one in found),
                          what + text)
                for text in unwanted:
                    check(not any(re.fullmatch(text, one) for one in found),
                          what + "no " + text)
    finish()


main()
