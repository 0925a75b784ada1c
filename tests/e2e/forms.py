#!/usr/bin/python3
# forms.py - workbooks are read in all forms that programs give them: archives,
# places of parts, cells, formats of numbers, sheets, comments
import os
import sys
import zipfile

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from book_parts import (  # pylint: disable=wrong-import-position
    HEAD, MAIN, NEW, OFFICE, ONE, PARTS, STRICT, THREADS, Pipe, archive, reads,
    refuses, relations, row, shared, sheet, styles, with_parts, workbook)
from workbooks import finish  # pylint: disable=wrong-import-position


# --- archives -----------------------------------------------------------------
def zip64(parts):
    """all sizes and places in the fields of 64 bits"""
    kept = zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT
    zipfile.ZIP64_LIMIT = zipfile.ZIP_FILECOUNT_LIMIT = 0
    try:
        return archive(parts)
    finally:
        zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = kept


def archives():
    data = archive(PARTS)
    reads('a workbook', data, ONE)
    reads('stored parts', archive(PARTS, zipfile.ZIP_STORED), ONE)
    reads('a comment of the archive', archive(PARTS, comment=b'Hello'), ONE)
    reads('one as long as can be', archive(PARTS, comment=b'PK\5\6' + b'x' * 65531), ONE)
    reads('sizes behind the parts', archive(PARTS, out=Pipe()), ONE)
    reads('zip64', zip64(PARTS), ONE)
    reads('something before the archive', b'#!/bin/false\n' + data, ONE)
    reads('names in capitals', {name.upper(): text for name, text
                                in PARTS.items()}, ONE)
    reads('backslashes in names', {name.replace('/', '\\'): text
                                   for name, text in PARTS.items()}, ONE)
    reads('folders as entries', [('xl/', ''), ('xl/worksheets/', ''),
                                 *PARTS.items()], ONE)


# --- places of parts ----------------------------------------------------------
def targets():
    for what, target in (
            ('from the root', '/xl/worksheets/sheet1.xml'),
            ('with ..', '../xl/worksheets/../worksheets/sheet1.xml'),
            ('with .', './worksheets/./sheet1.xml'),
            ('with a backslash', 'worksheets\\sheet1.xml')):
        reads('a target ' + what, with_parts(of_book=relations(
            (OFFICE + '/worksheet', target))), ONE)
    reads('a workbook elsewhere', {
        '_rels/.rels': relations((OFFICE + '/officeDocument', '/book.xml')),
        'book.xml': workbook(), '_rels/book.xml.rels': relations(
            (OFFICE + '/worksheet', 'a.xml')),
        'a.xml': row('<c r="A1"><v>1</v></c>')}, ONE)
    strict = {}
    for name, text in PARTS.items():
        for old, new in STRICT.items():
            text = text.replace(old, new)
        strict[name] = text
    reads('strict namespaces', strict, ONE)
    wide = {name: text.replace('UTF-8', 'UTF-16').encode('utf-16')
            for name, text in PARTS.items() if text.startswith(HEAD)}
    reads('parts in UTF-16', wide, ONE)
    prefixed = sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    for word in ('worksheet', 'sheetData', 'row', 'c', 'v'):
        for end in ('<', '</'):
            for after in (' ', '>'):
                prefixed = prefixed.replace(end + word + after,
                                            end + 'x:' + word + after)
    reads('a prefix', with_parts(sheet=prefixed.replace('xmlns=', 'xmlns:x=')),
          ONE)


