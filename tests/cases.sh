# cases.sh - for tests in bash: cases that are counted; end with: exit $failed
n=0
failed=0

# the status of what was tried, and what is to hold
check()
{
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		failed=1
	fi
}
