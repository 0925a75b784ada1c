#!/bin/bash
# cli.sh - the command line: what is written, where, and the exit status
set -u
cases=0
failed=0
through= # a command that runs ces
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
example=$TOP/examples/retail.yaml
sound=$TOP/tests/sound.yaml

# A case: a new folder, then "it" lines that must all hold.
begin()
{
	finish
	name=$1
	why=
	rm -rf "$work/now"
	mkdir "$work/now"
	cd "$work/now" || exit 1
}

finish()
{
	[ -z "${name-}" ] && return
	cases=$((cases + 1))
	if [ -z "$why" ]; then
		echo "ok $cases - $name"
	else
		failed=$((failed + 1))
		echo "not ok $cases - $name"
		printf '%s' "$why" | sed 's/^/# /'
	fi
}

wrong()
{
	why+="$*"$'\n'
}

# exits STATUS WORD... - runs ces; its output is in ../out, its noise in ../err
exits()
{
	local expected=$1 status

	shift
	$through "$CES" "$@" >"$work/out" 2>"$work/err" </dev/null
	status=$?
	[ "$status" = "$expected" ] ||
		wrong "ces $*: exit $status, expected $expected: $(
			cat -v "$work/err" | head -c 400)"
}

says() # on standard output
{
	grep -qF -- "$1" "$work/out" ||
		wrong "output lacks '$1': $(head -c 400 "$work/out" | cat -v)"
}

warns() # on standard error
{
	grep -qF -- "$1" "$work/err" ||
		wrong "errors lack '$1': $(head -c 400 "$work/err" | cat -v)"
}

silent()
{
	[ -s "$work/out" ] && wrong "output: $(head -c 400 "$work/out")"
}

calm()
{
	[ -s "$work/err" ] && wrong "errors: $(head -c 400 "$work/err")"
}

same()
{
	cmp -s "$1" "$2" || wrong "$1 and $2 differ"
}

holds() # COMMAND...
{
	"$@" || wrong "not so: $*"
}

files() # how many are there
{
	local n

	n=$(find . -mindepth 1 | wc -l)
	[ "$n" = "$1" ] || wrong "$n files, expected $1: $(find . | cat -v)"
}

# a plan with an error, a warning and a piece of advice
faulty='ces: 1
plan: {title: T, status: approved, foo: 1}
units:
  a: {name: A}
'

# --- init -------------------------------------------------------------------
begin 'init writes a plan that passes its check'
exits 0 init
calm
says 'wrote strategy.yaml'
says 'next: ces check strategy.yaml'
files 2
holds grep -q 'yaml-language-server: $schema=ces.schema.json' strategy.yaml
exits 0 check strategy.yaml
says 'document/todo'

begin 'an untouched scaffold is 0 % ready, and its placeholders are one list'
exits 0 init
exits 0 check strategy.yaml
says 'The whole plan                          ░░░░░░░░░░░░░░░░░░░░   0%'
says 'answers are still missing; begin here'
holds [ "$(grep -c '= document/todo' ../out)" = 1 ]
for format in brief jsonl; do
	exits 0 check --format $format strategy.yaml
	holds [ "$(grep -c 'document/todo' ../out)" = "$(
		grep -c '^[^#]*TODO' strategy.yaml)" ]
done

begin 'a second init changes nothing'
exits 0 init
cp strategy.yaml before
exits 2 init --title Other
silent
warns 'exists already'
same strategy.yaml before

begin 'init --force overwrites'
exits 0 init
exits 0 init --force --title 'Another "title": \ with # signs'
exits 0 check strategy.yaml
exits 0 export strategy.yaml -f json -o out.json
holds grep -qF '"title": "Another \"title\": \\ with # signs"' out.json

begin 'init --full takes a title, an organization and a language of ours, and no other sector'
exits 0 init --full --title 'Ours: 1' --organization 'X & Y' plan.yaml
holds grep -qx '  title: "Ours: 1"' plan.yaml
holds grep -qx '  organization: "X & Y"' plan.yaml
exits 0 check plan.yaml
exits 0 init --full --language en --sector retail other.yaml
exits 2 init --full --language fr third.yaml
warns "there is no complete example in 'fr'; leave out --language or --full"
exits 2 init --full --sector bank third.yaml
warns 'the complete example is of a retailer; leave out --sector or --full'
files 3

