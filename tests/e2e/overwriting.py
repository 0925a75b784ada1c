#!/usr/bin/python3
# overwriting.py - an export replaces its own output, and never what a person
# made or changed
import os
import pathlib
import subprocess
import sys
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ["TOP"], "tests"))
from plans import CES  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, finish)

SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "overwriting"
FORMATS = ("xlsx", "md", "json", "ics")
# commands, and a name for what each writes
COMMANDS = (
    *((["export", "plan.yaml"], f"review.{suffix}") for suffix in FORMATS),
    (["check", "-q", "--fail-on=never", "--format=json", "plan.yaml"],
     "findings.json"),
    (["check", "-q", "--fail-on=never", "--format=jsonl", "plan.yaml"],
     "findings.jsonl"),
    (["check", "-q", "--fail-on=never", "plan.yaml"], "findings.txt"),
    (["checklist", "plan.yaml"], "list.md"),
    (["checklist", "plan.yaml"], "list.html"),
    (["checklist", "plan.yaml"], "list.txt"),
    (["schema"], "ces.schema.json"))


def run(args, **more):
    done = subprocess.run([CES, *args], cwd=SCRATCH, capture_output=True,
                          text=True, **more)
    return done.returncode, done.stderr


def refused(args, path, why, what, **more):
    """Exit 2 with the reason, and the file's bytes are kept."""
    before = path.read_bytes()
    status, said = run(args, **more)
    check(status == 2 and why in said and path.read_bytes() == before,
          f"{what}: refused {said.strip()}")


def edit_cell(path):
    book = openpyxl.load_workbook(path)
    book.worksheets[1]["A1"] = "changed in the meeting"
    book.save(path)


