/* offered.c - what the loader's findings offer, as changes */
#include <string.h>

#include "load/loader.h"

void
load_fix_content(struct loader *loader, struct finding *finding,
		 struct content content, bool safe)
{
	if (finding)
		finding_mend(loader->findings, finding,
			     change_value(finding->path, content), safe);
}

void
load_fix_value(struct loader *loader, struct finding *finding, const char *text,
	       bool safe)
{
	load_fix_content(loader, finding, content_text(text, false), safe);
}

void
load_fix_name(struct loader *loader, struct finding *finding, const char *name,
	      bool safe)
{
	if (finding)
		finding_mend(loader->findings, finding,
			     change_name(finding->path, name), safe);
}

void
load_fix_key(struct loader *loader, struct finding *finding,
	     const struct place *place, const struct token *key,
	     const char *name)
{
	struct place at = *place;

	at.key = arena_copy(loader->arena, key->text, key->n);
	if (finding)
		finding_mend(loader->findings, finding,
			     change_name(place_path(loader, &at), name), true);
}

static bool
read_yaml(struct loader *loader, const char *yaml, struct content *content)
{
	struct findings none = {.arena = loader->arena};
	struct source source;
	bool good;

	source_init(&source, "", mem_string(yaml), strlen(yaml));
	good = content_read(content, &source, &none);
	findings_release(&none);
	source_release(&source);
	return good;
}

/* not a list of more than texts, as [a: b] is one */
static bool
is_value(const struct content *content)
{
	for (size_t i = 0; content->kind == CONTENT_LIST && i < content->n; i++)
		if (content->items[i].kind != CONTENT_TEXT)
			return false;
	return true;
}

bool
yaml_lists_texts(struct loader *loader, const char *yaml)
{
	struct content content;

	return read_yaml(loader, yaml, &content) &&
	       content.kind == CONTENT_LIST && is_value(&content);
}

static void
offer_written(struct loader *loader, struct finding *finding, const char *path,
	      const char *yaml, bool safe)
{
	struct content content;

	if (read_yaml(loader, yaml, &content) && is_value(&content))
		finding_mend(loader->findings, finding,
			     change_value(path, content), safe);
}

void
load_fix_written(struct loader *loader, struct finding *finding,
		 const char *yaml, bool safe)
{
	offer_written(loader, finding, finding->path, yaml, safe);
}

void
load_fix_broken(struct loader *loader, const struct place *place,
		const struct token *event)
{
	struct finding *finding =
		loader->findings->n ? loader_last(loader) : NULL;

	if (!finding || finding->topic != &topics[TOPIC_document_syntax] ||
	    finding->span.start != event->start || *finding->path)
		return;
	finding->path = place_path(loader, place);
	if (event->meant)
		load_fix_written(loader, finding, event->meant, event->certain);
}

/* The name again, with a colon and a blank behind it. */
static void
offer_sign(struct loader *loader, struct finding *finding, const char *path)
{
	const char *name = strrchr(path, '.');

	finding_mend(loader->findings, finding,
		     change_name(path, name ? name + 1 : path), true);
}

void
load_fix_wide(struct loader *loader, const struct place *place, uint32_t start,
	      const struct token *value)
{
	const char *bytes = loader->bytes;
	struct finding *finding = &loader->findings->items[loader->wide];
	uint32_t end;

	for (; loader->wide < loader->wide_end && finding->span.start < start;
	     finding++)
		loader->wide++;
	if (loader->wide == loader->wide_end || finding->fix_count)
		return;
	if (finding->span.start < value->start) {
		if (!strchr(": ", bytes[finding->span.start]) ||
		    memchr(bytes + start, '\n', finding->span.start - start))
			return;
		finding->path = place_path(loader, place);
		offer_sign(loader, finding, finding->path);
		return;
	}
	if (value->kind != EVENT_MAP && value->kind != EVENT_LIST)
		return;
	end = strchr("{[", bytes[value->start])
		      ? closed_end(bytes, loader->source->n, value->start)
		      : 0;
	if (end <= finding->span.start)
		return;
	finding->path = place_path(loader, place);
	load_fix_written(loader, finding,
			 arena_copy(loader->arena, bytes + value->start,
				    end - value->start),
			 true);
}

void
load_fix_element(struct loader *loader, struct finding *finding,
		 const struct place *place, const char *yaml, bool safe)
{
	const struct refs_value *list =
		field_value(place->object, place->field);
	size_t size = kind_size(place->field->kind);
	struct place whole = *place;
	struct buf buf = {0};

	whole.element = 0;
	for (uint32_t i = 0; i < list->n; i++) {
		const struct mark *mark =
			(const void *)((const char *)list->items + i * size);

		buf_puts(&buf, i ? ", " : "[");
		if (i + 1 == place->element)
			buf_puts(&buf, yaml);
		else
			buf_add(&buf, loader->bytes + mark->start,
				mark->end - mark->start);
	}
	buf_puts(&buf, "]");
	offer_written(loader, finding, place_path(loader, &whole),
		      arena_take(loader->arena, &buf), safe);
}

void
load_fix_reference(struct loader *loader, struct finding *finding,
		   const struct place *place, const struct mark *mark,
		   const char *text, bool safe)
{
	bool key = place->key && mark->key == (mark->start & 0xfffffff);
	const char *path = place_path(loader, place);

	finding_mend(loader->findings, finding,
		     key ? change_name(path, text)
			 : change_value(path, content_text(text, false)),
		     safe);
}
