/* buf.h - a string under construction */
#ifndef CES_BUF_H
#define CES_BUF_H

#include <stdarg.h>
#include <stddef.h>

/* {0} is an empty buffer; once anything was added, p[n] is NUL */
struct buf {
	char *p;
	size_t n, cap;
};

void buf_add(struct buf *buf, const char *s, size_t n);
void buf_puts(struct buf *buf, const char *s);
void buf_putc(struct buf *buf, char c);
void buf_fill(struct buf *buf, char c, size_t n);
void buf_printf(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* shortest text of a number that reads back the same: 4.6, 98000 */
void buf_number(struct buf *buf, double number);

/* the text so far, "" when nothing was added; owned by the buffer */
const char *buf_text(const struct buf *buf);

void buf_clear(struct buf *buf); /* empty again, memory kept */
void buf_free(struct buf *buf);

#endif
