#!/bin/bash
# lone.sh - the program alone, elsewhere, in an environment of its own: it speaks
# every language, whatever locales the system has
. "$TOP/tests/cases.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/no-locales"
cp "$CES" "$work/bin/ces"
cp "$TOP/examples/minimal.yaml" "$work/plan.yaml"
cd "$work" || exit 1

# what it says with nothing in the environment but these
ces()
{
	local name=$1

	shift
	env -i PATH=/usr/bin:/bin LOCPATH="$work/no-locales" LANG="$name" \
		./bin/ces "$@" 2>&1
}

while read -r name found shown missing workbooks; do
	ces "$name" check plan.yaml | tail -n 1 | grep -q "$found"
	check $? "$name: check"
	ces "$name" --help | grep -q "^$shown"
	check $? "$name: help"
	ces "$name" check gone.yaml | grep -q "$missing"
	check $? "$name: what the system says"
	ces "$name" export plan.yaml | grep -q "$workbooks"
	check $? "$name: that the program of workbooks isn't there"
done <<'NAMES'
ko_KR.UTF-8 경고 예: 없습니다 통합
es_MX.UTF-8 advertencias Ejemplos: existe libros
zh_SG.UTF-8 警告 示例 没有 工作簿
zh_HK.UTF-8 警告 範例 沒有 活頁簿
xx_XX.UTF-8 warnings Examples: No.such workbooks
NAMES
ces ko_KR.UTF-8 export --format md plan.yaml -o - >ours
env -i PATH=/usr/bin:/bin ./bin/ces export --format md plan.yaml -o - >theirs
diff ours theirs
check $? "what is written for others follows the plan"
ces ko_KR.UTF-8 export --language ko --format md plan.yaml -o - |
	grep -q '^## 검토'
check $? "or --language"
exit $failed
