#!/usr/bin/python3
# coverage.py - coverage over a year as a count of its minutes by zoneinfo has it
#
# Sixty plans, made by a seed: weeks, seasons (of every year and of one, across
# New Year too), exceptions, spans past midnight, and zones whose clocks change
# on different days, by half an hour, or twice a year. Each minute of the year is
# put on both clocks. Then the worst stretch, and what all outputs say.
import datetime
import json
import os
import pathlib
import random
import sys
import zoneinfo

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish  # pylint: disable=wrong-import-position

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "coverage"
CASES, BESIDE, QUARTER, DAY = 60, 3, 15, 1440
UTC = datetime.timezone.utc
NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ZONES = ("UTC", "Europe/London", "Europe/Berlin", "America/New_York",
         "America/Phoenix", "America/St_Johns", "America/Santiago",
         "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo", "Africa/Casablanca",
         "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Chatham")


# --- plans ------------------------------------------------------------------
def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def make_spans(rng):
    """None to two spans; the last may pass midnight."""
    start = rng.randrange(0, 96) * QUARTER
    end = rng.randrange(start + QUARTER, min(start + DAY - QUARTER, 1800) + 1,
                        QUARTER)
    if rng.random() < .15:
        return []
    if start >= 240 and end <= DAY and rng.random() < .3:
        return [(60, 180), (start, end)]
    return [(start, end)]


def make_week(rng):
    """Spans by weekday: a few kinds of days."""
    if rng.random() < .1:
        return [[]] * 7 if rng.random() < .5 else [[(0, DAY)]] * 7
    usual, weekend = make_spans(rng), make_spans(rng)
    return [usual] * 5 + [weekend, rng.choice((usual, weekend, []))]


def spans_text(spans):
    return ",".join(f"{clock(a)}-{clock(b if b <= DAY else b - DAY)}"
                    for a, b in spans) or "off"


def week_text(week):
    return "; ".join(f"{day} {spans_text(spans)}"
                     for day, spans in zip(NAMES, week))


def make_seasons(rng, first):
    """Parts of the year that don't overlap, by month and day."""
    edges = sorted(rng.sample(range(1, 365), 4))
    seasons = []
    for a, b in ((edges[0], edges[1]), (edges[2], edges[3])):
        if rng.random() < .6:
            seasons.append({
                "from": first + datetime.timedelta(a),
                "to": first + datetime.timedelta(b - 1),
                "week": make_week(rng), "yearly": rng.random() < .4})
    return seasons


def make_case(seed):
    rng = random.Random(seed)
    first = datetime.date(2026, 1, 1) + datetime.timedelta(
        rng.randrange(700))
    last = first + datetime.timedelta(rng.choice((364, 364, 365, 400, 89)))
    exceptions = {}
    for _ in range(rng.randrange(4)):
        day = first + datetime.timedelta(rng.randrange(-2, 360))
        length = rng.choice((1, 1, 3, 20))
        spans = make_spans(rng)
        days = [day + datetime.timedelta(i) for i in range(length)]
        if not set(days) & {d for e in exceptions.values() for d in e[0]}:
            exceptions[day] = (days, spans)
    return {"first": first, "last": last, "here": rng.choice(ZONES),
            "there": rng.choice(ZONES), "wanted": make_week(rng),
            "open": make_week(rng), "seasons": make_seasons(rng, first),
            "exceptions": exceptions}


def plan_text(case):
    seasons = "".join(
        "\n      - {from: %s, to: %s, weekly: \"%s\", reason: R%s}" % (
            season["from"], season["to"], week_text(season["week"]),
            ", yearly: true" if season["yearly"] else "")
        for season in case["seasons"])
    exceptions = "".join(
        "\n      - {%s, hours: %s}" % (
            f"date: {days[0]}" if len(days) == 1
            else f"from: {days[0]}, to: {days[-1]}",
            f'"{spans_text(spans)}"' if spans else "closed")
        for days, spans in case["exceptions"].values())
    return f"""ces: 1
plan:
  title: T
  status: draft
  timezone: UTC
  period: {{start: {case["first"]}, end: {case["last"]}}}
segments:
  s:
    name: S
    preferences:
      channels: {{phone: 100}}
      hours: "{week_text(case["wanted"])}"
      timezone: {case["here"]}
channels:
  phone: {{name: Phone, mode: voice, timing: synchronous, assisted: true,
    status: current, hours: h}}
hours:
  h:
    name: H
    timezone: {case["there"]}
    weekly: "{week_text(case["open"])}"
    seasons: {seasons or "[]"}
    exceptions: {exceptions or "[]"}
"""


