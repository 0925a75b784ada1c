# workbooks.py - for tests of the workbook: cases, exports, recalculation
import os
import subprocess
import sys
import warnings

import openpyxl

import plans

RETAIL = os.environ.get("PLAN", os.path.join(plans.TOP,
                                             "examples/retail.yaml"))
# for goldens, and for all that is to hold for any workbook; None: an empty one
SAMPLES = {"retail": "examples/retail.yaml", "minimal": "examples/minimal.yaml",
           "poor": "examples/poor.yaml", "korean": "tests/korean.yaml",
           "scaffold": None}
NOON = "1782820800"  # of 30 June 2026
# always recalculates what it loads, whoever wrote it
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
</oor:items>
"""

# openpyxl tells of rules and extensions that it doesn't know and leaves out
warnings.simplefilter("ignore")

count = 0
failed = 0


def check(good, what):
    """A case of the test."""
    global count, failed
    count += 1
    print("%s %d - %s" % ("ok" if good else "not ok", count, what))
    failed += not good


def listed(what, bad):
    """A case that is good where nothing is listed."""
    bad = list(bad)
    check(not bad, what)
    for item in bad[:20]:
        print("# " + str(item).replace("\n", "\n# "))


def finish():
    """Ends the test: its exit status says whether every case was good."""
    sys.exit(failed > 0)


def export(plan, path, *options, cwd=None, **env):
    """Is the workbook of the plan written? If not, shows what ces says."""
    done = subprocess.run([plans.CES, "export", *options, plan, "-o", path],
                          env={**os.environ, **env}, capture_output=True,
                          cwd=cwd)
    if done.returncode:
        print("# " + done.stderr.decode()[:2000])
    return done.returncode == 0


def exported(folder, name, plan, *options):
    """The path of the workbook; the plan is a path or a text. It's a case."""
    path = os.path.join(folder, name + ".xlsx")
    if "\n" in plan:
        text, plan = plan, os.path.join(folder, name + ".yaml")
        with open(plan, "w") as file:
            file.write(text)
    good = export(plan, path, *options)
    check(good, name + " is exported")
    if not good:
        finish()  # nothing is there to look at
    return path


def sample(folder, name, plan=None):
    """The path of a workbook, of a sample or a plan of the tree, which is the
    same on any day."""
    path = os.path.join(folder, name + ".xlsx")
    plan = plan or SAMPLES[name]
    plan = plan and os.path.join(plans.TOP, plan)
    env = {**os.environ, "SOURCE_DATE_EPOCH": NOON}
    if not plan:
        plan = os.path.join(folder, name + ".yaml")
        subprocess.run([plans.CES, "init", "--quiet", plan], env=env,
                       check=True)
    subprocess.run([plans.CES, "export", "--quiet", "--as-of", "2026-06-30",
                    plan, "-o", path], env=env, check=True)
    return path


def convert_all(folder, paths, kind, locale="en-US"):
    """The paths of the workbooks as LibreOffice writes them, in that format,
    at one start of it; its formulas write numbers as the locale does."""
    user = os.path.join(folder, "profile-" + locale)
    os.makedirs(os.path.join(user, "user"), exist_ok=True)
    with open(os.path.join(user, "user/registrymodifications.xcu"),
              "w") as file:
        file.write(PROFILE % locale)
    out = os.path.join(folder, "recalculated")
    subprocess.run(["soffice", "-env:UserInstallation=file://" + user,
                    "--headless", "--convert-to", kind, "--outdir", out,
                    *paths], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=600)
    names = [os.path.splitext(os.path.basename(path))[0] for path in paths]
    return [os.path.join(out, name + "." + kind) for name in names]


def convert(folder, path, kind):
    return convert_all(folder, [path], kind)[0]


def recalculate(folder, path):
    return convert(folder, path, "xlsx")


def on_paper(folder, path):
    return convert(folder, path, "pdf")


def same(a, b):
    """Are two results of a formula the same, but for the last digits?"""
    if isinstance(a, bool) or isinstance(b, bool):
        return a == b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return (a or '') == (b or '')


def formulas(path):
    """Sheet, place and text of each formula."""
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == 'f':
                    yield sheet.title, cell.coordinate, cell.value


def compared(path, again, what):
    """A case: another program, which wrote the workbook again, works its
    formulas out to what is stored; what: of %d formulas."""
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(again, data_only=True)
    n = 0
    bad = []
    for sheet, place, formula in formulas(path):
        n += 1
        a, b = ours[sheet][place].value, theirs[sheet][place].value
        if not same(a, b):
            bad.append('%s!%s %s: ours %r, recalculated %r' % (
                sheet, place, formula, a, b))
    listed(what % n, bad if n else ['no formula'])
