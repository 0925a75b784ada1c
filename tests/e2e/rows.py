#!/usr/bin/python3
# rows.py - rows that come and go, as LibreOffice's users make them
#
# After each edit, made on every sheet at once, no cell holds an error, and what
# the first page, the titles and the totals say is counted again from the rows.
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import office  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
import retold  # pylint: disable=wrong-import-position
from placed import AS_OF, places_of  # pylint: disable=wrong-import-position
from seen import WORDS  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, exported, finish, listed)

READING = {'Measure': 'Customer satisfaction', 'Until': AS_OF,
           'Kind': 'reading', 'Value': 99, 'n': 1000}


class Table:
    """the rows of a table after an edit, by header; more: than there were;
    above: those that came above it"""

    def __init__(self, book, place, more, above):
        sheet = book.sheets[place.name]
        title = place.head - 2 + above if place.key != place.name else 0
        self.title, self.place = sheet[title][0], place
        end = place.end + more + above
        self.rows = [{k: row[c - 1] for k, c in place.columns.items()}
                     for row in sheet[place.head + above:end]]
        self.total = sheet[end] if place.total else None

    def there(self):
        return [r for r in self.rows
                if list(r.values())[0] is not None or r['id'] is not None]

    def sum_of(self, header, *wanted):
        """of the numbers in the rows for which all conditions hold"""
        return sum(r[header] for r in self.rows
                   if isinstance(r[header], float) and
                   all(w(r) for w in wanted))


def wrong_totals(table, filtered):
    """headers whose total is no sum of what stands above it and shows"""
    place = table.place
    head = {c: k for k, c in place.columns.items()}
    column, chosen = place.filtered
    shown = [lambda r: r[head[column + 1]] == chosen] * filtered
    return [head[c] for c in place.totals
            if abs(table.total[c - 1] - table.sum_of(head[c], *shown)) > 1e-6]


def count(n):
    return WORDS[n] if n <= 10 else str(n)


def word(text):
    """of a list, which begins with a capital on sheets"""
    return (text or '').lower()


def is_open(row):
    return word(row['Status']) not in ('done', 'cancelled')


def is_begun(row):
    return word(row['Status']) == 'in progress' or \
        not row['Status'] and row['Done']


def is_late(row):
    return is_open(row) and isinstance(row['Due'], float) and \
        row['Due'] < AS_OF


def is_asked(row):
    return word(row['Outcome']) not in ('approved', 'rejected', 'deferred')


def found(sheet, start):
    """the one text of the first page that begins so"""
    hits = [v for row in sheet for v in row
            if isinstance(v, str) and v.startswith(start)]
    return hits[0] if len(hits) == 1 else hits


def recount_actions(actions, review):
    """what is wrong with the counts of actions"""
    rows = actions.there()
    late = [r for r in rows if is_late(r)]
    rest = [r for r in rows if is_open(r) and not is_late(r)]
    owned = [r for r in rest if r['Owner'] and r['Due']]
    good = [r for r in owned if is_begun(r)]
    pills = [len(rest) - len(good), len(good), len(late),
             len([r for r in rows if word(r['Status']) == 'done'])]
    shown = [review[4][c] for c in (11, 12, 14, 16)]
    if [int(re.search(r'\d+', s)[0]) for s in shown] != pills:
        yield 'pills %s, counted %s' % (shown, pills)
    title = found(review, 'Actions:')
    said = 'Actions: %s of %d %s overdue' % (
        len(late) or 'none', len(rows), 'is' if len(late) < 2 else 'are')
    if not title.startswith(said):
        yield '%r, counted %r' % (title, said)
    if not rest and not late:
        said = 'No action is open'
    else:
        said = '%s action%s overdue' % (
            count(len(late)).replace('none', 'no').capitalize(),
            's are' if len(late) > 1 else ' is')
    if not actions.title.startswith(said):
        yield '%r, counted %r' % (actions.title, said)


