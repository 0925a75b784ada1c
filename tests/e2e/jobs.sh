#!/bin/bash
# jobs.sh - plans in several languages exported at the same time: each in its
# own, with the same bytes and messages as one by one
. "$TOP/tests/cases.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export SOURCE_DATE_EPOCH=1782000000

mkdir plans
for language in en es fr ko zh-Hans zh-Hant; do
	sed "s/^  language: .*/  language: $language/" \
		"$TOP/examples/retail.yaml" >"plans/$language.yaml"
done
printf 'ces: 1\nplan: {title: "a\n' >plans/broken.yaml
ln -s nowhere plans/gone.yaml

for jobs in 1 2 7; do
	mkdir out
	"$CES" export --jobs $jobs plans -o out/ >said$jobs 2>complained$jobs
	echo $? >>said$jobs
	"$CES" export --jobs $jobs --format md plans -o out/ >both$jobs 2>&1
	"$CES" export --jobs $jobs --format json plans -o out/ \
		--language zh-HK >>both$jobs 2>&1
	mv out out$jobs
done
[ "$(ls out1 | wc -l)" = 18 ]
check $? "all that can be written is"
for jobs in 2 7; do
	diff -r out1 out$jobs
	check $? "$jobs jobs: the same bytes"
	diff said1 said$jobs && diff complained1 complained$jobs
	check $? "$jobs jobs: the same messages on each stream"
	diff both1 both$jobs
	check $? "$jobs jobs: the same messages on one stream"
done
for language in es ko zh-Hans zh-Hant; do
	"$CES" export --language "$language" plans/en.yaml -o one.md --force \
		--quiet
	# the hash of the plan at its end is another
	sed 's/<!-- ces .*//' one.md >one
	sed 's/<!-- ces .*//' "out1/$language.md" >other
	diff one other
	check $? "$language: as with --language $language"
done
# the worked example in five languages: with two jobs as one by one
mkdir five
cp "$TOP"/examples/retail.yaml five/retail.en.yaml
cp "$TOP"/templates/full/retail.*.yaml five
for format in xlsx md json; do
	"$CES" export --quiet --jobs 2 --format $format five -o together/
	for plan in five/*.yaml; do
		"$CES" export --quiet --format $format "$plan" -o apart/
	done
done
[ "$(ls together | wc -l)" = 15 ] && diff -r together apart
check $? "five plans in five languages, two jobs: as one by one"
for told in en:Review es:Revisión ko:검토 zh_CN:评审 zh_TW:審查; do
	python3 -c 'import sys, zipfile
print(zipfile.ZipFile(sys.argv[1]).read("xl/workbook.xml").decode())' \
		"together/retail.${told%:*}.xlsx" |
		grep -q "name=\"${told#*:}\"" &&
		grep -q "^## ${told#*:}" "together/retail.${told%:*}.md"
	check $? "${told%:*}: in its own language"
done
"$CES" export --jobs none plans -o out/ 2>/dev/null
[ $? = 2 ]
check $? "a number of jobs is a number"
exit $failed
