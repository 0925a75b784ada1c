/* explain.h - pages of ces explain */
#ifndef CES_CLI_EXPLAIN_H
#define CES_CLI_EXPLAIN_H

#include "ces/language.h"
#include "ces/measure.h"
#include "ces/message.h"
#include "cli/options.h"

enum { MARKDOWN_WIDTH = 80, EXPLAIN_INDENT = 34 };

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

/* a list: its heading, an entry, and what stands below the last */
void explanation_heading(const struct explanation *page, const char *text);
void explanation_entry(const struct explanation *page, const char *term,
		       const char *meaning);
void explanation_end(const struct explanation *page);

/* names of a registry, each with a page */
struct catalogue {
	enum registry registry;
	const char *title, *key, *prefix; /* title: message id */
	void (*explain)(const struct explanation *page, int i);
};

enum { RULES, QUESTIONS = 2, CATALOGUES };

extern const struct catalogue catalogues[CATALOGUES];

/* "Rules:", a line of its own */
void catalogue_title(struct buf *buf, const char *title);
void catalogue_list(struct buf *buf, const struct catalogue *catalogue);

/* a part of templates/words */
struct lexicon {
	const char *title, *name, *prefix; /* title: message id */
	/* a page about one; false when there is none of that name */
	bool (*explain)(const struct explanation *page, const char *name);
	void (*list)(const struct explanation *page); /* all of them */
};

enum { LEXICONS = 3 };

extern const struct lexicon lexicons[LEXICONS];

/* a key of the format and the keys of its group; false when there is none */
bool explain_key_markdown(const struct explanation *page, const char *path);

/* titles, labels and terms in that language, each with a name that ces explain
 * takes, which is gone after the call */
void
labels_each(const struct language *language,
	    void (*use_label)(const char *label, const char *name, void *data),
	    void *data);
/* the names behind a label in the user's language, or in English */
struct texts labels_find(struct arena *arena, const char *label);

/* a worked example; nothing where its formula needs none */
void measure_example(struct buf *buf, const struct standard *standard);

#endif
