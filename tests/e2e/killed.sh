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
	for _ in $(seq 100); do
		left=$(cd "$folder" && find parts target -mindepth 1 |
			sort | tr '\n' ' ')
		[ "$left" = "target/review.xlsx " ] && return 0
		sleep 0.05
	done
	echo "# left: $left"
	return 1
}

# the signal comes so many seconds after the writer of the workbook has begun;
# true where it came in time
ended()
{
	local signal=$1 delay=$2 pid child=

	TMPDIR=$parts "$ces" export "$folder/large.yaml" --quiet \
		-o "$folder/target/review.xlsx" &
	pid=$!
	while kill -0 $pid 2>/dev/null && [ -z "$child" ]; do
		child=$(cat /proc/$pid/task/$pid/children 2>/dev/null)
	done
	sleep "$delay"
	kill -"$signal" $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ $? = $((128 + $(kill -l "$signal"))) ]
}

/usr/bin/python3 "$TOP/tests/bench.d/grow.py" "$TOP/examples/retail.yaml" 40 \
	actions=4000 >"$folder/large.yaml"

for signal in TERM HUP KILL; do
	in_time=1
	for delay in 0.01 0.02 0.03 0.05 0.07; do
		if ended $signal $delay; then
			in_time=0
			grep -q old "$folder/target/review.xlsx"
			check $? "$signal after $delay s: the old file is there"
		else
			echo old >"$folder/target/review.xlsx"
		fi
		clean
		check $? "$signal after $delay s: nothing is left"
	done
	check $in_time "$signal came before the end"
done

exit $failed
