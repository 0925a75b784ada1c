/* buf.c - a string under construction */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/buf.h"

/* room for n more bytes and the NUL */
static void
buf_room(struct buf *buf, size_t n)
{
	size_t cap = buf->cap ? buf->cap : 64;

	if (n > SIZE_MAX / 2 - buf->n - 1)
		die_memory();
	if (buf->cap > buf->n + n)
		return;
	while (cap <= buf->n + n)
		cap *= 2;
	buf->p = mem_grow(buf->p, cap);
	buf->cap = cap;
}

void
buf_add(struct buf *buf, const char *s, size_t n)
{
	buf_room(buf, n);
	if (n)
		memcpy(buf->p + buf->n, s, n);
	buf->n += n;
	buf->p[buf->n] = '\0';
}

void
buf_puts(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void
buf_putc(struct buf *buf, char c)
{
	if (buf->cap < buf->n + 2)
		buf_room(buf, 1);
	buf->p[buf->n++] = c;
	buf->p[buf->n] = '\0';
}

void
buf_fill(struct buf *buf, char c, size_t n)
{
	buf_room(buf, n);
	memset(buf->p + buf->n, c, n);
	buf->n += n;
	buf->p[buf->n] = '\0';
}

void
buf_vprintf(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	if (n < 0)
		die_memory();
	buf_room(buf, (size_t)n);
	vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
	buf->n += (size_t)n;
	va_end(again);
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

/*
 * Whole numbers that a double holds exactly are never written with an
 * exponent. 15 digits are always kept by a double, 17 always tell two apart.
 */
void
buf_number(struct buf *buf, double number)
{
	char text[40];
	int digits;

	if (number == 0)
		number = 0; /* no "-0" */
	if (fabs(number) <= 9007199254740992.0 && floor(number) == number) {
		buf_printf(buf, "%.0f", number);
		return;
	}
	for (digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, number);
		if (strtod(text, NULL) == number)
			break;
	}
	buf_puts(buf, text);
}

const char *
buf_text(const struct buf *buf)
{
	return buf->p ? buf->p : "";
}

void
buf_clear(struct buf *buf)
{
	buf->n = 0;
	if (buf->p)
		buf->p[0] = '\0';
}

void
buf_free(struct buf *buf)
{
	free(buf->p);
	*buf = (struct buf){0};
}