# --- the count --------------------------------------------------------------
def in_season(season, day):
    a, b = season["from"], season["to"]
    if not season["yearly"]:
        return a <= day <= b
    a, b, at = ((d.month, d.day) for d in (a, b, day))
    return a <= at <= b if a <= b else at >= a or at <= b


def spans_of(case, day):
    for days, spans in case["exceptions"].values():
        if day in days:
            return spans
    for season in case["seasons"]:
        if in_season(season, day):
            return season["week"][day.weekday()]
    return case["open"][day.weekday()]


def by_clock(zone, start, days, spans):
    """A byte for each minute from start on: 0, or the number of the day that
    the clock's minute belongs to, from 1."""
    local = [0] * ((len(days) + 2 * BESIDE + 2) * DAY)
    for i, day in enumerate(days):
        at = (i + BESIDE) * DAY
        for a, b in spans(day):
            for minute in range(at + a, at + b):
                local[minute] = local[minute] or i + 1
    there = zoneinfo.ZoneInfo(zone)
    minutes = []
    for quarter in range(0, len(days) * DAY, QUARTER):
        when = start + datetime.timedelta(minutes=quarter)
        ahead = int(when.astimezone(there).utcoffset().total_seconds()) // 60
        at = quarter + ahead + BESIDE * DAY
        minutes += local[at:at + QUARTER]
    return minutes


def count(case):
    """Minutes wanted and minutes in common, by day of the period."""
    n = (case["last"] - case["first"]).days + 1
    days = [case["first"] + datetime.timedelta(i)
            for i in range(-BESIDE, n + BESIDE)]
    start = datetime.datetime.combine(days[0], datetime.time(), UTC)
    wanted = by_clock(case["here"], start, days, lambda day: (
        case["wanted"][day.weekday()]
        if case["first"] <= day <= case["last"] else []))
    opened = by_clock(case["there"], start, days,
                      lambda day: spans_of(case, day))
    want, have = [0] * n, [0] * n
    for a, b in zip(wanted, opened):
        if a:
            want[a - 1 - BESIDE] += 1
            have[a - 1 - BESIDE] += b > 0
    return want, have


# --- what ces says ----------------------------------------------------------
def export(case, name):
    path = SCRATCH / f"{name}.yaml"
    path.write_text(plan_text(case))
    done = plans.ces(["export", "-f", "json", "--quiet", "--as-of",
                      "2026-06-30", str(path), "-o", "-"], timeout=None)
    if done.returncode:
        print("# " + done.stdout + done.stderr)
    return json.loads(done.stdout)


def days_of(case, stretch):
    first = datetime.date.fromisoformat(stretch["first"])
    last = datetime.date.fromisoformat(stretch["last"])
    return (first - case["first"]).days, (last - case["first"]).days + 1


def judge(seed):
    case = make_case(seed)
    want, have = count(case)
    plan = export(case, seed)
    found = plan["derived"]["segments"]["s"]["channels"]["phone"]
    share = 100 * sum(have) / sum(want) if sum(want) else None
    good = (found["wanted_minutes"] == sum(want) and
            (found["common_minutes"] == sum(have) or share is None) and
            (found["percent"] is None if share is None else
             abs(found["percent"] - share) < 1e-9))
    check(good, f"case {seed}: {case['here']} and {case['there']}, "
          f"{found['common_minutes']} ({sum(have)}) of "
          f"{found['wanted_minutes']} ({sum(want)}) minutes")
    worst = found.get("worst")
    if worst:
        a, b = days_of(case, worst)
        part = 100 * sum(have[a:b]) / sum(want[a:b])
        check(b - a >= 7 and part < 80 and part < share and
              abs(part - worst["percent"]) < 1e-9,
              f"case {seed}: {worst}, {part}")
    return worst is not None


SCRATCH.mkdir()
stretches = sum(judge(seed) for seed in range(CASES))
check(stretches >= 10, f"{stretches} of {CASES} name a stretch")
finish()
