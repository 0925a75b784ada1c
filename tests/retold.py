# retold.py - for tests: titles that name the largest rows of an edited table,
# counted again from its rows
#
# Each takes rows by header and tells what the title has to say, or None where
# nothing stands out and the title is the subject of the sheet.
import re

from seen import WORDS

SUBJECTS = {'Segments': 'Customer segmentation', 'Reasons': 'Contact reasons',
            'Channels': 'Contact channels', 'Hours': 'Hours of operation',
            'Demand': 'Demand by month'}

# edits that change such titles: by sheet, columns with what is typed into
# their first rows; None: nothing
TYPED = {
    'other rows become the largest': {
        'Segments': {'Share of revenue': [.1, .05, .6],
                     'High value': ['No', 'No']},
        'Reasons': {'Contacts': [100, 200, 90000, 70000]},
        'Channels': {'Share of contacts': [.1, .5]},
        'Hours': {'Attempts outside': [.01, .02, .145]},
        'Demand': {'Contacts': [900, 98765], 'New events add': [0, 12.5]}},
    'one row is the largest by far': {
        'Segments': {'High value': ['Yes', 'No'], 'Share of customers': [None]},
        'Reasons': {'Contacts': [1000000]},
        'Channels': {'Share of contacts': [.95]},
        'Hours': {'Attempts outside': [.5]},
        'Demand': {'New events add': [123456]}},
    'nothing stands out': {
        'Segments': {'Share of revenue': [.2] * 5},
        'Reasons': {'Contacts': [50000] * 10},
        'Channels': {'Share of contacts': [.2] * 5},
        'Hours': {'Attempts outside': [None] * 4},
        'Demand': {'Contacts': [30000] * 12, 'New events add': [0] * 12}},
    'nothing is known': {
        'Segments': {'Share of revenue': [None] * 5},
        'Reasons': {'Demand': [None]},
        'Channels': {'Share of contacts': [None] * 8},
        'Demand': {'Contacts': [None] * 12}},
    'some are alike, of one demand': {
        'Segments': {'Share of revenue': [.5, .5, 0, 0, 0],
                     'High value': ['No', 'No']},
        'Reasons': {'Contacts': [40000] + [20000] * 3 + [100] * 6,
                    'Demand': ['value'] + ['failure'] * 3},
        'Channels': {'Share of contacts': [.5, .5, 0, 0, 0]},
        'Hours': {'Attempts outside': [.1, .1]},
        'Demand': {'Contacts': [50000] * 3}},
    'some are alike, of mixed demand': {
        'Segments': {'High value': ['Yes'] * 5},
        'Reasons': {'Contacts': [40000] + [20000] * 3 + [100] * 6,
                    'Demand': ['value', 'failure', 'value', 'failure']}},
    'two thirds to the contact': {
        'Segments': {'Share of revenue': [.5] + [.125] * 4,
                     'High value': ['No', 'No']},
        'Reasons': {'Contacts': [30000, 30000] + [3750] * 8}},
}


def words(n):
    return WORDS[n] if n <= 10 else str(n)


def number(row, header):
    value = row[header]
    return value if isinstance(value, (int, float)) else None


def nearest(x):
    """halves upwards, as far as a number on paper tells"""
    return int(round(x, 6) + 0.5)


def named(row, header):
    return row[header] or ''


def largest(rows, header):
    """the first of those with the most above 0, or None"""
    known = [r for r in rows if (number(r, header) or 0) > 0]
    return max(known, key=lambda r: r[header], default=None), len(known)


