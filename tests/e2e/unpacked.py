#!/usr/bin/python3
# unpacked.py - workbooks in all forms that a file of them can take are read,
# and hostile ones are refused: with a message, before much is unpacked, in
# little memory
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from workbooks import (  # pylint: disable=wrong-import-position
    check, finish, sample)

READ = os.path.join(os.environ['BUILD'], 'tests', 'read_sheets')
KIB = 64 * 1024  # of memory
with open(READ, 'rb') as program:
    SANITIZED = b'__asan_init' in program.read()

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
STRICT = {MAIN: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
          OFFICE: 'http://purl.oclc.org/ooxml/officeDocument/relationships'}
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
THREADS = ('http://schemas.microsoft.com/office/spreadsheetml/2018/'
           'threadedcomments')
NEW = 'http://schemas.microsoft.com/office/2017/10/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# --- workbooks ----------------------------------------------------------------
def relations(*rows):
    """of rows with a type and a target"""
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">' + ''.join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(rows, 1)) + '</Relationships>'


def sheet(cells):
    return (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>'
            '</worksheet>')


def row(cells):
    return sheet(f'<row r="1">{cells}</row>')


def shared(*items):
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(items)}</sst>'


def styles(*codes):
    """a style for each number of a format or code"""
    formats = ''.join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>'
                      for i, code in enumerate(codes) if isinstance(code, str))
    cells = ''.join(
        f'<xf numFmtId="{200 + i if isinstance(code, str) else code}"/>'
        for i, code in enumerate(codes))
    return (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            f'<cellXfs>{cells}</cellXfs></styleSheet>')


def workbook(listed='<sheet name="One" sheetId="1" r:id="rId1"/>', more=''):
    return (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{more}'
            f'<sheets>{listed}</sheets></workbook>')


