#!/usr/bin/env python3
# made_up.py - for tests: catalogs in languages that nobody speaks
#
#   made_up.py POT padded    texts that are 30 % longer
#   made_up.py POT marked    texts in brackets: what stands outside of them in
#                            an output is no message
#   made_up.py POT named     a few sheets by names that are taken
#
# Each is the catalog of Spanish in programs of its own, which the build puts
# together beside the real ones: $BUILD/STYLE/bin/ces.
import os
import re
import sys

from po import entries

LANGUAGE = "es"
RENDERED = ["--language", LANGUAGE]  # of what is written for others
MORE = 0.3
HIDDEN = {"Base", "Lists", "Source"}  # sheets of these names in each
OPEN, CLOSE = "⟦", "⟧"
# what has to stay: arguments, formats, what is written in a plan, addresses
KEPT = re.compile(r"(\{[^}]*\}|%[-+.*0-9]*l*z?[a-zA-Z%]|`[^`]*`|\$\w+|"
                  r"\[\$-\w+\][dmy. ]+|https?:\S+|\\[nt\"\\]|\s+)")
TWICE = {"a": "aá", "e": "eé", "i": "ií", "o": "oó", "u": "uú"}


def longer(word, more):
    """The word with so many more letters, where it has vowels for them; else
    at its end."""
    told = ""
    for letter in word:
        doubled = more > 0 and letter in TWICE
        told += TWICE[letter] if doubled else letter
        more -= doubled
    return told + "n" * more if word[-1:].isalpha() else told


def padded(text):
    """What a translator into a longer language would write."""
    told, owed = "", 0
    for part in KEPT.split(text):
        if KEPT.fullmatch(part) or not re.search(r"[a-zA-Z]", part):
            told += part
            continue
        owed += len(part) * MORE
        more = int(owed + 0.5)
        owed -= more
        told += longer(part, more)
    return told


def marked(text):
    """In brackets, behind the word that marks a text as one to be filled in."""
    before, inside, after = re.fullmatch(r"(TODO: |(?:\\n)*)(.*?)((?:\\n)*)",
                                         text).groups()
    return before + OPEN + inside + CLOSE + after


def named(text):
    """Sheets by the names of hidden ones."""
    return {"Hours": "base", "Channels": "Lists", "Actions": "Source",
            "Review": "Base"}.get(text, text)


def catalog(style, pot):
    """The text of the catalog."""
    tell = {"padded": padded, "marked": marked, "named": named}[style]
    yield ('msgid ""\nmsgstr ""\n'
           f'"Language: {LANGUAGE}\\n"\n'
           '"Content-Type: text/plain; charset=UTF-8\\n"\n'
           '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')
    for entry in entries(pot):
        told = f'msgctxt "{entry.context}"\n' if entry.context else ""
        told += f'msgid "{entry.text}"\n'
        if entry.many:
            told += (f'msgid_plural "{entry.many}"\n'
                     f'msgstr[0] "{tell(entry.text)}"\n'
                     f'msgstr[1] "{tell(entry.many)}"\n')
        else:
            told += f'msgstr "{tell(entry.text)}"\n'
        yield told


def program(style):
    """The path of a ces that speaks it, and what its environment adds."""
    return (os.path.join(os.environ["BUILD"], style, "bin/ces"),
            {"LC_ALL": LANGUAGE})


if __name__ == "__main__":
    print("\n".join(catalog(sys.argv[2], sys.argv[1])))