def recount_decisions(decisions, investments, review):
    """the plan is approved, so that it asks for no approval"""
    asked = [r for r in decisions.there() if is_asked(r)]
    amount = decisions.sum_of('Amount', is_asked)
    more = [r for r in investments.there()
            if (r['State'] or ' ')[0] == '◆' and not r['Decision']]
    worth = amount + sum(r['Amount'] or 0 for r in more)
    said = 'Decisions asked: ' + count(len(asked) + len(more))
    if worth:
        said += ', worth £{:,.{}f}k'.format(worth / 1000, int(worth < 10000))
    title = found(review, 'Decisions')
    if not title.startswith(said):
        yield '%r, counted %r' % (title, said)
    # a sum that lacks a part says too little
    worth = ' worth £{:,.0f}'.format(amount) \
        if all(r['Amount'] for r in asked) else ''
    said = '%s decision%s%s wait' % (
        count(len(asked)).capitalize(), 's' * (len(asked) > 1),
        worth) if asked else 'No decision is waiting'
    if not decisions.title.startswith(said):
        yield '%r, counted %r' % (decisions.title, said)


def recount_reasons(reasons, review):
    contacts = reasons.sum_of('Contacts')
    failure = reasons.sum_of('Contacts',
                             lambda r: word(r['Demand']) == 'failure')
    total = [row for row in review
             if row[1] == 'All %s reasons' % count(len(reasons.there()))]
    said = '%.0f%% failure' % (failure / contacts * 100)
    if len(total) != 1 or total[0][2] != contacts or total[0][5] != said:
        yield 'all reasons %s, counted %s, %r' % (total, contacts, said)
    for row in reasons.rows:
        if isinstance(row['Share of contacts'], float) and \
                abs(row['Share of contacts'] * contacts -
                    row['Contacts']) > 1e-6:
            yield 'the share of %s' % row['Reason']


def recount_measures(measures, review):
    rows = [r for r in measures.there() if word(r['Headline']) == 'yes']
    good = [r for r in rows if (r['State'] or '')[0:1] in ('●', '✓')]
    said = '%s of %s headline measures' % (
        count(len(good)).capitalize(), count(len(rows)))
    if not isinstance(found(review, said), str):
        yield 'not told: %r' % said


def recount_case(case, gaps):
    amount = {r['id']: r['Amount'] for r in case.rows}
    if amount['at_risk'] != gaps.sum_of('Value at risk'):
        yield 'at risk %s' % amount['at_risk']
    said = '%s gaps put £{:,.0f} a year at risk'.format(
        amount['at_risk']) % count(len([
            r for r in gaps.rows if r['Value at risk']])).capitalize()
    if gaps.title != said:
        yield '%r, counted %r' % (gaps.title, said)


def recount_investments(table):
    given, wanted = (table.sum_of('Amount', lambda r, s=sign:
                                  r['State'] and r['State'][0] in s)
                     for sign in '✓◆')
    said = ', '.join(['£{:,.0f} is approved'.format(given)] * (given > 0) + [
        '£{:,.0f}{} is asked for'.format(
            wanted, ' more' * (given > 0))] * (wanted > 0))
    if not table.title.startswith(said):
        yield '%r, counted %r' % (table.title, said)


# of the rows that there are, those of which the title tells how many
COUNTED = {
    'Strategy': ('objective', lambda r: r['Measures'],
                 lambda r: word(r['Level']) == 'objective'),
    'Coverage': ('pair', lambda r: (r['State'] or ' ')[0] in '●▲■' and
                 isinstance(r['Covered'], float) and r['Covered'] < 0.995,
                 lambda r: (r['State'] or ' ')[0] in '●▲■'
                 and r['State'] != '● Answer promised'),
    'Intelligence': ('insight', lambda r: (r['State'] or ' ')[0] == '✓'),
    'Contact map': ('touchpoint', lambda r: isinstance(r['Issues'], float)),
    'Questions': ('question', lambda r: (r['State'] or ' ')[0] == '✓')}


def recount_parts(table):
    noun, is_part, *is_one = COUNTED[table.place.name]
    rows = [r for r in table.there() if all(f(r) for f in is_one)]
    k = len([r for r in rows if is_part(r)])
    said = '%s of %s' % (count(k).capitalize(), count(len(rows)))
    if k == len(rows):
        said = 'Every ' + noun
    if not table.title.startswith(said) and (k or not re.match(
            'No |Every channel is open', table.title)):
        yield '%r, counted %r' % (table.title, said)