def told_segments(rows):
    high = [r for r in rows if (r['High value'] or '').lower() == 'yes']
    shares = [number(r, 'Share of revenue') for r in high]
    if not high or len(high) == len(rows) or None in shares:
        if any(number(r, 'Share of revenue') is None for r in rows):
            return None
        high = [max(rows, key=lambda r: r['Share of revenue'])]
        shares = [high[0]['Share of revenue']]
        if round(shares[0], 9) < 0.5:
            return None
    revenue, k, n = sum(shares), len(high), len(rows)
    if round(revenue, 9) > 1 or round(revenue * n - k, 9) <= 0:
        return None
    customers = [number(r, 'Share of customers') for r in high]
    with_them = ''
    if None not in customers and 0 < sum(customers) < revenue:
        with_them = ', with %d%% of customers' % nearest(sum(customers) * 100)
    return '%s of %s segments bring%s %d%% of revenue%s' % (
        words(k).capitalize(), words(n), 's' * (k == 1),
        nearest(revenue * 100), with_them)


def told_failures(taken, left):
    """of those taken; nothing where it depends on which of those with as many
    contacts are taken"""
    last = taken[-1]['Contacts']
    alike = [r for r in taken + left if number(r, 'Contacts') == last]
    demands = [(r['Demand'] or '').lower() for r in alike]
    mixed = any(r['Contacts'] == last for r in left
                if number(r, 'Contacts')) and len(set(demands)) > 1
    k = len(taken)
    failures = [(r['Demand'] or '').lower() for r in taken]
    if mixed or '' in failures + demands:
        return ''
    f = failures.count('failure')
    if k == 1:
        return '; it is %s demand' % ('failure' if f else 'value')
    return {0: '; none of them is failure demand',
            k: '; all of them are failure demand'}.get(
                f, '; %s of the %s %s failure demand' % (
                    words(f), words(k), 'is' if f == 1 else 'are'))


def told_reasons(rows):
    rows = [r for r in rows if r.get('Contacts of its parts') is None]
    known = sorted((r for r in rows if number(r, 'Contacts') is not None),
                   key=lambda r: -r['Contacts'])
    total = sum(r['Contacts'] for r in known)
    k = part = 0
    while k < len(known) and round(3 * part - 2 * total, 6) < 0:
        part += known[k]['Contacts']
        k += 1
    if len(rows) < 4 or not k or k * 2 > len(rows):
        return None
    return '%s of %s reasons make%s %d%% of all contacts%s' % (
        words(k).capitalize(), words(len(rows)), 's' * (k == 1),
        nearest(part / total * 100), told_failures(known[:k], known[k:]))


def told_channels(rows):
    most, n = largest(rows, 'Share of contacts')
    if n < 2 or round(most['Share of contacts'] * n, 9) <= 1.2:
        return None
    return '%s takes %d%% of the contacts with a person' % (
        named(most, 'Channel'), nearest(most['Share of contacts'] * 100))


def told_hours(rows):
    most, _ = largest(rows, 'Attempts outside')
    if not most:
        return None
    share = round(most['Attempts outside'] * 100 + 1e-9, 1)
    return '%s: %s%% of the attempts come when it is closed' % (
        named(most, 'Hours'), re.sub(r'\.0$', '', str(share)))


def told_demand(rows):
    """a row that LibreOffice's user adds has no sum, and is no largest here"""
    every = [{**r, 'all': (number(r, 'Contacts') or 0) +
              (number(r, 'New events add') or 0)} for r in rows]
    most, _ = largest(every, 'all')
    mean = sum(r['all'] for r in every) / 12
    above = nearest(most['all'] / mean * 100 - 100) if most else 0
    if above < 10:
        return None
    return '%s brings %d%% more contacts than an average month: ' \
        '%s against %s' % (named(most, 'Month'), above, *(
            '{:,}'.format(nearest(x)) for x in (most['all'], mean)))


TELLERS = {'Segments': told_segments, 'Reasons': told_reasons,
           'Channels': told_channels, 'Hours': told_hours,
           'Demand': told_demand}


def wrong(sheet, title, rows):
    """what is wrong with the title, as a list"""
    said = TELLERS[sheet](rows) or SUBJECTS[sheet]
    return [] if title == said else ['%r, counted %r' % (title, said)]
