#!/usr/bin/env python3
# calendars.py - the calendar that is exported: two parsers read it, it says what
# the plan says, events come again on the days of the view, and its entries
# keep their names
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
import harmful  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
from workbooks import check, finish, listed  # pylint: disable=wrong-import-position

READER = [os.path.join(os.environ["BUILD"], "tests", "read_calendar")]
STARTS = ("2025-01-31", "2025-01-30", "2025-01-29", "2025-01-28", "2024-02-29",
          "2023-11-30", "2024-12-31", "2026-06-30", "2027-08-15")
DAYS = ("2024-01-01", "2024-02-28", "2024-03-01", "2025-02-27", "2025-02-28",
        "2025-03-01", "2026-04-30", "2026-05-01", "2026-12-31", "2027-02-28",
        "2028-02-28", "2028-02-29", "2028-03-01")


def export(plan, path, *args):
    done = plans.ces(["export", "--quiet", "--force", "--as-of", "2026-06-30",
                      *args, str(plan), "-o", str(path)])
    if done.returncode:
        check(False, f"{plan} is exported: {done.stderr}")
    return path


def read(paths):
    """What ical.js reads of the files: their items by file."""
    done = subprocess.run(
        ["node", os.path.join(plans.TOP, "tests/calendar.js"),
         *map(str, paths)], capture_output=True, text=True, timeout=300)
    if done.returncode:
        check(False, f"ical.js: {done.stderr[-500:]}")
    return json.loads(done.stdout)


