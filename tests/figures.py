# figures.py - for tests: the figures of a plan, as its JSON works them out
import calendar
import collections
import decimal
import math
import re

import outputs

MONTHS = list(calendar.month_name)[1:]
SEVERITIES = {"errors": "error", "warnings": "warning", "advice": "advice"}
# rows of the business case
CASE = ("saving funded at_risk worth invested asked spent net decisions_asked "
        "payback_months").split()


NUMBERS = {word: str(i) for i, word in enumerate(
    "no one two three four five six seven eight nine ten".split())}
NUMBERS["none"] = "0"


def named(item):
    """An item, or a number in words or digits, as any output gives it."""
    digits = str(item or "").replace(",", "")
    if digits.isdigit():
        return digits
    return NUMBERS.get(digits.lower(), item or None)


def known_staffing(put, name, derived):
    """Agents of live channels, and of those where an answer may wait."""
    for key, item in derived["staffing"].items():
        channel = name("channels", key)
        for level in item["objectives"]:
            tier = name("service_tiers", level["tier"])
            for figure in ("agents", "reach", "keep"):
                put(figure, level.get(figure), channel, tier)
            put("interval cost", level.get("cost"), channel, tier)
        own = item["objectives"][0]
        put("agents cost", own.get("cost"), channel, own.get("agents"))
        for month, agents in zip(MONTHS, item["agents_by_month"]):
            put("month agents", agents, channel, month)
    for key, item in derived["channels"].items():
        if item["agents"] is not None:
            put("agents", round(item["agents"], 1), name("channels", key),
                None)
            for figure in ("reach", "keep", "interval cost"):
                put(figure, None, name("channels", key), None)


def known_counts(put, data, states):
    plan, derived = data["plan"], data["derived"]
    tables, business = data["tables"], derived["business_case"]
    heads = [states[key][0] for key, item in plan.get("measures", {}).items()
             if item.get("headline")]
    spent = [business[key] for key in ("invested", "asked") if business[key]]
    business["spent"] = sum(spent) if spent else None
    business["net"] = (business["funded"] - business["spent"] if spent and
                       business["funded"] is not None else None)
    for row, key in zip(tables["business_case"], CASE):
        put("money", business[key], row["name"])
    decisions = plan.get("decisions", {}).values()
    waiting = sum(item.get("outcome", "open") == "open" for item in decisions)
    without = [row for row in tables["investments"]
               if str(row["state"])[:1] == "◆" and not row["decision"]]
    asked = [amount for amount in [business["decisions_asked"],
                                   *(row["amount"] for row in without)]
             if amount is not None]
    put("asked", sum(asked) if asked else None)
    put("asked in thousands", sum(asked) / 1000)
    put("asked in millions", sum(asked) / 1000000)
    put("investments asked", business["asked"])
    put("headlines", len(heads))
    put("on track", sum(sign in "✓●" for sign in heads))
    put("off track", sum(sign in "▲■" for sign in heads))
    put("actions", len(tables["actions"]))
    signs = [str(row["state"]) for row in tables["actions"]]
    put("done", signs.count("✓ Done"))
    put("actions on track", signs.count("● On track"))
    put("overdue", sum(item["overdue_days"] > 0
                       for item in derived["actions"].values()))
    put("decisions open", waiting)
    put("to be decided", len(without) + waiting +
        (plan.get("plan", {}).get("status") == "in_review"))
    put("decision amount", None, "Approve this strategy")
    for row in without:
        put("decision amount", row["amount"], "Investment: " + row["name"])
    for item in decisions:
        put("decision amount", item.get("amount"), item.get("statement"))
    for item in plan.get("investments", {}).values():
        put("decision amount", item.get("amount"),
            "Investment: " + item.get("name", ""))
    put("decision amount", None, "Approve this strategy")
    for key in [*SEVERITIES, "waived"]:
        put(key, data["summary"][key])


def known_found(put, data, section, is_of):
    """How many findings are about the section."""
    for word, severity in SEVERITIES.items():
        put("section " + word, sum(
            finding["severity"] == severity and not finding["waived"] and
            is_of(re.split(r"[.\[]", finding["path"])[0])
            for finding in data["findings"]), section)


