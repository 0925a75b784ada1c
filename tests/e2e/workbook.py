#!/usr/bin/python3
# workbook.py - the workbook as its readers see it, by openpyxl and by its XML
import hashlib
import os
import re
import sys
import tempfile
import zipfile
from datetime import datetime
from xml.dom import minidom

import openpyxl
from openpyxl.utils import range_boundaries

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, export, exported, finish)

# every text field of this plan wants to be something else
hostile = '''
ces: 1
plan:
  title: "=1+1"
  organization: "a & b <i> \\"c\\" _x0041_"
  currency: USD
  timezone: UTC
  period: {start: 2026-01-01, end: 2026-12-31}
  as_of: 2026-03-01
  status: draft
  activity: {name: LONG, volume: 100}
  country: US
governance: {sponsor: "@SUM(A1)", owner: "'x'"}
strategy:
  ideal_experience: "+1 tab\\there, _x0041_, \\uFFFD, 'quotes'"
channels:
  phone: {name: "=cmd|' /c calc'!A1", mode: voice, timing: synchronous,
    assisted: true, status: current, hours: all}
  chat: {name: "*", mode: chat, timing: synchronous, assisted: true,
    status: current, hours: all}
hours:
  all: {name: "[]:*?/\\\\", weekly: "Mo-Fr 09:00-17:00"}
segments:
  s1: {name: "<3 days", definition: "-2+3", characteristics: [a],
    preferences: {channels: {phone: 60, chat: 40},
      hours: "Mo-Fr 08:00-18:00"}}
contact_reasons:
  odd: {name: "=HYPERLINK(\\"http://x\\")", volume: {phone: 10},
    demand: failure, economics: cost, disposition: eliminate, owner_unit: u}
actions:
  long: {title: LONG, owner: Ann, due: 2026-02-01, status: not_started}
  old: {title: "line 1\\nline 2\\r\\nline 3", owner: Ann, due: 1850-01-01,
    status: in_progress}
'''


def parts_well_formed(path):
    with zipfile.ZipFile(path) as z:
        if z.testzip():
            return False
        for name in z.namelist():
            if name.endswith(('.xml', '.rels', '.vml')):
                minidom.parseString(z.read(name))
    return True


def formulas_without_result(path):
    bad = []
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if not name.startswith('xl/worksheets/sheet'):
                continue
            text = z.read(name).decode()
            for cell in re.findall(r'<c [^>]*>(?:(?!</c>).)*<f>.*?</c>', text,
                                   re.S):
                if '<v>' not in cell:
                    bad.append(cell)
                if '<v>NAN' in cell.upper() or '<v>INF' in cell.upper():
                    bad.append(cell)
    return bad


def dangling_links(path, book):
    bad = []
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if name.startswith('xl/worksheets/sheet'):
                for place in re.findall(r'<hyperlink [^>]*location="([^"]*)"',
                                        z.read(name).decode()):
                    sheet = place.rsplit('!', 1)[0].strip("'")
                    sheet = sheet.replace('&amp;', '&').replace("''", "'")
                    if sheet not in book.sheetnames:
                        bad.append(place)
    return bad


def check_table(sheet):
    table = next(iter(sheet.tables.values()))
    left, upper, right, lower = range_boundaries(table.ref)
    heads = [sheet.cell(upper, c).value for c in range(left, right + 1)]
    names = [c.name for c in table.tableColumns]
    problems = []
    if heads != names:
        problems.append('headers differ from the table')
    if len({h.lower() for h in heads}) != len(heads):
        problems.append('headers are not unique')
    if not table.autoFilter:
        problems.append('no filter')
    # of two tables, neither header is for all that stands below
    two = len(sheet.tables) > 1
    if sheet.freeze_panes != 'B%d' % (upper + 1 - two):
        problems.append('panes at %s' % sheet.freeze_panes)
    if not sheet.print_area or bool(sheet.print_title_rows) == two:
        problems.append('print set-up')
    if not sheet.sheet_properties.pageSetUpPr.fitToPage and \
            not sheet.row_breaks.brk:
        problems.append('page')
    return problems


