/* doubts.c - figures like 26.000, in which the point may separate thousands */
#include <math.h>

#include "ces/measure.h"
#include "ces/number.h"
#include "load/loader.h"

/* currencies whose smallest coin is a thousandth */
static const char thousandths[] = "BHD|IQD|JOD|KWD|LYD|OMR|TND";

/* Writes it with one or two decimals, or four: never as it was. */
static void
report(struct loader *loader, const struct doubt *doubt)
{
	long long meant = llround(doubt->n * 1000);
	int decimals = meant % 100 == 0 ? 1 : meant % 10 == 0 ? 2 : 4;
	bool whole = doubt->place.field->whole && meant % 1000 != 0;
	struct buf small = {0};

	buf_printf(&small, "%.*f", decimals, doubt->n);
	loader_find(loader, TOPIC_document_wrong_type, doubt->span,
		    &doubt->place,
		    whole ? N_("'{value}' is not a whole number; write "
			       "{large}, without a separator")
			  : N_("'{value}' can be read as {large} and as "
			       "{small}; write the one that is meant"),
		    ARGS(TEXT_ARG("value", doubt->shown),
			 NUMBER_ARG("large", (double)meant),
			 TEXT_ARG("small", arena_take(loader->arena, &small))));
	doubt->mark->state = BROKEN;
}

bool
load_doubt(struct loader *loader, const struct place *place,
	   const struct token *event, double n, struct mark *mark)
{
	struct doubt doubt = {*place, token_span(event),
			      load_shown(loader, event), n, mark};

	if (!number_is_doubtful(event->text, event->n) ||
	    (place->field->kind != KIND_READING &&
	     place->field->unit != UNIT_MONEY &&
	     place->field->unit != UNIT_COUNT))
		return false;
	if (place->field->whole) {
		report(loader, &doubt);
		return true;
	}
	ARRAY_GROW(loader->doubts, loader->doubts_n, loader->doubts_cap);
	loader->doubts[loader->doubts_n++] = doubt;
	return false;
}

/* the unit of the measure that the reading belongs to */
static int
unit_of(const struct doubt *doubt)
{
	const struct object *object = doubt->place.object;

	if (doubt->place.field->kind != KIND_READING)
		return MEASURED_MONEY;
	return measure_unit((const void *)object->up);
}

void
settle_doubts(struct loader *loader)
{
	const struct text_value *currency = &loader->plan->plan.currency;
	bool fine = is_set(&currency->at) &&
		    word_among(currency->text, thousandths);

	for (size_t i = 0; i < loader->doubts_n; i++) {
		const struct doubt *doubt = &loader->doubts[i];
		int unit = unit_of(doubt);

		if (is_set(doubt->mark) && (unit == MEASURED_COUNT ||
					    (unit == MEASURED_MONEY && !fine)))
			report(loader, doubt);
	}
}
