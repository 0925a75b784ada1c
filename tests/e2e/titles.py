#!/usr/bin/python3
# titles.py - every figure in a title of a sheet or a chart, counted again
#
# Of plans that bring every state about, the titles are held against the rows of
# the table under them, which a reader of the workbook sees as well. A title that
# holds a figure and has no pattern here fails: a new title needs its check. So
# does a pattern that no plan brings about.
import calendar
import datetime
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, check, finish, sample)

WORDS = 'none one two three four five six seven eight nine ten'.split()
# what a title may say in the place of digits
FIGURE = re.compile(r'\d|\b(?:%s)\b' % '|'.join(
    WORDS + ['no', 'every', 'each', 'all', 'both', 'half', 'nobody', 'never']),
    re.IGNORECASE)
MONTHS = list(calendar.month_name)
# titles and notes of charts whose words only look like a figure
SUBJECTS = {
    'Contacts a year by reason, and share of all contacts',
    'How much of each section is written down',
    'Programs that each watched task took',
    'Where each reason belongs',
    'Solid: readings. Dashed: the plan, straight from baseline to target. '
    'Number: the latest reading less the plan of that day. Measures of one '
    'unit have one scale; “from” tells where it is cut.',
    'Of all channels, with self-service'}

# --- a sheet as its reader sees it -------------------------------------------


class Table:
    """the rows of a sheet, by header without its unit"""

    def __init__(self, sheet):
        self.rows, self.total = [], {}
        for table in sheet.tables.values():
            left, top, right, last = openpyxl.utils.cell.range_boundaries(
                table.ref)
            head = [sheet.cell(top, c).value.split(',')[0]
                    for c in range(left, right + 1)]
            for r in range(top + 1, last + 1):
                row = {}
                for key, cell in zip(head, sheet[r]):
                    row.setdefault(key, cell.value)
                if sheet.cell(r, 1).value == 'Total':
                    self.total = row
                elif sheet.cell(r, 1).value is not None:
                    self.rows.append(row)

    def where(self, **wanted):
        return [r for r in self.rows
                if all(r[k.replace('_', ' ')] == v for k, v in wanted.items())]

    def with_any(self, *keys):
        return [r for r in self.rows
                if any(r[k] not in (None, '') for k in keys)]

    def states(self, symbols, key='State'):
        return [r for r in self.rows if (r[key] or ' ')[0] in symbols]


class Book:
    """the tables by sheet, and the titles: sheet, text, chart or None"""

    def __init__(self, path, as_of):
        self.as_of = datetime.datetime.strptime(as_of, '%Y-%m-%d')
        self.book = openpyxl.load_workbook(path, data_only=True)
        self.tables = {s.title: Table(s) for s in self.book}
        self.titles, self.days = [], []
        for sheet in self.book:
            if sheet.sheet_state != 'visible' or sheet.title == 'Review':
                continue
            self.titles.append((sheet.title, sheet['A1'].value, None))
            for chart in sheet._charts:
                self.add_chart(sheet, chart)
        self.add_weeks()

    def add_chart(self, sheet, chart):
        """its title and its note, in the cells above it; or in itself"""
        row = chart.anchor._from.row + 1
        column = chart.anchor._from.col + 1
        for r in (row - 2, row - 1):
            text = sheet.cell(r, column).value
            if text and r > 1 and ('chart of ' + sheet.title, text) not in [
                    t[:2] for t in self.titles]:
                self.titles.append(('chart of ' + sheet.title, text, chart))

    def add_weeks(self):
        """the title of each grid, and its row of sums"""
        sheet = self.book['Week']
        title = None
        for row in sheet.iter_rows(min_row=6, values_only=True):
            if row[0] and ' they want in ' in row[0]:
                title = row[0]
            elif row[0] in calendar.day_name and len(self.days) < 7:
                self.days.append(row)
            elif row[0] == 'Week' and title:
                self.titles.append(('grid of Week', title, row))

    def rows(self, sheet):
        return self.tables[sheet].rows

    def points(self, chart, series):
        """names and values of the bars, as they stand in the cells"""
        found = chart.series[series]
        return list(zip(self.cells((found.cat.strRef or found.cat.numRef).f),
                        self.cells(found.val.numRef.f)))

    def cells(self, reference):
        sheet, _, area = reference.rpartition('!')
        cells = self.book[sheet.strip("'")][area.replace('$', '')]
        return [c.value for row in cells for c in row] \
            if isinstance(cells, tuple) else [cells.value]


