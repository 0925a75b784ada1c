/* offered.c - what the loader's findings offer, as changes */
#include <string.h>

#include "load/loader.h"

void
load_fix_content(struct loader *loader, struct finding *finding,
		 struct content content, bool safe)
{
	if (finding)
		finding_mend(loader->findings, finding,
			     (struct change){.kind = CHANGE_VALUE,
					     .path = finding->path,
					     .content = content},
			     safe);
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
			     (struct change){.kind = CHANGE_NAME,
					     .path = finding->path,
					     .name = name},
			     safe);
}

void
load_fix_yaml(struct loader *loader, struct finding *finding, const char *yaml)
{
	struct findings none = {.arena = loader->arena};
	struct content content;
	struct source source;

	source_init(&source, "", mem_string(yaml), strlen(yaml));
	if (content_read(&content, &source, &none) && content.n == 1)
		finding_mend(loader->findings, finding,
			     (struct change){.kind = CHANGE_VALUE,
					     .path = finding->path,
					     .content = content.items[0]},
			     true);
	findings_release(&none);
	source_release(&source);
}

void
load_fix_reference(struct loader *loader, struct finding *finding,
		   const struct place *place, const struct mark *mark,
		   const char *text, bool safe)
{
	bool key = place->key && mark->key == (mark->start & 0xfffffff);

	finding_mend(loader->findings, finding,
		     (struct change){.kind = key ? CHANGE_NAME : CHANGE_VALUE,
				     .path = place_path(loader, place),
				     .name = text,
				     .content = content_text(text, false)},
		     safe);
}
