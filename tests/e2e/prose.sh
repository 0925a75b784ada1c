#!/bin/bash
# the prose of each row of a catalogue is a file: a missing or surplus one, or one without a
# part, ends the build and is named
set -u
. "$TOP/tests/cases.sh"
mkdir "$TMPDIR/prose"
cp -R "$TOP"/templates/{rules,measures,sections} "$TMPDIR/prose"
cd "$TMPDIR" || exit 1
expired=prose/rules/waivers/expired.md

# the first line of what the generator says; its status is 1
refused()
{
	"$BUILD/gen/prose" prose $(find prose -type f) 2>said >/dev/null
	[ $? = 1 ] && head -1 said
}

"$BUILD/gen/prose" prose $(find prose -type f) >prose.c
check $? "all files have their row"
xgettext --from-code=UTF-8 -kN_ -o - prose.c |
	grep -q '^"The date was set so that somebody would look again'
check $? "translators get each paragraph as a message"
xgettext --from-code=UTF-8 -kN_ -o - "$BUILD/gen/texts.c" |
	grep -q '^msgid "Sorted by due date."'
check $? "translators get each text of the tables as a message"

xgettext --from-code=UTF-8 -kN_ -o - "$BUILD/gen/words.c" |
	grep -q '^msgid "Leaders look at the plan twice a year."'
check $? "translators get what each word means as a message"

mv $expired kept
[ "$(refused)" = "$expired is missing: waivers/expired is a row of topics.def" ]
check $? "a rule without its file"
mv kept $expired

cp $expired prose/rules/waivers/surplus.md
[ "$(refused)" = "prose/rules/waivers/surplus.md has no row in topics.def" ]
check $? "a file without its rule"
rm prose/rules/waivers/surplus.md

cp prose/measures/aht.md prose/measures/talk.md
[ "$(refused)" = "prose/measures/talk.md has no row in standards.def" ]
check $? "a file without its measure"
rm prose/measures/talk.md

sed -i '/^## Fix/d' $expired
[ "$(refused)" = "$expired:12: '## Fix' is missing here" ]
check $? "a file without a part"

echo "1..$n"
exit $failed
