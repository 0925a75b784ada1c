#!/bin/sh
# Gnumeric reads the workbook, every sheet of it
set -eu
"$CES" export --quiet "$TOP/examples/retail.yaml" -o "$TMPDIR/review.xlsx"
ssconvert -S "$TMPDIR/review.xlsx" "$TMPDIR/sheet-%n.csv" \
	>"$TMPDIR/said" 2>&1
found=$(find "$TMPDIR" -name 'sheet-*.csv' | wc -l)
grep -q 'Where is my order' "$TMPDIR"/sheet-*.csv
if grep -iE 'corrupt|invalid|not well' "$TMPDIR/said"; then
	exit 1
fi
[ "$found" -ge 25 ]