# --- what is counted ---------------------------------------------------------
# Each returns the figures of the title, by their names in its patterns.


def parts(some, of):
    return {'k': len(some), 'n': len(of)}


def objectives(book, *_):
    rows = book.tables['Strategy'].where(Level='Objective')
    return parts([r for r in rows if r['Measures']], rows)


def tiers(book, *_):
    rows = book.rows('Segments')
    listed = {name for r in book.rows('Tiers')
              for name in (r['Segments'] or '').split(', ')}
    return parts([r for r in rows if r['Tier'] and r['Segment'] in listed],
                 rows)


def segments(book, *_):
    rows = book.rows('Segments')
    high = book.tables['Segments'].where(High_value='Yes')
    if not high or len(high) == len(rows):
        high = [max(rows, key=lambda r: r['Share of revenue'] or 0)]
    return {'k': len(high), 'n': len(rows),
            'revenue': percent(sum(r['Share of revenue'] for r in high)),
            'customers': percent(sum(r['Share of customers'] or 0
                                     for r in high))}


def segment_charts(book, said, *_):
    rows = book.rows('Segments')
    if 'name' in said:
        row, = book.tables['Segments'].where(Segment=said['name'])
        return {'name': said['name'],
                'customers': percent(row['Share of customers']),
                'revenue': percent(row['Share of revenue'])}
    shares = [(r['Growth'], r['Share of revenue'] or 0) for r in rows]
    return {'revenue': percent(sum(s for g, s in shares if g == 'High') /
                               sum(s for g, s in shares))}


def whole_reasons(book):
    """the reasons that are no part of another, the largest first"""
    rows = [r for r in book.rows('Reasons') if r['Contacts'] is not None]
    return sorted(rows, key=lambda r: -r['Contacts'])


def reasons(book, *_):
    rows = whole_reasons(book)
    total = sum(r['Contacts'] for r in rows)
    n = share = 0
    while share < 2 / 3:
        share += rows[n]['Contacts'] / total
        n += 1
    failures = [r for r in rows[:n] if r['Demand'] == 'Failure']
    told = all(r['Demand'] for r in rows[:n])
    return {'k': n, 'n': len(rows), 'share': percent(share), 'same': n,
            'f': len(failures) if told else None}


def pareto(book, _, chart):
    """the note, once each bar is told with its share and its plan"""
    rows = whole_reasons(book)
    total = sum(r['Contacts'] for r in rows)
    rest = list(rows)
    for (name, contacts), row in zip(book.points(chart, 0), rows):
        change = row['Planned change']
        said = '%s (%d%%%s)' % (row['Reason'], percent(contacts / total),
                                '' if change is None else ', plan %s%d%%' % (
            '−' if change < 0 else '+' if change else '',
            percent(abs(change))))
        if name != said or contacts != row['Contacts']:
            assert ' more (' in name, (name, said)
            said = '%d more (%d%%)' % (len(rest), percent(
                sum(r['Contacts'] for r in rest) / total))
            assert name == said, (name, said)
            break
        rest.remove(row)
    return {'failure': percent(sum(r['Contacts'] for r in rows
                                   if r['Demand'] == 'Failure') / total),
            'n': len(rest), 'rest': percent(
                sum(r['Contacts'] for r in rest) / total)}


def channel_share(book, *_):
    """the largest of the channels with a person, and its share of them"""
    rows = [r for r in book.tables['Channels'].where(Assisted='Yes',
                                                     Status='Current')
            if r['Contacts']]
    most = max(rows, key=lambda r: r['Contacts'])
    return {'name': most['Channel'], 'share': percent(
        most['Contacts'] / sum(r['Contacts'] for r in rows))}


