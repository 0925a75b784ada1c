#!/usr/bin/python3
"""Draws what a terminal shows as an SVG: terminal.py < ANSI-TEXT > PICTURE.

script -qc 'ces check plan.yaml' /dev/null | tr -d '\\r' | tests/terminal.py
"""
import html
import re
import sys

COLORS = {"31": "#ff7b72", "33": "#e3b341", "34": "#79c0ff", "36": "#56d4dd",
          "32": "#7ee787", "2": "#8b949e"}
WIDTH, HEIGHT, MARGIN = 8.43, 19, 16


def spans(line):
    """(text, style) pieces of a line with SGR sequences."""
    style = {}
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        match = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not match:
            if piece:
                yield piece, dict(style)
            continue
        for code in (match[1] or "0").split(";"):
            if code in ("", "0"):
                style = {}
            elif code == "1":
                style["font-weight"] = "bold"
            elif code in COLORS:
                style["fill"] = COLORS[code]


def rows(text):
    """The text as a terminal of 80 columns folds it, each row with its style."""
    row, column, style = "", 0, ""
    for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
        if piece.startswith("\x1b"):
            style = "" if piece in ("\x1b[m", "\x1b[0m") else style + piece
            row += piece
            continue
        for character in piece:
            if character == "\n" or column == 80:
                yield row
                row, column = style, 0
            if character != "\n":
                row += character
                column += 1
    yield row


def main():
    lines = list(rows(sys.stdin.read().rstrip("\n")))
    height = len(lines) * HEIGHT + 2 * MARGIN
    width = round(82 * WIDTH + 2 * MARGIN)
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
          f'height="{height}" role="img" '
          'font-family="ui-monospace, DejaVu Sans Mono, monospace" '
          'font-size="14" fill="#e6edf3" xml:space="preserve">')
    print("<title>Findings in a terminal</title>")
    print(f'<rect width="{width}" height="{height}" rx="8" '
          'fill="#0d1117"/>')
    for row, line in enumerate(lines):
        y = MARGIN + (row + 1) * HEIGHT - 5
        text = "".join(
            "<tspan" + "".join(f' {k}="{v}"' for k, v in style.items())
            + f">{html.escape(piece)}</tspan>" for piece, style in spans(line))
        print(f'<text x="{MARGIN}" y="{y}">{text}</text>')
    print("</svg>")


main()
