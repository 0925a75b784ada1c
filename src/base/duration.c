/* duration.c - lengths of time: 30s, 5min, 8h, 2d, 8bd */
#include "ces/date.h"
#include "ces/number.h"
#include "ces/utf8.h"

#include <string.h>

static const struct unit {
	const char *suffix;
	double seconds;
} units[] = {
	[DURATION_SECONDS] = {"s", 1},
	[DURATION_MINUTES] = {"min", 60},
	[DURATION_HOURS] = {"h", 3600},
	[DURATION_DAYS] = {"d", 86400},
	[DURATION_BUSINESS_DAYS] = {"bd", 28800},
};

/* the length of "12" or "12.5" at the beginning, 0 when there is none */
static size_t
amount_length(const char *s, size_t n)
{
	size_t i = 0, whole;

	while (i < n && is_digit(s[i]))
		i++;
	if (i == 0 || i == n || s[i] != '.')
		return i;
	whole = i++;
	while (i < n && is_digit(s[i]))
		i++;
	return i > whole + 1 ? i : 0;
}

bool
duration_parse(const char *s, size_t n, struct duration *duration)
{
	size_t amount = amount_length(s, n);
	struct duration read;

	if (!amount || number_parse(s, amount, &read.amount) != NUMBER_OK)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		size_t length = strlen(units[i].suffix);

		if (n - amount != length ||
		    memcmp(s + amount, units[i].suffix, length) != 0)
			continue;
		read.unit = (enum duration_unit)i;
		*duration = read;
		return true;
	}
	return false;
}

double
duration_seconds(struct duration duration)
{
	return duration.amount * units[duration.unit].seconds;
}

void
duration_write(struct buf *buf, struct duration duration)
{
	buf_number(buf, duration.amount);
	buf_puts(buf, units[duration.unit].suffix);
}
