#!/usr/bin/python3
# unpacked.py - a file that is no workbook, or a hostile one, is refused: with a
# message, before much is unpacked, in little memory
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
from book_parts import (  # pylint: disable=wrong-import-position
    HEAD, KIB, MAIN, OFFICE, PARTS, READ, SANITIZED, archive, refuses,
    relations, row, shared, sheet, told, with_parts, workbook)
from workbooks import (  # pylint: disable=wrong-import-position
    check, finish, sample)


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


def largest():
    """A workbook just within all limits: a million cells, 20 MiB of texts."""
    texts = shared('<si><t>a</t></si>', *(
        f'<si><t>{"x" * 980}{i:05}</t></si>' for i in range(7000)))
    cells = ''.join('<c t="s"><v>0</v></c><c><f>A1</f></c>' * 500 +
                    '</row><row>' for _ in range(999))
    data = archive(with_parts(shared=texts, sheet=sheet(
        f'<row>{cells}</row>')))
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        lines = subprocess.run([READ, file.name], capture_output=True,
                               check=True).stdout.splitlines()
    memory = json.loads(lines[-1])
    check(len(lines) == 999002 and (SANITIZED or max(
        memory['own'], memory['other']) <= KIB),
          f'{len(lines)} cells and sheets are read, in '
          f'{memory["own"] // 1024} and {memory["other"] // 1024} MiB')


def programs(folder, path):
    """The program that reads is not there, or isn't what it should be."""
    os.makedirs(folder + '/libexec/ces')
    os.mkdir(folder + '/bin')
    shutil.copy(READ, folder + '/bin')
    for what, script, message in (
            ('there', None, 'is missing; install'),
            ('a program', '\n', 'is damaged; install'),
            ('of this version', '#!/bin/sh\nexit 5', 'another version'),
            ('loaded', '#!/bin/sh\nexit 127', "can't be loaded"),
            ('left alive', '#!/bin/sh\nkill -KILL $$', 'was killed'),
            ('quick', '#!/bin/sh\nkill -ALRM $$', 'took too long'),
            ('without a crash', '#!/bin/sh\nkill -SEGV $$', 'crashed'),
            ('saying anything', '#!/bin/sh\nexit 0', 'is damaged; install'),
            ('writing it all', '#!/bin/sh\nprintf "0.1.0\\0W\\0a"',
             'is damaged; install'),
            ('given memory', '#!/bin/sh\nexit 2', 'allocate memory'),
            ('given space', '#!/bin/sh\nexit 156', 'No space left'),
            ('of known status', '#!/bin/sh\nexit 3', 'please report it')):
        program = folder + '/libexec/ces/ces-xlsx'
        if script:
            with open(program, 'w') as file:
                file.write(script + '\n')
            os.chmod(program, 0o755)
        done = subprocess.run([folder + '/bin/read_sheets', path], text=True,
                              capture_output=True, check=True)
        check(message in done.stdout.split('\n')[0],
              f'the program is not {what}: {done.stdout[:99]}')


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
    with tempfile.TemporaryDirectory() as folder:
        path = sample(folder, 'retail')
        others(folder)
        programs(folder, path)
        cuts(path)
    bombs()
    largest()
    sly()
    finish()


main()