def recount_technology(table):
    most = max([r['Programs'] for r in table.rows
                if isinstance(r['Programs'], float)], default=0)
    if most > 1 and 'up to %s programs' % count(int(most)) not in \
            table.title:
        yield '%r, counted %s' % (table.title, most)


def complaints(book, places, more, filtered=False):
    """all that is wrong in a workbook after an edit"""
    tables = {p.key: Table(book, p, more(p), sum(
        more(q) for q in places if q.name == p.name and q.head < p.head))
              for p in places}
    review = book.sheets['Review']
    bad = list(book.errors)
    for name, table in tables.items():
        bad += ['%s: total of %s' % (name, h)
                for h in wrong_totals(table, filtered)]
        if name in COUNTED:
            bad += recount_parts(table)
        if name in retold.TELLERS:
            bad += retold.wrong(name, table.title, table.there())
    bad += recount_actions(tables['Actions'], review)
    bad += recount_decisions(tables['Decisions'], tables['Investments'],
                             review)
    bad += recount_reasons(tables['Reasons'], review)
    bad += recount_measures(tables['Measures'], review)
    bad += recount_case(tables['Business case'], tables['Gaps'])
    bad += recount_investments(tables['Investments'])
    bad += recount_technology(tables['Technology'])
    return bad


# --- edits -------------------------------------------------------------------

def inserted(places, row_of, typed=True):
    return [step for p in places for step in p.insert(row_of(p), typed)]


def named_on(review, places):
    """rows of each table that the first page names, the last first"""
    names = {str(v).split('  ')[-1] for row in review for v in row if v}
    return {p.key: [row for row, name in reversed(p.names.items())
                     if name in names] for p in places}


def pasted(places):
    return [p.put(row, p.columns[p.pasted[0]], p.pasted[1])
            for p in places if p.pasted[1]
            for row in range(p.head + 1, p.last + 1)]


def blanked(places, chosen=slice(None)):
    """the typed cells of the first row but its name and its id"""
    return [('blank', p.name, cell) for p in places for cell in p.typed[chosen]]


def typed_in(places, sheets):
    for place in places:
        for header, values in sheets.get(place.key, {}).items():
            for row, value in enumerate(values, place.head + 1):
                step = place.put(row, place.columns[header], value)
                yield step if value is not None else ('blank', *step[1:3])


def sorted_by(places, header, way):
    """header: or the number of the column"""
    return [('sort', p.name, p.area(False), p.columns.get(header, header + 1
            if isinstance(header, int) else 0) - 1, way)
            for p in places if isinstance(header, int) or header in p.columns]


def jobs_of(path, places, named):
    """name, workbook, steps, and how many rows a sheet has more then"""
    one = lambda p: 1
    room = [p for p in places if p.room]
    none = lambda p: 0
    jobs = [
        ('as it was', [], none),
        ('a row at the top', inserted(places, lambda p: p.head + 1), one),
        ('a row in the middle', inserted(places, lambda p: p.middle), one),
        ('a row under the table', inserted(places, lambda p: p.last + 1), one),
        ('a row above the total', inserted(places, lambda p: p.end + 1), one),
        ('a blank row in the middle',
         inserted(places, lambda p: p.middle, False), one),
        ('the room for new rows is used', [
            step for p in room
            for step in [('show', p.name, p.room[0])] + p.type_in(p.room[0])],
         none),
        ('a reading is added', [
            step for p in room if p.name == 'Readings'
            for step in [('show', p.name, p.room[0])] + [
                p.put(p.room[0], p.columns[k], v)
                for k, v in READING.items()]], none),
        ('rows that the first page names are deleted',
         [('delete', p.name, row) for p in places for row in named[p.key]],
         lambda p: -len(named[p.key]))]
    for i in range(max(map(len, named.values()))):
        # the last row that is named, so that what lacks one loses a row too
        gone = {p.key: (named[p.key] or [p.middle])[i:i + 1] for p in places}
        jobs.append(('row %d that the first page names is deleted' % (i + 1),
                     [('delete', p.name, row) for p in places
                      for row in gone[p.key]],
                     lambda p, gone=gone: -len(gone[p.key])))
    for what, header in (('name', 0), ('the third column', 2),
                         ('state', 'State')):
        for way in ('up', 'down'):
            jobs.append(('sorted by %s, %s' % (what, way),
                         sorted_by(places, header, way), none))
    for i in range(max(len(p.typed) for p in places)):
        jobs.append(('cell %d that is typed is blanked' % (i + 1),
                     blanked(places, slice(i, i + 1)), none))
    for what, sheets in retold.TYPED.items():
        jobs.append((what, list(typed_in(places, sheets)), none))
    return [(what, path, steps, more) for what, steps, more in jobs + [
        ('a column is pasted', pasted(places), none),
        ('cells are blanked', blanked(places), none),
        ('filtered', [('filter', p.name, p.area(True), *p.filtered)
                      for p in places], none)]]


