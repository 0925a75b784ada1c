#!/usr/bin/python3
# texts.py - odd texts in every text field come out as they are, as strings
#
# The plan is made from include/ces/model.def: one item of each collection, and
# the text in every field that takes one. What the workbook shows of a field
# must be all of it, typed as text; what it cuts must have its finding.
import json
import os
import re
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.environ['TOP'], 'tests'))
import plans  # pylint: disable=wrong-import-position
from workbooks import (  # pylint: disable=wrong-import-position
    check, export, finish)

model = plans.TOP / 'include/ces/model.def'
choices = plans.TOP / 'include/ces/choices.def'

LIMIT = 32767
NAME_LIMIT = 255

# what no sheet shows by itself, so that the test knows when one is forgotten
UNSHOWN = set('''
plan.organization plan.sector plan.product_lines people.role units.name
governance.approvals.note channels.automation.evidence
'''.split())

# shown with words beside them, or on one line: what is cut says so
COMPOSED = set('''
plan.title plan.version plan.product_lines plan.activity.name
hours.exceptions.reason hours.seasons.reason
contact_map.issues.note
'''.split())

values = {
    'DATE': '2026-05-04', 'PERIOD': '2026-05', 'DURATION': '30s',
    'WEEK': 'Mo-Fr 09:00-17:00', 'SPANS': '09:00-17:00', 'ZONE': 'UTC',
    'READING': 5, 'COUNT': 3, 'MONEY': 5, 'PERCENT': 50, 'CHANGE': -10,
    'NUMBER': 1, 'SCORE': 2, 'FLAG': True,
}
codes = {'currency': 'GBP', 'language': 'en', 'country': 'GB'}
# what decides whether a row is there, or shows its other cells
wanted = {
    ('decision', 'outcome'): 'open', ('action', 'status'): 'in_progress',
    ('measure', 'standard'): 'csat', ('channel', 'status'): 'current',
}
keyed = {'section': 'segments', 'question': 'own-strategy'}


def words():
    text = open(choices).read()
    return {m[1]: re.findall(r'"(\w+)"', m[2])
            for m in re.finditer(r'CHOICES\((\w+),([^)]*)\)', text)}


def entities():
    """fields of each entity: (kind, key, what comes behind)"""
    text = re.sub(r'/\*.*?\*/', '', open(model).read(), flags=re.S)
    found = {}
    for m in re.finditer(r'ENTITY\((\w+),(.*?)END\(\1\)', text, re.S):
        fields = []
        for line in re.finditer(r'^\t([A-Z]+)\((\w+),((?:[^()"]|"[^"]*"|'
                                r'\((?:[^()]|\([^()]*\))*\))*)\)$',
                                m[2], re.M):
            rest = re.sub(r'"[^"]*"', '', line[3])
            rest = re.sub(r'\((?:[^()]|\([^()]*\))*\)', '', rest)
            fields.append((line[1], line[2],
                           [p.strip() for p in rest.split(',')]))
        found[m[1]] = fields
    return found


class Maker:
    """a plan whose every text is what make(path, limit) gives for it"""

    def __init__(self, make):
        self.make = make
        self.entities = entities()
        self.words = words()
        self.texts = {}

    def text(self, path, key):
        limit = NAME_LIMIT if key == 'name' else LIMIT
        self.texts[path] = self.make(path, limit)
        return self.texts[path]

    def field(self, entity, kind, key, rest, path):
        if (entity, key) in wanted:
            return wanted[entity, key]
        if kind == 'TEXT':
            return self.text(path, key)
        if kind == 'TEXTS':
            return [self.text(path, key)]
        if kind == 'WORD':
            return self.words[rest[1]][0]
        if kind == 'CODE':
            return codes[rest[1]]
        if kind == 'OBJECT':
            return self.entity(rest[1], path)
        if kind == 'LIST':
            return [self.entity(rest[1], path)]
        if kind == 'MAP':
            return {'one': self.entity(rest[1], path)}
        if kind == 'KEYED':
            return {keyed[rest[1]]: self.entity(rest[2], path)}
        return values.get(kind)

    def entity(self, name, path):
        made = {}
        for kind, key, rest in self.entities[name]:
            value = self.field(name, kind, key, rest,
                               (path + '.' if path else '') + key)
            if value is not None:
                made[key] = value
        return made

    def plan(self):
        plan = self.entity('plan', '')
        plan['ces'] = 1
        plan['plan']['as_of'] = '2026-06-01'
        plan['plan']['period'] = {'start': '2026-01-01', 'end': '2026-12-31'}
        plan.pop('settings', None)
        plan.pop('waivers', None) # their reason shows with what they waive
        self.texts.pop('waivers.reason', None)
        return plan


