#!/usr/bin/python3
# titles.py - every figure in a title of a sheet or a chart, counted again
#
# Of plans that bring every state about, titles are held against the rows of the
# table under them, which a reader of the workbook sees as well. One that holds a
# figure and has no pattern here fails: a new title needs its check. So does a
# pattern that no plan brings about.
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import counted  # pylint: disable=wrong-import-position
import plans  # pylint: disable=wrong-import-position
import seen  # pylint: disable=wrong-import-position
import stated  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    SAMPLES, exported, finish, listed, sample)

# what a title may say in the place of digits
FIGURE = re.compile(r'\d|\b(?:%s)\b' % '|'.join(
    seen.WORDS + 'no every each all both half nobody never'.split()),
    re.IGNORECASE)
# titles and notes of charts whose words only look like a figure
SUBJECTS = {
    'Contacts a year by reason, and share of all contacts',
    'How much of each section is written down',
    'Programs that each watched task took',
    'Where each reason belongs',
    'Solid: readings. Dashed: the plan, straight from baseline to target. '
    'Number: the latest reading less the plan of that day. Measures of one '
    'unit have one scale; “from” tells where it is cut.',
    'Of all channels, with self-service',
    'Next 90 days'}
# what a title names; all else is a figure
NAMES = {'name': '.+', 'segment': '.+?', 'channel': '.+', 'month': r'[A-Z]\w+',
         'part': '|'.join(counted.PARTS), 'day': r'\d+ [A-Z]\w+(?: \d{4})?',
         'time': r'(?:half )?an hour|\w+ (?:hours|minutes)'}


def pattern(text):
    """{k} stands for a figure or a name; the rest as in a regular expression"""
    return re.compile(re.sub(
        r'\{(\w+)\}', lambda m: '(?P<%s>%s)' % (
            m[1], NAMES.get(m[1], r'[A-Za-z]+|\D{0,4}[\d,.]+[%km]?')), text))


def same(said, counted):
    if isinstance(said, float) and isinstance(counted, (int, float)):
        return abs(said - counted) <= getattr(said, 'near', 1e-6)
    return said == counted


