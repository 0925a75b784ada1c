#!/usr/bin/env python3
# hostile.py - files that are broken, huge or made to harm: what is said, where
#
# Each case is a file, the findings expected of it as (rule, line, column) and
# the exit status. Findings about what a plan lacks are left out: these are no
# plans. All must end, and print nothing that a terminal obeys; that they do in
# a time that grows as the file does is linear.py's to say.
import json
import os
import resource
import subprocess
import sys
import tempfile
import unicodedata

CES = os.environ["CES"]
with open(CES, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()
HANGS = 600  # seconds: on no machine it takes so long
MEGABYTES = 600

SYNTAX = "document/syntax"
NOISE = ("document/missing-key", "document/missing-section",
         "document/unused", "document/contact-center")
HEAD = "ces: 1\n"
FOO = "document/unknown-key"

cases = 0
failed = 0
findings_of = {}
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)


def tell(good, name, *why):
    global cases, failed
    cases += 1
    failed += not good
    print("%s %d - %s" % ("ok" if good else "not ok", cases, name))
    for line in why if not good else ():
        print("# " + str(line)[:600])


def run(data, *options):
    """status, standard output, standard error"""
    with open("plan.yaml", "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    done = subprocess.run([CES, "check", *options, "plan.yaml"],
                          capture_output=True, timeout=HANGS)
    return done.returncode, done.stdout, done.stderr


def records(output):
    rows = [json.loads(line) for line in output.decode().splitlines()]
    return [row for row in rows if "rule" in row]


def harmless(output):
    """nothing that moves the cursor or turns text round; UTF-8"""
    for c in output.decode():
        if (c != "\n" and unicodedata.category(c) in ("Cc", "Zl", "Zp") or
                unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO",
                                                 "PDF", "LRI", "RLI", "FSI",
                                                 "PDI")):
            return "U+%04X" % ord(c)
    return ""


def expect(name, data, findings, status=1, said=""):
    code, output, errors = run(data, "--format", "jsonl")
    try:
        rows = [row for row in records(output) if row["rule"] not in NOISE
                and row["rule"].startswith(("document/", "waivers/"))]
        found = [(row["rule"], row["line"], row["column"]) for row in rows]
        spans = [row for row in rows if (row["end_line"], row["end_column"]) <
                 (row["line"], row["column"])]
    except (ValueError, KeyError) as error:
        tell(False, name, "not JSON: %s" % error, output[:300], errors)
        return
    findings_of[name] = rows
    text_code, text, text_errors = run(data, "--color=never")
    harm = harmless(text)
    longest = max(map(len, text.decode().split("\n")))
    tell(found == findings and code == status and text_code == status and
         not errors and not text_errors and not spans and not harm and
         longest < 1200 and said in (rows[0]["message"] if rows else ""),
         name, "found %s, expected %s" % (found, findings),
         "exit %s, %s, expected %s" % (code, text_code, status),
         errors, text_errors,
         "spans %s, harm %s, longest line %d" % (spans, harm, longest),
         rows[0]["message"] if rows else "")


def syntax(*places):
    return [(SYNTAX, line, column) for line, column in places]


# --- nothing there ----------------------------------------------------------
EMPTY = "the file is empty"
for name, data in (("an empty file", b""), ("blanks", b"  \n \n"),
                   ("remarks alone", b"# a\n# b\n"),
                   ("a byte order mark alone", b"\xef\xbb\xbf"),
                   ("a mark and blanks", b"\xef\xbb\xbf \n"),
                   ("a document that is empty", b"---\n"),
                   ("a document that is null", b"~\n")):
    expect(name, data, syntax((1, 1)), said=EMPTY)

# --- lines ------------------------------------------------------------------
BODY = "plan:\n  title: A\n  foo: 1\n"
for name, end in (("LF", "\n"), ("CRLF", "\r\n"), ("a lone CR", "\r")):
    expect("lines end with " + name, (HEAD + BODY).replace("\n", end),
           [(FOO, 4, 3)], 0)
expect("lines end as they like", "ces: 1\r\nplan:\n  title: A\r  foo: 1\r\n",
       [(FOO, 4, 3)], 0)
