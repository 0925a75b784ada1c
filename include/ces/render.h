/* render.h - the plan written for its readers */
#ifndef CES_RENDER_H
#define CES_RENDER_H

#include "ces/buf.h"
#include "ces/file.h"
#include "ces/review.h"

/*
 * A file that leads to those of several plans in its folder. It begins in the
 * language of the first review; file is NULL of a plan that can't be read.
 */
struct index_writer {
	const char *name; /* "index.html" */
	void (*start)(struct buf *out, const struct review *review);
	void (*add)(struct buf *out, const struct review *review,
		    const char *file);
	void (*end)(struct buf *out);
};

/*
 * One format of ces export. Text formats fill out; the workbook writes a file
 * of its own (write is then set, and text NULL). Tables are a folder of texts,
 * each in the file of its name (files and texts are then set).
 */
struct renderer {
	struct format format;
	void (*text)(struct buf *out, const struct review *review);
	const char *const *files; /* NULL ends them */
	/* fills a text for each of them */
	void (*texts)(struct buf *texts, const struct review *review);
	const struct index_writer *index; /* or NULL */
	/* writes to the open file; false with *error set to a static message
	 * id or strerror text */
	bool (*write)(const struct file_out *out, const struct review *review,
		      const char **error);
};

extern const struct renderer render_xlsx, render_html, render_json,
	render_markdown, render_csv, render_ics;
extern const struct renderer *const renderers[]; /* NULL ends them */

/* the schema of the JSON that is exported, whose "format" is its version */
enum { JSON_FORMAT = 1 };
void export_schema_write(struct buf *buf, const struct language *language);

/* one format of ces checklist */
struct checklist_format {
	struct format format;
	const struct paper_writer *writer; /* src/text/checklist_parts.h */
};

extern const struct checklist_format checklist_text, checklist_markdown,
	checklist_html;
extern const struct checklist_format *const checklist_formats[]; /* NULL ends
								    them */

struct checklist_options {
	const struct checklist_format *format;
	const char *owner;   /* only this person's id or name; or NULL */
	const char *section; /* only this section; or NULL */
	bool open_only;
	size_t width; /* of text */
};

/* returns the number of tasks */
size_t checklist_write(struct buf *out, const struct review *review,
		       const struct checklist_options *options);

/* Is this an id or name of the plan's people, or of an owner on the list? */
bool checklist_knows(const struct review *review, const char *owner);

/* the id or name among the plan's people that may have been meant, or NULL */
const char *checklist_nearest(const struct review *review, const char *owner);

/*
 * Appends the text so that a reader of Markdown (CommonMark, GitHub's) shows
 * exactly it: nothing becomes emphasis, code, HTML, a heading, a list, a link
 * or a table's cell. Escapes only characters that would be markup, as if the
 * text stood at the beginning of a block. It becomes one line: blanks and line
 * ends are one space. Control characters are made visible.
 */
void buf_markdown(struct buf *buf, const char *text);

#endif
