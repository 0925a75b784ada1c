#!/bin/sh
# the manual says what the table of commands and options says, and is clean;
# the reference is the one that the program writes
set -eu
cd "$TOP"
sed -n '/^\.SH SYNOPSIS/,/^\.SH DESCRIPTION/p' src/ces.1 | sed '$d' \
	>"$TMPDIR/manual"
"$CES" help --roff >"$TMPDIR/table"
diff -u "$TMPDIR/table" "$TMPDIR/manual"
mandoc -T lint -W warning src/ces.1
"$CES" explain --format markdown >"$TMPDIR/reference"
cmp "$TMPDIR/reference" examples/reference.md
