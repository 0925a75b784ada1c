/* indented.c - sections of the plan that are indented too far */
#include <string.h>

#include "load/loader.h"

bool
load_indented(struct loader *loader, const struct object *inside,
	      const char *name, const struct token *key,
	      const struct undo *undo)
{
	struct object *root = &loader->plan->object;
	const struct field *field =
		entity_field(entity_plan(), name, strlen(name));
	struct place place = {.object = root, .field = field};
	struct findings *findings = loader->findings;
	struct span span = token_span(key);
	struct mark *mark;

	if (!field || kind_shape(field->kind) != SHAPE_KEYS)
		return false;
	mark = field_value(root, field);
	if (mark->state != ABSENT)
		return false;
	if (undo) {
		findings->n = undo->findings;
		loader->pending_n = undo->pending;
	}
	*mark = mark_at(key, key);
	mark->state = BROKEN;
	if (loader->indented && loader->indented_in == inside) {
		finding_relate(findings, &findings->items[loader->indented - 1],
			       span, field->key, N_("this one as well"));
		return true;
	}
	loader->indented_in = inside;
	loader->indented = findings->n + 1;
	loader_find(loader, TOPIC_document_unknown_key, span, &place,
		    N_("the section '{key}' is indented too far; move it to "
		       "the left edge, with all that belongs to it"),
		    ARGS(TEXT_ARG("key", field->key)));
	return true;
}