def channel_charts(book, said, chart):
    """of the channels with a person, or what all of them cost"""
    if 'wanted' not in said:
        rows = [r for r in book.rows('Channels') if r['Cost']]
        most = max(rows, key=lambda r: r['Cost'])
        return {'name': most['Channel'], 'share': percent(
            most['Cost'] / sum(r['Cost'] for r in rows))}
    rows = {r['Channel']: r['Contacts'] for r in book.tables[
        'Channels'].where(Assisted='Yes', Status='Current')
        if r['Contacts'] is not None}
    wanted = dict.fromkeys(rows, 0)
    segments_of = book.rows('Segments')
    alike = any(r['Share of customers'] is None for r in segments_of)
    for segment in segments_of:
        weight = 1 if alike else segment['Share of customers']
        for name, share in re.findall(r'(?:^|, )(.+?) ([\d.]+)%(?=, |$)',
                                      segment['Preferred channels'] or ''):
            if name in rows:
                wanted[name] += weight * float(share)
    shares = {name: (wanted[name] / sum(wanted.values()),
                     rows[name] / sum(rows.values())) for name in rows}
    for series in 0, 1:
        for name, share in book.points(chart, series):
            assert abs(shares[name][series] - share) < 1e-9, (name, share)
    name = max(shares, key=lambda n: shares[n][0] - shares[n][1])
    return {'name': name, 'wanted': percent(shares[name][0]),
            'used': percent(shares[name][1])}


def hours(book, *_):
    most = max((r for r in book.rows('Hours') if r['Attempts outside']),
               key=lambda r: r['Attempts outside'])
    return {'name': most['Hours'],
            'share': float('%.12g' % (most['Attempts outside'] * 100))}


def coverage(book, *_):
    rows = [r for r in book.tables['Coverage'].states('●▲■')
            if r['State'] != '● Answer promised']
    return parts([r for r in rows if r['Covered'] < 0.995], rows)


def grid(book, said, row):
    over, = [r['Covered'] for r in book.tables['Coverage'].where(
        Segment=said['segment'], Channel=said['channel'])]
    whole = said['open'] == 'all' and row[51] == row[50]
    return {**said, 'open': 'all' if whole else row[51], 'wanted': row[50],
            'percent': shown(over * 100)}


def week(book, said, *_):
    """the closed span of the first grid, in hours, on one of its days"""
    if not said:
        return coverage(book)
    grids = [(text, row) for at, text, row in book.titles
             if at == 'grid of Week']
    spans = [row[53] for row in book.days]
    title = '%s: %s' % (said['segment'], said['channel'])
    length = HOURS.get(said['time']) or \
        number_of(said['time'].split()[0])
    return {**said, 'segment': said['segment'] if grids[0][0].startswith(
        title) else grids[0][0], 'time': said['time'] if any(
        length_of(span) == length for span in spans) else spans}


HOURS = {'an hour': 1, 'half an hour': 0.5}


def length_of(spans):
    """the hours of 18–20:30"""
    found = re.fullmatch(r'(\d\d)(?::(\d\d))?–(\d\d)(?::(\d\d))?', spans or '')
    if not found:
        return None
    a, b, c, d = (int(g or 0) for g in found.groups())
    return c + d / 60 - a - b / 60


def measures(book, *_):
    """of the headline measures, where there are any"""
    rows = book.tables['Measures'].where(Headline='Yes') or \
        book.rows('Measures')

    def of(symbols):
        return len([r for r in rows if r['State'][0] in symbols])
    return {'k': of('●✓'), 'off': of('▲■'), 'idle': of('○'), 'n': len(rows)}


def stale(book, *_):
    return parts(book.tables['Measures'].where(Stale='Yes'),
                 book.rows('Measures'))


def insights(book, *_):
    return parts(book.tables['Intelligence'].states('✓'),
                 book.rows('Intelligence'))


