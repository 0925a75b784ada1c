#!/usr/bin/env python3
# import_asked.py - on a terminal ces import asks before it writes
import difflib
import os
import shutil
import subprocess
import sys
import tempfile

TOP = os.environ["TOP"]
sys.path.insert(0, os.path.join(TOP, "tests"))
import typed  # noqa: E402
from workbooks import check, export, finish  # noqa: E402

CES = os.environ["CES"]
ASKED = b"Write these changes to the plan?"


def said(answers, *args, language="C.UTF-8"):
    """What ces says, and its status, to somebody who answers so."""
    done = subprocess.run([CES, "import", *args], input=answers.encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=dict(os.environ, FAULT_TERMINAL="1",
                                   LC_ALL=language,
                                   LD_PRELOAD="./faults.so"))
    return done.returncode, done.stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-DWRITES_ONLY",
                        "-o", "faults.so", os.path.join(TOP, "tests/faults.c"),
                        "-ldl"], check=True)
        shutil.copy(os.path.join(TOP, "examples/retail.yaml"), "old.yaml")
        shutil.copy("old.yaml", "plan.yaml")
        check(export("plan.yaml", "plan.xlsx"), "the plan is exported")
        book = typed.Workbook("plan.xlsx")
        book.save("edited.xlsx", {("Actions", "E7"): "Done",
                                  ("Actions", "D8"): "2026-09-01"})
        book.save("wrong.xlsx", {("Actions", "D8"): "1/8/26"})

        def written():
            with open("old.yaml") as one, open("plan.yaml") as two:
                lines = list(difflib.unified_diff(
                    one.readlines(), two.readlines(), n=0))
            shutil.copy("old.yaml", "plan.yaml")
            return [line[5:-1] for line in lines if line.startswith("+  ")]

        due = ["due: 2026-09-01"]
        done = ["status: done", "completed: 2026-06-30"]
        status, text = said("n\n", "edited.xlsx")
        check(status == 0 and ASKED in text and not written(),
              "no: nothing is written")
        status, text = said("\n", "edited.xlsx")
        check(status == 0 and not written(), "no answer: nothing is written")
        status, text = said("y\n", "edited.xlsx")
        check(status == 0 and written() == due + done, "yes: all is written")
        status, text = said("s\n", "edited.xlsx", language="es_ES.UTF-8")
        check(status == 0 and ASKED not in text and written() == due + done,
              "sí: all is written")
        status, text = said("e\nn\nn\n\n", "edited.xlsx")
        check(status == 0 and written() == due,
              "each: what is wanted is written")
        status, text = said("e\ny\n\nn\n", "edited.xlsx")
        check(status == 0 and written() == done,
              "each: what follows from it too")
        status, text = said("", "edited.xlsx", "--write")
        check(status == 0 and ASKED not in text and written() == due + done,
              "--write doesn't ask")
        status, text = said("y\n", "wrong.xlsx")
        check(status == 1 and ASKED not in text and not written(),
              "what can't be written isn't asked for")
    finish()


main()
