#!/bin/bash
# programs.sh - what the programs link, define and call; that the writer of
# workbooks writes to the file that is open, and that it may be missing
set -uo pipefail

. "$TOP/tests/cases.sh"
xlsx=$BUILD/libexec/ces/ces-xlsx
ics=$BUILD/libexec/ces/ces-ics
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# names are those of libraries, and nothing but the main program defines them
for program in "$CES" "$xlsx" "$ics"; do
	case $BUILD in
	*san*) break ;; # the sanitizers define an allocator
	esac
	nm -D --defined-only "$program" >"$folder/names"
	check $? "$(basename "$program"): its names are listed"
	! grep -E ' (ical|zip|unz|lxw_|workbook_|worksheet_|XML_|.*alloc$|free$)' \
		"$folder/names"
	check $? "$(basename "$program") defines no function of a library"
done

ldd "$CES" >"$folder/libraries"
check $? 'what ces links is listed'
grep -q libyaml "$folder/libraries"
check $? 'ces links libyaml'
! grep -E 'xlsxwriter|minizip|expat|libcrypto|libz|ical|icu' \
	"$folder/libraries"
check $? 'ces links no heavy library'
grep -q xlsxwriter <(ldd "$xlsx")
check $? 'ces-xlsx links the one for workbooks'
! grep -E 'ical|icu' <(ldd "$xlsx")
check $? 'and none for calendars'
grep -q libical <(ldd "$ics")
check $? 'ces-ics links that one'
! grep -E 'xlsxwriter|minizip|expat' <(ldd "$ics")
check $? 'and none for workbooks'

! grep -rnE '\<(dlopen|dlsym|madvise|mallopt|malloc_trim|prctl)\>' \
	"$TOP/src" "$TOP/include"
check $? 'nothing is loaded, and memory is left to the system'
[ "$(cd "$TOP" && grep -rl pthread_create src include)" = src/cli/inputs.c ]
check $? 'threads are made for the jobs over files alone'
! grep -n -e -rdynamic "$TOP/Makefile"
check $? 'no program lets modules call it'

# As soon as there is a temporary file it gives way to a link.
/usr/bin/python3 "$TOP/tests/bench.d/grow.py" "$TOP/examples/retail.yaml" 10 \
	>"$folder/large.yaml"
mkdir "$folder/shared"
echo old >"$folder/shared/review.xlsx"
echo precious >"$folder/victim"
"$CES" export --quiet --force "$folder/large.yaml" -o "$folder/shared/review.xlsx" \
	2>"$folder/said" &
pid=$!
swapped=
while [ -z "$swapped" ] && kill -0 $pid 2>/dev/null; do
	for file in "$folder"/shared/.ces-*; do
		[ -f "$file" ] && ln -sfT "$folder/victim" "$file" &&
			swapped=$file
	done
done
wait $pid
status=$?
[ -n "$swapped" ]
check $? 'a link was put in the place of the temporary file'
[ "$(cat "$folder/victim")" = precious ]
check $? "the link's target is untouched"
[ $status = 2 ] && [ "$(cat "$folder/shared/review.xlsx")" = old ]
check $? "the old workbook is there: $(cat "$folder/said")"

mkdir -p "$folder/prefix/bin"
cp "$CES" "$folder/prefix/bin/ces"
"$folder/prefix/bin/ces" check -q --fail-on never "$TOP/examples/retail.yaml" \
	>"$folder/said"
check $? 'without the writer of workbooks ces checks'
"$folder/prefix/bin/ces" export "$TOP/examples/retail.yaml" \
	-o "$folder/review.xlsx" 2>"$folder/said"
[ $? = 2 ] && grep -q 'missing; install ces again' "$folder/said"
check $? 'and says what is missing for a workbook'
mkdir -p "$folder/prefix/libexec/ces"
cp /bin/false "$folder/prefix/libexec/ces/ces-xlsx"
"$folder/prefix/bin/ces" export "$TOP/examples/retail.yaml" \
	-o "$folder/review.xlsx" 2>"$folder/said"
[ $? = 2 ] && [ ! -e "$folder/review.xlsx" ]
check $? 'a writer that fails leaves no workbook'
for writer in /bin/true "$TOP/README.md"; do
	cp "$writer" "$folder/prefix/libexec/ces/ces-xlsx"
	chmod +x "$folder/prefix/libexec/ces/ces-xlsx"
	"$folder/prefix/bin/ces" export "$TOP/examples/retail.yaml" \
		-o "$folder/review.xlsx" 2>"$folder/said"
	[ $? = 2 ] && [ ! -e "$folder/review.xlsx" ] &&
		grep -q 'is damaged; install ces again' "$folder/said"
	check $? "nor does ${writer##*/} in its place"
done
mkdir "$folder/broken"
library=$(ldd "$xlsx" | grep -o 'libxlsxwriter[^ ]*' | head -n 1)
echo broken >"$folder/broken/$library"
LD_LIBRARY_PATH=$folder/broken "$CES" export "$TOP/examples/retail.yaml" \
	-o "$folder/review.xlsx" 2>"$folder/said"
[ $? = 2 ] && grep -q "can't be loaded; is a library missing" "$folder/said"
check $? "a writer whose library can't be loaded says so"

"$folder/prefix/bin/ces" export "$TOP/examples/retail.yaml" \
	-o "$folder/dates.ics" 2>"$folder/said"
[ $? = 2 ] && [ ! -e "$folder/dates.ics" ] &&
	grep -q 'calendars is missing; install ces again' "$folder/said"
check $? 'without the writer of calendars it says so'
for writer in false true; do
	cp "/bin/$writer" "$folder/prefix/libexec/ces/ces-ics"
	"$folder/prefix/bin/ces" export "$TOP/examples/retail.yaml" \
		-o "$folder/dates.ics" 2>"$folder/said"
	[ $? = 2 ] && [ ! -e "$folder/dates.ics" ]
	check $? "$writer in its place leaves no calendar: $(cat "$folder/said")"
done
"$folder/prefix/bin/ces" export -q "$TOP/examples/retail.yaml" --format csv \
	-o "$folder/tables/"
check $? 'tables need no other program'
printf 'other\0plan\0' | "$ics" write >"$folder/other"
[ $? = 5 ] && [ ! -s "$folder/other" ]
check $? 'a request of another version gives no calendar'
printf 'other\0plan\0' | "$xlsx" write "$folder" 1<>"$folder/other"
[ $? = 5 ] && [ ! -s "$folder/other" ]
check $? 'a request of another version is refused'
"$xlsx" verify <"$TOP/Makefile"
[ $? = 4 ]
check $? 'a file that is no workbook is told'

exit $failed