def actions(book, *_):
    rows = [r for r in book.rows('Actions')
            if r['Status'] not in ('Done', 'Cancelled')]
    day = book.as_of + datetime.timedelta(90)
    until = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    waiting = [r for r in book.tables['Actions'].where(Status='Not started')
               if r['Due'] and book.as_of <= r['Due'] <= until]
    return {'open': len(rows), 'waiting': len(waiting),
            'month': MONTHS[until.month],
            'k': len([r for r in rows if r['Due'] and r['Due'] < book.as_of])}


def decisions(book, *_):
    rows = [r for r in book.rows('Decisions')
            if r['Outcome'] not in ('Approved', 'Rejected', 'Deferred')]
    known = all(r['Amount'] for r in rows)
    return {'k': len(rows),
            'money': sum(r['Amount'] for r in rows) if known else None}


def case(book, *_):
    rows = {r['id']: r for r in book.rows('Business case')}
    spent = sum(r['Amount'] for r in book.tables['Investments'].states('✓◆')
                if r['Amount'])
    gaps = sum(r['Value at risk'] or 0 for r in book.rows('Gaps'))
    saved = sum(r['Saving'] or 0 for r in book.rows('Reasons'))
    months = rows['payback']['Months'] if 'payback' in rows else None
    return {'spent': spent, 'risk': gaps, 'saved': round(saved),
            'months': max(1, round(months)) if months else None}


def gaps(book, *_):
    rows = [r for r in book.rows('Gaps') if r['Value at risk']]
    return {'k': len(rows), 'n': len(book.rows('Gaps')),
            'money': sum(r['Value at risk'] for r in rows)}


def investments(book, *_):
    table = book.tables['Investments']
    return {'given': sum(r['Amount'] or 0 for r in table.states('✓')),
            'asked': sum(r['Amount'] or 0 for r in table.states('◆'))}


def events(book, *_):
    rows = [r for r in book.rows('Calendar')
            if r['In the next 90 days'] == 'Yes']
    return {'k': len(rows), 'late': len(
        [r for r in rows if r['State'] != '● Told in time'])}


def demand(book, *_):
    rows = book.rows('Demand')
    most = max(rows, key=lambda r: r['In all'])
    mean = sum(r['In all'] for r in rows) / 12
    return {'month': most['Month'], 'most': round(most['In all']),
            'mean': round(mean),
            'more': round(most['In all'] / mean * 100 - 100)}


def staffing(book, *_):
    rows = [r for r in book.rows('Staffing') if r['Contacts'] and
            not r['Tier'] and r['On duty']]
    most = max(rows, key=lambda r: r['On duty'])
    return {'name': most['Channel'], 'k': most['On duty']}


def staffing_months(book, *_):
    rows = [r for r in book.rows('Staffing by month')
            if r['Channel'] == staffing(book)['name']]
    most = max(rows, key=lambda r: r['On duty'])
    return {'name': most['Channel'], 'month': most['Month'],
            'k': most['On duty']}


def touchpoints(book, *_):
    rows = book.rows('Contact map')
    return parts([r for r in rows if r['Issues']], rows)


def programs(book, *_):
    rows = [r for r in book.rows('Technology') if r['Programs']]
    most = max(rows, key=lambda r: r['Programs'])
    return {'name': most['Task'], 'k': most['Programs']}


def roadmap(book, *_):
    rows = book.rows('Roadmap')
    return parts([r for r in rows if r['Due'] and r['Due'] < book.as_of],
                 rows)


def questions(book, *_):
    rows = book.rows('Questions')
    return {**parts(book.tables['Questions'].states('✓'), rows),
            'idle': len(book.tables['Questions'].states('○'))}


def findings(book, *_):
    """by severity; those of a warning that are advice are counted there"""
    found = {'errors': 0, 'warnings': 0, 'advice': 0}
    for row in book.tables['Findings'].where(Waived='No'):
        advice = row['Of them advice'] or 0
        key = {'■': 'errors', '▲': 'warnings', '○': 'advice'}[
            row['Severity'][0]]
        found[key] += row['Places'] - advice
        found['advice'] += advice
    return found


def readiness(book, *_):
    rows = [r for r in book.rows('Readiness') if r['Written'] is not None]
    least = min(rows, key=lambda r: r['Written'])
    mean = sum(r['Written'] for r in rows) / len(rows)
    return {'plan': int(mean * 100 + 1e-6), 'name': least['Section'],
            'least': int(least['Written'] * 100 + 1e-6)}