# --- cells ----------------------------------------------------------------------
def cells():
    for value, wanted in (
            ('<v> 5 </v>', ('number', 5.0)), ('<v>\n5e2\n</v>',
                                              ('number', 500.0)),
            ('<v>-0.1</v>', ('number', -0.1)), ('<v>1E-3</v>',
                                                ('number', 0.001)),
            ('<v>0.30000000000000004</v>', ('number', 0.30000000000000004)),
            ('<v>1,5</v>', ('text', '1,5')), ('<v>0x10</v>',
                                              ('text', '0x10')),
            ('<v>inf</v>', ('text', 'inf')), ('<v>1e999</v>',
                                              ('text', '1e999')),
            ('<f>A2</f>', ('blank', 0, 'formula')),
            ('<f>A2</f><v>3</v>', ('number', 3.0, 'formula')),
            ('<f t="shared" si="0"/><v>3</v>', ('number', 3.0, 'formula'))):
        reads('a number: ' + value, with_parts(sheet=row(
            f'<c r="A1">{value}</c>')), [(0, 0) + wanted])
    for kind, value, wanted in (
            ('s', '<v> 0 </v>', ('text', 'Shared')),
            ('str', '<v> a </v>', ('text', ' a ')),
            ('str', '<f>A2</f><v>a_x000a_b</v>', ('text', 'a\nb', 'formula')),
            ('inlineStr', '<is><t>a</t></is>', ('text', 'a')),
            ('inlineStr', '<is><r><t>a</t></r><rPh sb="0" eb="1"><t>x</t>'
             '</rPh><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is>',
             ('text', 'a b')),
            ('b', '<v>1</v>', ('flag', 1.0)), ('b', '<v>false</v>',
                                               ('flag', 0.0)),
            ('e', '<v>#N/A</v>', ('error', '#N/A')),
            ('e', '<f>1/0</f><v>#DIV/0!</v>', ('error', '#DIV/0!', 'formula')),
            ('n', '<v>7</v>', ('number', 7.0)),
            ('d', '<v>2026-08-08</v>', ('number', 46242.0, 'date')),
            ('d', '<v>2026-08-08T12:00:00Z</v>', ('number', 46242.5, 'date')),
            ('d', '<v>06:00</v>', ('number', 0.25)),
            ('d', '<v>soon</v>', ('text', 'soon'))):
        reads(f'a cell of type {kind}: {value}', with_parts(sheet=row(
            f'<c r="A1" t="{kind}">{value}</c>')), [(0, 0) + wanted])
    for text, wanted in (
            ('a_x000D_b', 'a\rb'), ('_x005F_x000D_', '_x000D_'),
            ('_xD83D__xDE00_', '\U0001f600'), ('_xD83D_a', '\ufffda'),
            ('_x0000_', '\ufffd'), ('_x00e4_', 'ä'), ('_x12_ _x', '_x12_ _x'),
            ('_xZZZZ_', '_xZZZZ_'), ('a &amp; b\r\nc', 'a & b\nc'),
            ('<![CDATA[<b>]]>', '<b>'), ('e\u0301', 'e\u0301')):
        reads('a shared text: ' + text, with_parts(
            sheet=row('<c r="A1" t="s"><v>0</v></c>'),
            shared=shared(f'<si><t>{text}</t></si>')),
              [(0, 0, 'text', wanted)])
    reads('runs and phonetic ones', with_parts(
        sheet=row('<c t="s"><v>1</v></c>'),
        shared=shared('<si/>', '<si><r><t>課</t></r><r><t>き</t></r><rPh sb="0"'
                      ' eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>')),
          [(0, 0, 'text', '課き')])
    reads('an empty shared text', with_parts(
        sheet=row('<c t="s"><v>0</v></c><c t="s"><f>B1</f><v>0</v></c>'),
        shared=shared('<si><t/></si>')), [(0, 1, 'blank', 0, 'formula')])