def marker(path):
    return '[%s]' % path


def short(text):
    return lambda path, limit: '%s %s' % (text, marker(path))


def filled(length):
    """so many units: markers, then letters and characters of two units"""
    def make(path, limit):
        size = min(length, limit + length - LIMIT)
        text = marker(path) + ' =a'
        left = size - len(text)
        return text + 'x' * (left % 2) + '\U0001F600' * (left // 2)
    return make


def as_shown(text):
    """what becomes of characters that no cell takes"""
    return ''.join(chr(0x2400 + ord(c)) if ord(c) < 0x20 and c not in '\t\n'
                   else '\u2421' if c == '\x7f' else c for c in text)


def strings(path):
    """texts of cells by the markers in them; formulas that hold a marker"""
    found = {}
    formulas = []
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if not isinstance(value, str) or '[' not in value:
                    continue
                if cell.data_type == 'f':
                    if re.search(r'\[[\w.]+\]', value):
                        formulas.append((sheet.title, cell.coordinate))
                    continue
                if cell.data_type != 's':
                    formulas.append((sheet.title, cell.coordinate))
                value = value.replace('_x005F_', '_')
                for name in re.findall(r'\[([\w.]+)\]', value):
                    found.setdefault(name, []).append(value)
    return found, formulas


def export_made(folder, plan):
    path = os.path.join(folder, 'plan.yaml')
    out = os.path.join(folder, 'plan.xlsx')
    with open(path, 'w') as f:
        # YAML knows no pairs of escapes, and takes DEL escaped alone
        f.write(json.dumps(plan, ensure_ascii=False)
                .replace('\x7f', '\\u007f'))
    return export(path, out), out, path


def check_shown(folder, title, make):
    maker = Maker(make)
    plan = maker.plan()
    good, out, _ = export_made(folder, plan)
    check(good, title + ': is exported')
    if not good:
        return
    found, formulas = strings(out)
    lost = [p for p in maker.texts if p not in found and p not in UNSHOWN]
    check(not lost, '%s: every field is shown %s' % (title, ' '.join(lost)))
    wrong = [p for p, text in maker.texts.items() if p in found and
             not any(as_shown(text) in v or
                     as_shown(text).replace('\t', ' ') in v
                     for v in found[p]) and
             not (p in COMPOSED and any('…' in v for v in found[p]))]
    check(not wrong, '%s: each whole in a cell %s' % (title, wrong))
    check(not formulas, '%s: as text, in no formula %s' % (title, formulas))


def check_cut(folder):
    maker = Maker(filled(LIMIT + 1))
    good, out, path = export_made(folder, maker.plan())
    check(good, '32,768: is exported')
    found, formulas = strings(out)
    known = {f['path'] for f in plans.findings(open(path).read())
             if f['rule'] == 'document/too-long'}
    known = {re.sub(r'\[\d+\]|\.(one|segments|own-strategy)(?=\.)', '', p)
             for p in known}
    silent = [p for p, text in maker.texts.items()
              if p in found and p not in known and
              not any(text in v for v in found[p])]
    check(not silent, '32,768: what is cut has its finding %s' % silent)
    check(len(known) > 40, '32,768: %d findings' % len(known))
    check(not formulas, '32,768: as text, in no formula %s' % formulas)
    check(all(len(v.encode('utf-16-le')) // 2 <= LIMIT
              for vs in found.values() for v in vs),
          '32,768: no cell holds more than a cell can')


def main():
    odd = {
        '=1+1': '=1+1', '+cmd|': "+cmd|' /C calc'!A0", '@SUM': '@SUM(A1)',
        '-2+3': '-2+3', '_x0041_': '_x0041_ _xD83D_',
        'emoji': '\U0001F469\u200D\U0001F4BB \u2764\uFE0F \U0001F1F0\U0001F1F7',
        'right to left': '\u05e9\u05dc\u05d5\u05dd \u202e\u0627\u0644 \u202c',
        'control characters': 'a\x01\x07\x0b\x1b\x7f\tb',
        'markup': '<b>&amp; ]]> "q" \'q\'',
        'space': '  two  and at the end ',
    }
    with tempfile.TemporaryDirectory() as folder:
        for title, text in odd.items():
            check_shown(folder, title, short(text))
        # near the limits of headers, attributes and properties
        for title, text in (('242 letters', 'a' * 242),
                            ('673 of Korean', '나' * 673),
                            ('700 accents', 'é' * 700)):
            good = export_made(folder, Maker(short(text)).plan())[0]
            check(good, title + ': is exported')
        check_shown(folder, '32,767', filled(LIMIT))
        check_cut(folder)
    finish()


main()
