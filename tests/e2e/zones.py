#!/usr/bin/python3
# zones.py - offsets as python's zoneinfo has them; zones that can't be read
#
# Every zone of the machine, and rules that no zone has today, at each change of
# the clock from 1970 to 2100, a second before and after it, on a grid, and at
# noon of days. Then the program with the zones taken away.
import datetime
import os
import pathlib
import struct
import subprocess
import sys
import time
import zoneinfo

CES, BUILD = os.environ["CES"], os.environ["BUILD"]
SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "zones"
SYSTEM = pathlib.Path("/usr/share/zoneinfo")
UTC = datetime.timezone.utc
DAY = 86400
FIRST = 0
LAST = int(datetime.datetime(2100, 1, 1, tzinfo=UTC).timestamp())
GRID = range(FIRST, LAST, 10 * DAY)
NOONS = range(0, LAST // DAY, 37)  # so that all days of the year come up
cases = failures = 0


def tell(good, name, *why):
    global cases, failures
    cases += 1
    failures += not good
    print("%s %d - %s" % ("ok" if good else "not ok", cases, name))
    for line in why if not good else ():
        print("# " + str(line)[:600])


# --- offsets ----------------------------------------------------------------
def by_python(path):
    """A function from seconds since 1970 to seconds east of UTC."""
    with open(path, "rb") as file:
        zone = zoneinfo.ZoneInfo.from_file(file)

    def offset(second):
        there = datetime.datetime.fromtimestamp(second, zone)
        return int(there.utcoffset().total_seconds())
    return offset


def by_library(rule):
    """The same by the C library: up to 3.11 python's zoneinfo counts the days
    of a year wrongly, and reads no times of three digits."""
    os.environ["TZ"] = rule
    time.tzset()
    return lambda second: time.localtime(second).tm_gmtoff


def changes(offset):
    """The first second of each new offset; none lasts less than the grid."""
    before = offset(FIRST)
    for end in GRID[1:]:
        after = offset(end)
        if after != before:
            low, high = end - GRID.step, end
            while high - low > 1:
                middle = (low + high) // 2
                if offset(middle) == before:
                    low = middle
                else:
                    high = middle
            yield high
        before = after


def noon(offset, days):
    """Minutes at noon, cut off towards zero. At a noon that the clock skips or
    has twice there is more than one answer."""
    there = days * DAY + DAY // 2
    near = {offset(there - DAY), offset(there + DAY)}
    right = {o for o in near if offset(there - o) == o} or near
    return {str(int(o / 60)) for o in right}


def compare(files):
    """The differences of zone files from the function of each, and how much
    was looked at."""
    asked, expected = [], []
    for path, offset in files:
        asked.append(str(path))
        expected.append({"ok"})
        seconds = [s + d for s in changes(offset) for d in (-1, 0, 1)]
        for second in [*seconds, *GRID]:
            asked.append(str(second))
            expected.append({str(offset(second))})
        for days in NOONS:
            day = datetime.date(1970, 1, 1) + datetime.timedelta(days=days)
            asked.append(str(day))
            expected.append(noon(offset, days))
    answers = subprocess.run([f"{BUILD}/tests/zone_offsets"], text=True,
                             input="\n".join(asked) + "\n", check=True,
                             capture_output=True).stdout.split("\n")[:-1]
    path, wrong = "", []
    for question, right, answer in zip(asked, expected, answers):
        path = question if question.startswith("/") else path
        if answer not in right:
            wrong.append("%s at %s: %s, not %s" % (path, question, answer,
                                                   " or ".join(right)))
    return wrong + ["no answer"] * (len(asked) != len(answers)), len(asked)


def system_files():
    """Files that differ; many zones are links or copies of another."""
    seen = {}
    for name in sorted(zoneinfo.available_timezones()):
        path = SYSTEM / name
        if path.is_file():
            seen.setdefault(path.read_bytes(), path)
    return list(seen.values())


def tzif(rule, version=b"3", times=(), indexes=(), types=((0, 0),)):
    """A zone's file with these transitions and this footer."""
    def block(version, size):
        header = b"TZif" + version + bytes(15) + struct.pack(
            ">6L", 0, 0, 0, len(times), len(types), 4)
        return (header + struct.pack(">%d%s" % (len(times), size), *times) +
                bytes(indexes) + b"".join(struct.pack(">lBB", o, dst, 0)
                                          for o, dst in types) + b"ABC\0")
    return (block(version, "l") + block(version, "q") +
            b"\n" + rule.encode() + b"\n")


RULES = {
    "weekdays": "CET-1CEST,M3.5.0,M10.5.0/3",
    "the south": "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "half an hour": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "days without 29 February": "AAA5BBB,J59,J300/0",
    "the day after it": "AAA5BBB,J60/0,J365",
    "all days of the year": "AAA5BBB,58/1:30:15,300/0:00:01",
    "the 60th day and the last": "AAA-5BBB-6:30,59,365",
    "negative times": "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    "more than a day": "EET-2EEST,M3.4.4/50,M10.4.4/50",
    "a week before and after": "AAA3BBB,M2.1.0/-167,M11.5.6/167",
    "winter time that is negative": "IST-1GMT0,M10.5.0,M3.5.0/1",
    "seconds": "AAA-0:44:30BBB-1:44:30,M3.2.0,M11.1.0",
    "no change": "<+0545>-5:45",
}


def offsets():
    wrong, n = compare((path, by_python(path)) for path in system_files())
    tell(not wrong and n > 1000000, "all zones of the machine", n, *wrong[:9])
    SCRATCH.mkdir()
    for name, rule in RULES.items():
        path = SCRATCH / "rule"
        path.write_bytes(tzif(rule))
        wrong, _ = compare([(path, by_library(rule))])
        tell(not wrong, "a rule with " + name, rule, *wrong[:9])
    # RFC 9636, 3.3.1; the C library takes the year's last hours for winter
    path.write_bytes(tzif("EST5EDT,0/0,J365/25"))
    wrong, _ = compare([(path, lambda second: -4 * 3600)])
    tell(not wrong, "summer all year", *wrong[:9])
    path.write_bytes(tzif("", times=(0, 10**9), indexes=(1, 2),
                          types=((0, 0), (3600, 0), (-7200, 1))))
    wrong, _ = compare([(path, by_python(path))])
    tell(not wrong, "no rule behind the last change", *wrong[:9])


# --- zones taken away -------------------------------------------------------
PLAN = """ces: 1
plan: {title: T, status: draft, timezone: %s}
segments:
  a: {name: A, preferences: {hours: "Mo-Fr 09:00-17:00",
      channels: {phone: 100}}}
"""


def run(zone, folder, *args):
    """Status, outputs, and the files that are there afterwards."""
    place = SCRATCH / "place"
    place.mkdir(exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    (place / "plan.yaml").write_text(PLAN % zone)
    (place / "old.md").write_text("old\n")
    env = dict(os.environ, TZDIR=str(folder))
    done = subprocess.run([CES, *args], cwd=place, env=env, text=True,
                          capture_output=True, timeout=60)
    there = sorted(path.name for path in place.iterdir())
    kept = (place / "old.md").read_text() == "old\n"
    return done, kept and there == ["old.md", "plan.yaml"]


def check_fails(name, folder, reason, zone="Europe/London"):
    said = "ces: '%s' %s\n" % reason
    for args in (["check", "plan.yaml"],
                 ["check", "-j2", "--format=json", *["plan.yaml"] * 9],
                 ["export", "plan.yaml", "--force", "-o", "old.md"],
                 ["export", "plan.yaml", "-o", "new.xlsx"]):
        done, untouched = run(zone, folder, *args)
        tell((done.returncode, done.stdout, done.stderr, untouched) ==
             (2, "", said, True), "%s: %s" % (name, " ".join(args[:2])),
             done.returncode, done.stdout, done.stderr, "expected " + said)


def today():
    """Nobody's clock but the plan's: a day begins earlier in the east."""
    place = SCRATCH / "place"
    place.mkdir(exist_ok=True)
    for zone, clock, day in (
            ("Asia/Tokyo", 1782831600, "2026-07-01"),
            ("Asia/Tokyo", 1782831599, "2026-06-30"),
            ("America/New_York", 1782878399, "2026-06-30"),
            ("America/New_York", 1782878400, "2026-07-01"),
            ("Pacific/Kiritimati", 1782813600, "2026-07-01"),
            ("America/New_York", 0, "1969-12-31"),
            ("UTC", 1782864000, "2026-07-01")):
        (place / "plan.yaml").write_text(PLAN % zone)
        done = subprocess.run(
            [CES, "export", "plan.yaml", "-f", "json", "-o", "-"], cwd=place,
            env=dict(os.environ, SOURCE_DATE_EPOCH=str(clock), TZ="UTC"),
            text=True, capture_output=True, timeout=60)
        tell(f'"as_of": "{day}"' in done.stdout, f"{clock} in {zone}: {day}",
             done.stdout[:200], done.stderr)


def zones_are_missing():
    lacks = "has no time zones; install the package tzdata"
    damaged = ("can't be read: it is not a time zone file; reinstall the "
               "package tzdata")
    empty, bad = SCRATCH / "empty", SCRATCH / "bad"
    london = bad / "Europe" / "London"
    empty.mkdir()
    london.parent.mkdir(parents=True)
    check_fails("an empty folder", empty, (empty, lacks))
    check_fails("no folder", SCRATCH / "none", (SCRATCH / "none", lacks))
    check_fails("no zone but a city", empty, (empty, lacks), "London")
    whole = (SYSTEM / "Europe/London").read_bytes()
    for name, data in (("empty", b""), ("cut off", whole[:-9]),
                       ("another", b"PNG" + whole)):
        london.write_bytes(data)
        check_fails("a file that is " + name, bad, (london, damaged))
    london.unlink()
    london.symlink_to(london.name)
    check_fails("a link that leads to itself", bad,
                (london, "can't be read: Too many levels of symbolic links"))
    london.unlink()
    os.mkfifo(london)
    check_fails("a pipe", bad, (london, damaged))
    done, _ = run("UTC", empty, "check", "plan.yaml")
    tell((done.returncode, done.stderr) == (0, ""), "UTC needs no file",
         done.returncode, done.stderr)
    london.unlink()
    london.write_bytes(whole)
    done, _ = run("Europe/Lodnon", bad, "check", "plan.yaml")
    tell(done.returncode == 1 and "'Europe/Lodnon' is not a time zone; did you "
         "mean 'Europe/London'?" in done.stdout and not done.stderr,
         "a name that isn't there stays a finding", done.stdout, done.stderr)


offsets()
zones_are_missing()
today()
sys.exit(failures > 0)