def edit_part(path):
    """As Excel does, which keeps the property."""
    with zipfile.ZipFile(path) as file:
        parts = [(part, file.read(part)) for part in file.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for part, data in parts:
            if part.filename == "xl/sharedStrings.xml":
                data = data.replace(b"</t>", b"!</t>", 1)
            file.writestr(part, data)


def edit_byte(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def append(path):
    path.write_bytes(path.read_bytes() + b"- and this\n")


def night_by_night(plan):
    """Exports over the own file while the plan changes."""
    text = plan.read_text()
    bad = []
    for night in range(30):
        plan.write_text(text.replace("title: ", f"title: Night {night} ", 1))
        bad += [said for status, said in
                [run(["export", "-q", "plan.yaml",
                      *(f"-oreview.{suffix}" for suffix in FORMATS)])]
                if status]
    check(not bad, f"thirty exports over their own files {bad[:3]}")
    plan.write_text(text)


def edited(plan):
    for suffix, edit, why in (
            ("xlsx", edit_cell, "exists already, and not as ces wrote it"),
            ("xlsx", edit_part, "edited since ces wrote it"),
            ("md", edit_byte, "edited since ces wrote it"),
            ("md", append, "edited since ces wrote it"),
            ("ics", edit_byte, "edited since ces wrote it"),
            ("ics", append, "edited since ces wrote it")):
        path = SCRATCH / f"review.{suffix}"
        other = SCRATCH / "new.json"
        path.unlink(missing_ok=True)
        run(["export", "plan.yaml", "-o", path.name])
        edit(path)
        refused(["export", "plan.yaml", "-o", other.name, "-o", path.name],
                path, why, f"{suffix}, {edit.__name__}")
        check(not other.exists(), "and nothing else is written")
        status, said = run(["export", "--force", "plan.yaml", "-o", path.name])
        check(status == 0, f"--force overwrites it {said}")
        status, said = run(["export", "plan.yaml", "-o", path.name])
        check(status == 0, f"and then it's ours again {said}")
    check(plan.exists(), "the plan is there")


def tables():
    """A folder of tables is replaced as long as no file in it was edited."""
    args = ["export", "-q", "plan.yaml", "--format", "csv", "-o", "tables/"]
    folder = SCRATCH / "tables"
    for _ in range(2):
        status, said = run(args)
        check(status == 0, f"tables are written, also over their own {said}")
    old = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name in ("actions.csv", "dictionary.csv", "gaps.csv"):
        append(folder / name)
        refused([*args, "--as-of", "2027-01-01"], folder / name,
                f"{name}: edited since ces wrote it", name)
        (folder / name).unlink()
        status, said = run(args)
        check(status == 0 and {path.name: path.read_bytes()
                               for path in folder.iterdir()} == old,
              f"one that is gone is written again {said}")
    (folder / "notes.csv").write_text("mine")
    status, said = run(args)
    check(status == 0 and (folder / "notes.csv").read_text() == "mine",
          f"other files in the folder stay {said}")
    (folder / "ces.sha256").unlink()
    refused(args, folder / "actions.csv", "exists already", "without the list")
    status, said = run([*args, "--force"])
    check(status == 0, f"--force overwrites them {said}")
    (folder / "ces.sha256").write_text("hello")
    (folder / "actions.csv").unlink()
    refused(args, folder / "ces.sha256", "exists already", "another list")
    listed = [sorted(path.name for path in place.iterdir()) for place in
              (SCRATCH, folder)]
    for path in folder.iterdir():
        path.unlink()
    for path in (folder / "actions.csv", folder / "workforce.csv"):
        path.mkdir()
        status, said = run(args)
        check(status == 2 and path.name in said and
              list(folder.iterdir()) == [path],
              f"all are written or none: {said}")
        path.rmdir()
    check(not any(name.startswith(".ces-") for name in sum(listed, [])),
          "nothing is left")


def of_others():
    for args, name in COMMANDS:
        path = SCRATCH / name
        path.write_bytes(b"")
        status, said = run([*args, "-o", name])
        check(status == 0, f"{name}: an empty file is replaced {said}")
        if name.endswith(".txt"):
            refused([*args, "-o", name], path, "exists already", name)
        else:
            status, said = run([*args, "-o", name])
            check(status == 0, f"{name}: its own is replaced {said}")
        for text in (b"notes", b"{}\n", b"PK\3\4", b"<!-- ces -->\n"):
            path.write_bytes(text)
            refused([*args, "-o", name], path, "exists already",
                    f"{name}, {text}")
        status, said = run([*args, "--force", "-o", name])
        check(status == 0, f"{name}: --force overwrites it {said}")
        status, said = run([*args, "-o", "/dev/null"])
        check(status == 0 or "suffix" in said, f"{name}: a device {said}")


def plans(plan):
    """No plan is overwritten, by whatever path."""
    text = plan.read_text()
    (SCRATCH / "other.yaml").write_text("# the other one\nces: 1\n")
    for args, name in COMMANDS:
        end = pathlib.Path(name).suffix
        links = [SCRATCH / f"{way}{end}" for way in ("soft", "hard", "chain")]
        os.symlink(plan, links[0])
        os.link(plan, links[1])
        os.symlink(links[0], links[2])
        other = SCRATCH / f"other{end}"
        other.write_text("# the other one\nces: 1\n")
        for link in links:
            refused([*args, "--force", "-o", link.name], plan,
                    "this is", f"{name}, {link.name}")
            if "plan.yaml" in args:
                with plan.open() as file:
                    refused(["-" if word == "plan.yaml" else word
                             for word in args] + ["--force", "-o", link.name],
                            plan, "this is the plan itself",
                            f"{name}, {link.name}, standard input", stdin=file)
        refused([*args, "--force", "-o", other.name], other,
                "this is a plan", f"{name}, another plan")
        for path in (*links, other):
            path.unlink()
    for name, kind in (("in UTF-16", text.encode("utf-16")),
                       ("without its version",
                        text.replace("\nces: 1", "").encode()),
                       ("in capitals", b"Plan:\n  title: x\n"),
                       ("as a list", b"- ces: 1\n- plan: {}\n"),
                       ("indented", b"  ces: 1\n  plan: {}\n"),
                       ("in Latin-1", b"# Caf\xe9\nces: 1\n"),
                       ("with a NUL", b"# \0\nces: 1\n"),
                       ("behind a mark", b"--- {plan: {}}\n"),
                       ("with a tag", b"!!map {ces: 1}\n"),
                       ("with an anchor", b"&a {x-b: \"}\", ces: 1}\n"),
                       ("in lines of braces", b"{\n  x-a: 1,\n  plan: {}}"),
                       ("of Windows", b"\xef\xbb\xbfces : 1\r\n"),
                       ("never closed", b"ces: 1\nplan: {title: \"x\n"),
                       ("as JSON", b'{"ces": 1, "plan": {"title": "x"}}')):
        other.write_bytes(kind)
        refused(["export", "--force", "plan.yaml", "-f", "md", "-o",
                 other.name], other, "this is a plan", f"a plan {name}")
    check(plan.read_text() == text, "the plan is as it was")
    run(["init", "--force", "other.yaml"])
    check("TODO" in (SCRATCH / "other.yaml").read_text(),
          "init --force overwrites a plan")


def together(plan):
    """Nothing is written when one output of one plan may not be."""
    for name in ("a", "b", "c"):
        (SCRATCH / f"{name}.yaml").write_text(plan.read_text())
    folder = SCRATCH / "out"
    folder.mkdir()
    (folder / "c.md").write_text("mine")
    refused(["export", "-fmd", "a.yaml", "b.yaml", "c.yaml", "-o", "out/"],
            folder / "c.md", "exists already", "the last of three plans")
    check(len(list(folder.iterdir())) == 1, "and no other is written")
    status, said = run(["export", "a.yaml", "-o", "x.md", "-o", "x.md"])
    check(status == 2 and "written twice" in said and
          not (SCRATCH / "x.md").exists(), f"one name for two outputs {said}")
    os.symlink("out", SCRATCH / "way")
    os.symlink("x.md", SCRATCH / "nowhere.md")
    for one, other in (("x.md", "./x.md"), ("out/x.md", "way/x.md"),
                       ("x.md", str(SCRATCH / "x.md")),
                       ("x.md", "nowhere.md"), ("out/x.md", "out//x.md"),
                       ("out/../x.md", "x.md")):
        status, said = run(["export", "a.yaml", "-o", one, "-o", other])
        check(status == 2 and f"{other}: is the same file as {one}" in said
              and not (SCRATCH / "x.md").exists()
              and not (folder / "x.md").exists(), f"two names {said}")
    for name in ("p", "q"):
        (SCRATCH / name).mkdir()
        (SCRATCH / name / "one.yaml").write_text(plan.read_text())
    for args, why in (
            (["p", "q", "-o", "out/"],
             "for 'p/one.yaml' and for 'q/one.yaml'"),
            (["a.yaml", "./a.yaml", "-o", "out/"],
             "as './a.yaml' is named twice; name it once"),
            (["a.yaml", "b.yaml", "-o", "-"], "don't fit one stream"),
            (["a.yaml", "b.yaml", "-o", "new.json"], "write -o new/"),
            (["a.yaml", "b.yaml", "-o", "my new"], "write -o 'my new/'"),
            (["a.yaml", "-o", ""], "'-o' needs the name of a file"),
            (["a.yaml", "-o", "new.pdf"], "doesn't tell the format")):
        status, said = run(["export", *args])
        check(status == 2 and why in said and said.count("\n") == 1, said)


def main():
    SCRATCH.mkdir()
    plan = SCRATCH / "plan.yaml"
    plan.write_text(pathlib.Path(RETAIL).read_text())
    night_by_night(plan)
    edited(plan)
    tables()
    of_others()
    plans(plan)
    together(plan)
    finish()


main()
