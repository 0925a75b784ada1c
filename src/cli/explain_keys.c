/* explain_keys.c - keys of the format as Markdown */
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/render.h"
#include "ces/reference.h"
#include "cli/explain.h"

/* "met, partly", "a number, 0 to 100; default 5" */
static void
add_type(struct buf *buf, const struct field *field)
{
	const struct language *language = language_user();
	struct buf type = {0}, range = {0}, whole = {0};

	reference_words(&type, language, field);
	if (!type.n) {
		buf_puts(&type, _(field_type_name(field)));
		reference_range(&range, language, field);
	}
	message_fill(&whole, language,
		     field->fallback > 0
			     ? range.n ? N_("{type}, {range}; default {number}")
				       : N_("{type}; default {number}")
		     : range.n ? N_("{type}, {range}")
			       : "{type}",
		     ARGS(TEXT_ARG("type", type.p),
			  TEXT_ARG("range", buf_text(&range)),
			  NUMBER_ARG("number", field->fallback)));
	buf_markdown(buf, buf_text(&whole));
	buf_free(&type);
	buf_free(&range);
	buf_free(&whole);
}

static void
add_row(struct buf *buf, const struct field *field)
{
	struct buf need = {0};

	buf_printf(buf, "| `%s` | ", field->key);
	add_type(buf, field);
	if (field->need == NEED_ADVISED)
		buf_puts(&need, _(C_("key", "advised")));
	else
		reference_need(&need, language_user(), field);
	buf_puts(buf, " | ");
	buf_markdown(buf, buf_text(&need));
	buf_puts(buf, " | ");
	buf_markdown(buf, _(field->help));
	buf_puts(buf, " |\n");
	buf_free(&need);
}

static void
add_table(const struct explanation *page, const struct field *fields, int n)
{
	buf_printf(page->buf,
		   "| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n",
		   _("Key"), _("Holds"), _("Needed"), _("Meaning"));
	for (int i = 0; i < n; i++)
		add_row(page->buf, &fields[i]);
	buf_putc(page->buf, '\n');
}

/* the table of an entity, and below it those of what its keys hold */
static void
add_entity(const struct explanation *page, const struct field *field,
	   struct buf *path)
{
	const struct entity *entity = field->of();
	size_t start = path->n;

	explanation_title(page, "", path->p);
	explanation_paragraph(page, NULL, _(field->help));
	add_table(page, entity->fields, entity->n);
	if (!strchr(path->p, '.')) {
		struct buf yaml = {0};

		field_example_write(&yaml, language_user(), field, 0);
		explanation_yaml(page, _("It looks like this"), yaml.p);
		buf_free(&yaml);
	}
	for (int i = 0; i < entity->n; i++) {
		if (kind_shape(entity->fields[i].kind) != SHAPE_KEYS)
			continue;
		buf_printf(path, ".%s", entity->fields[i].key);
		add_entity(page, &entity->fields[i], path);
		path->n = start;
		path->p[start] = '\0';
	}
}

bool
explain_key_markdown(const struct explanation *page, const char *path)
{
	struct buf name = {0};
	const struct field *field = reference_field(path, &name);

	if (field && kind_shape(field->kind) == SHAPE_KEYS) {
		add_entity(page, field, &name);
	} else if (field) {
		explanation_title(page, "", name.p);
		add_table(page, field, 1);
	}
	buf_free(&name);
	return field != NULL;
}
