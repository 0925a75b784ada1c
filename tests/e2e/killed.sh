#!/bin/bash
# killed.sh - an export that is ended on its way leaves nothing behind
set -uo pipefail

. "$TOP/tests/cases.sh"
ces=$CES
folder=$(mktemp -d)
parts=$folder/parts
mkdir "$parts" "$folder/target"
echo old >"$folder/target/review.xlsx"
trap 'rm -rf "$folder"' EXIT

# is there nothing but the old workbook; the child may still be at its end
clean()
{
	for _ in $(seq 1200); do
		left=$(cd "$folder" && find parts target -mindepth 1 |
			sort | tr '\n' ' ')
		[ "$left" = "target/review.xlsx " ] && return 0
		sleep 0.05
	done
	echo "# left: $left"
	return 1
}

written()
{
	find "$parts" "$folder/target" -type f ! -name review.xlsx \
		-printf '%s\n' 2>/dev/null | awk '{n += $1} END {print n + 0}'
}

# the signal comes when so many bytes of the workbook and its parts have been
# written; true where it came in time
ended()
{
	local signal=$1 bytes=$2 pid

	TMPDIR=$parts "$ces" export "$folder/large.yaml" --quiet \
		-o "$folder/target/review.xlsx" &
	pid=$!
	while kill -0 $pid 2>/dev/null && [ "$(written)" -lt "$bytes" ]; do
		:
	done
	kill -"$signal" $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ $? = $((128 + $(kill -l "$signal"))) ]
}

/usr/bin/python3 "$TOP/tests/bench.d/grow.py" "$TOP/examples/retail.yaml" 40 \
	actions=4000 >"$folder/large.yaml"

for signal in TERM HUP KILL; do
	for bytes in 1 100000 400000; do
		for _ in $(seq 20); do # on a busy machine it may come too late
			ended $signal $bytes && break
			echo old >"$folder/target/review.xlsx"
		done
		check $? "$signal at $bytes bytes came before the end"
		grep -q old "$folder/target/review.xlsx"
		check $? "$signal at $bytes bytes: the old file is there"
		clean
		check $? "$signal at $bytes bytes: nothing is left"
	done
done

exit $failed
