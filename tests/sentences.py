# sentences.py - for tests: the figures that titles, notes and messages tell
import re

import figures

# groups are figures; those in capitals the items that they are of, which stand
# in the order of the alphabet everywhere
SENTENCES = [re.compile(sentence) for sentence in (
    r"[Ff]ailure demand is (?P<failure>[\d.]+)% of all contacts",
    r"^(?P<failure>\d+)% failure$",
    r"failure demand, (?P<failure>\d+)% of contacts",
    r"Base: (?P<contacts>[\d,]+) contacts a year",
    r"^(?P<FEW>\w+) of \w+ reasons makes? (?P<cumulative>\d+)% of all",
    r"'(?P<REASON>[^']+)' makes up (?P<reason_share>[\d.]+)% of all contacts",
    r": (?P<reason_share>\d+)% (?:ask|of contacts are) “(?P<REASON>.+)”",
    r"^(?P<CHANNEL>.+) takes (?P<channel_share>\d+)% of the contacts with a",
    r"^(?P<CHANNEL>.+) takes (?P<channel_cost_share>\d+)% of what contacts",
    r"^(?P<peak_month>\w+) brings (?P<peak>\d+)% more contacts than an",
    r"^(?P<SEGMENT>.+): (?P<CHANNEL>.+) is open for .* for "
    r"(?P<pair_coverage>[\d.]+)% over the period",
    r"'(?P<SEGMENT>[^']+)' find '(?P<CHANNEL>[^']+)' open in "
    r"(?P<pair_coverage>[\d.]+)% of the hours",
    r"^(?P<CHANNEL>.+) needs (?P<agents>[\d,]+) agents on duty",
    r"^(?P<MONTH>\w+) is the peak: (?P<month_agents>\S+) agents on duty on "
    r"(?P<CHANNEL>.+)",
    r"[Dd]ecisions? (?:worth|asked: \w+, worth) \D{1,4}"
    r"(?P<asked_in_thousands>\d[\d,.]*)k",
    r"[Dd]ecisions? (?:worth|asked: \w+, worth) \D{1,4}"
    r"(?P<asked_in_millions>\d[\d,.]*)m",
    r"^\w+ decisions? worth \D{1,4}(?P<asked>\d[\d,]*) waits? for",
    r"Decisions asked: (?P<to_be_decided>\w+)",
    r"\W(?P<investments_asked>[\d,]+) (?:more )?is asked for",
    r"^(?P<decisions_open>\w+) decisions? (?:worth|waits?)",
    r"^(?P<on_track>\w+) of (?P<headlines>\w+) headline measures",
    r"Headline measures: (?P<off_track>\w+) (?:is|are) off track",
    r"Actions: (?P<overdue>\w+) of (?P<actions>\d+) (?:is|are) overdue",
    r"^(?P<overdue>\w+) actions? (?:is|are) overdue",
    r"(?:^|, )✓ (?P<done>\d+) done", r"● (?P<actions_on_track>\d+) on track",
    r"■ (?P<overdue>\d+) overdue",
    r"^(?P<readiness>\d+)% of the strategy", r"eadiness: (?P<readiness>\d+)%",
    r"written, (?P<under_way>\d+)% under way",
    r"least ready is (?P<SECTION>.+) with (?P<section_readiness>\d+)%",
    r"Findings: errors (?P<errors>\d+), warnings (?P<warnings>\d+), advice "
    r"(?P<advice>\d+), waived (?P<waived>\d+)",
    r"^(?P<errors>\w+) errors? (?:is|are) to be mended",
    r"^No errors; (?P<warnings>\w+) warnings? (?:is|are) worth a look",
    r"findings: (?P<errors>\w+) errors?; (?P<warnings>\w+) warnings?"
    r"(?:, (?P<advice>\d+) pieces? of advice)?"
    r"(?:, (?P<waived>\d+) waived)?")]


def in_sentences(texts):
    """The sentence, its figure, the items that it is of, and the value."""
    for text in texts:
        for sentence in SENTENCES:
            for found in sentence.finditer(text):
                item = [value for key, value in
                        sorted(found.groupdict().items())
                        if value and key.isupper()]
                for key, value in found.groupdict().items():
                    figure = key.replace("_", " ")
                    if value and not key.isupper():
                        yield sentence.pattern, figure, item, figures.named(
                            value)
