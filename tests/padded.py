# padded.py - for tests: ces in a language whose texts are 30 % longer
#
# Each literal of the sources is a message, so that nothing of what gettext() is
# asked for stays as it is. The catalog is beside copies of the programs in the
# test's folder: nothing of it is ever installed.
import os
import pathlib
import re
import shutil
import subprocess

import plans

BUILD = pathlib.Path(os.environ["BUILD"])
LANGUAGE = "es"
MORE = 0.3
# what has to stay: arguments, formats, what is written in a plan, addresses
KEPT = re.compile(r"(\{[^}]*\}|%[-+.*0-9]*l*z?[a-zA-Z%]|`[^`]*`|\$\w+|"
                  r"\[\$-\w+\][dmy. ]+|https?:\S+|\\[nt\"\\]|\s+)")
LITERAL = re.compile(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+')
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


def messages():
    """Every literal of the sources as it stands there; those that stand one
    behind the other are one."""
    for path in [*plans.TOP.glob("src/**/*.c"), *plans.TOP.glob("src/**/*.h"),
                 *plans.TOP.glob("**/*.def"), *BUILD.glob("gen/*.c")]:
        for literal in LITERAL.findall(path.read_text()):
            text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', literal))
            if not re.search(r"\\[^nt\"\\]", text):
                yield text


def program(folder):
    """The path of a ces that speaks it, and what its environment adds."""
    top = pathlib.Path(folder, "padded")
    for name in ("bin/ces", "libexec/ces/ces-xlsx"):
        (top / name).parent.mkdir(parents=True)
        shutil.copy(BUILD / name, top / name)
    catalog = top / "share/locale" / LANGUAGE / "LC_MESSAGES/ces.mo"
    catalog.parent.mkdir(parents=True)
    head = (f"Language: {LANGUAGE}\\n"
            "Content-Type: text/plain; charset=UTF-8\\n")
    texts = {"": head} | {text: padded(text) for text in messages() if text}
    entries = [f'msgid "{text}"\nmsgstr "{told}"\n'
               for text, told in texts.items()]
    subprocess.run(["msgfmt", "-o", catalog, "-"], input="\n".join(entries),
                   check=True, text=True)
    return str(top / "bin/ces"), {"LANGUAGE": LANGUAGE}
