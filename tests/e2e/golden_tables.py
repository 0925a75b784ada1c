#!/usr/bin/env python3
# golden_tables.py - tables as CSV, byte by byte; CES_GOLDEN=update rewrites them
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(os.environ["TOP"])
GOLDEN = TOP / "tests/golden/csv"
UPDATE = os.environ.get("CES_GOLDEN") == "update"


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([os.environ["CES"], "export", "--quiet", "--as-of",
                        "2026-06-30", "examples/retail.yaml", "--format",
                        "csv", "-o", f"{folder}/"], cwd=TOP, check=True)
        found = {path.name: path.read_bytes() for path in folder.iterdir()}
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        for name, text in found.items():
            (GOLDEN / name).write_bytes(text)
    expected = {path.name: path.read_bytes() for path in GOLDEN.iterdir()}
    for i, name in enumerate(sorted(found.keys() | expected.keys()), 1):
        good = found.get(name) == expected.get(name)
        failed += not good
        print(f"{'ok' if good else 'not ok'} {i} - {name}")
    return failed > 0


sys.exit(main())
