# counted.py - for tests: what the titles of a workbook tell, counted again
#
# Nothing is known here of how the program works it out: a sheet is read as its
# reader sees it, and a figure is counted from the rows of the table under it.
import calendar
import datetime
import re

import openpyxl

WORDS = 'none one two three four five six seven eight nine ten'.split()
MONTHS = list(calendar.month_name)


class Rounded(float):
    """£163k: near enough to what is half of its last digit away"""

    def __new__(cls, digits, unit):
        factor = {'k': 1e3, 'm': 1e6}[unit]
        made = super().__new__(cls, float(digits) * factor)
        made.near = factor * 10.0 ** -len(digits.partition('.')[2]) / 2
        return made


def number_of(text):
    """1,200; £1,200; 12.5%; twelve words; else the text itself"""
    if text.lower() in WORDS + ['no']:
        return 0 if text.lower() == 'no' else WORDS.index(text.lower())
    short = re.fullmatch(r'\D{1,4}([\d.,]+)([km])', text)
    if short:
        return Rounded(short[1].replace(',', ''), short[2])
    bare = re.sub(r'^\D*(?=\d)|[,%]', '', text)
    return float(bare) if re.fullmatch(r'\d+(\.\d+)?', bare) else text


def percent(share):
    return round(share * 100)


def shown(number):
    """as many digits as a title shows"""
    return float('%.3g' % number)


# --- a sheet as its reader sees it -------------------------------------------


# tables that stand below another, whose sheet has its name
BELOW = {'gaps': 'Gaps'}


class Table:
    """the rows of a table, by header without its unit"""

    def __init__(self, sheet, key):
        self.rows, self.total, self.title = [], {}, None
        for table in sheet.tables.values():
            if BELOW.get(table.name, sheet.title) != key:
                continue
            left, top, right, last = openpyxl.utils.cell.range_boundaries(
                table.ref)
            head = [sheet.cell(top, c).value.split(',')[0]
                    for c in range(left, right + 1)]
            self.title = sheet.cell(top - 1, 1).value
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
        self.tables = {s.title: Table(s, s.title) for s in self.book}
        case = self.book['Business case']
        self.tables.update({key: Table(case, key) for key in BELOW.values()})
        self.titles, self.days = [], []
        for sheet in self.book:
            if sheet.sheet_state != 'visible' or sheet.title == 'Review':
                continue
            self.titles.append((sheet.title, sheet['A1'].value, None))
            for chart in sheet._charts:
                self.add_chart(sheet, chart)
        self.titles += [(key, self.tables[key].title, None)
                        for key in BELOW.values() if self.tables[key].title]
        self.add_weeks()
        self.add_review()

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

    def add_review(self):
        """its titles of blocks are those in large bold letters"""
        for row in self.book['Review'].iter_rows(min_row=4):
            self.titles += [('Review', c.value, None) for c in row
                            if isinstance(c.value, str) and c.font.b and
                            c.font.sz >= 12]

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
    clock = r'(\d\d)(?::(\d\d))?'
    found = re.fullmatch(clock + '–' + clock, spans or '')
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


# --- the first page ----------------------------------------------------------


def review(book, said, *_):
    """the figures of all of its titles"""
    return {**review_decisions(book, said), **review_actions(book),
            **review_measures(book), **review_reasons(book, said),
            **review_rest(book)}


def review_decisions(book, said):
    """open ones, investments that none is about, and the plan's approval"""
    rows = [r for r in book.rows('Decisions')
            if r['Outcome'] not in ('Approved', 'Rejected', 'Deferred')]
    more = [r for r in book.tables['Investments'].states('◆')
            if not r['Decision']]
    due = [r['Decide by'] for r in rows if r['Decide by']]
    return {'asked': len(rows) + len(more) +
            (book.book['Review']['R1'].value == 'In review'),
            'amount': sum(r['Amount'] or 0 for r in rows + more),
            'day': long_day(min(due), book.as_of, said) if due else None}


def long_day(day, as_of, said):
    """its year may stand there, and does where it is another"""
    year = ' %d' % day.year
    told = day.year != as_of.year or said.get('day', '').endswith(year)
    return '%d %s%s' % (day.day, MONTHS[day.month], year if told else '')


def review_actions(book):
    rows = book.rows('Actions')
    return {'actions': len(rows), 'late': actions(book)['k'],
            'unowned': len([r for r in rows if not r['Owner']])}


def review_measures(book):
    rows = book.tables['Measures'].where(Headline='Yes')

    def of(symbols):
        return len([r for r in rows if r['State'][0] in symbols])
    return {'headline': len(rows), 'good': of('●✓'), 'off': of('▲■'),
            'idle': of('○'), 'unread': len(
                [r for r in rows if r['State'] == '○ No reading']),
            'chance': len([r for r in rows if (r['Way to target'] or 0) > 0 and
                           (r['Is the change real?'] or '').startswith(
                               'may be chance')])}


def review_reasons(book, said):
    rows = whole_reasons(book)
    total = sum(r['Contacts'] for r in rows)

    def of(key, word):
        return percent(sum(r['Contacts'] for r in rows if r[key] == word) /
                       total)
    if not total:
        return {}
    share = rows[0]['Contacts'] / total
    part = said.get('part')
    near = part and abs(share - PARTS[part]) < 0.0101
    return {'name': rows[0]['Reason'], 'share': percent(share),
            'part': part if near else share,
            'failure': of('Demand', 'Failure'),
            'unwanted': of('Quadrant', 'Eliminate')}


PARTS = {'two in three': 2 / 3, 'half': 0.5, 'half of all': 0.5,
         'one in three': 1 / 3, 'one in four': 0.25, 'one in five': 0.2}


def review_rest(book):
    coming = [r['State'] for r in book.rows('Calendar')
              if r['In the next 90 days'] == 'Yes']
    found = findings(book)
    waived = book.tables['Findings'].where(Waived='Yes')
    rows = book.tables['Readiness']
    due = sum(r['Due by now'] or 0 for r in rows.rows)
    done = sum(r['Done of it'] or 0 for r in rows.rows)
    used = len(book.tables['Intelligence'].states('✓'))
    accepted = used + len(book.tables['Intelligence'].states('●'))
    return {**found, 'waived': sum(r['Places'] for r in waived),
            'events': len(coming), 'untold': coming.count('■ Not told'),
            'tardy': coming.count('▲ Told late'),
            'acted': used, 'accepted': accepted,
            'shared': accepted + len(book.tables['Intelligence'].states('◆')),
            'plan': readiness(book)['plan'], 'due': due,
            'done': int(done / due * 100 + 1e-6) if due else None}