begin 'the scaffold names its file'
mkdir plans
for file in plan.yaml plans/north.yaml "ours and theirs.yaml" "o'clock.yaml" \
	'$HOME.yaml' '~.yaml' ./-x.yaml $'two\nlines.yaml' $'\xe9t\'e.yaml' \
	'*.yaml' 고객.yaml; do
	exits 0 init "$file"
	eval "set -- $(sed -n 's/^next: //p' ../out)"
	holds [ "$#: $*" = "3: ces check $file" ]
	eval "set -- $(sed -n 's/^# then ask: //p' "$file")"
	holds [ "$#: ${3#./}" = "3: ${file##*/}" ]
done
exits 0 init -
says 'then ask: ces check strategy.yaml'
exits 0 init -- -y.yaml
says 'next: ces check ./-y.yaml'
exits 0 init /dev/null
silent
holds [ ! -e /dev/ces.schema.json ]

begin 'init --full writes an example without errors'
exits 0 init --full plan.yaml
says 'complete example'
exits 0 check --as-of 2026-06-30 plan.yaml
holds diff <(tail -n +2 plan.yaml) "$example"

begin 'init - writes to standard output alone'
exits 0 init -
files 0
says 'ces: 1'
cp "$work/out" plan.yaml
exits 0 check plan.yaml

begin 'init --quiet says nothing'
exits 0 init --quiet
silent
calm
files 2

begin 'init puts the schema beside the plan, and keeps what is not ours'
mkdir deep
exits 0 init deep/plan.yaml
holds test -f deep/ces.schema.json
echo mine >ces.schema.json
exits 0 init
warns 'kept, as ces did not write it'
holds grep -qx mine ces.schema.json

begin 'init where no plan can be'
exits 2 init missing/plan.yaml
warns "missing/plan.yaml: there is no folder 'missing'; make it first: mkdir -p missing"
exits 2 init 'no such/folder/'
warns "mkdir -p 'no such/folder'"
exits 2 init ../now
warns 'this is a folder; name a file in it: ces init ../now/strategy.yaml'
exits 2 init --force ./
warns 'ces init ./strategy.yaml'
for name in x.xlsx x.json x.yaml.txt x; do
	exits 2 init "$name"
	warns 'the name of a plan ends in .yaml; write: ces init x.yaml'
done
exits 2 init ''
warns 'an argument is empty'
for pair in English=en EN=en en_GB=en-GB deutsch=de 한국어=ko; do
	exits 2 init --language "${pair%=*}"
	warns "'${pair%=*}' is not a language's code; write '${pair#*=}'"
done
exits 2 init --language klingonish
warns "'klingonish' is not a language's code; write en, for instance"
exits 2 init one.yaml two.yaml
warns "'two.yaml' is one argument too many"
files 0

