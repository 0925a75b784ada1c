#!/bin/bash
# determinism.sh - the same input gives the same bytes, whatever is around it
set -u
cases=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir plans
cp "$TOP/examples/retail.yaml" plans/retail.yaml
SOURCE_DATE_EPOCH=1782000000 "$CES" init --quiet --title Scaffold plans/new.yaml
rm -f plans/ces.schema.json
cat >plans/faulty.yaml <<'PLAN'
ces: 1
plan: {title: "Ünïcode 客服 1,5", status: in_review, foo: 1, as_of: 2026-06-30}
channels: {phone: {name: Phone, cost_per_contact: 5.25, hours: nowhere}}
contact_reasons: {a: {volume: {phone: 1234567.5}, demand: failure}}
PLAN

tell()
{
	cases=$((cases + 1))
	if [ "$1" = 0 ]; then
		echo "ok $cases - $2"
	else
		failed=$((failed + 1))
		echo "not ok $cases - $2"
		[ -n "${3-}" ] && printf '%s\n' "$3" | head -20 | sed 's/^/# /'
	fi
}

# everything that is written, into the folder; the environment is the caller's
make_all()
{
	local plan name format

	mkdir "$1"
	for plan in plans/*.yaml; do
		name=$1/$(basename "$plan" .yaml)
		for format in text json jsonl; do
			"$CES" check --format $format "$plan" \
				>"$name.$format" 2>&1
		done
		for format in text html; do
			"$CES" checklist --format $format "$plan" \
				>"$name.list.$format" 2>&1
		done
		"$CES" export --quiet "$plan" -o "$name.export.json" \
			-o "$name.export.md" -o "$name.html" -o "$name.xlsx" \
			-o "$name.ics" --format csv -o "$name.tables/" \
			>"$name.log" 2>&1
	done
	"$CES" check --jobs 4 plans >"$1/all" 2>&1
	"$CES" schema >"$1/schema" 2>&1
	"$CES" schema export >"$1/schema.export" 2>&1
	"$CES" explain >"$1/explain" 2>&1
	"$CES" --help >"$1/help" 2>&1
}

# like NAME [VARIABLE=VALUE...] - the same as before with these set
like()
{
	local title=$1 differences

	shift
	rm -rf again
	(
		[ $# = 0 ] || export "$@" 2>/dev/null
		make_all again
	)
	differences=$(diff -rq first again 2>&1)
	tell $? "$title" "$differences"
}

export SOURCE_DATE_EPOCH=1782777600 # 2026-06-30
make_all first
[ -s first/retail.xlsx ] && [ -s first/retail.html ] &&
	[ -s first/retail.list.html ] && [ -s first/faulty.export.json ] &&
	[ -s first/new.export.md ] && [ -s first/faulty.ics ] &&
	[ -s first/retail.tables/actions.csv ] && ! grep -q . first/*.log
tell $? 'all is written' "$(cat first/*.log)"
tell "$(grep -c '"as_of": "2026-06-30"' first/new.export.json | grep -c 0)" \
	'the epoch is the clock' "$(head -5 first/new.export.json)"

like 'a second run'
like 'in the C locale' LC_ALL=C
like 'in the POSIX locale' LC_ALL=POSIX
like 'where a comma is in numbers' LC_ALL=de_DE.UTF-8
like 'where it is in numbers alone' LC_ALL= LC_NUMERIC=de_DE.UTF-8
like 'in an old character set' LC_ALL=de_DE
like 'where i is no small I' LC_ALL=tr_TR.UTF-8
like 'in a locale that is none' LC_ALL=xx_XX.UTF-99
like 'in no locale' LC_ALL= LANG=
like 'in another time zone' TZ=Asia/Kolkata
like 'in one that is far ahead' TZ=Pacific/Kiritimati
like 'in one that is none' TZ=Nowhere/Atall
like 'in an odd one' TZ=:/dev/null
like 'with a wide terminal of color that is none' TERM=xterm-256color
like 'from a folder elsewhere for temporary files' TMPDIR="$work"

rm -rf again
(
	umask 077
	make_all again
)
differences=$(diff -rq first again 2>&1)
tell $? 'with another umask' "$differences"

mkdir copied
cp -r plans copied/
touch -d 2001-02-03 copied/plans/*
(cd copied && make_all ../again.copied)
differences=$(diff -rq first again.copied 2>&1)
tell $? 'of files of another time' "$differences"

# --- the clock ----------------------------------------------------------------
unset SOURCE_DATE_EPOCH
cp plans/new.yaml undated.yaml

as_of() # what the plan without a date is judged on
{
	SOURCE_DATE_EPOCH=$1 "$CES" export undated.yaml -f json -o - 2>&1 |
		sed -n 's/^ *"as_of": "\(.*\)",/\1/p'
}

for pair in 0:1970-01-01 1:1970-01-01 86399:1970-01-01 86400:1970-01-02 \
	951782400:2000-02-29 4102444800:2100-01-01 \
	253402300799:9999-12-31; do
	got=$(as_of "${pair%%:*}")
	[ "$got" = "${pair#*:}" ]
	tell $? "the epoch ${pair%%:*}" "$got"
done
got=$(TZ=Pacific/Kiritimati as_of 0)
[ "$got" = 1970-01-01 ]
tell $? 'counts in UTC' "$got"
for epoch in x -1 1.5 '1 ' ' 1' 1e9 0x10 +1 253402300800 \
	99999999999999999999999 '2026-06-30' $'1\n'; do
	for command in 'check undated.yaml' 'init - ' \
		'checklist undated.yaml' \
		'export undated.yaml -f json -o out.json'; do
		# shellcheck disable=SC2086
		got=$(SOURCE_DATE_EPOCH=$epoch "$CES" $command 2>&1)
		status=$?
		[ $status = 2 ] && [[ $got == *SOURCE_DATE_EPOCH* ]] &&
			[ ! -e out.json ]
		tell $? "the epoch '$(printf %q "$epoch")': $command" \
			"exit $status: $got"
	done
done
got=$(as_of '')
[ "$got" = "$(date +%F)" ] || [ "$got" = "$(date -d yesterday +%F)" ]
tell $? 'an empty epoch is none' "$got"
got=$(SOURCE_DATE_EPOCH=x "$CES" export undated.yaml --as-of 2026-01-02 \
	-f json -o - 2>&1 | grep -c '"as_of": "2026-01-02"')
[ "$got" = 1 ]
tell $? '--as-of needs no clock' "$got"
SOURCE_DATE_EPOCH=x "$CES" --help >/dev/null
tell $? 'nor does help'

exit $((failed > 0))
