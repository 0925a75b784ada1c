#!/usr/bin/python3
# voice.py - one form of everything in all texts of a workbook
#
# One sign or code of the currency, one minus, one form of dates, headers in
# sentence case, and no more digits than tell a number; Readiness counts what
# Findings lists. The words of a plan stay as they are.
import datetime
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import counted  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
import seen  # pylint: disable=wrong-import-position
import xlsx  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, finish, listed, sample)

CODES = ('GBP', 'EUR', 'USD', 'KRW', 'JPY', 'INR', 'PHP', 'CHF', 'CAD')
# of a workbook one language's
DATES = ({'[$-409]d mmm yyyy', '[$-409]d mmm'},
         {'[$-412]yyyy\\. m\\. d\\.', '[$-412]m\\. d\\.'})
MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
# what no text of ours holds
STRAY = {
    'a code beside a sign': re.compile(r'\b(%s)\b' % '|'.join(CODES)),
    'a hyphen for a minus': re.compile(r'(?<![\w.,-])-\d'),
    'a date as in a file': re.compile(r'\b\d{4}-\d\d(-\d\d)?\b'),
    'a date by numbers': re.compile(r'\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|'
                                    r'\b\d{4}\. ?\d{1,2}\. ?\d{1,2}\.'),
    'a date from its month': re.compile(r'\b(%s)[a-z]* \d{1,2}\b(?! ?%%)'
                                        % MONTHS),
}
# of a table or a block: the second word with a capital
TITLE_CASE = re.compile(r'^[A-Z][a-z]+(?: [a-z]+)* [A-Z][a-z]')


def words_of(plan):
    """all that somebody wrote into the plan"""
    with open(plan, encoding='utf-8') as file:
        text = file.read()
    return text, re.sub(r'\s+', ' ', text)


def texts_of(path, book):
    """place and text of all cells, prompts, headers, charts"""
    for sheet in book:
        if sheet.title == 'Source':
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield sheet.title + '!' + cell.coordinate, cell.value
        for rule in sheet.data_validations.dataValidation:
            for text in (rule.promptTitle, rule.prompt, rule.errorTitle,
                         rule.error):
                yield '%s!%s' % (sheet.title, rule.sqref), text or ''
        for part in (sheet.oddHeader, sheet.oddFooter):
            for side in (part.left, part.center, part.right):
                yield sheet.title + ', margin', side.text or ''
    file = xlsx.Workbook(path)
    for part in file.parts:
        if re.match('xl/(charts|drawings)/[^/]*$', part):
            for element in file.read(part).iter():
                if xlsx.local(element.tag) in ('t', 'cNvPr'):
                    yield part, element.get('descr') or element.text or ''


def heads_of(book):
    """the headers of tables"""
    for sheet in book:
        for table in sheet.tables.values():
            for column in table.tableColumns:
                yield sheet.title, column.name


def is_of_plan(text, hit, plan):
    """Are the words around it those of the plan?"""
    near = text[max(0, hit.start() - 6):hit.end()].strip()
    return any(near in words for words in plan)


def strays(path, book, plan):
    for place, text in texts_of(path, book):
        for what, pattern in STRAY.items():
            for hit in pattern.finditer(text):
                if not is_of_plan(text, hit, plan):
                    yield '%s: %s in %r' % (place, what, text[:80])
    for sheet, head in heads_of(book):
        if TITLE_CASE.match(head):
            yield '%s: %r is no sentence' % (sheet, head)


def odd_numbers(book):
    """cells whose format writes another minus, or another date"""
    dates = None
    for sheet in book:
        if sheet.sheet_state != 'visible':
            continue
        for row in sheet.iter_rows():
            for cell in row:
                place = '%s!%s' % (sheet.title, cell.coordinate)
                value, code = cell.value, cell.number_format
                if isinstance(value, datetime.datetime):
                    dates = dates or next(
                        (codes for codes in DATES if code in codes), set())
                    if code not in dates:
                        yield '%s: a date as %s' % (place, code)
                elif isinstance(value, (int, float)) and (
                        re.search('-[#0]', code) or
                        value < 0 and '−' not in code):
                    yield '%s: %s as %s' % (place, value, code)


def long_numbers(path):
    """numbers with more digits than they need, in cells and charts"""
    file = xlsx.Workbook(path)
    for part in file.parts:
        if not re.match('xl/(charts/chart|worksheets/sheet)', part):
            continue
        for element in file.read(part).iter():
            if xlsx.local(element.tag) not in ('c', 'numCache') or \
                    element.get('t') in ('s', 'str'):
                continue
            for value in element.iter():
                text = value.text or ''
                if xlsx.local(value.tag) == 'v' and re.fullmatch(
                        r'-?[\d.]+(E[-+]?\d+)?', text) and \
                        len(text) > len('%.15g' % float(text)) and \
                        float('%.15g' % float(text)) == float(text):
                    yield '%s: %s' % (part, text)


def half_linked(book):
    """columns of which some cells lead elsewhere and some don't"""
    for sheet in book:
        for table in sheet.tables.values():
            head, *rows = sheet[table.ref]
            for cell in head:
                below = [row[cell.column - 1] for row in rows
                         if row[0].value != 'Total']
                linked = [bool(c.hyperlink) for c in below if c.value]
                if any(linked) and not all(linked):
                    yield '%s: %s' % (sheet.title, cell.value)


def miscounted(book):
    """errors, warnings and advice on one sheet, and on the other"""
    for kind, n in counted.findings(book).items():
        told = sum(row[kind.capitalize()] or 0
                   for row in book.rows('Readiness'))
        if told != n:
            yield '%s: %d on Findings, %d on Readiness' % (kind, n, told)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name in SAMPLES:
            path = sample(folder, name, options=('--language', 'en'))
            plan = SAMPLES[name] and plans.TOP / SAMPLES[name] or \
                os.path.join(folder, name + '.yaml')
            seen_book = seen.Book(path, '2026-06-30')
            book = seen_book.book
            for what, found in (
                    ('one form', strays(path, book, words_of(plan))),
                    ('one minus, one date', odd_numbers(book)),
                    ('no digit too many', long_numbers(path)),
                    ('all of a column are links, or none', half_linked(book)),
                    ('findings are counted once', miscounted(seen_book))):
                listed('%s: %s' % (name, what), found)
    finish()


main()