begin 'init takes every text'
for text in 'no' '12' '- a' '*x' '{a}' "it's" 'TODO' '' ' x ' 'a
b' $'\e[31m' 'true: false' '@home' 'x #y'; do
	exits 0 init --force --quiet --title "$text" --organization "$text" \
		--sector "$text"
	exits 0 check --fail-on error strategy.yaml
done

# --- check: inputs ------------------------------------------------------------
begin 'check: the example has no error, a sound plan no finding'
exits 0 check "$example"
calm
says '9 warnings'
exits 1 check --fail-on warning "$example"
exits 0 check --fail-on advice "$sound"
calm
says 'no findings'

begin 'check: what is not there'
exits 2 check missing.yaml
silent
warns 'missing.yaml: No such file or directory'
exits 2 check ''
warns 'an argument is empty'
exits 2 check
warns 'a plan is missing'

begin 'check: one of several is missing, the others are still checked'
exits 2 check "$sound" missing.yaml "$sound"
warns 'missing.yaml: No such file or directory'
says 'no findings'

begin 'check: a file that may not be read'
cp "$example" plan.yaml
chmod 0 plan.yaml
# root reads it all the same, unless that right is dropped
[ -r plan.yaml ] &&
	through='setpriv --bounding-set=-dac_override,-dac_read_search'
exits 2 check plan.yaml
through=
warns 'Permission denied'

begin 'check: a folder without plans'
mkdir empty
touch empty/notes.txt
exits 2 check empty
warns 'no file in this folder ends in .yaml or .yml'

begin 'check: a folder, in an order of its own'
mkdir -p plans/b plans/.hidden
for name in z a M b/x b/c; do
	printf '%s' "$faulty" >"plans/$name.yaml"
done
cp "$sound" plans/c.yml
cp plans/a.yaml plans/.hidden/no.yaml
exits 1 check --format jsonl plans
holds test "$(grep -o '"file": "[^"]*"' "$work/out" | uniq | cut -d'"' -f4 |
	tr '\n' ' ')" = \
	'plans/M.yaml plans/a.yaml plans/b/c.yaml plans/b/x.yaml plans/z.yaml '
exits 1 check plans

begin 'check: any number of jobs gives the same bytes'
mkdir plans
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	printf '%s  u%s: {name: U}\n' "$faulty" "$i" >"plans/$i.yaml"
	cp "$example" "plans/r$i.yaml"
done
for format in text json jsonl; do
	exits 1 check --format $format --jobs 1 plans
	cp "$work/out" one
	for jobs in 2 4 64 1000; do
		exits 1 check --format $format --jobs $jobs plans
		same one "$work/out"
	done
done
exits 2 check --jobs 0 plans
warns "'0' is not a number of jobs"
exits 2 check --jobs x plans
exits 2 check --jobs -3 plans
exits 2 check --jobs 2x plans
exits 2 check --jobs '' plans

begin 'check: standard input'
printf '%s' "$faulty" | "$CES" check --format jsonl - >out
[ $? = 1 ] || wrong 'exit status'
holds grep -q '"file": "-"' out
"$CES" check - <"$example" >out || wrong 'the example fails'
"$CES" check - <&- >out 2>err
[ $? = 2 ] || wrong 'closed input'
holds grep -q 'Bad file descriptor' err
"$CES" check - </dev/null >out
[ $? = 1 ] || wrong 'empty input'

begin 'check: pipes and devices'
mkfifo pipe
cat "$example" >pipe &
exits 0 check pipe
wait
exits 2 check /dev/zero
warns '/dev/zero: too large for a plan, with more than 64 MB'
exits 1 check /dev/null
says 'the file is empty'
exits 2 check "$example/x"
warns 'Not a directory'

begin 'names of files are shown, not obeyed'
plain=$faulty
for file in ' a b.yaml' $'new\nline.yaml' $'es\e[31mc.yaml' \
	$'broken\xff.yaml' "quo'te\".yaml" '::error::x.yaml' 'a%0Ab.yaml' \
	'ünï.yaml' $'bi\u202edi.yaml' $'ta\tb.yaml'; do
	printf '%s' "$plain" >"$file"
	exits 1 check --color=never "$file"
	calm
	LC_ALL=C grep -q $'\e\|\xff\|\xe2\x80\xae' "$work/out" &&
		wrong "raw in text: $file"
	grep -q '^line\.yaml' "$work/out" && wrong "a line begins: $file"
	exits 1 check --format json "$file"
	python3 -m json.tool <"$work/out" >/dev/null || wrong "JSON: $file"
	exits 1 check --format jsonl "$file"
	while IFS= read -r row; do
		python3 -m json.tool <<<"$row" >/dev/null || wrong "$row"
	done <"$work/out"
	exits 2 check "not there $file"
	LC_ALL=C grep -q $'\e\|\xff\|\xe2\x80\xae' "$work/err" &&
		wrong "raw in a message: $file"
	[ "$(wc -l <"$work/err")" = 1 ] || wrong "lines of a message: $file"
	exits 0 export "$file" -f json
	LC_ALL=C grep -q $'\e\|\t\|\xff\|\xe2\x80\xae' "$work/out" &&
		wrong "raw in what was written: $file"
	[ "$(wc -l <"$work/out")" = 1 ] || wrong "lines of it: $file"
	exits 0 checklist "$file"
done
printf '%s' "$faulty" >-n.yaml
exits 1 check -- -n.yaml
exits 1 check ./-n.yaml
exits 2 check -n.yaml
warns "'check' has no option 'n'"

begin "a name is no command to GitHub's runner"
printf '%s' "$faulty" >'::error::x.yaml'
exits 1 check '::error::x.yaml'
grep -q '^::' "$work/out" && wrong "$(grep -m1 '^::' "$work/out")"

# --- check: exit status -------------------------------------------------------
begin '--fail-on'
cat >advice.yaml <<'PLAN'
ces: 1
plan: {status: draft}
people:
  a: {name: A, role: "yes"}
PLAN
printf 'ces: 1\nfoo: 1\n' >warning.yaml
printf 'ces: 1\nplan: {status: nonsense}\n' >error.yaml
while read -r file fail status; do
	exits "$status" check --fail-on "$fail" "$file"
done <<'LIST'
error.yaml error 1
error.yaml warning 1
error.yaml advice 1
error.yaml never 0
warning.yaml error 0
warning.yaml warning 1
warning.yaml advice 1
warning.yaml never 0
LIST
exits 0 check error.yaml --fail-on=never
exits 1 check error.yaml
exits 2 check --fail-on errors error.yaml
warns "'errors' is not a value of --fail-on"
exits 2 check --fail-on
warns "'--fail-on' needs a value"
for format in text json jsonl; do
	exits 1 check --format $format error.yaml
	exits 0 check --format $format --fail-on never error.yaml
done

begin '--as judges a draft as if it were more'
exits 0 init --quiet
exits 0 check strategy.yaml
exits 1 check --as in_review strategy.yaml
exits 1 check --as approved strategy.yaml
exits 2 check --as reviewed strategy.yaml
warns "'reviewed' is not a status of a plan"

begin '--as-of'
exits 0 export "$example" -f json -o - --as-of 2026-06-21
says '"as_of": "2026-06-21"'
says '"overdue_days": 2'
for day in 2026-02-30 2026-6-3 tomorrow '' 2026 0000-01-01; do
	exits 2 check --as-of "$day" "$example"
	warns "'$day' is not a date"
done
exits 0 check --as-of 0001-01-01 --fail-on never "$example"
exits 0 check --as-of 9999-12-31 --fail-on never "$example"

begin '--section'
printf '%s' "$faulty" >plan.yaml
exits 1 check --format jsonl --section plan plan.yaml
holds grep -q '"path": "plan.foo"' "$work/out"
grep -q '"path": "units' "$work/out" && wrong 'another section'
exits 2 check --section channel "$example"
warns "there is no section 'channel'; did you mean 'channels'?"
exits 2 check --section '' "$example"
exits 2 check --section xyzzyx "$example"
warns 'the seven are segments'

# --- words that are not there -------------------------------------------------
begin 'a wrong command, option or format is met with the right one'
exits 2 chekc x
warns "did you mean 'ces check'?"
exits 2 frobnicate
warns "'ces --help' lists the commands"
exits 2 ''
exits 2 check --fial-on error "$example"
warns "did you mean '--fail-on'?"
exits 2 check --frobnicate "$example"
warns "'ces check --help' lists them"
exits 2 check -Z "$example"
warns "has no option 'Z'"
exits 2 check --quiet=yes "$example"
exits 2 check --format=tekst "$example"
warns "write text, brief, json or jsonl"
exits 2 check --full "$example"
warns "'check' has no option 'full'"
exits 2 export --format xslx "$example"
warns "did you mean 'xlsx'?"
exits 2 export "$example" -o review.pdf
warns "the name doesn't tell the format; end it in .xlsx, .html, .md, "
exits 2 checklist --format json "$example"
warns "'ces checklist' has no format 'json'; write text, markdown or html"
exits 2 explain document/missing-kee
warns "did you mean 'ces explain document/missing-key'?"
exits 2 explain measures/cast
warns "did you mean"
exits 2 help chekc
warns "did you mean 'ces check'?"
files 0

begin 'a command line of nonsense ends quietly'
long=$(head -c 100000 /dev/zero | tr '\0' x)
exits 2 "$long"
exits 2 check "--$long" "$example"
exits 2 check --format "$long" "$example"
exits 2 check "$long"
exits 2 explain "$long"
exits 2 check $'--\e[31m' "$example"
LC_ALL=C grep -q $'\e' "$work/err" && wrong 'an escape'

# --- help ----------------------------------------------------------------------
begin 'help and version'
exits 0
says 'Commands:'
exits 0 --help
calm
cp "$work/out" help
exits 0 -h
same help "$work/out"
exits 0 help
same help "$work/out"
for command in init check export import checklist fix set rename explain schema; do
	exits 0 $command --help
	calm
	says "ces $command - "
	says 'Examples:'
	cp "$work/out" long
	exits 0 $command -h
	same long "$work/out"
	exits 0 help $command
	same long "$work/out"
	holds test "$(awk 'length > 80' long | wc -l)" = 0
	holds grep -q "^  $command " help
done
exits 0 --version
holds grep -Eqx 'ces [0-9]+\.[0-9]+\.[0-9]+' <(head -1 "$work/out")
says 'Copyright'
exits 0 check --version
holds grep -Eqx 'ces [0-9]+\.[0-9]+\.[0-9]+' <(head -1 "$work/out")

begin 'explain tells all that it lists'
exits 0 explain
calm
cp "$work/out" list
sed -n '/^Keys:/q; s/^  \([^ ][^ ]*\).*/\1/p' list >names
holds test "$(wc -l <names)" -gt 50
while read -r word; do
	exits 0 explain "$word"
done <names
exits 0 explain contact_reasons.demand
says failure
exits 0 explain segments

begin 'the schema is JSON'
exits 0 schema
python3 -m json.tool <"$work/out" >/dev/null || wrong 'not JSON'
cp "$work/out" one
exits 0 schema -o two.json
same one two.json

# --- color and quiet -----------------------------------------------------------
colored()
{
	exits 0 check --fail-on never "$@"
	LC_ALL=C grep -q $'\e' "$work/out"
}

begin 'color'
printf '%s' "$faulty" >plan.yaml
colored plan.yaml && wrong 'into a file'
colored --color=always plan.yaml || wrong 'always'
colored --color=never plan.yaml && wrong 'never'
NO_COLOR=1 colored --color=always plan.yaml || wrong 'the option decides'
FORCE_COLOR=1 colored plan.yaml || wrong 'FORCE_COLOR'
CLICOLOR_FORCE=1 colored plan.yaml || wrong 'CLICOLOR_FORCE'
FORCE_COLOR=0 colored plan.yaml && wrong 'FORCE_COLOR=0'
NO_COLOR=1 FORCE_COLOR=1 colored plan.yaml && wrong 'NO_COLOR comes first'
NO_COLOR='' FORCE_COLOR=1 colored plan.yaml || wrong 'an empty NO_COLOR'
CLICOLOR=0 colored --color=always plan.yaml || wrong 'the option, with CLICOLOR'
CLICOLOR=0 FORCE_COLOR=1 colored plan.yaml || wrong 'FORCE_COLOR, with CLICOLOR'
colored --color=always --format json plan.yaml && wrong 'in JSON'
colored --color=always -o out.txt plan.yaml && wrong 'in a file'
LC_ALL=C grep -q $'\e' out.txt && wrong 'in a file by -o'
exits 2 check --color=sometimes plan.yaml
warns "'sometimes' is not a value of --color"
for width in 0 1 x '' 100000000000 -5; do
	COLUMNS=$width exits 1 check plan.yaml
	calm
done
TERM='' exits 1 check plan.yaml

begin '--quiet'
exits 0 check --quiet "$sound"
silent
calm
printf '%s' "$faulty" >plan.yaml
exits 1 check -q plan.yaml
says 'document/unknown-key'
grep -q Readiness "$work/out" && wrong 'a summary'
exits 0 export -q "$example" -o out.json
silent
calm

# --- outputs ---------------------------------------------------------------------
begin 'several formats, each in its file'
printf '%s' "$faulty" >plan.yaml
exits 1 check plan.yaml
cp "$work/out" text
exits 1 check plan.yaml --format json=a.json --format jsonl=b.jsonl \
	--format text
same "$work/out" text
python3 -m json.tool <a.json >/dev/null || wrong 'a.json'
exits 1 check plan.yaml --format json
same "$work/out" a.json
exits 1 check plan.yaml --format jsonl -o c.jsonl
silent
same b.jsonl c.jsonl
exits 2 check plan.yaml --format json=missing/a.json
warns 'missing/a.json: No such file or directory'

begin 'an output that is the plan itself is refused'
cp "$example" plan.yaml
ln plan.yaml hard.json
ln -s plan.yaml soft.json
for output in plan.yaml ./plan.yaml hard.json soft.json; do
	exits 2 check plan.yaml -o "$output"
	warns 'this is the plan itself'
	exits 2 check plan.yaml --format "json=$output"
	warns 'this is the plan itself'
	exits 2 export plan.yaml -f json -o "$output"
	warns 'this is the plan itself'
	exits 2 checklist plan.yaml -f text -o "$output"
	warns 'this is the plan itself'
	same plan.yaml "$example"
done

begin 'export writes what it says'
cp "$example" plan.yaml
exits 0 export plan.yaml -o a.json -o a.md
says 'wrote a.json'
says 'wrote a.md'
python3 -m json.tool <a.json >/dev/null || wrong 'a.json'
exits 0 export plan.yaml -o - -f json
same a.json "$work/out"
exits 0 export plan.yaml -f json
says 'wrote plan.json'
same a.json plan.json
exits 0 export plan.yaml "$example" -f md -o folder/
holds test -s folder/plan.md -a -s folder/retail.md
exits 2 export plan.yaml "$example" -f md -o one.md
warns 'several plans need a folder'
"$CES" export - -f json <plan.yaml 2>"$work/err" && wrong 'no name'
warns 'name the output with -o'
exits 2 export plan.yaml -o missing/a.json
warns 'No such file or directory'
exits 1 export /dev/null -o none.json
warns 'not exported'
holds test ! -e none.json
files 7

begin 'without a name: strategy.yaml, or the one plan that is there'
for command in check export checklist; do
	exits 2 $command
	warns 'a plan is missing'
done
cp "$sound" sound.yml
printf 'services: {}\n' >compose.yaml
exits 0 check
says 'sound.yml: no findings'
exits 0 export
says 'wrote sound.xlsx'
exits 0 checklist
cp "$sound" b.yaml
for command in check export checklist; do
	exits 2 $command
	warns 'several plans are here; name one: b.yaml, sound.yml'
done
cp "$sound" strategy.yaml
exits 0 check
says 'strategy.yaml: no findings'
exits 0 export -f md
says 'wrote strategy.md'

begin 'names of files that are written are shown, not obeyed'
cp "$example" plan.yaml
for file in $'es\e[31mc' $'new\nline' $'bi\u202edi'; do
	exits 0 export plan.yaml -o "$file.md"
	says 'wrote '
	exits 0 checklist plan.yaml -f md -o "$file.list"
	cat "$work/out" >>said
	exits 0 init "$file.yaml"
	cat "$work/out" >>said
done
LC_ALL=C grep -q $'\e\|\xe2\x80\xae' said && wrong "raw: $(cat -v said)"
grep -q ^line said && wrong 'a line begins'

begin 'a folder below that may not be read costs only itself'
mkdir -p plans/closed plans/open
cp "$sound" plans/a.yaml
cp "$sound" plans/open/b.yaml
cp "$sound" plans/closed/c.yaml
chmod 0 plans/closed
[ -r plans/closed ] &&
	through='setpriv --bounding-set=-dac_override,-dac_read_search'
exits 2 check plans
through=
warns 'plans/closed: Permission denied'
says 'plans/a.yaml: no findings'
says 'plans/open/b.yaml: no findings'
chmod 700 plans/closed

begin 'a limit on the size of files is told'
cp "$example" plan.yaml
for words in "export plan.yaml -o a.md" "export plan.yaml -o a.json" \
	"export plan.yaml -o a.xlsx" "checklist plan.yaml -o a.md" \
	"check plan.yaml -o a.txt" "schema -o a.json"; do
	# shellcheck disable=SC2086
	(ulimit -f 1; exec "$CES" $words) >"$work/out" 2>"$work/err"
	[ $? = 2 ] || wrong "$words: no exit 2"
	warns 'File too large'
	files 1
done
(ulimit -f 1; exec "$CES" check plan.yaml) >said 2>"$work/err"
[ $? = 2 ] || wrong 'no exit 2'
warns 'standard output: File too large'

begin 'TMPDIR is named where it is at fault'
cp "$example" plan.yaml
TMPDIR=/nowhere exits 2 export plan.yaml -f md -o -
warns '/nowhere: No such file or directory'
TMPDIR=/nowhere exits 0 export plan.yaml -o a.xlsx
calm

begin 'two plans of one name do not overwrite each other'
mkdir a b
cp "$example" a/plan.yaml
printf '%s' "$faulty" >b/plan.yaml
exits 2 export a/plan.yaml b/plan.yaml -f json -o out/
warns "out/plan.json: would be written twice"
exits 2 export . -f json -o out/
exits 2 export a/plan.yaml a/plan.yaml -f json
files 4
exits 0 export . -f json
holds test -s a/plan.json -a -s b/plan.json

begin 'a plan with errors is exported all the same'
printf '%s' "$faulty" >plan.yaml
exits 0 export plan.yaml -o out.json
holds test -s out.json

begin 'checklist'
exits 0 checklist "$example"
calm
says 'Rewrite payment-check messages'
cp "$work/out" one
exits 0 checklist "$example" -o list.md
holds grep -q '^- \[' list.md
exits 0 checklist "$example" -o list.html
holds grep -q '^<!DOCTYPE html>' list.html
exits 0 checklist "$example" --format html -o list.page
same list.html list.page
exits 0 checklist "$example" --format text -o two
same one two
exits 0 checklist --owner quinn --open "$example"
grep -q 'Rewrite payment-check' "$work/out" && wrong "another's"
exits 1 checklist /dev/null
warns "can't be read as a plan"
exits 0 checklist "$example" -o list.md
says 'wrote list.md'
exits 0 checklist --quiet "$example" -o list.txt
same list.txt one
exits 2 checklist "$example" -o list.xlsx
warns 'end it in .txt, .md or .html'
holds test ! -e list.xlsx
exits 0 checklist "$example" --format text -o list.xlsx

begin 'a checklist for a name that nobody has is no good news'
exits 2 checklist --owner lnd "$example"
warns "the plan has no person 'lnd'; did you mean 'lind'?"
exits 2 checklist --owner nobody "$example"
warns 'write an id of'
exits 0 checklist --owner 'marek LIND' "$example"
exits 0 checklist --owner lind --section hours "$example"

begin 'a file or an option where the command belongs'
cp "$example" plan.yaml
exits 2 plan.yaml
warns 'is a file, not a command; write: ces check plan.yaml'
exits 2 -v
warns "has no option '-v'"
exits 0 checklist
exits 2 checklist missing.yaml

# --- standard output -------------------------------------------------------------
begin 'a closed standard output is told'
for words in "check $example" "export $example -f json -o -" --help \
	--version "checklist $example" explain schema 'init -' init \
	"export $example -o out.json"; do
	# shellcheck disable=SC2086
	"$CES" $words >&- 2>err
	status=$?
	[ $status = 2 ] || wrong "ces $words: exit $status"
	grep -q 'Bad file descriptor' err ||
		wrong "ces $words: $(cat err)"
done
exits 0 export "$example" -o other.json
same out.json other.json

begin 'a message goes into no file, though standard error is closed'
"$CES" export "$example" missing.yaml -f json -o out/ >/dev/null 2>&-
[ $? = 2 ] || wrong 'exit status'
python3 -m json.tool <out/retail.json >/dev/null || wrong 'not JSON'
"$CES" check "$example" <&- >/dev/null 2>&1 || wrong 'without an input'

begin 'a full disk is told'
for words in "check $example" "export $example -f json -o -" --help \
	--version "checklist $example" explain schema 'init -'; do
	# shellcheck disable=SC2086
	"$CES" $words >/dev/full 2>err
	status=$?
	[ $status = 2 ] || wrong "ces $words: exit $status"
	holds grep -q 'No space left on device' err
done
exits 2 check "$example" -o /dev/full
warns 'No space left on device'
exits 2 export "$example" -f json -o /dev/full
warns 'No space left on device'
files 1

begin 'a reader who has had enough'
mkdir plans
for i in 1 2 3 4 5 6 7 8 9 10; do
	{
		printf '%s' "$faulty"
		for j in $(seq 300); do
			echo "  u$j: {nmae: U}"
		done
	} >plans/$i.yaml
done
for words in 'check plans' 'check --format json plans' schema explain; do
	# shellcheck disable=SC2086
	"$CES" $words 2>err | head -1 >/dev/null
	status=${PIPESTATUS[0]}
	case $status in
	0 | 1 | 141) ;;
	*) wrong "ces $words: exit $status" ;;
	esac
	[ -s err ] && wrong "ces $words: $(head -3 err)"
done
"$CES" check plans 2>/dev/null | head -1 >/dev/null
status=${PIPESTATUS[0]}
[ "$status" = 1 ] || [ "$status" = 141 ] ||
	wrong "findings are findings, read or not: $status"

begin 'nothing is left in TMPDIR'
holds test -z "$(ls -A "$(dirname "$work")" | grep -v "^$(basename "$work")$")"

finish
name=
exit $((failed > 0))
