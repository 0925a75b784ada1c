#!/usr/bin/python3
# charts.py - the workbook's charts: which there are, what they say and show
import os
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from outputs import cells_of  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    RETAIL, check, exported, finish)

drawing = '{http://schemas.openxmlformats.org/drawingml/2006/' \
    'spreadsheetDrawing}'

# a plan that says little: nothing to draw but what is still to be filled in
bare = '''
ces: 1
plan: {title: Bare, as_of: 2026-03-01}
contact_reasons:
  a: {name: "=1+1", demand: failure}
'''

# as many reasons as wanted, with names that want to be something else
head = '''
ces: 1
plan:
  title: Many
  as_of: 2026-03-01
  period: {start: 2026-01-01, end: 2026-12-31}
channels:
  phone: {name: "=A1", mode: voice, timing: synchronous, assisted: true,
    status: current, cost_per_contact: 3}
segments:
  s: {name: "='x'!A1", share: 100%, revenue_share: 100%, customers: 10,
    growth: high, preferences: {channels: {phone: 100}}}
contact_reasons:
'''


def descriptions(path):
    """alt texts, which openpyxl doesn't tell, by drawing"""
    texts = []
    with zipfile.ZipFile(path) as z:
        for name in sorted(z.namelist()):
            if not name.startswith('xl/drawings/drawing'):
                continue
            for frame in ElementTree.fromstring(z.read(name)).iter(
                    drawing + 'graphicFrame'):
                texts.append(next(frame.iter(drawing + 'cNvPr')).get('descr'))
    return texts


def said(text):
    """the words of a title of a chart or of an axis"""
    if text is None:
        return ''
    return ''.join(r.t for p in text.tx.rich.p for r in p.r or [])


def title_of(sheet, chart):
    """in the chart, or in a cell above it"""
    if said(chart.title):
        return said(chart.title)
    row = chart.anchor._from.row + 1
    column = chart.anchor._from.col + 1
    for r in (row - 2, row - 1):
        if r > 0 and sheet.cell(r, column).value:
            return sheet.cell(r, column).value
    return ''


def references(chart):
    for series in chart.series:
        for data in (series.val, series.yVal, series.xVal):
            if data is not None:
                yield data.numRef.f
        if series.cat is not None:
            yield (series.cat.strRef or series.cat.numRef).f


def dangling(values, chart):
    """ranges without a figure or a name in them"""
    return [f for f in references(chart)
            if all(c.value is None for c in cells_of(values, f))]


def check_book(path, what):
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    charts = [(s, c) for s in book for c in s._charts]
    untitled = [(s.title, c.anchor._from.row) for s, c in charts
                if not title_of(s, c)]
    check(not untitled, what + ': every chart has its title %s' % untitled)
    axes = [(s.title, c.anchor._from.row) for s, c in charts
            if not (said(c.x_axis.title) or said(c.y_axis.title))]
    check(not axes, what + ': every chart names an axis %s' % axes)
    bad = [f for s, c in charts for f in dangling(values, c)]
    check(not bad, what + ': every series has figures %s' % bad)
    texts = descriptions(path)
    check(len(texts) == len(charts) and all(t and len(t) > 20 for t in texts),
          what + ': every chart is described')
    check(book['Charts'].sheet_state == 'hidden',
          what + ': the figures for charts are hidden')
    outside = [s.title for s, c in charts if s.print_area and
               c.anchor.to.row - (not c.anchor.to.rowOff) >= openpyxl.utils.cell.range_boundaries(
                   (s.print_area if isinstance(s.print_area, str)
                    else s.print_area[0]).split('!')[-1])[3]]
    check(not outside, what + ': charts go to paper %s' % outside)
    return book, charts


def check_retail(path):
    book, charts = check_book(path, 'retail')
    where = {}
    for sheet, chart in charts:
        where.setdefault(sheet.title, []).append(chart)
        print('# %s: %s' % (sheet.title, title_of(sheet, chart)))
    check(len(charts) >= 8, '%d charts' % len(charts))
    for name in ('Review', 'Reasons', 'Segments', 'Channels', 'Measures',
                 'Demand', 'Readiness'):
        check(name in where, name + ' has its chart')
    pareto = where['Reasons'][0]
    points = pareto.series[0].dPt
    fills = [p.graphicalProperties.solidFill.srgbClr for p in points]
    fills = [getattr(f, 'val', f) for f in fills]
    check(len(fills) == 10 and fills[:2] == ['0B4F7D', 'A6A6A6'],
          'failure demand is dark %s' % fills)
    check([p.v for p in pareto.series[0].cat.strRef.strCache.pt][:2] ==
          ['Where is my order? (33%, plan −45%)',
           'Start or follow a return (17%, plan −50%)'] and
          pareto.series[0].dLbls.numFmt == '#,##0;−#,##0',
          'bars tell contacts and share')
    check(broken_by_us(path), 'labels in lines are broken by us')
    matrix = where['Review'][0]
    sizes = [s.marker.size for s in matrix.series if s.marker.size]
    check(len(matrix.series) == 14 and sizes == sorted(sizes, reverse=True) and
          sizes[0] > 16, 'markers are sized by volume, the largest undermost')
    check(matrix.scatterStyle == 'lineMarker' and all(
        s.graphicalProperties.line.noFill for s in matrix.series),
        'no lines join the points')
    check(len(where['Measures']) == 6 and
          all(len(c.series) == 4 for c in where['Measures']),
          'measures with readings show their plan and what lies between')
    check_scales(where['Measures'])
    check_ranks(path)
    box = matrix.anchor
    check(box.editAs == 'oneCell', 'charts move, and keep their size')