def known_months(put, derived):
    contacts = derived["contacts"]
    both = [(a or 0) + (b or 0) for a, b in zip(contacts["by_month"],
                                                contacts["new_by_month"])]
    for month, old, new, total in zip(MONTHS, contacts["by_month"],
                                      contacts["new_by_month"], both):
        put("month contacts", old, month)
        put("month new", new, month)
        put("month all", None if old is None else total, month)
    year = None not in contacts["by_month"]
    put("contacts and new", sum(both) if year else None)
    if sum(both):
        put("peak", max(both) * 12 / sum(both) * 100 - 100)
        put("peak month", MONTHS[both.index(max(both))])


def worked_out(data):
    """The value of each figure by its items."""
    known = collections.defaultdict(dict)
    plan, derived = data["plan"], data["derived"]

    def put(figure, value, *item):
        known[figure][tuple(map(named, item))] = value

    def name(section, key):
        item = plan.get(section, {}).get(key, {})
        return item.get("name", item.get("title", key))

    for table, word in (("contact_reasons", "reason"),
                        ("channels", "channel")):
        for key, item in derived[table].items():
            put(word + " contacts", item["volume"], name(table, key))
            put(word + " share", item["share"], name(table, key))
            put(word + " cost", item["cost"], name(table, key))
    for key, item in derived["segments"].items():
        put("coverage", item["coverage"], name("segments", key))
        for channel, pair in item["channels"].items():
            put("pair coverage", pair["percent"], name("channels", channel),
                name("segments", key))
    costs = {key: item["cost"] or 0 for key, item in
             derived["channels"].items()}
    for key, cost in costs.items():
        put("channel cost share", cost * 100 / (sum(costs.values()) or 1),
            name("channels", key))
    running = sorted(item["cumulative"] for item in
                     derived["contact_reasons"].values()
                     if item["cumulative"] is not None)
    for i, share in enumerate(running):
        put("cumulative", share, i + 1)
    for figure, key in (("contacts", "volume"), ("cost", "cost"),
                        ("failure", "failure_share")):
        put(figure, derived["contacts"][key])
    for key in plan.get("investments", {}):
        paid = {name("contact_reasons", reason): item["saving"]
                for reason, item in derived["contact_reasons"].items()
                if item["paid_by"] == key and item["saving"] is not None}
        put("reasons paid", ", ".join(paid) or None,
            name("investments", key))
        put("investment saving", sum(paid.values()) if paid else None,
            name("investments", key))
    states = {key: outputs.MEASURE_STATES[item["state"]]
              for key, item in derived["measures"].items()}
    for key, state in states.items():
        put("measure state", state, name("measures", key))
    for row in data["tables"]["actions"]:
        put("action state", row["state"], row["title"])
    for key, item in derived["actions"].items():
        put("days overdue", item["overdue_days"] or None, name("actions", key))
    known_months(put, derived)
    known_staffing(put, name, derived)
    known_counts(put, data, states)
    put("readiness", data["readiness"]["plan"])
    put("under way", data["readiness"]["under_way"]["plan"])
    for row, (key, percent) in zip(data["tables"]["readiness"],
                                   data["readiness"]["sections"].items()):
        done = data["readiness"]["under_way"]["sections"][key]
        for title in (row["section"], key.split("_")[-1].capitalize()):
            put("section readiness", percent, title)
            put("section under way", done, title)
        known_found(put, data, row["section"], lambda of, key=key: of == key)
    # what is about none of the sections stands in the last row
    last = data["tables"]["readiness"][-1]
    rest = last["section"]
    put("section readiness", None, rest)
    put("section under way",
        last["done"] * 100 // last["due"] if last["due"] else None, rest)
    known_found(put, data, rest,
                lambda of: of not in data["readiness"]["sections"])
    return known


def same(shown, value):
    """Is it the value, to the digits that are shown?"""
    if value is None or shown in (None, ""):
        return value is None and shown in (None, "")
    text = re.sub("[*%,]", "", str(shown)).replace("−", "-")
    if re.fullmatch(r"[\d.]+[km]", text):
        value /= {"k": 1000, "m": 1000000}[text[-1]]
        text = text[:-1]
        shown = text
    if isinstance(value, str) or not re.fullmatch(r"-?\d*\.?\d+", text):
        return shown == value
    if not isinstance(shown, str):
        return math.isclose(shown, value, rel_tol=1e-9, abs_tol=1e-9)
    digits = len(text.partition(".")[2])
    return decimal.Decimal(text) == decimal.Decimal(value).quantize(
        decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)