# --- titles ------------------------------------------------------------------

# what a title names; all else is a figure
NAMES = {'name': '.+', 'segment': '.+?', 'channel': '.+', 'month': r'[A-Z]\w+',
         'time': r'(?:half )?an hour|\w+ (?:hours|minutes)'}


def percent(share):
    return round(share * 100)


def shown(number):
    """as many digits as a title shows"""
    return float('%.3g' % number)


def number_of(text):
    """1,200; £1,200; 12.5%; twelve words; else the text itself"""
    if text.lower() in WORDS:
        return WORDS.index(text.lower())
    bare = re.sub(r'^\D*(?=\d)|[,%]', '', text)
    return float(bare) if re.fullmatch(r'\d+(\.\d+)?', bare) else text


def pattern(text):
    """{k} stands for a figure or a name; the rest as in a regular expression"""
    return re.compile(re.sub(
        r'\{(\w+)\}', lambda m: '(?P<%s>%s)' % (
            m[1], NAMES.get(m[1], r'[A-Za-z]+|\D{0,4}[\d,.]+%?')), text))


def same(said, counted):
    if isinstance(said, float) and isinstance(counted, (int, float)):
        return abs(said - counted) < 1e-6
    return said == counted


# by sheet: what is counted, then the titles with the figures that these fix
TITLES = {
    'Strategy': (objectives, {
        'No objective has a measure yet': {'k': 0},
        '{k} of {n} objectives ha(?:s|ve) a measure': {},
        'Every objective has a measure': {'k': 'n'}}),
    'Tiers': (tiers, {
        'No segment belongs to a tier yet': {'k': 0},
        '{k} of {n} segments belongs? to a tier': {},
        'Every segment belongs to a tier': {'k': 'n'}}),
    'Segments': (segments, {
        '{k} of {n} segments brings? {revenue} of revenue': {},
        '{k} of {n} segments brings? {revenue} of revenue, with {customers} '
        'of customers': {}}),
    'chart of Segments': (segment_charts, {
        'Segments of high growth bring {revenue} of revenue': {},
        '{name}: {customers} of customers, {revenue} of revenue':
            {}}),
    'Reasons': (reasons, {
        '{k} of {n} reasons makes? {share} of all contacts': {},
        '{k} of {n} reasons makes? {share} of all contacts; '
        'none of them is failure demand': {'f': 0},
        '{k} of {n} reasons makes? {share} of all contacts; '
        'it is failure demand': {'k': 1, 'f': 1},
        '{k} of {n} reasons makes? {share} of all contacts; '
        'it is value demand': {'k': 1, 'f': 0},
        '{k} of {n} reasons makes? {share} of all contacts; '
        'all of them are failure demand': {'f': 'k'},
        '{k} of {n} reasons makes? {share} of all contacts; '
        '{f} of the {same} (?:is|are) failure demand': {}}),
    'chart of Reasons': (pareto, {
        '(?:Dark: failure demand, {failure} of contacts. Gray: value demand. )?'
        '(?:Outlined: planned. )?(?:The other {n} reasons make {rest}.)?':
            {}}),
    'Channels': (channel_share, {
        '{name} takes {share} of the contacts with a person': {}}),
    'chart of Channels': (channel_charts, {
        '{name}: preferred by {wanted} of customers, {used} of contacts': {},
        '{name} takes {share} of what contacts cost': {}}),
    'Hours': (hours, {
        '{name}: {share} of the attempts come when it is closed': {}}),
    'Coverage': (coverage, {
        'Every channel is open at all hours that customers want': {'k': 0},
        '{k} of {n} pairs of segment and channel lacks? hours that customers '
        'want': {},
        'Every pair of segment and channel lacks hours that customers want':
            {'k': 'n'}}),
    'Week': (week, {
        'We are open at all times that customers want': {'k': 0},
        '{channel} (?:closes|opens) {time} too (?:early|late) for {segment}'
        '(?: on .+|, and .+)?': {}}),
    'grid of Week': (grid, {
        '{segment}: {channel} is open for {open} of the {wanted} hours they '
        'want in this week, and for {percent} over the period': {}}),
    'Measures': (measures, {
        'No headline measure is on track': {'k': 0},
        '{k} of {n} headline measures (?:is|are) on track': {},
        'Every headline measure is on track': {'k': 'n'},
        'No headline measure can be compared with its target yet':
            {'idle': 'n'},
        'No measure is on track': {'k': 0},
        '{k} of {n} measures (?:is|are) on track': {},
        'Every measure is on track': {'k': 'n'},
        'No measure can be compared with its target yet': {'idle': 'n'}}),
    'Readings': (stale, {
        '{k} of {n} measures ha(?:s|ve) gone without a reading for two '
        'periods': {},
        'Every measure has gone without a reading for two periods':
            {'k': 'n'}}),
    'Intelligence': (insights, {
        'No insight has been acted on yet': {'k': 0},
        '{k} of {n} insights ha(?:s|ve) been acted on': {},
        'Every insight has been acted on': {'k': 'n'}}),
    'Actions': (actions, {
        'No action is open': {'open': 0},
        'No action is overdue': {'k': 0, 'waiting': 0},
        'No action is overdue; {waiting} that (?:is|are) due by the end of '
        '{month} ha(?:s|ve) not started': {'k': 0},
        '{k} actions? (?:is|are) overdue': {'waiting': 0},
        '{k} actions? (?:is|are) overdue; {waiting} that (?:is|are) due by '
        'the end of {month} ha(?:s|ve) not started': {}}),
    'Decisions': (decisions, {
        'No decision is waiting for an answer': {'k': 0},
        '{k} decisions? worth {money} waits? for an answer': {},
        '{k} decisions? waits? for an answer': {'money': None}}),
    'Business case': (case, {
        'Investments of {spent} pay back within a month or so': {'months': 1},
        'Investments of {spent} pay back in {months} months': {},
        'The targets save {saved} a year': {'months': None},
        '{risk} a year is at risk': {'saved': 0}}),
    'Gaps': (gaps, {
        '{k} gaps? puts? {money} a year at risk': {}}),
    'Investments': (investments, {
        '{given} is approved, {asked} more is asked for': {},
        '{asked} is asked for': {'given': 0},
        '{given} is approved': {'asked': 0}}),
    'Calendar': (events, {
        'No event is known for the next 90 days': {'k': 0},
        '{k} events? in the next 90 days, (?:all )?announced in time':
            {'late': 0},
        '{k} event in the next 90 days, not announced in time': {'late': 1},
        '{k} events in the next 90 days, {late} not announced in time': {}}),
    'Demand': (demand, {
        '{month} brings {more} more contacts than an average month: '
        '{most} against {mean}': {}}),
    'Staffing': (staffing, {
        '{name} needs {k} agents? on duty in its busiest interval': {}}),
    'Staffing by month': (staffing_months, {
        '{month} is the peak: {k} agents on duty on {name}': {}}),
    'Contact map': (touchpoints, {
        'No touchpoint has known trouble': {'k': 0},
        '{k} of {n} touchpoints ha(?:s|ve) known trouble': {},
        'Every touchpoint has known trouble': {'k': 'n'}}),
    'Technology': (programs, {
        'Staff need up to {k} programs for one task': {}}),
    'Roadmap': (roadmap, {
        '{k} of {n} items of the roadmap (?:is|are) past (?:its|their) dates?':
            {},
        'Every item of the roadmap is past its date': {'k': 'n'}}),
    'Questions': (questions, {
        'No question has been discussed yet': {'idle': 'n'},
        'No question is met yet': {'k': 0},
        '{k} of {n} questions (?:is|are) met': {},
        'Every question is met': {'k': 'n'}}),
    'Findings': (findings, {
        '{errors} errors? (?:is|are) to be mended before the plan can be '
        'trusted': {},
        'No errors; {warnings} warnings? (?:is|are) worth a look':
            {'errors': 0},
        'No errors or warnings; {advice} pieces? of advice':
            {'errors': 0, 'warnings': 0}}),
    'Readiness': (readiness, {
        '{plan} of the strategy is written down; the least ready is {name} '
        'with {least}': {},
        '{plan} of the strategy is written down': {'least': 'plan'}}),
}