expect("no end of the last line", HEAD + "plan: {foo: 1}", [(FOO, 2, 8)], 0)
expect("a byte order mark takes no column", "\ufeff" + "foo: 1\nces: 1\n",
       [(FOO, 1, 1)], 0)
expect("other line separators end no line",
       HEAD + 'plan:\n  title: "a\u2028b\x85c\u2029d"\n  foo: 1\n',
       [(FOO, 4, 3)], 0)
expect("nor in a block", HEAD +
       "plan:\n  title: |\n    a\x85\n    b\n  foo: 1\n", [(FOO, 6, 3)], 0)

# --- bytes ------------------------------------------------------------------
TITLE = b"ces: 1\nplan:\n  title: "
for name, data, places in (
        ("a byte that is no UTF-8", b"ab\xffcd\n", [(3, 12)]),
        ("behind letters of two bytes", b"\xc3\xa4b\xffcd\n", [(3, 12)]),
        ("NUL", b"ab\0cd\n", [(3, 12)]),
        ("ESC", b"ab\x1bcd\n", [(3, 12)]),
        ("DEL", b"ab\x7fcd\n", [(3, 12)]),
        ("a C1 control", b"ab\xc2\x9bcd\n", [(3, 12)]),
        ("overlong", b"\xc3\xa4\xc0\xaf\n", [(3, 11), (3, 12)]),
        ("a surrogate", b"\xc3\xa4\xed\xa0\x80\n",
         [(3, 11), (3, 12), (3, 13)]),
        ("past the last character", b"\xc3\xa4\xf4\x90\x80\x80\n",
         [(3, 11), (3, 12), (3, 13), (3, 14)]),
        ("cut off", b"\xc3\xa4\xe2\x82", [(3, 11), (3, 12)]),
        ("Latin-1", b"Caf\xe9 M\xfcnchen\n", [(3, 13)]),
        ("Windows-1252, and a control", b"\x93A\x94\1\n",
         [(3, 10), (3, 13)]),
        ("U+FFFE", b"ab\xef\xbf\xbe\n", [(3, 12)])):
    expect(name, TITLE + data, syntax(*places))
expect("a bad byte far behind", HEAD + "# " + "x" * 1000000 + "\n",
       [], 0)
expect("so many that they are summed up", TITLE + b"\1" * 150 + b"\n",
       syntax(*[(3, 10 + i) for i in range(101)]))
tell(findings_of["so many that they are summed up"][-1]["message"]
     .startswith("50 more bytes"), "and counted",
     findings_of["so many that they are summed up"][-1])
expect("bytes as they come", HEAD.encode() + bytes(range(256)) * 4000, syntax(
    *[(row["line"], row["column"]) for row in
      records(run(HEAD.encode() + bytes(range(256)) * 4000, "--format",
                  "jsonl")[1])]))
for name, data, said in (
        ("bytes without a plan", bytes(range(256)) * 4000, "isn't a text file"),
        ("NULs", b"\0" * 4000, "isn't a text file"),
        ("a list on top", b"- a\n", "plain text or a table"),
        ("a word on top", b"abc\n", "plain text or a table")):
    status, output, errors = run(data)
    tell(status == 2 and not output and said in errors.decode() and
         errors.count(b"\n") == 1, name, status, output[:300], errors[:300])
for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
                 "utf-32-be"):
    expect(encoding, (HEAD + "plan: {}\n").encode(encoding), syntax((1, 1)),
           said="not UTF-8 but UTF-16 or UTF-32")
expect("UTF-16, big end first", b"\xfe\xff\0c\0e\0s\0:", syntax((1, 1)))

# --- depth ------------------------------------------------------------------
DEEP = "nesting deeper than 64 levels"
expect("100 kB of [", HEAD + "plan: " + "[" * 100000, syntax((2, 70)),
       said=DEEP)
expect("100 kB of [ ]", HEAD + "x-a: " + "[" * 50000 + "]" * 50000,
       syntax((2, 69)), said=DEEP)
expect("{a: [", HEAD + "x-a: " + "{a: [" * 20000, syntax((2, 165)), said=DEEP)
expect("- - -", HEAD + "x-a:\n  " + "- " * 10000, syntax((3, 129)), said=DEEP)
expect("? ? ?", HEAD + "plan:\n  " + "? " * 10000,
       syntax((3, 129)))
