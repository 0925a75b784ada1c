/* slips.c - keys that are meant, but indented too far or not ended by a colon
 */
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
	root->at.part = true;
	if (loader->indented && loader->indented_in == inside) {
		finding_relate(findings, &findings->items[loader->indented - 1],
			       span, field->key, N_("this one as well"));
		return true;
	}
	loader->indented_in = inside;
	loader->indented = findings->n + 1;
	loader_find(loader, TOPIC_document_syntax, span, &place,
		    N_("the section '{key}' is indented too far; move it to "
		       "the left edge, with all that belongs to it"),
		    ARGS(TEXT_ARG("key", field->key)));
	return true;
}

bool
load_joined(struct loader *loader, const struct place *place,
	    const struct token *key)
{
	size_t n = strcspn(key->text, " :\"'{[");
	const struct field *field =
		entity_field(object_entity(place->object), key->text, n);
	struct place at = {.object = place->object, .field = field};
	struct mark *mark = field ? field_value(place->object, field) : NULL;

	if (!mark || n == key->n || mark->state != ABSENT)
		return false;
	*mark = mark_at(key, key);
	mark->state = BROKEN;
	loader->plan->object.at.part = true;
	loader_find(loader, TOPIC_document_syntax, token_span(key), &at,
		    key->text[n] == ':'
			    ? N_("a ':' needs a space after it; write "
				 "'{key}: ...'")
			    : N_("a ':' and a space are missing after '{key}'; "
				 "write '{key}: ...'"),
		    ARGS(TEXT_ARG("key", field->key)));
	return true;
}
