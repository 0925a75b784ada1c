/* html.h - texts made safe for HTML, and the frame of a page */
#ifndef CES_TEXT_HTML_H
#define CES_TEXT_HTML_H

#include "ces/buf.h"
#include "ces/review.h"

/*
 * Appends the text so that a browser shows exactly it, between tags or in an
 * attribute's value within double quotes. Characters that HTML can't hold
 * become U+FFFD, or their pictures.
 */
void html_text(struct buf *out, const char *text);

/* the same with its line ends kept, for between tags alone */
void html_lines(struct buf *out, const char *text);

/*
 * Appends the anchor of an item, or of a table where id is NULL: it is the same
 * in every run and language, and safe in an attribute and behind "#".
 */
void html_anchor(struct buf *out, const char *table, const char *id);

/* <h2 id="actions">Actions</h2>; anchor NULL: none */
void html_heading(struct buf *out, int level, const char *anchor,
		  const char *text);

/* <p class="lead">...</p> */
void html_paragraph(struct buf *out, const char *class, const char *text);

/*
 * The page up to <body>, and from </body> on. Its language and direction are the
 * plan's where it is none of ours. One style sheet is all that its policy lets
 * it load; what is drawn and printed belongs there. The end carries the mark
 * that tells whether the file was edited (written.h). sheets: files of
 * templates/ with the style of this kind of page; NULL ends them.
 */
void html_start(struct buf *out, const struct review *review,
		const char *title, const char *const *sheets);
void html_end(struct buf *out);

#endif