# by sheet: what is counted, then the titles with the figures that these fix
TITLES = {
    'Review': (counted.review, {
        'Decisions asked: none': {'asked': 0},
        'Decisions asked: {asked}(?:, worth {amount})?(?:, (?:the first |it )?'
        '(?:by|was due on) {day})?': {},
        'Actions: one, not overdue, (?:each|none) has an owner':
            {'actions': 1, 'late': 0},
        'Actions: {late} of {actions} (?:is|are) overdue, each has an owner':
            {'unowned': 0},
        'Actions: {late} of {actions} (?:is|are) overdue, none has an owner':
            {'unowned': 'actions'},
        'Actions: {late} of {actions} (?:is|are) overdue, {unowned} ha(?:s|ve) '
        'no owner': {},
        'Headline measures: none has a reading yet': {'unread': 'headline'},
        'Headline measures: none can be compared with its target yet':
            {'idle': 'headline'},
        'Headline measures: all {headline} are on track'
        '(?:, {chance} gains? may still be chance)?': {'good': 'headline'},
        'Headline measures: {off} (?:is|are) off track'
        "(?:, {idle} can't be compared yet)?"
        '(?:, {chance} gains? may still be chance)?': {},
        "Headline measures: {idle} can't be compared yet"
        '(?:, {chance} gains? may still be chance)?': {'off': 0},
        'Why customers contact us: {part} (?:asks?|contacts (?:is|are)|of all '
        'contacts are) “{name}”': {},
        'Why customers contact us: {share} (?:ask|of contacts are) “{name}”':
            {},
        'Why customers contact us: {failure} is failure demand': {},
        'Neither we nor customers want {unwanted} of contacts': {},
        'Next 90 days: {events} known events?, (?:all )?announced in time':
            {'tardy': 0, 'untold': 0},
        'Next 90 days: {events} known events?(?:, {tardy} told late)?'
        '(?:, {untold} not told to us)?': {},
        'What we learned: {shared} insights? shared, {accepted} accepted, '
        '{acted} acted on': {},
        'Gravest findings: {errors} errors?; {warnings} warnings?'
        '(?:, {advice} pieces? of advice)?(?:, {waived} waived)?': {},
        'Readiness: {plan} of the strategy is written down': {'due': 0},
        'Readiness: {plan} written, {done} under way': {}}),
    'Strategy': (counted.objectives, {
        'No objective has a measure yet': {'k': 0},
        '{k} of {n} objectives ha(?:s|ve) a measure': {},
        'Every objective has a measure': {'k': 'n'}}),
    'Tiers': (counted.tiers, {
        'No segment belongs to a tier yet': {'k': 0},
        '{k} of {n} segments belongs? to a tier': {},
        'Every segment belongs to a tier': {'k': 'n'}}),
    'Segments': (counted.segments, {
        '{k} of {n} segments brings? {revenue} of revenue': {},
        '{k} of {n} segments brings? {revenue} of revenue, with {customers} '
        'of customers': {}}),
    'chart of Segments': (counted.segment_charts, {
        'Segments of high growth bring {revenue} of revenue': {},
        '{name}: {customers} of customers, {revenue} of revenue':
            {}}),
    'Reasons': (counted.reasons, {
        '{k} of {n} reasons makes? {share} of all contacts': {'f': None},
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
    'chart of Reasons': (counted.pareto, {
        '(?:Dark: failure demand, {failure} of contacts. Gray: value demand. ?)?'
        '(?:Outlined: planned. ?)?(?:The other {n} reasons make {rest}.)?':
            {}}),
    'Channels': (counted.channel_share, {
        '{name} takes {share} of the contacts with a person': {}}),
    'chart of Channels': (counted.channel_charts, {
        '{name}: preferred by {wanted} of customers, {used} of contacts': {},
        '{name} takes {share} of what contacts cost': {}}),
    'Hours': (counted.hours, {
        '{name}: {share} of the attempts come when it is closed': {}}),
    'Coverage': (counted.coverage, {
        'Every channel is open at all hours that customers want': {'k': 0},
        '{k} of {n} pairs of segment and channel lacks? hours that customers '
        'want': {},
        'Every pair of segment and channel lacks hours that customers want':
            {'k': 'n'}}),
    'Week': (counted.week, {
        'We are open at all times that customers want': {'k': 0},
        '{channel} (?:closes|opens) {time} too (?:early|late) for {segment}'
        '(?: on .+|, and .+)?': {}}),
    'grid of Week': (counted.grid, {
        '{segment}: {channel} is open for {open} of the {wanted} hours they '
        'want in this week, and for {percent} over the period': {}}),
    'Measures': (counted.measures, {
        'No headline measure is on track': {'k': 0},
        '{k} of {n} headline measures (?:is|are) on track': {},
        'Every headline measure is on track': {'k': 'n'},
        'No headline measure can be compared with its target yet':
            {'idle': 'n'},
        'No measure is on track': {'k': 0},
        '{k} of {n} measures (?:is|are) on track': {},
        'Every measure is on track': {'k': 'n'},
        'No measure can be compared with its target yet': {'idle': 'n'}}),
    'Readings': (counted.stale, {
        '{k} of {n} measures ha(?:s|ve) gone without a reading for two '
        'periods': {},
        'Every measure has gone without a reading for two periods':
            {'k': 'n'}}),
    'Intelligence': (counted.insights, {
        'No insight has been acted on yet': {'k': 0},
        '{k} of {n} insights ha(?:s|ve) been acted on': {},
        'Every insight has been acted on': {'k': 'n'}}),
    'Actions': (counted.actions, {
        'No action is open': {'open': 0},
        'No action is overdue': {'k': 0, 'waiting': 0},
        'No action is overdue; {waiting} that (?:is|are) due by the end of '
        '{month} ha(?:s|ve) not started': {'k': 0},
        '{k} actions? (?:is|are) overdue': {'waiting': 0},
        '{k} actions? (?:is|are) overdue; {waiting} that (?:is|are) due by '
        'the end of {month} ha(?:s|ve) not started': {}}),
    'Decisions': (counted.decisions, {
        'No decision is waiting for an answer': {'k': 0},
        '{k} decisions? worth {money} waits? for an answer'
        '(?:; this strategy waits for approval)?': {},
        '{k} decisions? waits? for an answer'
        '(?:; this strategy waits for approval)?': {'money': None}}),
    'Business case': (counted.case, {
        'Investments of {spent} pay back within a month or so': {'months': 1},
        'Investments of {spent} pay back in {months} months': {},
        'The targets save {saved} a year': {'months': None},
        '{risk} a year is at risk': {'saved': 0}}),
    'Gaps': (counted.gaps, {
        '{k} gaps? puts? {money} a year at risk': {}}),
    'Investments': (counted.investments, {
        '{given} is approved, {asked} more is asked for': {},
        '{asked} is asked for': {'given': 0},
        '{given} is approved': {'asked': 0}}),
    'Calendar': (counted.events, {
        'No event is known for the next 90 days': {'k': 0},
        '{k} events? in the next 90 days, (?:all )?announced in time':
            {'late': 0},
        '{k} event in the next 90 days, not announced in time': {'late': 1},
        '{k} events in the next 90 days, {late} not announced in time': {}}),
    'Demand': (counted.demand, {
        '{month} brings {more} more contacts than an average month: '
        '{most} against {mean}': {}}),
    'Staffing': (counted.staffing, {
        '{name} needs {k} agents? on duty in its busiest interval': {}}),
    'Staffing by month': (counted.staffing_months, {
        '{month} is the peak: {k} agents on duty on {name}': {}}),
    'Contact map': (counted.touchpoints, {
        'No touchpoint has known trouble': {'k': 0},
        '{k} of {n} touchpoints ha(?:s|ve) known trouble': {},
        'Every touchpoint has known trouble': {'k': 'n'}}),
    'Technology': (counted.programs, {
        'Staff need up to {k} programs for one task': {}}),
    'Roadmap': (counted.roadmap, {
        '{k} of {n} items of the roadmap (?:is|are) past (?:its|their) dates?':
            {},
        'Every item of the roadmap is past its date': {'k': 'n'}}),
    'Questions': (counted.questions, {
        'No question has been discussed yet': {'idle': 'n'},
        'No question is met yet': {'k': 0},
        '{k} of {n} questions (?:is|are) met': {},
        'Every question is met': {'k': 'n'}}),
    'Findings': (counted.findings, {
        '{errors} errors? (?:is|are) to be mended before the plan can be '
        'trusted': {},
        'No errors; {warnings} warnings? (?:is|are) worth a look':
            {'errors': 0},
        'No errors or warnings; {advice} pieces? of advice':
            {'errors': 0, 'warnings': 0}}),
    'Readiness': (counted.readiness, {
        '{plan} of the strategy is written down; the least ready is {name} '
        'with {least}': {},
        '{plan} of the strategy is written down': {'least': 'plan'}}),
}


def is_figured(text):
    return FIGURE.search(text) and text not in SUBJECTS


def verify(book, sheet, text, chart, used):
    """what is wrong with a title, or None"""
    counter, patterns = TITLES.get(sheet, (None, {}))
    for key, fixed in patterns.items():
        found = pattern(key).fullmatch(text)
        if not found:
            continue
        said = {k: v if k in NAMES else seen.number_of(v)
                for k, v in found.groupdict().items() if v is not None}
        rows = counter(book, said, chart)
        used.add((sheet, key))
        wrong = {k: rows.get(k) for k, v in said.items()
                 if not same(v, rows.get(k))}
        wrong.update({k: rows[k] for k, v in fixed.items()
                      if rows[k] != rows.get(v, v)})
        return 'counted %s' % wrong if wrong else None
    return 'no check is known' if is_figured(text) else None


ENGLISH = ('--language', 'en')  # in which the titles are counted again


def book_of(folder, name):
    """the book of a sample, or of one of the plans above"""
    if name in SAMPLES:
        return seen.Book(sample(folder, name, options=ENGLISH),
                         '2026-06-30')
    make, as_of = stated.PLANS[name]
    plan = make()
    plan['plan'].pop('as_of', None)
    return seen.Book(exported(folder, name, plans.written(plan), '--as-of',
                              as_of), as_of)


def main():
    used, n = set(), 0
    with tempfile.TemporaryDirectory() as folder:
        for name in [*SAMPLES, *stated.PLANS]:
            book, bad = book_of(folder, name), []
            for sheet, text, chart in book.titles:
                n += bool(is_figured(text))
                wrong = verify(book, sheet, text, chart, used)
                if wrong:
                    bad.append('%s: %r: %s' % (sheet, text, wrong))
            listed(name + ': titles say what their tables hold', bad)
    listed('every title is met with: %d, %d of them' % (len(used), n),
           [(sheet, key) for sheet, (_, patterns) in TITLES.items()
            for key in patterns if (sheet, key) not in used])
    finish()


main()