def check_book(path, what):
    book = openpyxl.load_workbook(path)
    tables = [name for s in book for name in s.tables]
    problems = {s.title: check_table(s) for s in book if s.tables}
    problems = {k: v for k, v in problems.items() if v}
    check(parts_well_formed(path), what + ': every part is well-formed')
    check(not formulas_without_result(path),
          what + ': every formula has its result')
    check(book.sheetnames[0] == 'Review' and book.active.title == 'Review',
          what + ': the first page comes first')
    check(book['Lists'].sheet_state == 'hidden', what + ': lists are hidden')
    check(len(set(t.lower() for t in tables)) == len(tables),
          what + ': tables have names of their own')
    check(not problems, what + ': tables %s' % (problems or 'are whole'))
    check(not dangling_links(path, book), what + ': links lead somewhere')
    check(all(place.max_row < range_boundaries(table.ref)[1] for s in book
              for table in s.tables.values()
              for place in s.merged_cells.ranges),
          what + ': no merged cells in data')
    return book


def check_retail(path):
    book = check_book(path, 'retail')
    actions = book['Actions']
    table = actions.tables['actions']
    left, upper, right, lower = range_boundaries(table.ref)
    heads = {actions.cell(upper, c).value: c for c in range(1, right + 1)}
    row = upper + 1
    check(isinstance(actions.cell(row, heads['Due']).value, datetime),
          'dates are dates')
    check(isinstance(actions.cell(row, heads['Done']).value, (int, float)) and
          0 <= actions.cell(row, heads['Done']).value <= 1,
          'percents are shares of 1')
    check(heads['id'] == right and actions.column_dimensions[
        openpyxl.utils.get_column_letter(right)].hidden,
        'the last column holds the ids and is hidden')
    rules = [v for v in actions.data_validations.dataValidation
             if v.type == 'list']
    check(any('list_action_status' in v.formula1 for v in rules),
          'the status is chosen from a list')
    names = book.defined_names
    names = {n.name: n.attr_text for n in names.definedName}
    check('list_action_status' in names and 'as_of' in names,
          'the list and the day have names')
    check(actions.cell(row, heads['Due']).fill.fgColor.rgb == 'FFFFF8DC',
          'cells to be edited are marked')
    about = book.properties
    check((about.title, about.creator, about.language) ==
          ('Harrow & Pine Home - Customer Experience Strategy FY27',
           'Marek Lind', 'en'),
          'it says what it is of whom: %s' % about)
    check(len(book.sheetnames) >= 21, 'there are %d sheets'
          % len(book.sheetnames))
    front = book['Review']
    formulas = [c for r in front.iter_rows() for c in r
                if c.data_type == 'f']
    check(len(formulas) > 100, '%d formulas on the first page'
          % len(formulas))
    check(not any('_xlfn' in c.value or '[' in c.value for c in formulas),
          'formulas are plain')
    values = openpyxl.load_workbook(path, data_only=True)['Review']
    bad = [c.coordinate for r in values.iter_rows() for c in r
           if isinstance(c.value, str) and c.value.startswith('#')]
    check(not bad, 'no error on the first page %s' % bad)
    check_lists(book)
    check_edits(book)
    check_source(book)


def check_edits(book):
    """what the meeting changes: validations, fills, protection"""
    kinds = {}
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            if rule.type in (None, 'none'):
                continue
            for area in rule.sqref.ranges:
                head = sheet.cell(area.min_row - 1, area.min_col).value
                kinds[sheet.title, head.split(',')[0]] = rule
    wanted = {
        ('Actions', 'Owner'): ('list', 'list_people'),
        ('Actions', 'Due'): ('date', '61'),
        ('Actions', 'Status'): ('list', 'list_action_status'),
        ('Actions', 'Done'): ('decimal', '0'),
        ('Decisions', 'Outcome'): ('list', 'list_outcome'),
        ('Decisions', 'Decided'): ('date', '61'),
        ('Questions', 'Answer'): ('list', 'list_answer'),
        ('Readings', 'Value'): ('decimal', '-1000000000000000'),
        ('Readings', 'n'): ('whole', '0'),
        ('Reasons', 'What we do'): ('list', 'list_disposition'),
        ('Reasons', 'Planned change'): ('decimal', '-1'),
    }
    found = {k: (v.type, v.formula1) for k, v in kinds.items()}
    check(found == wanted, 'what may be entered %s' % (
        '' if found == wanted else set(found.items()) ^ set(wanted.items())))
    check(all(v.promptTitle and v.prompt and v.error
              for v in kinds.values()), 'each says what it wants')
    check(kinds['Actions', 'Owner'].errorStyle == 'warning',
          'another name may be typed')
    unmarked = [k for k, v in kinds.items() for a in v.sqref.ranges
                if book[k[0]].cell(a.min_row, a.min_col).fill.fgColor.rgb !=
                'FFFFF8DC']
    check(not unmarked, 'cells to be edited have their fill %s' % unmarked)
    locked = {s.title for s in book if s.protection.sheet}
    check(locked == {'Review'}, 'protected are %s' % sorted(locked))
    check(all(not book[t].protection.password and
              not book[t].protection.sort and
              not book[t].protection.autoFilter and
              not book[t].protection.selectLockedCells for t in locked),
          'without a password; to sort, filter and select is allowed')


