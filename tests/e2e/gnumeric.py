#!/usr/bin/python3
# gnumeric.py - Gnumeric reads every sheet, and recalculates what is stored
import os
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, check, compared, export, finish)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name in ('retail', 'poor', 'korean'):
            path = os.path.join(folder, name + '.xlsx')
            again = os.path.join(folder, name + '.again.xlsx')
            export(plans.TOP / SAMPLES[name], path)
            said = subprocess.run(['ssconvert', '--recalc', path, again],
                                  capture_output=True, text=True, check=True)
            check(not any(word in said.stderr.lower() for word in
                          ('corrupt', 'invalid', 'not well')),
                  name + ' is read without complaint: ' + said.stderr[:200])
            check(openpyxl.load_workbook(path).sheetnames ==
                  openpyxl.load_workbook(again).sheetnames,
                  name + ': every sheet is there')
            compared(path, again, name + ': %d formulas as stored')
    finish()


main()