expect("by indentation", HEAD + "x-a:\n" +
       "".join(" " * i + "a:\n" for i in range(1, 1000)), syntax((66, 65)),
       said=DEEP)
expect("64 levels are enough", HEAD + "x-a: " + "[" * 63 + "]" * 63 + "\n",
       [], 0)
expect("65 are not", HEAD + "x-a: " + "[" * 64 + "]" * 64 + "\n",
       syntax((2, 69)), said=DEEP)
expect("by aliases", HEAD + "x-a: &a0 [x]\n" + "".join(
    "x-%d: &a%d [*a%d]\n" % (i, i, i - 1) for i in range(1, 100)),
    syntax((65, 13)), said=DEEP)

# --- aliases ----------------------------------------------------------------
expect("billions of laughs", HEAD + "x-a: &a [x,x,x,x,x,x,x,x,x,x]\n" +
       "".join("x-%s: &%s [%s]\n" % (c, c, ",".join(["*" + b] * 10))
               for b, c in zip("abcdefgh", "bcdefghi")),
       syntax((6, 31)), said="aliases expand to more than 100,000 values")
expect("in a plan", HEAD + "plan:\n  product_lines: &a [" + "x," * 1000 +
       "x]\nx-b: [" + "*a," * 100 + "*a]\n", syntax((4, 304)),
       said="aliases expand to more")
expect("an alias in what it names", HEAD + "plan:\n  product_lines: &a [*a]\n",
       syntax((3, 22)), said="inside the value that it refers to")
expect("an alias of nothing", HEAD + "plan:\n  title: *nobody\n",
       syntax((3, 10)), said="an anchor '&nobody'")
expect("20,000 anchors and aliases", HEAD +
       "".join("x-%d: &a%d v\n" % (i, i) for i in range(20000)) +
       "plan: {product_lines: [" +
       ",".join("*a%d" % i for i in range(20000)) + "]}\n",
       [("document/too-long", 20002, 23)])
expect("one anchor 20,000 times", HEAD +
       "".join("x-%d: &a v\n" % i for i in range(20000)) + "x-z: *a\n", [], 0)
for name, data, places in (
        ("a merge key", "plan:\n  <<: {title: x}\n", [(3, 3)]),
        ("of an alias", "x-a: &a {title: x}\nplan:\n  <<: *a\n", [(4, 3)]),
        ("of a list", "x-a: &a {title: x}\nplan:\n  <<: [*a, *a]\n",
         [(4, 3)]),
        ("of itself", "plan: &p\n  <<: *p\n", [(3, 3), (3, 7)])):
    expect(name, HEAD + data, syntax(*places), said="the merge key '<<'")

# --- size -------------------------------------------------------------------
expect("500,000 keys of one's own", HEAD +
       "".join("x-%d: 1\n" % i for i in range(500000)), [], 0)
expect("a remark of 20 MB", HEAD + "#" + "c" * 20000000 + "\n", [], 0)
expect("remarks of 20 MB", HEAD + ("#" + "c" * 70 + "\n") * 280000, [], 0)
expect("a line of 10 MB", HEAD + "plan: {foo: " + "x" * 10000000 +
       ", bar: 1}\n", [(FOO, 2, 8), (FOO, 2, 10000015)], 0)
expect("a value of 50 MB", HEAD + 'plan:\n  title: "' + "x" * 50000000 +
       '"\n', [("document/too-long", 3, 10)])
expect("a block of 45 MB", HEAD + "plan:\n  title: |\n" +
       ("    " + "x" * 75 + "\n") * 600000, [("document/too-long", 3, 10)])
expect("a quote of 20 MB that never closes", HEAD + 'plan:\n  title: "' +
       ("x" * 79 + "\n") * 250000, syntax((3, 10)))
status, output, errors = run(HEAD + "#" + "c" * 68000000 + "\n")
tell(status == 2 and not output and b"more than 64 MB" in errors,
     "more than any plan has", status, errors)
