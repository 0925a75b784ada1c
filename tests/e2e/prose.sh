#!/bin/bash
# the prose of each rule is a file: a missing or surplus one, or one without a
# part, ends the build and is named
set -u
. "$TOP/tests/cases.sh"
cp -R "$TOP/templates/rules" "$TMPDIR/rules"
cd "$TMPDIR" || exit 1
expired=rules/waivers/expired.md

# the first line of what the generator says; its status is 1
refused()
{
	"$BUILD/gen/prose" rules $(find rules -type f) 2>said >/dev/null
	[ $? = 1 ] && head -1 said
}

"$BUILD/gen/prose" rules $(find rules -type f) >topics.c
check $? "all files have their row"
xgettext --from-code=UTF-8 -kN_ -o - topics.c |
	grep -q '^"The date was set so that somebody would look again'
check $? "translators get each paragraph as a message"
xgettext --from-code=UTF-8 -kN_ -o - "$BUILD/gen/texts.c" |
	grep -q '^msgid "Sorted by due date."'
check $? "translators get each text of the tables as a message"

mv $expired kept
[ "$(refused)" = "$expired is missing: waivers/expired is a row of topics.def" ]
check $? "a rule without its file"
mv kept $expired

cp $expired rules/waivers/surplus.md
[ "$(refused)" = "rules/waivers/surplus.md has no row in topics.def" ]
check $? "a file without its rule"
rm rules/waivers/surplus.md

sed -i '/^## Fix/d' $expired
[ "$(refused)" = "$expired:12: '## Fix' is missing here" ]
check $? "a file without a part"

echo "1..$n"
exit $failed