def is_figured(text):
    return FIGURE.search(text) and text not in SUBJECTS


def verify(book, sheet, text, seen, used):
    """what is wrong with a title, or None"""
    counter, patterns = TITLES.get(sheet, (None, {}))
    for key, fixed in patterns.items():
        found = pattern(key).fullmatch(text)
        if not found:
            continue
        said = {k: v if k in NAMES else number_of(v)
                for k, v in found.groupdict().items() if v is not None}
        counted = counter(book, said, seen)
        used.add((sheet, key))
        wrong = {k: counted.get(k) for k, v in said.items()
                 if not same(v, counted.get(k))}
        wrong.update({k: counted[k] for k, v in fixed.items()
                      if counted[k] != counted.get(v, v)})
        return 'counted %s' % wrong if wrong else None
    return 'no check is known' if is_figured(text) else None


# --- plans -------------------------------------------------------------------


def retail():
    return plans.read((plans.TOP / 'examples/retail.yaml').read_text())


def golden(name):
    return plans.read((plans.TOP / 'tests/golden' / name).read_text())


def let(items, first, some, others=None):
    """sets keys of the first items, others of the rest; None: takes away"""
    for i, item in enumerate(items.values()):
        for key, value in (some if i < first else others or {}).items():
            item.pop(key, None)
            if value is not None:
                item[key] = value


