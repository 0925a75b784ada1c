# browser.py - for tests: what a browser, axe-core and vnu say of pages
#
# Looks at a page, each at the page as it was loaded:
#   axe        {state: {violations, unsure}}: light, narrow; colors by themselves
#   fits       {state: what is wider than the window or covers it}
#   structure  faults of ids, links, headings, landmarks, tables, drawings
#   closed     what could load or run something
#   plain      what only the style says, or isn't read without it
#   tab        what Tab doesn't reach, or not visibly, or not in order
#   print      two PDFs at the path `pdf`, and `pdf`.marked with marks in its text
#   dom        texts, headings, tables, the names of elements and attributes
# Beside them stand `said`, lines of the console, and `asked`, blocked requests.
import json
import os
import subprocess

import plans

MODULES = plans.TOP / "build/node_modules"
# commands that write pages
COMMANDS = ("export", "checklist")
LOOKS = ("structure", "closed", "tab", "fits", "axe", "plain")


def looked(paths, looks=LOOKS, **more):
    """What each page shows, by its path; more is the same for each page but for
    {name} in it."""
    jobs = [{"path": str(path), "looks": looks} | {
        key: value.format(name=os.path.splitext(os.path.basename(path))[0])
        for key, value in more.items()} for path in paths]
    done = subprocess.run(
        ["node", str(plans.TOP / "tests/browser.js")], input=json.dumps(jobs),
        stdout=subprocess.PIPE, text=True, check=True, timeout=800,
        env={**os.environ, "NODE_PATH": str(MODULES)})
    return {found["path"]: found for found in json.loads(done.stdout)}


def checked(paths):
    """What vnu says of the pages, {path: [line]}."""
    done = subprocess.run(
        ["java", "-jar", str(MODULES / "vnu-jar/build/dist/vnu.jar"), "--format",
         "json", "--exit-zero-always", *map(str, paths)],
        stderr=subprocess.PIPE, text=True, check=True, timeout=600)
    found = {str(path): [] for path in paths}
    for message in json.loads(done.stderr)["messages"]:
        found[message["url"].removeprefix("file:")].append(
            f"{message['type']}, line {message.get('lastLine')}: "
            f"{message['message']}")
    return found