# what is wrong so often is said as often
MANY = 20000 if SANITIZED else 500000
for name, data in (
        ("%d unknown keys" % MANY, "".join("key%d: 1\n" % i
                                           for i in range(MANY))),
        ("on one line", "plan: {" + ", ".join("key%d: 1" % i
                                              for i in range(MANY)) + "}\n"),
        ("%d units" % MANY, "units:\n" + "".join("  u%d: {name: A}\n" % i
                                                 for i in range(MANY)))):
    status, output, errors = run(HEAD + data, "--format", "jsonl")
    tell(status == 0 and not errors and output.count(b"\n") >= MANY, name,
         status, errors[:300])
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
tell(SANITIZED or most < MEGABYTES, "in little memory", "%d MB" % most)

# --- keys -------------------------------------------------------------------
TWICE = "document/duplicate-key"
expect("a key twice", HEAD + 'plan:\n  title: a\n  "title": b\n',
       [(TWICE, 4, 3)], said="'title' is given twice")
tell([row["line"] for row in findings_of["a key twice"][0]["related"]] == [3],
     "and where it was first", findings_of["a key twice"])
expect("an id twice", HEAD + "units:\n  web: {name: a}\n  web: {name: b}\n",
       [(TWICE, 4, 3)])
expect("ids that look alike, in capitals", HEAD +
       "units:\n  Web: {name: a}\n  web: {name: b}\n", [(TWICE, 4, 3)], 0)
expect("an id twice, composed and not", HEAD +
       "units:\n  caf\u00e9: {name: a}\n  cafe\u0301: {name: b}\n",
       [("document/character", 4, 3), (TWICE, 4, 3)])
expect("a key of 2,000 characters", HEAD + "plan:\n  " + "k" * 2000 +
       ": 1\n", syntax((3, 2003)))
expect("of 900", HEAD + "plan:\n  " + "k" * 900 + ": 1\n", [(FOO, 3, 3)], 0)
expect("of 2,000 behind a ?", HEAD + "plan:\n  ? " + "k" * 2000 + "\n  : 1\n",
       [(FOO, 3, 5)], 0)
expect("a mapping as a key", HEAD + "? {a: b}\n: c\n", syntax((2, 3)))
expect("a list as a key", HEAD + "plan:\n  [a]: c\n", syntax((3, 3)))

# --- YAML that no plan needs --------------------------------------------------
expect("a tag", HEAD + "plan:\n  title: !foo bar\n", syntax((3, 10)),
       said="'!' can't begin a text; put quotes around it: \"!foo bar\"")
expect("a tag that makes objects", HEAD +
       "plan: !!python/object:os.system {title: x}\n", syntax((2, 7)))
expect("tags that change nothing", HEAD +
       "plan:\n  title: !!str bar\n  active_customers: !!int 5\n", [], 0)
expect("%TAG", "%TAG ! tag:x.org,2000:\n---\n" + HEAD, syntax((1, 1)),
       said="'%TAG'")
expect("%YAML 3.0", "%YAML 3.0\n---\n" + HEAD, syntax((1, 1)), said="%YAML")
expect("%YAML 1.1", "%YAML 1.1\n---\n" + HEAD, [], 0)
expect("%YAML 1.2", "%YAML 1.2\n---\n" + HEAD, [], 0)
expect("a document's marks", "---\n" + HEAD + "...\n", [], 0)
expect("two documents", HEAD + "---\nces: 1\n", syntax((2, 1)),
       said="a second document")
expect("with an end between", HEAD + "...\n---\nces: 1\n", syntax((3, 1)),
       said="a second document")
expect("something behind the end", HEAD + "...\nfoo: 1\n",
       syntax((2, 1)) + [(FOO, 3, 1)])
expect("a list with a plan in it", "- ces: 1\n", syntax((1, 1)),
       said="this file is a list")

# --- slips --------------------------------------------------------------------
expect("an open quote", HEAD + 'plan:\n  title: "abc\n  foo: 1\n',
       [("document/syntax", 3, 10), (FOO, 4, 3)], said="never closed")
for name, data, place, said in (
        ("an open brace", "plan: {title: x\nunits: {}\n", (2, 7),
         "never closed"),
        ("an open bracket", "x-a: [a,\n  b\nunits: {}\n", (2, 6),
         "never closed"),
        ("a tab", "plan:\n\ttitle: x\n", (3, 1), "tab"),
        ("a: b: c", "plan:\n  title: b: c\n", (3, 11), "':'"),
        ("a wild indentation", "plan:\n    title: x\n  foo: 1\n", (4, 3), "")):
    expect(name, HEAD + data, syntax(place), said=said)
