# book_parts.py - for tests: workbooks put together part by part, and what is read
import io
import json
import os
import subprocess
import tempfile
import zipfile

from workbooks import check

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