def so_many(k):
    """k of all that is counted; 99: every one"""
    plan = retail()
    let(plan['strategy']['objectives'], k, {}, {'measures': None})
    belong = list(plan['segments'])[:k]
    for tier in plan['service_tiers'].values():
        tier['segments'] = [s for s in tier['segments'] if s in belong]
    let(plan['intelligence'], k, {'status': 'acted'},
        {'status': 'declined', 'action': None})
    let(plan['actions'], k,
        {'status': 'not_started', 'due': '2026-06-01', 'start': None,
         'percent': None, 'completed': None},
        {'status': 'not_started', 'due': '2027-03-01' if k else '2026-08-01',
         'start': None, 'percent': None, 'completed': None})
    let(plan['decisions'], k, {'outcome': 'open', 'decided': None},
        {'outcome': 'rejected', 'decided': '2026-05-01'})
    let(plan['investments'], k, {'decided': 'asked', 'amount': '1000000'},
        {'decided': 'approved' if k else 'rejected'})
    let(plan['gaps'], k, {}, {'value_at_risk': None})
    let(plan['calendar'], k,
        {'start': '2026-08-01', 'end': '2026-08-09', 'repeats': None,
         'told_contact_center': None},
        {'start': '2027-02-01', 'end': '2027-02-09', 'repeats': None,
         'told_contact_center': None})
    let(plan['contact_map'], k,
        {'issues': [{'kind': 'blind_spot', 'note': 'Dark'}]},
        {'issues': None})
    let(plan['technology']['roadmap'], k, {'due': '2026-05-01'})
    questions_of = re.findall(r'^  ([a-z-]+)  ', plans.ces(
        ['explain', 'questions']).stdout, re.M)
    plan['questions'] = {q: {} for q in questions_of}
    let(plan['questions'], k, {'answer': 'met', 'evidence': 'Seen'},
        {'answer': 'unmet', 'evidence': 'Seen'})
    read(plan, k)
    return plan


def read(plan, k, month='2026-06'):
    """so many measures have reached their target, the others have begun"""
    for i, measure in enumerate(plan['measures'].values()):
        if 'target' in measure and 'baseline' in measure:
            measure['actuals'] = [{
                'period': month, 'value': measure[
                    'target' if i < k else 'baseline']['value']}]


