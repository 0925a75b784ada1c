#!/usr/bin/python3
# terminal.py - at a terminal, played by a pseudo-terminal: the questions of ces
# init, and reports that fit its width
import codecs
import fcntl
import os
import pathlib
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import unicodedata

CES, TOP = os.environ["CES"], pathlib.Path(os.environ["TOP"])
SCRATCH = pathlib.Path(os.environ["TMPDIR"]) / "terminal"
PATIENCE = 60
END, BREAK = "\x04", "\x03"  # Ctrl-D, Ctrl-C
ORGANIZATION, CURRENCY, ZONE = (
    "Whose strategy is it?", "Which currency?", "Which time zone?")
cases = failed = 0


def check(good, what, why=""):
    global cases, failed
    cases += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {cases} - {what}")
    for line in str(why).splitlines() if not good else ():
        print(f"#   {line}")


class Terminal:
    """A program on a terminal of its own, and what it wrote there."""

    def __init__(self, args, columns=80, **streams):
        self.end, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, columns, 0, 0))
        streams = {"stdin": side, "stdout": side, "stderr": side, **streams}
        self.program = subprocess.Popen(
            [CES, *args], cwd=SCRATCH, start_new_session=True, **streams,
            preexec_fn=lambda: fcntl.ioctl(side, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"})
        os.close(side)
        self.said = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read(self):
        """More of what it says; False at the end."""
        if not select.select([self.end], [], [], PATIENCE)[0]:
            raise TimeoutError(self.said)
        try:
            data = os.read(self.end, 65536)
        except OSError:  # Linux says so when the last writer is gone
            data = b""
        self.said += self.decoder.decode(data).replace("\r", "")
        return bool(data)

    def wait_for(self, text, start):
        while text not in self.said[start:] and self.read():
            pass
        return text in self.said[start:]

    def finish(self):
        while self.read():
            pass
        os.close(self.end)
        return self.program.wait(PATIENCE)


def interview(name, answers, *args, status=0, **streams):
    """Answers each question, in their order, once it is asked; an answer of
    None expects what is said and types nothing."""
    for file in SCRATCH.iterdir():
        file.unlink()
    terminal = Terminal(["init", *args, "plan.yaml"], **streams)
    start = 0
    for question, answer in answers:
        if not terminal.wait_for(question, start):
            check(False, f"{name}: says '{question}'", terminal.said)
            break
        start = terminal.said.index(question, start) + len(question)
        if answer is not None:
            end = "" if answer in (END, BREAK) else "\n"
            os.write(terminal.end, (answer + end).encode())
    found = terminal.finish()
    check(found == status, f"{name}: exit {found}", terminal.said)
    plan = SCRATCH / "plan.yaml"
    return plan.read_text() if plan.exists() else "", terminal.said


def holds(name, plan, *lines):
    lacks = [line for line in lines if f"  {line}\n" not in plan]
    check(not lacks, f"{name}: the plan holds its answers", lacks)


def answered():
    plan, said = interview("all answers", [
        (ORGANIZATION, "Harrow & Pine"), (CURRENCY, "gbp"),
        (ZONE, "Europe/London")])
    holds("all answers", plan, 'organization: "Harrow & Pine"',
          "currency: GBP", "timezone: Europe/London")
    check("next: ces check plan.yaml" in said, "and what to do next")
    done = subprocess.run([CES, "check", "plan.yaml"], cwd=SCRATCH,
                          capture_output=True, text=True)
    check(done.returncode == 0, "the plan passes its check", done.stdout)
    plan, said = interview("answers in other words", [
        (ORGANIZATION, '  X: "Y" # z '), (CURRENCY, "€"),
        ("taken as 'EUR'", None), (ZONE, "new york"),
        ("taken as 'America/New_York'", None)])
    holds("in other words", plan, "organization: 'X: \"Y\" # z'",
          "currency: EUR", "timezone: America/New_York")
    plan, said = interview("wrong answers are asked for again", [
        (ORGANIZATION, "한빛"), (CURRENCY, "shells"),
        ("'shells' is not known; write three letters", None),
        (CURRENCY, "won"), (ZONE, "Europe/Lodnon"),
        ("did you mean 'Europe/London'?", None), (ZONE, "nowhere at all"),
        ("write Area/City", None), (ZONE, "부산")])
    holds("wrong answers", plan, "organization: 한빛", "currency: KRW",
          "timezone: Asia/Seoul")


def unanswered():
    plan, said = interview("no answers", [
        (ORGANIZATION, ""), (CURRENCY, ""), (ZONE, "")])
    check('organization: "TODO' in plan and 'currency: "TODO' in plan,
          "no answers: placeholders stay")
    for n in range(3):
        answers = [(ORGANIZATION, "Us"), (CURRENCY, "USD"), (ZONE, "UTC")]
        answers[n] = (answers[n][0], END)
        plan, said = interview(f"the end at question {n + 1}", answers[:n + 1])
        check(plan and said.count("?") == n + 1 and ": wrote" not in said,
              f"the end at question {n + 1}: no more are asked", said)
        plan, said = interview(f"a break at question {n + 1}", [
            *answers[:n], (answers[n][0], BREAK)], status=-signal.SIGINT)
        check(not plan, f"a break at question {n + 1}: nothing is written")


def unasked():
    for name, args, streams in (
            ("the example", ["--full"], {}),
            ("answers from a file", [], {"stdin": subprocess.DEVNULL}),
            ("no terminal for questions", [],
             {"stderr": subprocess.DEVNULL})):
        plan, said = interview(name, [], *args, **streams)
        check(plan and "?" not in said, f"{name}: nothing is asked", said)
    plan, said = interview("a name that is given", [
        (CURRENCY, "USD"), (ZONE, "UTC")], "--organization", "Us")
    check(ORGANIZATION not in said, "a name that is given isn't asked for")
    holds("a name that is given", plan, "organization: Us")


def columns(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def fitting():
    """No line is wider than the terminal."""
    golden = TOP / "tests" / "golden"
    for plan in (TOP / "tests" / "korean.yaml", TOP / "examples/retail.yaml",
                 TOP / "examples/poor.yaml",
                 golden / "rules" / "reasons-owned-by-nobody-who-can.yaml",
                 *sorted((golden / "forty").glob("*.yaml"))):
        (SCRATCH / "p.yaml").write_bytes(plan.read_bytes())
        for width in (80, 100):
            terminal = Terminal(["check", "p.yaml"], width)
            terminal.finish()
            wide = [line for line in terminal.said.split("\n")
                    if columns(line) > width]
            check(not wide, f"{plan.name} in {width} columns", wide)


def main():
    try:
        os.close(os.openpty()[0])
    except OSError:
        return 77  # none on this machine
    SCRATCH.mkdir()
    answered()
    unanswered()
    unasked()
    fitting()
    return failed > 0


sys.exit(main())