# --- reasons that are parts of others ----------------------------------------

def parts_of(rows, whole):
    """the reasons without parts that make up a whole"""
    for row in rows:
        if row['Part of'] == whole:
            below = list(parts_of(rows, row['Reason']))
            yield from below or [row]


def wrong_sums(book, place, more):
    rows = Table(book, place, more, 0).there()
    contacts = sum(r['Contacts'] or 0 for r in rows)
    for row in rows:
        parts = list(parts_of(rows, row['Reason']))
        sums = [sum(r[head] or 0 for r in parts)
                for head in ('Contacts', 'Cost')]
        shown = [row[head + ' of its parts'] or 0
                 for head in ('Contacts', 'Cost')]
        share = row['Share of its parts'] or 0
        if sums != shown or abs(share * contacts - sums[0]) > 1e-6:
            yield '%s: %s, counted %s' % (row['Reason'], shown, sums)


def check_parts(folder):
    path = exported(folder, 'parts', str(plans.TOP / 'tests/parts.yaml'))
    place = next(p for p in places_of(path) if p.name == 'Reasons')
    leaf = next(row for row, name in place.names.items() if name == 'Leak')
    cell = place.put(leaf, place.columns['Contacts'], 1000)
    for (what, book), more in zip(office.edit(folder, [
            ('parts as they were', path, []),
            ('contacts of a part', path, [cell]),
            ('a part without contacts', path, [('blank', *cell[1:3])]),
            ('a part is deleted', path, [('delete', 'Reasons', leaf)]),
            ('parts are sorted', path, sorted_by([place], 0, 'down'))]),
                               (0, 0, 0, -1, 0)):
        listed(what + ': sums follow',
               book.errors + list(wrong_sums(book, place, more)))


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = exported(folder, 'retail', RETAIL)
        places = places_of(path)
        before = openpyxl.load_workbook(path, data_only=True)['Review']
        named = named_on(before.iter_rows(values_only=True), places)
        check([p.name for p in places if p.room] ==
              ['Decisions', 'Actions', 'Readings'],
              'there is room for what a meeting adds, which does not print')
        jobs = jobs_of(path, places, named)
        was = None
        edited = office.edit(folder, [job[:3] for job in jobs])
        for (what, book), (*_, more) in zip(edited, jobs):
            listed(what, complaints(book, places, more, what == 'filtered'))
            review = book.sheets['Review']
            was = was or review
            if 'blank row' in what or 'sorted' in what or 'filter' in what:
                check(review == was, what + ': the first page is as it was')
            if 'sorted' in what:
                check(not any(book.sheets[p.name][row - 1][0]
                              for p in places for row in p.room),
                      what + ': blank rows stay where they are')
            if what == 'a reading is added':
                shown = [row for row in review if row[1] and
                         row[1].startswith(READING['Measure'])]
                check(shown[0][3] == 99 and '✓ Reached' in shown[0],
                      what + ': its measure follows')
            if what.startswith('rows'):
                gone = [v for row in review for v in row if v == 'removed']
                rows = sum(len(rows) for rows in named.values())
                check(len(gone) > 10, '%d of %d rows are told to be removed'
                      % (len(gone), rows))
        check_parts(folder)
    finish()


main()