def over():
    """after the period; decisions without amounts, no action is open"""
    plan = retail()
    let(plan['decisions'], 2, {'outcome': 'open', 'amount': None})
    let(plan['actions'], 99, {'status': 'done', 'completed': '2026-06-01',
                              'percent': None})
    let(plan['investments'], 99, {'decided': 'approved', 'amount': '1000'})
    let(plan['measures'], 99, {'headline': None})
    read(plan, 0, '2027-05')
    return plan


def open_always():
    """hours, shares and states that leave nothing to be said"""
    plan = retail()
    let(plan['hours'], 99, {'weekly': '24/7', 'seasons': None,
                            'exceptions': None, 'demand_outside': None})
    let(plan['segments'], 99, {'share': None, 'customers': None})
    plan['measures'] = {'csat': plan['measures']['satisfaction']}
    let(plan['measures'], 99, {'headline': None})
    read(plan, 1)
    let(plan['contact_reasons'], 99, {'demand': None})
    let(plan['intelligence'], 99, {'status': 'acted'})
    roadmap_of = plan['technology']['roadmap']
    roadmap_of['late'] = {**roadmap_of['one-customer-view'], 'name': 'Late',
                          'due': '2026-05-01'}
    return plan


def unread():
    """no measure has a reading yet"""
    plan = retail()
    let(plan['measures'], 99, {'actuals': None})
    let(plan['contact_reasons'], 1, {'demand': 'value', 'volume':
                                     {'phone': '1000000'}})
    return plan


def advised():
    """sound, but for the date of a review"""
    plan = plans.read(plans.SOUND.read_text())
    let(plan['hours'], 1, {'reviewed': None})
    return plan


def many():
    """30 reasons, the largest of them most of all contacts"""
    plan = retail()
    plan['contact_reasons'] = {
        'r%d' % i: {'name': 'Reason number %d' % i, 'economics': 'cost',
                    'demand': 'value' if i % 3 else 'failure',
                    'volume': {'phone': str(round(1000000 / (i + 1) ** 3)),
                               'chat': str(100 + i)}} for i in range(30)}
    return plan


PLANS = {
    'none': (lambda: so_many(0), '2026-06-30'),
    'one': (lambda: so_many(1), '2026-06-30'),
    'two': (lambda: so_many(2), '2026-06-30'),
    'every': (lambda: so_many(99), '2026-06-30'),
    'many': (many, '2026-06-30'),
    'over': (over, '2027-06-30'),
    'open': (open_always, '2026-06-30'),
    'unread': (unread, '2026-06-30'),
    'states': (lambda: golden('measures/states.yaml'), '2026-06-30'),
    'advised': (advised, '2026-06-30'),
    'parts': (lambda: plans.read((plans.TOP / 'tests/parts.yaml').read_text()),
              '2026-06-30'),
}


def exported(folder, name):
    """the book of a sample, or of one of the plans above"""
    if name in SAMPLES:
        return Book(sample(folder, name), '2026-06-30')
    make, as_of = PLANS[name]
    plan, path = make(), os.path.join(folder, name + '.yaml')
    plan['plan'].pop('as_of', None)
    with open(path, 'w') as file:
        file.write(plans.written(plan))
    done = plans.ces(['export', '--quiet', '--as-of', as_of, path, '-o',
                      path[:-5] + '.xlsx'])
    if done.returncode:
        print('# ' + done.stderr)
    return Book(path[:-5] + '.xlsx', as_of)


def main():
    used, n = set(), 0
    with tempfile.TemporaryDirectory() as folder:
        for name in [*SAMPLES, *PLANS]:
            book, bad = exported(folder, name), []
            for sheet, text, seen in book.titles:
                n += bool(is_figured(text))
                wrong = verify(book, sheet, text, seen, used)
                if wrong:
                    bad.append('%s: %r: %s' % (sheet, text, wrong))
            check(not bad, '%s: titles say what their tables hold' % name)
            for item in bad:
                print('# ' + item)
    unmet = [(sheet, key) for sheet, (_, patterns) in TITLES.items()
             for key in patterns if (sheet, key) not in used]
    check(not unmet, 'every title is met with: %d, %d of them' % (
        len(used), n))
    for item in unmet:
        print('# %s: %s' % item)
    finish()


main()