def check_source(book):
    """the hidden sheet that a later import reads"""
    sheet = book['Source']
    facts = {r[0]: r[1] for r in sheet.iter_rows(values_only=True) if r[0]}
    digest = hashlib.sha256(open(RETAIL, 'rb').read()).hexdigest()
    check(sheet.sheet_state == 'hidden' and facts['sha256'] == digest,
          'a hidden sheet has the hash of the plan')
    check((facts['plan'], facts['format'], facts['as_of'],
           facts['language']) == (os.path.basename(RETAIL), '1', '2026-06-30',
                                  'en') and facts['tool'].startswith('ces '),
          'its name, format, day and language')
    keys = {name for s in book for name in s.tables}
    check(all(facts.get(k) in book.sheetnames and
              k in book[facts[k]].tables for k in keys),
          'and where each table stands')


def check_lists(book):
    """what openpyxl finds in the workbook, by kind"""
    tables = {name for s in book for name in s.tables}
    check(tables >= {'strategy', 'segments', 'service_tiers',
                     'contact_reasons', 'channels', 'hours', 'coverage',
                     'measures', 'readings', 'intelligence', 'actions',
                     'decisions', 'business_case', 'gaps', 'investments',
                     'calendar', 'demand', 'staffing', 'contact_map',
                     'technology', 'roadmap', 'questions', 'readiness',
                     'dictionary'}, '%d tables' % len(tables))
    rules = sum(len(s.conditional_formatting) for s in book)
    check(rules >= 25 and len(book['Review'].conditional_formatting) >= 10,
          '%d ranges with conditional formats' % rules)
    names = {n.name: n.attr_text for n in book.defined_names.definedName}
    check(names.keys() >= {'as_of', 'list_action_status', 'list_answer',
                           'list_disposition', 'list_outcome',
                           'list_people'}, 'names %s' % sorted(names))
    people = names['list_people'].replace('$', '').split('!')[1]
    cells = [c[0].value for c in book['Lists'][people]]
    check('Ada Okafor' in cells and len(cells) == 9,
          'owners are chosen from the people of the plan')
    shown = [s for s in book if s.sheet_state == 'visible']
    check(all(s.print_area for s in shown),
          'every sheet that shows has a print area')
    front = book['Review']
    check(front.print_area in ('$B$1:$R$44', ['$B$1:$R$44']) and
          front.page_setup.fitToHeight in (None, 1, '1') and
          front.page_setup.orientation == 'landscape',
          'the first page is one page')
    check(all(s.sheet_properties.tabColor for s in shown),
          'every tab that shows has a color')
    check(reach(book['Readiness']) > 'G',
          'print reaches as far as a long title: ' +
          str(book['Readiness'].print_area))
    measures = book['Measures']
    (table,), (cut,) = measures.tables.values(), measures.row_breaks.brk
    check(book['Channels'].page_setup.fitToHeight in (None, 1, '1') and
          range_boundaries(table.ref)[3] <= cut.id <= min(
              chart.anchor._from.row for chart in measures._charts),
          'charts that would be cut are on one page with their table, or on '
          'the next')
    found = [front.cell(r, 2).value for r in range(42, 45)]
    check(all(f and '…' not in f for f in found),
          'the findings of the first page are whole: %s' % found)
    frozen = [s.title for s in shown if s.tables and not s.freeze_panes]
    check(not frozen, 'panes are frozen %s' % frozen)


def reach(sheet):
    """The last column that is printed."""
    area = sheet.print_area
    area = area if isinstance(area, str) else area[0]
    return area.split(':')[1].split('$')[1]


def check_hostile(path):
    book = check_book(path, 'hostile')
    values = [c.value for s in book for r in s.iter_rows() for c in r
              if isinstance(c.value, str) and c.data_type == 's']
    formulas = [c.value for s in book for r in s.iter_rows() for c in r
                if c.data_type == 'f']
    check('=1+1' in values, 'text that looks like a formula is text')
    check(not any('cmd' in f or 'http' in f for f in formulas),
          "no text of the user's is in a formula")
    check(any('_x0041_' in v for v in values) or
          any('_x005F_x0041_' in v for v in values),
          'a literal escape stays what it is')
    longest = max(values, key=len)
    check(len(longest.encode('utf-16-le')) // 2 <= 32767 and
          'cut' in longest[-30:], 'a long text is cut and says so')
    check('line 1\nline 2\nline 3' in values, 'line ends are LF')
    check('1850-01-01' in values, 'a day before 1900 is text')
    check(book['Review'].page_setup.paperSize in (1, '1'),
          'Letter paper for the US')