def by_library(path):
    """What libical reads: the kinds of components, and days of events."""
    done = subprocess.run(READER, stdin=open(path), capture_output=True,
                          text=True)
    lines = done.stdout.splitlines()
    check(done.returncode == 0 and lines[-1] == "errors 0",
          f"{path.name}: libical reads it, and misses nothing")
    runs = [[]]
    for line in lines:
        if line.startswith("begin "):
            runs.append([])
        elif line.startswith("run "):
            day = line[4:]
            runs[-1].append(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return [line[6:] for line in lines if line.startswith("begin ")], runs[1:]


def look_at_bytes(path):
    """The form that RFC 5545 asks for, line by line."""
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    wrong = [line for line in lines[:-1] if len(line) > 75 or b"\n" in line or
             b"\r" in line or re.search(rb"[\0-\x08\x0b-\x1f\x7f]", line)]
    for line in lines:
        try:
            line.decode()
        except UnicodeDecodeError:
            wrong.append(line)
    listed(f"{path.name}: lines of 75 bytes at most, of whole characters",
           wrong)
    check(lines[-1] == b"" and lines[0] == b"BEGIN:VCALENDAR" and
          lines[-2] == b"END:VCALENDAR", f"{path.name}: begins and ends")


def look_at_items(name, items, exported):
    head, *entries = items
    uids = [entry["uid"] for entry in entries]
    check(len(set(uids)) == len(uids), f"{name}: {len(uids)} names differ")
    listed(f"{name}: stamped with the as-of day", [
        entry for entry in entries
        if entry["dtstamp"] != exported["as_of"] + "T00:00:00Z"])
    check(head.get("x-wr-timezone") ==
          exported["plan"]["plan"].get("timezone"), f"{name}: the plan's zone")
    todos = [entry for entry in entries if entry["kind"] == "vtodo"]
    dated = [action for action in exported["plan"].get("actions", {}).values()
             if "due" in action]
    check(sorted(todo["due"] for todo in todos) ==
          sorted(action["due"] for action in dated),
          f"{name}: {len(todos)} to-dos of {len(dated)} actions")
    listed(f"{name}: days, and no clock", [
        entry for entry in entries
        if "T" in entry.get("dtstart", "") + entry.get("dtend", "") +
        entry.get("due", "") or entry["kind"] == "valarm"])
    events = exported["plan"].get("calendar", {})
    wanted = sorted(event["start"] for event in events.values()
                    if event.get("start", "a") <= event.get("end", ""))
    found = sorted(entry["dtstart"] for entry in entries
                   if entry.get("categories") == "Calendar")
    check(found == wanted, f"{name}: {len(found)} events {wanted}")


def days_after(day, days):
    return str(datetime.date.fromisoformat(day) +
               datetime.timedelta(days=days))


def events_plan():
    """Events that begin on days that months lack, of each kind of repeating."""
    plan = plans.read((plans.TOP / "examples/retail.yaml").read_text())
    plan["calendar"] = {}
    for start in STARTS:
        for repeats in ("monthly", "quarterly", "yearly", ""):
            for days in (1, 12, 40):
                event = {"kind": "season", "start": start,
                         "end": days_after(start, days - 1),
                         "owner_unit": "marketing"}
                if repeats:
                    event["repeats"] = repeats
                name = f"e{start}-{repeats}-{days}"
                plan["calendar"][name] = {"name": name, **event}
    return plan


def look_at_runs(folder):
    """Each parser's days are the next runs that the view works out."""
    path = folder / "events.yaml"
    path.write_text(plans.written(events_plan()))
    calendar = export(path, folder / "events.ics", "--language", "en")
    kinds, by_libical = by_library(calendar)
    by_ical_js = [item.get("runs", []) for item in
                  read([calendar])[str(calendar)]]
    # of one day there is no end
    listed("both parsers find the same days", [
        (a[:6], b[:6]) for a, b in zip(by_libical, by_ical_js) if a != b])
    runs, lengths = {}, {}
    for item in read([calendar])[str(calendar)]:
        if item.get("categories") == "Calendar":
            runs.setdefault(item["summary"], []).extend(item["runs"])
            lengths.setdefault(item["summary"], set()).add(
                (datetime.date.fromisoformat(
                    item.get("dtend", days_after(item["dtstart"], 1))) -
                 datetime.date.fromisoformat(item["dtstart"])).days)
    exported = {day: json.loads(plans.ces(
        ["export", "--as-of", day, "-f", "json", "-o", "-", str(path)]).stdout)
        for day in DAYS}
    plan = exported[DAYS[0]]["plan"]["calendar"]
    compared, wrong = 0, []
    for name, event in plan.items():
        length = int(name.rsplit("-", 1)[1])
        found = sorted(runs[name])
        if lengths[name] != {length}:
            wrong.append((name, lengths[name]))
        for day in DAYS:
            next_start = exported[day]["derived"]["calendar"][name][
                "next_start"]
            first = [run for run in found
                     if days_after(run, length - 1) >= day][:1]
            compared += 1
            if "repeats" not in event:  # of one that is over its only run
                first = found
            if [next_start] != first:
                wrong.append((name, day, next_start, first))
    listed(f"{compared} next runs of the view are those of the calendar",
           wrong)
    check(compared > 1000, "all are compared")


def named(path):
    """The names of the entries by their texts."""
    return {(item["kind"], item.get("summary"), item.get("due")): item["uid"]
            for item in read([path])[str(path)][1:]}


def look_at_names(folder):
    text = (plans.TOP / "examples/retail.yaml").read_text()
    other = folder / "elsewhere"
    other.mkdir()
    plan = folder / "plan.yaml"
    plan.write_text(text)
    first = named(export(plan, folder / "a.ics"))
    shutil.copy(plan, other / "plan.yaml")
    check(named(export(other / "plan.yaml", folder / "b.ics")) == first,
          "in another folder the names are the same")
    plan.write_text(text.replace("status: approved", "status: draft", 1))
    check(named(export(plan, folder / "c.ics", "--as-of", "2027-01-01"))
          == first, "of another status, on another day")
    plan.write_text(re.sub("title: .*", "title: Another", text, count=1))
    again = named(export(plan, folder / "d.ics"))
    check(set(again.values()) == set(first.values()), "with another title")
    shutil.copy(plan, folder / "north.yaml")
    check(not set(named(export(folder / "north.yaml", folder / "e.ics"))
                  .values()) & set(first.values()),
          "of another plan they are others")


def look_at_harmful(folder):
    """Texts that end a property, or the calendar, are texts there."""
    for make in (harmful.marked, harmful.long, lambda n:
                 f"Q{n}Q a, b; c\\n d \\, e\r\nEND:VCALENDAR\r\nX: "
                 f"y\u2028客服中心客服中心 {'한국어' * 90} \\"):
        walk = harmful.Walk(make, named=True)
        path = folder / "harmful.yaml"
        path.write_text(plans.written(walk.plan))
        calendar = export(path, folder / "harmful.ics")
        look_at_bytes(calendar)
        by_library(calendar)
        texts = {re.sub(r"\s+", " ", text).strip() for text in walk.texts}
        wrong, n = [], 0
        for item in read([calendar])[str(calendar)][1:]:
            said = item["summary"].partition(": ")[2] \
                if item["kind"] == "vevent" and \
                item.get("categories") != "Calendar" else item["summary"]
            said = re.sub(r"\s+", " ", said).strip()
            n += said in texts
            if said not in texts and "Q" in said and \
                    item.get("categories") != "Reviews":
                wrong.append(said[:200])
        listed(f"harmful texts are those of the plan, {n} of them", wrong)
        check(n > 20, "many are met")


def main():
    samples = {"retail": "examples/retail.yaml", "poor": "examples/poor.yaml",
               "minimal": "examples/minimal.yaml",
               "korean": "tests/korean.yaml", "parts": "tests/parts.yaml",
               "outside": "tests/outside.yaml"}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        paths = {name: export(plans.TOP / plan, folder / f"{name}.ics",
                              "--language", "en")
                 for name, plan in samples.items()}
        seen = read(paths.values())
        for name, path in paths.items():
            look_at_bytes(path)
            by_library(path)
            look_at_items(name, seen[str(path)], json.loads(plans.ces(
                ["export", "--as-of", "2026-06-30", "-f", "json", "-o", "-",
                 str(plans.TOP / samples[name])]).stdout))
        look_at_runs(folder)
        look_at_names(folder)
        look_at_harmful(folder)
    finish()


main()