def check_scales(charts):
    """One unit has one scale, and an axis that is cut says where."""
    scales = {}
    for chart in charts:
        unit = said(chart.y_axis.title).split(',')[0]
        scale = chart.y_axis.scaling.min, chart.y_axis.majorUnit
        scales.setdefault(unit, set()).add(scale)
        cut = ', from %g' % scale[0] if scale[0] else ''
        check(said(chart.y_axis.title) == unit + cut,
              '%s says where its axis begins' % said(chart.title))
    check(all(len(s) == 1 for s in scales.values()),
          'one scale a unit %s' % scales)


def found(path, pattern):
    """what stands in the parts of charts"""
    with zipfile.ZipFile(path) as z:
        return {f for n in z.namelist() if n.startswith('xl/charts/chart')
                for f in re.findall(pattern, z.read(n).decode())}


def words(path):
    """labels, which openpyxl doesn't read"""
    return found(path, r'<a:t>([^<]*)</a:t>')


def broken_by_us(path):
    """Lines of a label: readers find no space to break them at."""
    labels = [w for w in words(path) if '\n' in w]
    return labels and all(' ' not in label for label in labels)


def ranks(path):
    """The numbers in each matrix: on the first page, then on its sheet."""
    with zipfile.ZipFile(path) as z:
        parts = [z.read(n).decode() for n in sorted(z.namelist())
                 if n.startswith('xl/charts/chart')]
    return [[int(n) for label in re.findall(r'<a:t>([0-9,\u00a0]+)</a:t>',
                                            part)
             for n in label.split(',')]
            for part in parts if 'LEVERAGE' in part]


def check_ranks(path):
    """One spot has one label; the tables are the key."""
    book = openpyxl.load_workbook(path, data_only=True)
    check(ranks(path) == [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
          'markers have their ranks, on Review those of its table %s'
          % ranks(path))
    names = [str(c.value) for c in book['Review']['B']]
    check('1  Where is my order?' in names and
          any(n.startswith('5  ') for n in names),
          'the table on Review tells the ranks')
    check([c.value for c in book['Reasons']['B'][3:14]] ==
          ['Rank', *range(1, 11)], 'the sheet tells the ranks')


def fonts(path):
    return found(path, r'<a:latin typeface="([^"]*)"')


def check_many(path):
    book, charts = check_book(path, 'many')
    pareto = next(c for s, c in charts if s.title == 'Reasons')
    f = pareto.series[0].cat.strRef.f
    values = openpyxl.load_workbook(path, data_only=True)
    cells = values['Charts'][f.split('!')[1].replace('$', '')]
    check(len(cells) == 16 and cells[-1][0].value.startswith('285 more ('),
          'the smallest of many reasons are one bar')
    shown = sorted(n for numbers in ranks(path)[1:] for n in numbers)
    check(shown == list(range(1, 41)), 'reasons on one spot share a label %s'
          % shown)
    names = [c.value for c in book['Reasons']['A'][4:]]
    check('=1+1 0' in names, 'names stay text')
    formulas = found(path, r'<c:f>([^<]*)</c:f>')
    check(formulas and all(re.match(r"^('[^']*'|[A-Za-z]+)!\$", f)
                           for f in formulas),
          'no name of the user is a reference')


# written the other way round than its table is sorted
turned = head + '''
  least: {name: Least, volume: {phone: 10}, demand: value,
    value_to_customer: 1, value_to_company: 2}
  middle: {name: Middle, volume: {phone: 200}, demand: failure,
    value_to_customer: -3, value_to_company: 4}
  most: {name: Most, volume: {phone: 3000}, demand: value,
    value_to_customer: 5, value_to_company: -4}
'''


def check_turned(path):
    """Points are of their reason, however the table is sorted."""
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)['Charts']
    matrix = next(c for c in book['Reasons']._charts
                  if type(c).__name__ == 'ScatterChart')
    points = []
    for series in matrix.series[:3]:
        row = int(series.xVal.numRef.f.rsplit('$', 1)[1])
        fill = series.marker.graphicalProperties.solidFill.srgbClr
        points.append((values.cell(row, 1).value, values.cell(row, 2).value,
                       values.cell(row, 3).value,
                       getattr(fill, 'val', fill)))
    check(points == [('Most', 5, -4, 'A6A6A6'), ('Middle', -3, 4, '0B4F7D'),
                     ('Least', 1, 2, 'A6A6A6')],
          'markers are of their reasons %s' % points)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = exported(folder, 'retail', RETAIL)
        check_retail(path)
        check(fonts(path) == {'Arial'}, 'the font of the sheets: %s'
              % fonts(path))
        path = exported(folder, 'bare', bare)
        book, charts = check_book(path, 'bare')
        check({s.title for s, c in charts} <= {'Readiness'},
              'no chart of nothing')
        many = head + ''.join(
            '  r%d: {name: "=1+1 %d", volume: {phone: %d}, demand: %s, '
            'value_to_customer: %d, value_to_company: %d}\n'
            % (i, i, 1000000 // (i + 1) ** 2, 'value' if i % 3 else 'failure',
               i % 5 + 1, -(i % 4) - 1) for i in range(300))
        check_many(exported(folder, 'many', many))
        check_turned(exported(folder, 'turned', turned))
        text = open(RETAIL).read().replace('plan:\n',
                                           'plan:\n  language: ko\n', 1)
        text = re.sub(r'^  language: en.*\n', '', text, flags=re.M)
        path = exported(folder, 'korean', text)
        check(fonts(path) == {'Malgun Gothic'}, 'a font for Korean: %s'
              % fonts(path))
    finish()


main()
