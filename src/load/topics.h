/* topics.h - the topics of the loader's findings */
#ifndef CES_LOAD_TOPICS_H
#define CES_LOAD_TOPICS_H

#include "ces/topic.h"

extern const struct topic topic_syntax, topic_version, topic_duplicate_key,
	topic_missing_section, topic_missing_key, topic_todo, topic_invisible,
	topic_unknown_key, topic_wrong_type, topic_bad_id,
	topic_undefined_reference, topic_unknown_word, topic_bad_date,
	topic_bad_hours, topic_bad_timezone, topic_yes_no, topic_out_of_range,
	topic_fraction, topic_too_long;

#endif