def check_nameless(folder):
    """An event without a name has its id in the chart of the months."""
    with open(RETAIL) as f:
        plan = f.read()
    name = '    name: Autumn catalogue drop\n'
    check(name in plan, 'an event has a name to lose')
    path = exported(folder, 'nameless', plan.replace(name, ''))
    figures = openpyxl.load_workbook(path, data_only=True)
    check(any(c.value == 'autumn-catalogue' for s in figures
              if s.sheet_state != 'visible' for r in s.iter_rows() for c in r),
          'an event without a name has its id above the columns')
    os.remove(path)
    os.remove(os.path.join(folder, 'nameless.yaml'))


def check_free(folder):
    """What costs nothing has no payback, as in the plan's JSON."""
    with open(RETAIL) as f:
        plan = f.read()
    cut = re.sub(r'(?ms)^investments:.*?(?=^\S)', '', plan)
    check(cut != plan, 'the plan had investments')
    path = exported(folder, 'free', cut)
    case = openpyxl.load_workbook(path, data_only=True)['Business case']
    rows = {r[0]: r[2] for r in case.iter_rows(values_only=True)}
    check('Payback' in rows and rows['Payback'] is None,
          'no payback without investments: %s' % rows.get('Payback', '-'))
    os.remove(path)
    os.remove(os.path.join(folder, 'free.yaml'))


def check_paid(folder):
    """Savings of 5 pounds each, of reasons whose ids no formula can name, and of
    more of them than one can: added up all the same."""
    for name, ids in (('bracket', ['a]b', 'c d*', 'r']),
                      ('thirty', ['r%d' % i for i in range(30)]),
                      ('many', ['r%d' % i for i in range(100)])):
        path = exported(folder, name, (
            'ces: 1\nchannels: {"p]h": {name: P, cost_per_contact: 1},\n'
            '  "s]s": {name: S, cost_per_contact: 0, assisted: false, '
            'status: current}}\nactions: {a: {title: A}}\n'
            'investments: {i: {name: I, decided: asked, amount: 5, '
            'actions: [a]}}\ncontact_reasons:\n') + ''.join(
            '  "%s": {name: R, volume: {"p]h": 10}, target_change: -50%%, '
            'disposition: automate, plan: [a]}\n' % i for i in ids))
        for sheet, row, column in (('Investments', 'I', 5),
                                   ('Business case',
                                    'Savings through investments a year', 1)):
            rows = {r[0]: r for r in openpyxl.load_workbook(
                path, data_only=True)[sheet].iter_rows(values_only=True)}
            check(row in rows and rows[row][column] == 5 * len(ids),
                  '%s: savings of %d reasons on %s' % (name, len(ids), sheet))
        os.remove(path)
        os.remove(os.path.join(folder, name + '.yaml'))


def check_same(folder):
    other = os.path.join(folder, 'other.xlsx')
    first = open(os.path.join(folder, 'retail.xlsx'), 'rb').read()
    for env in ({'TZ': 'Asia/Kathmandu'}, {'LC_ALL': 'de_DE.UTF-8'},
                {'LC_ALL': 'tr_TR.UTF-8'}, {'LC_ALL': 'C'},
                {'TMPDIR': folder}, {'TMPDIR': '/nowhere'}):
        check(export(RETAIL, other, **env) and
              open(other, 'rb').read() == first,
              'the same bytes with %s' % env)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_retail(exported(folder, 'retail', RETAIL))
        check_same(folder)
        check_nameless(folder)
        check_free(folder)
        check_paid(folder)
        plan = os.path.join(folder, 'hostile.yaml')
        with open(plan, 'w') as f:
            f.write(hostile.replace('LONG', '"%s"' % ('\U0001F600' * 20000)))
        path = os.path.join(folder, 'hostile.xlsx')
        check(export(plan, path), 'the hostile plan is exported')
        check_hostile(path)
        left = sorted(os.listdir(folder))
        check(left == ['hostile.xlsx', 'hostile.yaml', 'other.xlsx',
                       'retail.xlsx'], 'nothing else is left %s' % left)
    finish()


main()
