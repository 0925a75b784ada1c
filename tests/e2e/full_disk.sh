#!/bin/bash
# full_disk.sh - where there is no space left, the old workbook stays whole
set -uo pipefail

# who may mount nothing may do so in a name space
if ! unshare -m mount -t tmpfs tmpfs /mnt 2>/dev/null &&
    unshare -rm mount -t tmpfs tmpfs /mnt 2>/dev/null; then
	exec unshare -rm "$0"
fi

top=$(cd "$(dirname "$0")/../.." && pwd)
. "$top/tests/cases.sh"
ces=${CES:-$top/build/bin/ces}
plan=${PLAN:-$top/examples/retail.yaml}
# mounting needs to be root: where it isn't, in a namespace of its own
if [ "$(id -u)" != 0 ] && unshare -Urm true 2>/dev/null; then
	exec unshare -Urm "$0"
fi
scratch=$(mktemp -d)
mounted=

tidy()
{
	[ -z "$mounted" ] || umount "$mounted"
	rm -rf "$scratch"
}
trap tidy EXIT

# what: the status is 2, the old file is as it was, nothing else is there
refused()
{
	local status=$1 folder=$2 what=$3

	[ "$status" = 2 ]
	check $? "$what: status 2 (is $status)"
	cmp -s "$folder/review.xlsx" "$scratch/old"
	check $? "$what: the old file is as it was"
	[ "$(ls -A "$folder")" = review.xlsx ]
	check $? "$what: nothing else is left: $(ls -A "$folder" | tr '\n' ' ')"
	[ -s "$scratch/message" ]
	check $? "$what: $(head -n 1 "$scratch/message")"
}

echo old >"$scratch/old"
mkdir "$scratch/target" "$scratch/parts"
cp "$scratch/old" "$scratch/target/review.xlsx"

# a limit on the size of files, from one that stops at once to one that almost
# suffices
for blocks in 0 1 4 16 48 90; do
	message=$( (ulimit -f $blocks && TMPDIR=$scratch/parts "$ces" \
		export --force "$plan" -o "$scratch/target/review.xlsx") \
		2>&1 >/dev/null)
	status=$?
	echo "$message" >"$scratch/message"
	refused $status "$scratch/target" "limit of $blocks kB"
done

# with the signal ignored the writes fail instead
writes_fail()
{
	(trap '' XFSZ; ulimit -f "$1" && TMPDIR=$scratch/parts "$ces" \
		export --force "$plan" -o "$scratch/target/review.xlsx") \
		>/dev/null 2>"$scratch/message"
	refused $? "$scratch/target" "failing writes at $1 kB"
}

for blocks in 4 48; do
	writes_fail $blocks
done

mkdir "$scratch/small"
for blocks in 4 16 32; do
	size=${blocks}k
	if ! mount -t tmpfs -o size=$size tmpfs "$scratch/small" 2>/dev/null
	then
		writes_fail $blocks # the next best
		continue
	fi
	mounted=$scratch/small
	TMPDIR=$scratch/small "$ces" export --force "$plan" \
		-o "$scratch/target/review.xlsx" >/dev/null \
		2>"$scratch/message"
	refused $? "$scratch/target" "$size for parts"
	[ -z "$(ls -A "$scratch/small")" ]
	check $? "$size for parts: none is left"
	cp "$scratch/old" "$scratch/small/review.xlsx"
	TMPDIR=$scratch/parts "$ces" export --force "$plan" \
		-o "$scratch/small/review.xlsx" >/dev/null \
		2>"$scratch/message"
	refused $? "$scratch/small" "$size for the workbook"
	umount "$mounted" && mounted=
done

# calendars and tables: the old ones stay, all of them
if mount -t tmpfs -o size=64k tmpfs "$scratch/small" 2>/dev/null; then
	mounted=$scratch/small
	echo old >"$scratch/small/dates.ics"
	mkdir "$scratch/small/tables"
	echo old >"$scratch/small/tables/actions.csv"
	head -c 52K /dev/zero >"$scratch/small/filled"
	find "$scratch/small" | sort >"$scratch/before"
	for output in "dates.ics" "tables/ --format csv"; do
		# shellcheck disable=SC2086
		TMPDIR=$scratch/parts "$ces" export --force "$plan" \
			-o "$scratch/small/"$output >/dev/null \
			2>"$scratch/message"
		[ $? = 2 ] && grep -q 'No space left' "$scratch/message"
		check $? "$output: $(head -n 1 "$scratch/message")"
		[ "$(cat "$scratch"/small/dates.ics \
			"$scratch"/small/tables/actions.csv)" = 'old
old' ] && find "$scratch/small" | sort | cmp -s - "$scratch/before"
		check $? "$output: what was there is there, and nothing else"
	done
	umount "$mounted" && mounted=
fi

# a plan that is edited in its place, by the command with those arguments
stays()
{
	local command=$1 small=$scratch/small

	shift
	cp "$scratch/spoilt.yaml" "$small/plan.yaml"
	"$ces" "$command" --write "$small/plan.yaml" "$@" >/dev/null \
		2>"$scratch/message"
	[ $? = 2 ] && cmp -s "$scratch/spoilt.yaml" "$small/plan.yaml"
	check $? "$command, the plan stays: $(head -n 1 "$scratch/message")"
	[ "$(ls -A "$small")" = plan.yaml ]
	check $? "and nothing else is left"
}

if mount -t tmpfs -o size=48k tmpfs "$scratch/small" 2>/dev/null; then
	mounted=$scratch/small
	sed '0,/due: 2026-09-30/s//due: 2026-9-30/' "$plan" \
		>"$scratch/spoilt.yaml"
	stays set plan.title=Another
	stays rename actions.carton box
	stays fix
	umount "$mounted" && mounted=
fi

[ -z "$(ls -A "$scratch/parts")" ]
check $? "no part is left"

exit $failed