expect("no blank behind the colon", HEAD + "plan:\n  title:x\n",
       [("document/wrong-type", 3, 3)])

# --- values -------------------------------------------------------------------
WRONG = "document/wrong-type"
RANGE = "document/out-of-range"
for value, rule in (("1_000", WRONG), ('"98,000"', WRONG), ("0x1F", WRONG),
                    ("12:30", WRONG), (".inf", WRONG), ("-.inf", WRONG),
                    (".nan", WRONG), ("1e999", WRONG), ("0o17", WRONG),
                    ("99999999999999999999", RANGE), ("-1", RANGE)):
    expect("a count of " + value, HEAD +
           "plan:\n  active_customers: %s\n" % value, [(rule, 3, 21)])
expect("a count of 012", HEAD + "plan: {active_customers: 012}\n", [], 0)
expect("a day that is none", HEAD + "plan:\n  as_of: 2026-02-30\n",
       [("document/bad-date", 3, 10)])

# --- what a terminal would obey -----------------------------------------------
NASTY = '"\\e[31m\\e]52;c;x\\a\\x9b2J\\r\\u202e\\u200b"'
expect("escapes in a title", HEAD + "plan:\n  title: %s\n" % NASTY,
       [("document/invisible", 3, 10)], 0)
expect("an end of text in it", HEAD + 'plan:\n  title: "a\\0b"\n',
       syntax((3, 10)), said="U+0000")
expect("in a word", HEAD + "plan:\n  status: %s\n" % NASTY,
       [("document/unknown-word", 3, 11)])
expect("in a key", HEAD + "plan:\n  %s: x\n" % NASTY, [(FOO, 3, 3)], 0)
expect("in a key of shares", HEAD + "segments:\n  s: {preferences: "
       "{channels: {%s: 100}}}\n" % NASTY, [("document/bad-id", 3, 32)])
hidden = "document/invisible"
expect("invisible as they are", HEAD + 'plan:\n  title: "a\u202eb"\n'
       '  organization: "z\u200bw"\n', [(hidden, 3, 10), (hidden, 4, 17)], 0)
expect("accents in a pile", HEAD + "plan: {title: a" + "\u0301" * 1000 +
       ", foo: 1}\n", [(FOO, 2, 1018)], 0)
expect("1,000 pictures", HEAD + "plan: {title: " + "\U0001F600" * 1000 +
       ", foo: 1}\n", [(FOO, 2, 1017)], 0)
expect("as a word", HEAD + "plan: {status: " + "\U0001F600" * 1000 + "}\n",
       [("document/unknown-word", 2, 16)])
expect("a mark of GitHub's", HEAD + 'plan:\n  status: "x\\n::error::y"\n',
       [("document/unknown-word", 3, 11)])
harm = harmless(run(HEAD + "plan:\n  status: %s\n" % NASTY, "--format",
                    "jsonl")[1])
tell(not harm, "escaped in JSON as well", harm)


def columns(text):
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def caret_below(name, data, word):
    """the marks stand under the word, wherever the line was cut"""
    lines = run(data, "--color=never", "--quiet")[1].decode().split("\n")
    for line, marks in zip(lines, lines[1:]):
        if "^" + "~" * (len(word) - 1) != marks.strip(" |"):
            continue
        at = columns(line[:line.index(word)])
        tell(marks.index("^") == at and columns(line) <= 80, name, line, marks)
        return
    tell(False, name, lines)


caret_below("the caret behind 1,000 pictures", HEAD + "plan: {title: " +
            "\U0001F600" * 1000 + ", foo: 1}\n", "foo")
caret_below("behind accents", HEAD + "plan: {title: " + "e\u0301" * 30 +
            ", foo: 1}\n", "foo")
caret_below("behind Chinese", HEAD + "plan: {title: " + "客服" * 8 +
            ", foo: 1}\n", "foo")
caret_below("in 10 MB", HEAD + "plan: {title: " + "x " * 5000000 +
            ", foo: 1}\n", "foo")
caret_below("behind tabs", HEAD + "plan: {title: a,\t\tfoo: 1}\n", "foo")

sys.exit(1 if failed else 0)
