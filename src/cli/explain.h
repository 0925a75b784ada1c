/* explain.h - pages of ces explain */
#ifndef CES_CLI_EXPLAIN_H
#define CES_CLI_EXPLAIN_H

#include "ces/measure.h"

/* a page as text, or as Markdown */
struct explanation {
	struct buf *buf;
	bool markdown;
};

void explanation_title(const struct explanation *page, const char *prefix,
		       const char *name);
/* nothing where the text is NULL or empty, or there is no YAML; label: or
 * NULL */
void explanation_paragraph(const struct explanation *page, const char *label,
			   const char *text);
void explanation_yaml(const struct explanation *page, const char *label,
		      const char *yaml);

/* a key of the format and the keys of its group; false when there is none */
bool explain_key_markdown(const struct explanation *page, const char *path);

/* a worked example; nothing where its formula needs none */
void measure_example(struct buf *buf, const struct standard *standard);

#endif