PARTS = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations((OFFICE + '/officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': workbook(),
    'xl/_rels/workbook.xml.rels': relations(
        (OFFICE + '/worksheet', 'worksheets/sheet1.xml'),
        (OFFICE + '/styles', 'styles.xml'),
        (OFFICE + '/sharedStrings', 'sharedStrings.xml')),
    'xl/worksheets/sheet1.xml': row('<c r="A1"><v>1</v></c>'),
    'xl/styles.xml': styles(0),
    'xl/sharedStrings.xml': shared('<si><t>Shared</t></si>'),
}
ONE = [(0, 0, 'number', 1.0)]


class Pipe(io.BytesIO):
    """can't be gone back in, so that sizes follow each part"""

    def seekable(self):
        return False

    def seek(self, *_):
        raise io.UnsupportedOperation

    def tell(self):
        raise io.UnsupportedOperation


def archive(parts, method=zipfile.ZIP_DEFLATED, out=None, comment=b''):
    out = out or io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as made:
        made.comment = comment
        for name, text in (parts.items() if isinstance(parts, dict)
                           else parts):
            made.writestr(name, text)
    return out.getvalue()


def with_parts(**changed):
    """The parts, of which some are others: sheet for that sheet's, ..."""
    names = {'sheet': 'xl/worksheets/sheet1.xml', 'styles': 'xl/styles.xml',
             'shared': 'xl/sharedStrings.xml', 'book': 'xl/workbook.xml',
             'of_book': 'xl/_rels/workbook.xml.rels', 'package': '_rels/.rels',
             'of_sheet': 'xl/worksheets/_rels/sheet1.xml.rels',
             'comments': 'xl/comments1.xml',
             'threads': 'xl/threadedComments/threadedComment1.xml',
             'people': 'xl/persons/person.xml'}
    parts = dict(PARTS)
    for key, text in changed.items():
        parts[names[key]] = text
    return parts


# --- what is read ------------------------------------------------------------
def told(data):
    with tempfile.NamedTemporaryFile(suffix='.xlsx') as file:
        file.write(data)
        file.flush()
        done = subprocess.run([READ, file.name], capture_output=True,
                              check=False)
    if done.returncode:
        return [{'is': 'fault', 'text': done.stderr.decode()}], 0
    rows = [json.loads(line) for line in done.stdout.decode().split('\n')[:-1]]
    memory = rows.pop()
    return rows, max(memory['own'], memory['other'])


def brief(row):
    """place, kind, value, and flags that are set"""
    if row['is'] == 'sheet':
        return ('sheet', row['name']) + ('hidden',) * row['hidden']
    if row['is'] == 'fault':
        return 'fault', row['text']
    if row['is'] == 'note':
        return row['row'], row['column'], row['author'], row['text']
    value = row['text'] if row['is'] in ('text', 'error') else row['number']
    return (row['row'], row['column'], row['is'], value) + tuple(
        flag for flag in ('formula', 'date', 'percent') if row[flag])


def reads(what, data, wanted, sheets=False):
    """A case: the cells are these, or with sheets they too."""
    if not isinstance(data, bytes):
        data = archive(data)
    rows, _ = told(data)
    found = [brief(row) for row in rows if sheets or row['is'] != 'sheet']
    check(found == wanted, what)
    if found != wanted:
        print('# read', found[:20], '\n# not ', wanted[:20])


def refuses(what, data, message):
    """A case: it is refused, saying so, in little memory."""
    if not isinstance(data, bytes):
        data = archive(data)
    rows, memory = told(data)
    good = len(rows) == 1 and rows[0]['is'] == 'fault' \
        and message in rows[0]['text']
    check(good and (SANITIZED or memory <= KIB),
          f'{what}, in {memory // 1024} MiB')
    if not good:
        print('#', [brief(row) for row in rows[:3]])


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


# --- files that are none ------------------------------------------------------
def others(folder):
    old = bytes.fromhex('d0cf11e0a1b11ae1') + bytes(504)
    for what, data, message in (
            ('nothing', b'', 'is empty'),
            ('.xls', old + 'Workbook'.encode('utf-16-le') + bytes(5000),
             '(.xls)'),
            ('a password', old + bytes(100000) +
             'EncryptedPackage'.encode('utf-16-le') + bytes(5000),
             'password'),
            ('.csv', b'id,name\n1,Ann\n', 'CSV'),
            ('.csv of Excel', b'\xef\xbb\xbfid;name\r\n', 'CSV'),
            ('.csv in an old encoding', b'id;gr\xfc\xdfe\r\n', 'CSV'),
            ('text in UTF-16', 'id\tname\n'.encode('utf-16'), 'CSV'),
            ('a plan', b'ces: 1\n', 'CSV'),
            ('HTML', b'\xef\xbb\xbf\n<html><table>', 'web page'),
            ('a flat XML workbook', b'<?xml version="1.0"?>\n<office:x/>',
             'XML'),
            ('a picture', b'\x89PNG\r\n\x1a\n' + bytes(100),
             'not a workbook'),
            ('an archive without anything', archive({}), 'not a workbook'),
            ('a document', archive({**PARTS, '_rels/.rels': relations(
                (OFFICE + '/officeDocument', 'word/document.xml'))}
                | {'xl/workbook.xml': ''}), 'is damaged'),
            ('.docx', archive({'word/document.xml': '<w:document xmlns:w="w"/>',
                               '_rels/.rels':
                               relations((OFFICE + '/officeDocument',
                                          'word/document.xml'))}),
             'not a workbook'),
            ('.zip', archive({'a.txt': ''}), 'not a workbook'),
            ('.ods', archive({'mimetype': '', 'content.xml': '',
                              'META-INF/manifest.xml': ''}), '(.ods)'),
            ('.xlsb', archive({'xl/workbook.bin': '', '_rels/.rels': relations(
                (OFFICE + '/officeDocument', 'xl/workbook.bin'))}),
             '.xlsb')):
        refuses(what, data, message)
    locked = bytearray(archive(PARTS))
    for mark, at in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        place = locked.find(mark)
        while place >= 0:
            locked[place + at] |= 1
            place = locked.find(mark, place + 1)
    refuses('encrypted parts', bytes(locked), 'password')
    done = subprocess.run([READ, folder], capture_output=True, text=True,
                          check=True)
    check('directory' in done.stdout, 'a folder')
    done = subprocess.run([READ, folder + '/absent'], capture_output=True,
                          text=True, check=True)
    check('No such file' in done.stdout, 'no file')
    os.mkfifo(folder + '/pipe')
    done = subprocess.run([READ, folder + '/pipe'], capture_output=True,
                          text=True, check=True, timeout=60)
    check('from a pipe' in done.stdout, 'a pipe')


# --- hostile ones ---------------------------------------------------------------
SHEET = 'xl/worksheets/sheet1.xml'
SHARED = 'xl/sharedStrings.xml'
START = f'<worksheet xmlns="{MAIN}"><sheetData><row>'


def bomb(what, name, head, piece, times, message, level=1):
    """refused: a part that begins so, and goes on with so many pieces"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED,
                         compresslevel=level) as file:
        for other, text in PARTS.items():
            if other != name:
                file.writestr(other, text)
        with file.open(name, 'w', force_zip64=True) as part:
            part.write(head.encode())
            for i in range(times):
                part.write(piece(i) if callable(piece) else piece)
    refuses(what, out.getvalue(), message)


def numbered(*forms):
    """ten thousand pieces, in which %d is a number"""
    def piece(i):
        return ''.join(form % n for n in range(i * 10000, (i + 1) * 10000)
                       for form in forms).encode()
    return piece


def bombs():
    million = b' ' * 1000000
    bomb('blanks without end', SHEET, START, million, 300, '256 MiB')
    bomb('blanks at a ratio of 1,000', SHEET, START, million, 20,
         '1,000 times', 9)
    bomb('a shared text of 1 GB', SHARED, f'<sst xmlns="{MAIN}"><si><t>',
         b'x' * 1000000, 1000, '256 MiB')
    bomb('one of 200 MB', SHARED, f'<sst xmlns="{MAIN}"><si><t>',
         b'abcdefghij' * 100000, 200, 'a text or a tag')
    bomb('shared texts without end', SHARED, f'<sst xmlns="{MAIN}">',
         b'<si><t/></si>' * 100000, 150, '1,000,000 cells')
    bomb('of some length', SHARED, f'<sst xmlns="{MAIN}">',
         (b'<si><t>' + b'0123456789' * 20 + b'</t></si>') * 1000, 1000,
         '24 MiB')
    bomb('cells without end', SHEET, START, numbered(
        '<c><v>%d</v></c></row><row>'), 110, '1,000,000 cells')
    bomb('texts of cells', SHEET, START, (
        b'<c t="str"><v>' + b'0123456789' * 20 + b'</v></c></row><row>') *
         1000, 1000, '24 MiB')
    bomb('elements without end in one another', SHEET, START, b'<a>' * 100000,
         100, 'a text or a tag')
    bomb('names of elements', SHEET, START, numbered('<a%d/>'), 100,
         'a text or a tag')
    bomb('names of attributes', SHEET, START, numbered('<a b%d=""/>'), 100,
         'a text or a tag')
    bomb('an attribute', SHEET, '<worksheet a="', b'0123456789' * 100000, 100,
         'a text or a tag')
    bomb('attributes of a tag', SHEET, '<worksheet', numbered(' b%d=""'), 100,
         'a text or a tag')
    bomb('a comment of XML', SHEET, '<worksheet><!--', b'0123456789' * 100000,
         100, 'a text or a tag')
    bomb('namespaces', SHEET, START, numbered('<a xmlns:b%d="c%d"/>'.replace(
        'c%d', 'c')), 100, 'a text or a tag')
    many = ''.join(f'<sheet name="s{i}" sheetId="{i}" r:id="rId{i}"/>'
                   for i in range(1, 10001))
    refuses('10,000 sheets', {
        **with_parts(book=workbook(many), of_book=relations(*(
            (OFFICE + '/worksheet', f'worksheets/sheet{i}.xml')
            for i in range(1, 10001)))),
        **{f'xl/worksheets/sheet{i}.xml': row('') for i in range(2, 10001)}},
            '1,000 sheets')
    refuses('10,000 of one part', with_parts(book=workbook(''.join(
        '<sheet name="s" sheetId="1" r:id="rId1"/>' for _ in range(10000)))),
            '1,000 sheets')
    refuses('30,000 parts', {**PARTS, **{f'x/{i}': '' for i in range(30000)}},
            '20,000 parts')


def sly():
    for part in (SHEET, SHARED, 'xl/workbook.xml', '_rels/.rels'):
        text = PARTS[part]
        for what, doctype in (
                ('nothing declared', '<!DOCTYPE a>'),
                ('an entity within itself', '<!DOCTYPE a [<!ENTITY a "1">'
                 + ''.join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">'
                           for i in range(1, 10)) + ']>'),
                ('a file', '<!DOCTYPE a [<!ENTITY a SYSTEM '
                 '"file:///etc/passwd">]>'),
                ('another document type', '<!DOCTYPE a SYSTEM '
                 '"http://localhost/a.dtd">')):
            refuses(f'DOCTYPE in {part}, {what}',
                    {**PARTS, part: text.replace(HEAD, HEAD + doctype)},
                    'document type')
    refuses('a part twice', [*PARTS.items(), (SHEET, row(''))], 'is damaged')
    refuses('in capitals', [*PARTS.items(), (SHEET.upper(), row(''))],
            'is damaged')
    refuses('a name that leads up', {**PARTS, '../../a': ''}, 'is damaged')
    refuses('a target that leads up', with_parts(of_book=relations(
        (OFFICE + '/worksheet', '../../../etc/passwd'))), 'is damaged')
    refuses('a long name', {**PARTS, 'a' * 5000: ''}, 'is damaged')
    refuses('XML that ends early', with_parts(sheet=PARTS[
        'xl/worksheets/sheet1.xml'][:-5]), 'is damaged')
    refuses('no XML', with_parts(sheet='\0\1'), 'is damaged')
    refuses('wrong UTF-8', with_parts(sheet=row(
        '<c t="str"><v>x</v></c>').encode().replace(b'x<', b'\xff<')),
            'is damaged')
    refuses('an entity that is not declared', with_parts(sheet=row(
        '<c t="str"><v>&a;</v></c>')), 'is damaged')
    data = archive(PARTS, zipfile.ZIP_STORED)
    place = data.index(b'<v>1</v>')
    refuses('a checksum that is wrong', data[:place + 3] + b'2' +
            data[place + 4:], 'is damaged')
    packed = archive(PARTS)
    refuses('no directory', packed.replace(b'PK\1\2', b'PK\0\0'),
            'is damaged')
    refuses('another packing', archive(PARTS, zipfile.ZIP_LZMA), 'is damaged')


def cuts(path):
    """of the file, a fiftieth after the other"""
    with open(path, 'rb') as file:
        data = file.read()
    bad = []
    for i in range(1, 50):
        rows, memory = told(data[:len(data) * i // 50])
        if len(rows) != 1 or 'cut off' not in rows[0].get('text', '') or \
                memory > KIB and not SANITIZED:
            bad.append((i, rows[:2], memory))
    check(not bad, f'cut off at each fiftieth: {bad[:2]}')
    bad = []
    for i in range(50):
        damaged = bytearray(data)
        damaged[len(data) * i // 50 + 7] ^= 0x55
        rows, memory = told(bytes(damaged))
        if not rows or memory > KIB and not SANITIZED:
            bad.append((i, rows[:2], memory))
    check(not bad, f'a byte changed at each fiftieth: {bad[:2]}')


def main():
    archives()
    targets()
    cells()
    places()
    formats()
    sheets()
    comments()
    with tempfile.TemporaryDirectory() as folder:
        others(folder)
        cuts(sample(folder, 'retail'))
    bombs()
    sly()
    finish()


main()
