#!/usr/bin/python3
# roundtrip.py - a workbook that another program has merely saved again, all
# formulas worked out anew, changes nothing of the plan
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, check, convert_all, export, finish, listed)

# columns of one's own, and all that a plan's author may be in the habit of
PLANS = ['tests/golden/own/collections.yaml', 'tests/golden/own/columns.yaml',
         'tests/parts.yaml', 'tests/sound.yaml', 'tests/edit/anchors.yaml',
         'tests/edit/characters.yaml', 'tests/edit/forms.yaml',
         'tests/edit/json.yaml', 'tests/edit/texts.yaml',
         'tests/golden/spelling/durations.yaml',
         'tests/golden/spelling/figures.yaml',
         'tests/golden/measures/states.yaml']
# that go through .ods, which takes LibreOffice twice as long
THROUGH_ODS = len(SAMPLES) + 2
NOTHING = 'There is nothing to change.\n'


class Trip:
    """a plan, and the workbook exported of it"""

    def __init__(self, folder, source):
        self.source = source or 'a new plan'
        name = self.source.replace('/', '-').replace(' ', '-')
        self.plan = os.path.join(folder, name + '.yaml')
        if source:
            shutil.copy(plans.TOP / source, self.plan)
        else:
            plans.ces(['init', '--quiet', self.plan]).check_returncode()
        os.chmod(self.plan, 0o644)
        self.book = os.path.join(folder, name + '.xlsx')
        self.exported = export(self.plan, self.book)

    def problem(self, book):
        """What is said but that there is nothing to change."""
        with open(self.plan, 'rb') as file:
            before = file.read()
        done = plans.ces(['import', book, self.plan, '--write'])
        with open(self.plan, 'rb') as file:
            if file.read() != before:
                return self.source + ': the plan is another'
        if done.stdout == NOTHING and not done.returncode:
            return None
        return f'{self.source}: {done.stdout}{done.stderr}'


def by_office(folder, books):
    return convert_all(os.path.join(folder, 'office'), books, 'xlsx')


def by_office_ods(folder, books):
    folder = os.path.join(folder, 'ods')
    return convert_all(folder, convert_all(folder, books[:THROUGH_ODS], 'ods'),
                       'xlsx')


def by_gnumeric(folder, books):
    for book in books:
        out = os.path.join(folder, 'gnumeric-' + os.path.basename(book))
        subprocess.run(['ssconvert', '--recalc', book, out],
                       capture_output=True, check=True)
        yield out


def by_openpyxl(folder, books):
    for book in books:
        out = os.path.join(folder, 'openpyxl-' + os.path.basename(book))
        openpyxl.load_workbook(book).save(out)
        yield out


PROGRAMS = {'ces': lambda folder, books: books, 'LibreOffice': by_office,
            'LibreOffice, through .ods': by_office_ods,
            'Gnumeric': by_gnumeric, 'openpyxl': by_openpyxl}


def main():
    with tempfile.TemporaryDirectory() as folder:
        trips = [Trip(folder, source)
                 for source in [*SAMPLES.values(), *PLANS]]
        listed('each plan is exported',
               [trip.source for trip in trips if not trip.exported])
        for program, save in PROGRAMS.items():
            books = list(save(folder, [trip.book for trip in trips]))
            check(all(map(os.path.exists, books)),
                  f'{program} saves {len(books)} workbooks')
            problems = map(Trip.problem, trips, books)
            listed(f'saved again by {program}: nothing to change',
                   filter(None, problems))
    finish()


main()