def places():
    reads('no places', with_parts(sheet=sheet(
        '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/>'
        '<row><c><v>3</v></c></row>')),
          [*ONE, (0, 2, 'number', 2.0), (2, 0, 'number', 3.0)])
    reads('some places', with_parts(sheet=sheet(
        '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row>'
        '<row><c r="B4"><v>3</v></c></row>')),
          [(2, 2, 'number', 1.0), (2, 3, 'number', 2.0),
           (3, 1, 'number', 3.0)])
    reads('the last place', with_parts(sheet=sheet(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
          [(1048575, 16383, 'number', 1.0)])
    reads('a formula over several cells', with_parts(sheet=sheet(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">X</f><v>1</v></c>'
        '<c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c></row>'
        '<row r="3"><c r="A3"><v>5</v></c></row>')),
          [(0, 0, 'number', 1.0, 'formula'), (0, 1, 'number', 2.0, 'formula'),
           (0, 2, 'number', 3.0), (1, 0, 'number', 4.0, 'formula'),
           (2, 0, 'number', 5.0)])
    for what, cell in (
            ('beyond the last row', '<c r="A1048577"><v>1</v></c>'),
            ('beyond the last column', '<c r="XFE1"><v>1</v></c>'),
            ('that is none', '<c r="1A"><v>1</v></c>'),
            ('of an area', '<c r="A1:B1"><v>1</v></c>'),
            ('given twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
            ('that goes back', '<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>')):
        refuses('a place ' + what, with_parts(sheet=row(cell)), 'is damaged')
    refuses('rows that go back', with_parts(sheet=sheet(
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>')),
            'is damaged')
    refuses('a row 0', with_parts(sheet=sheet('<row r="0"/>')), 'is damaged')
    refuses('a shared text that is not there', with_parts(sheet=row(
        '<c t="s"><v>1</v></c>')), 'is damaged')


def formats():
    for code, wanted in (
            (0, ()), (14, ('date',)), (9, ('percent',)), (10, ('percent',)),
            (22, ('date',)), (20, ()), (45, ()), (49, ()),
            ('yyyy\\-mm\\-dd', ('date',)), ('d mmm yyyy', ('date',)),
            ('[$-409]d\\ mmm\\ yyyy;@', ('date',)), ('mmm', ('date',)),
            ('MM/YY', ('date',)), ('mm:ss', ()), ('[h]:mm', ()),
            ('[mm]:ss', ()), ('h:mm AM/PM', ()), ('0%', ('percent',)),
            ('0.0\\ %', ('percent',)), ('0&quot;%&quot;', ()), ('0\\%', ()),
            ('0.0;[Red]-0.0', ()), ('0&quot; days&quot;', ()),
            ('0 _d', ()), ('0*d', ()), ('0.00E+00', ()), ('General', ()),
            ('#,##0&quot;k&quot;;0%', ()), ('[Yellow]0', ()),
            ('yyyy&quot;年&quot;m&quot;月&quot;', ('date',)),
            ('0.0\\ä', ()), ('ge\\.m\\.d', ('date',))):
        reads(f'a format {code}', with_parts(
            styles=styles(0, code), sheet=row('<c s="1"><v>40000</v></c>')),
              [(0, 0, 'number', 40000.0) + wanted])
    reads('a style that is not there', with_parts(sheet=row(
        '<c s="9"><v>1</v></c>')), ONE)
    reads('days of 1904', with_parts(
        styles=styles(0, 14), sheet=row(
            '<c s="1"><v>40000</v></c><c><v>40000</v></c>'
            '<c s="1" t="d"><v>2026-08-08</v></c>'),
        book=workbook(more='<workbookPr date1904="1"/>')),
          [(0, 0, 'number', 41462.0, 'date'), (0, 1, 'number', 40000.0),
           (0, 2, 'number', 46242.0, 'date')])


# --- sheets ----------------------------------------------------------------------
def sheets():
    listed = ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}" '
                     f'state="{state}"/>' for i, name, state in (
                         (2, 'Two', 'hidden'), (1, 'a &amp; _x0062_',
                                                'visible'),
                         (4, 'Chart', 'visible'), (3, '三', 'veryHidden')))
    reads('sheets in their order, without a chart', {
        **with_parts(book=workbook(listed), of_book=relations(
            (OFFICE + '/worksheet', 'worksheets/sheet1.xml'),
            (OFFICE + '/worksheet', 'two.xml'),
            (OFFICE + '/worksheet', 'three.xml'),
            (OFFICE + '/chartsheet', 'chartsheets/sheet1.xml'))),
        'xl/two.xml': row(''), 'xl/three.xml': row('<c><v>3</v></c>')},
          [('sheet', 'Two', 'hidden'), ('sheet', 'a & b'), *ONE,
           ('sheet', '三', 'hidden'), (0, 0, 'number', 3.0)], sheets=True)
    refuses('no sheets', with_parts(book=workbook('')), 'has no sheet')
    for part in ('xl/worksheets/sheet1.xml', 'xl/_rels/workbook.xml.rels',
                 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'):
        refuses('no ' + part, {name: text for name, text in PARTS.items()
                               if name != part}, 'is damaged')


def comments():
    comment = (f'{HEAD}<comments xmlns="{MAIN}"><authors><author>Ann</author>'
               '<author>tc={{1}}</author></authors><commentList>'
               '<comment ref="B2" authorId="0"><text><r><t>Why</t></r><r><t '
               'xml:space="preserve"> now?</t></r></text></comment>{}'
               '</commentList></comments>')
    old = relations((OFFICE + '/comments', '../comments1.xml'))
    both = relations(
        (OFFICE + '/comments', '/xl/comments1.xml'),
        (NEW + '/threadedComment', '../threadedComments/threadedComment1.xml'),
        (OFFICE + '/hyperlink', 'https://example.com/" TargetMode="External'))
    thread = (f'{HEAD}<ThreadedComments xmlns="{THREADS}"><threadedComment '
              'ref="A1" personId="{A}" id="{1}"><text>Is it _x0041_?</text>'
              '</threadedComment><threadedComment ref="A1" personId="{b}" '
              'id="{2}" parentId="{1}"><text>Yes</text><mentions><mention '
              'mentionpersonId="{A}"/></mentions></threadedComment>'
              '</ThreadedComments>')
    people = (f'{HEAD}<personList xmlns="{THREADS}"><person displayName='
              '"Ann B" id="{A}" userId="x" providerId="None"/><person '
              'displayName="Bob" id="{B}"/></personList>')
    placeholder = ('<comment ref="A1" authorId="1"><text><t>[Threaded comment]'
                   '</t></text></comment>')
    reads('a comment', with_parts(of_sheet=old, comments=comment.format('')),
          [*ONE, (1, 1, 'Ann', 'Why now?')])
    reads('a comment of an author that is not there', with_parts(
        of_sheet=old, comments=comment.format('').replace('Id="0"',
                                                          'Id="7"')),
          [*ONE, (1, 1, '', 'Why now?')])
    reads('a thread', with_parts(
        of_sheet=both, comments=comment.format(placeholder), threads=thread,
        people=people, of_book=relations(
            (OFFICE + '/worksheet', 'worksheets/sheet1.xml'),
            (NEW + '/person', 'persons/person.xml'))),
          [*ONE, (1, 1, 'Ann', 'Why now?'),
           (0, 0, 'Ann B', 'Is it _x0041_?'), (0, 0, 'Bob', 'Yes')])
    reads('what a program has left of a thread', with_parts(
        of_sheet=old, comments=comment.format(placeholder)),
          [*ONE, (1, 1, 'Ann', 'Why now?'),
           (0, 0, 'tc={1}', '[Threaded comment]')])
    refuses('comments that are not there', with_parts(of_sheet=old),
            'is damaged')


for cases in (archives, targets, cells, places, formats, sheets, comments):
    cases()
finish()
