/* zone_file.c - reads a time zone's file (TZif, RFC 9636) */
#include <string.h>

#include "base/zone_file.h"

enum {
	HEADER_SIZE = 44,
	COUNTS = 20, /* where they begin in the header */
	TIME_SIZE = 8,
	TYPE_SIZE = 6,
	RULE_SIZE = 256,
	OFFSET_LIMIT = 26 * 3600
};

/* the header's counts, in their order; sizes fit, as each has 32 bits */
struct counts {
	uint64_t ut_marks, standard_marks, leaps, times, types, letters;
};

static uint32_t
read_32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

static int64_t
read_64(const unsigned char *p)
{
	return (int64_t)((uint64_t)read_32(p) << 32 | read_32(p + 4));
}

static bool
read_header(const unsigned char *p, size_t n, struct counts *counts)
{
	if (n < HEADER_SIZE || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return false;
	p += COUNTS;
	*counts = (struct counts){read_32(p),	   read_32(p + 4),
				  read_32(p + 8),  read_32(p + 12),
				  read_32(p + 16), read_32(p + 20)};
	return true;
}

/* of a block whose times have so many bytes, without its header */
static uint64_t
block_size(const struct counts *counts, unsigned time_size)
{
	return counts->times * (time_size + 1) + counts->types * TYPE_SIZE +
	       counts->letters + counts->leaps * (time_size + 4) +
	       counts->standard_marks + counts->ut_marks;
}

static int64_t
time_at(const struct zone *zone, size_t i)
{
	return read_64(zone->times + i * TIME_SIZE);
}

static int32_t
type_offset(const struct zone *zone, size_t type)
{
	return (int32_t)read_32(zone->types + type * TYPE_SIZE);
}

/* Times ascend and lead to types that there are, with offsets of this world. */
static bool
is_sound(const struct zone *zone, size_t types)
{
	for (size_t i = 0; i < types; i++)
		if (type_offset(zone, i) < -OFFSET_LIMIT ||
		    type_offset(zone, i) > OFFSET_LIMIT)
			return false;
	for (size_t i = 0; i < zone->time_count; i++)
		if (zone->indexes[i] >= types ||
		    (i && time_at(zone, i) <= time_at(zone, i - 1)))
			return false;
	return types > 0;
}

/* a line of its own; an empty one is no rule */
static bool
read_footer(struct zone *zone, const unsigned char *p, size_t n)
{
	const unsigned char *end;
	char text[RULE_SIZE];
	size_t length;

	if (n < 2 || *p != '\n')
		return false;
	end = memchr(++p, '\n', n - 1);
	if (!end)
		return false;
	length = (size_t)(end - p);
	zone->ruled = length > 0;
	if (length >= sizeof(text) || memchr(p, '\0', length))
		return false;
	memcpy(text, p, length);
	text[length] = '\0';
	return !zone->ruled || zone_rule_read(&zone->rule, text);
}

/* The first block has times of 32 bits, which the second one repeats. */
bool
zone_parse(struct zone *zone, const char *bytes, size_t n)
{
	const unsigned char *p = (const unsigned char *)bytes;
	struct counts counts;
	uint64_t size;

	*zone = (struct zone){0};
	if (!read_header(p, n, &counts))
		return false;
	size = HEADER_SIZE + block_size(&counts, 4);
	if (size > n)
		return false;
	p += size;
	n -= (size_t)size;
	if (!read_header(p, n, &counts))
		return false;
	size = HEADER_SIZE + block_size(&counts, TIME_SIZE);
	if (size > n)
		return false;
	zone->time_count = (size_t)counts.times;
	zone->times = p + HEADER_SIZE;
	zone->indexes = zone->times + zone->time_count * TIME_SIZE;
	zone->types = zone->indexes + zone->time_count;
	return is_sound(zone, (size_t)counts.types) &&
	       read_footer(zone, p + size, n - (size_t)size);
}

/* the last transition at or before that second; there is one */
static size_t
find_transition(const struct zone *zone, int64_t second)
{
	size_t low = 0, high = zone->time_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (time_at(zone, middle) <= second)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int32_t
zone_at(const struct zone *zone, int64_t second)
{
	size_t n = zone->time_count;

	if (zone->ruled && (!n || second >= time_at(zone, n - 1)))
		return zone_rule_at(&zone->rule, second);
	if (!n || second < time_at(zone, 0))
		return type_offset(zone, 0);
	return type_offset(zone, zone->indexes[find_transition(zone, second)]);
}
