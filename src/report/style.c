/* style.c - the colors of a report in text */
#include "report/style.h"

static const struct style plain = {"", "", "", {"", "", "", ""}};
static const struct style colored = {
	"\033[1m",
	"\033[2m",
	"\033[0m",
	{"", "\033[1;34m", "\033[1;33m", "\033[1;31m"},
};

const struct style *
style_of(bool color)
{
	return color ? &colored : &plain;
}
