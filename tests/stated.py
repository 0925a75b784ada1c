# stated.py - for tests: plans that bring every state about, from the samples
import re

import plans


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
    let(plan['actions'], 2, {'owner': None})
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
    first = next(iter(plan['actions']))
    plan['actions'] = {first: {**plan['actions'][first], 'due': '2027-01-31',
                               'status': 'not_started'}}
    plan['actions'][first].pop('completed', None)
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
    plan['measures'] = {'csat': plan['measures']['satisfaction']}
    let(plan['measures'], 1, {'target': None, 'baseline': None})
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
