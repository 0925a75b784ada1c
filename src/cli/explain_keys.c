/* explain_keys.c - keys of the format as Markdown */
#include <string.h>

#include "ces/language.h"
#include "ces/render.h"
#include "ces/reference.h"
#include "cli/explain.h"

#define _(text) gettext(text)

/* "one of `met`, `partly`", "a number, 0 to 100" */
static void
add_type(struct buf *buf, const struct field *field)
{
	struct buf words = {0};

	reference_words(&words, field);
	if (words.n) {
		buf_markdown(buf, buf_text(&words));
	} else {
		buf_markdown(buf, _(field_type_name(field)));
		reference_range(&words, field);
		if (words.n)
			buf_printf(buf, ", %s", buf_text(&words));
	}
	if (field->fallback > 0) {
		buf_printf(buf, "; %s ", _("default"));
		buf_number(buf, field->fallback);
	}
	buf_free(&words);
}

static void
add_row(struct buf *buf, const struct field *field)
{
	struct buf need = {0};

	buf_printf(buf, "| `%s` | ", field->key);
	add_type(buf, field);
	if (field->need == NEED_ADVISED)
		buf_puts(&need, _("advised"));
	else
		reference_need(&need, field);
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

		field_example_write(&yaml, field, 0);
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
