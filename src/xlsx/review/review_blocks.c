/* review_blocks.c - where the blocks of the review page stand, column by column
 */
#include "review_block.h"

#define NOTE                                                      \
	{                                                         \
		.color = SECOND, .indent = 1, .align = ALIGN_LEFT \
	}
#define WORD                                     \
	{                                        \
		.indent = 1, .align = ALIGN_LEFT \
	}
#define RIGHT                        \
	{                            \
		.align = ALIGN_RIGHT \
	}
#define DAY                                       \
	{                                         \
		.align = ALIGN_RIGHT, .indent = 1 \
	}
#define WHOLE                     \
	{                         \
		.number = "#,##0" \
	}
#define MONEY                                \
	{                                    \
		.number = "#,##0;-#,##0;–" \
	}
#define SHARE                        \
	{                            \
		.number = "0%;−0%" \
	}
#define CHANGE                                                              \
	{                                                                   \
		.align = ALIGN_RIGHT, .indent = 1, .number = "+0%;−0%;0%" \
	}

static const struct review_place decisions[] = {
	{"statement", COL_B, .pixels = 346, .style = {.bold = 1}},
	{"amount", COL_E, .style = WHOLE, .scaled = true},
	{"due", COL_F, .style = DAY, .format = FORMAT_DAY, .mark = MARK_DUE},
	{"asked_of", COL_G, .pixels = 148, .style = NOTE},
	{"answers", COL_I, .pixels = 228, .style = NOTE},
};

static const struct review_place actions[] = {
	{"prepares", COL_L, .pixels = 280},
	{"state", COL_R, .style = RIGHT},
};

static const struct review_place measures[] = {
	{"name", COL_B, .pixels = NAME_WIDTH, .text = measure_text},
	{"baseline", COL_C, .format = FORMAT_READING},
	{"latest", COL_D, .style = {.bold = 1}, .format = FORMAT_READING},
	{"target", COL_E, .format = FORMAT_READING},
	{"target_date", COL_F, .style = DAY, .format = FORMAT_DAY},
	{"progress", COL_G, .style = SHARE, .mark = MARK_BARS},
	{"planned", COL_H,
	 .style = {.color = SECOND,
		   .align = ALIGN_RIGHT,
		   .indent = 1,
		   .number = "0%"}},
	{"state", COL_I, .style = WORD, .mark = MARK_STATUS},
	{"real", COL_J, .style = NOTE},
};

static const struct review_place reasons[] = {
	{"name", COL_B, .pixels = NAME_WIDTH, .text = reason_text},
	{"volume", COL_C, .style = WHOLE},
	{"cost", COL_D, .style = MONEY, .scaled = true},
	{"revenue", COL_E, .style = MONEY, .scaled = true},
	{"demand", COL_F, .style = WORD, .mark = MARK_BOLD},
	{"share", COL_G, .style = SHARE, .mark = MARK_HALF_BARS},
	{"target_change", COL_H, .style = CHANGE},
	{"disposition", COL_I, .style = WORD},
	{"owner", COL_J, .pixels = 140, .style = NOTE},
};

static const struct review_place events[] = {
	{"name", COL_B, .pixels = NAME_WIDTH},
	{"next_start", COL_C, .style = RIGHT, .format = FORMAT_SHORT_DAY},
	{"end", COL_D, .style = RIGHT, .format = FORMAT_SHORT_DAY},
	{"lead_days", COL_E, .style = RIGHT, .format = FORMAT_NOTICE,
	 .mark = MARK_NOTICE},
	{"effects", COL_F, .pixels = EFFECT_WIDTH, .style = WORD,
	 .text = effects_text},
	{"confidence", COL_J, .style = NOTE},
};

static const struct review_place insights[] = {
	{"insight", COL_B, .pixels = 408},
	{"value_per_year", COL_F, .style = WHOLE},
	{"consumers", COL_G, .pixels = 158, .style = NOTE},
	{"state", COL_I, .style = WORD, .mark = MARK_STATUS},
	{"told_customers", COL_J, .style = NOTE},
};

static const struct review_place findings[] = {
	{"message", COL_B, .pixels = FINDING_WIDTH, .text = finding_short_text},
	{"severity", COL_J, .pixels = 134, .style = WORD,
	 .text = finding_place_text},
};

static const struct review_place readiness[] = {
	{"section", COL_L, .pixels = 124},
	{"percent", COL_M, COL_Q, .style = {.number = ";;;"},
	 .mark = MARK_BARS_ONLY},
	{"percent", COL_R, .style = {.number = "0%"}},
};

#define PLACES(list) \
	.places = (list), .place_count = sizeof(list) / sizeof(*(list))
#define LEFT_SIDE COL_B, COL_J, .heads = true, .above = 2
#define RIGHT_SIDE COL_L, COL_R, .above = 2

const struct review_block review_blocks[] = {
	{EXCERPT_DECISIONS, ROW_DECISIONS, LEFT_SIDE, .most = 1e6,
	 PLACES(decisions)},
	{EXCERPT_MEASURES, ROW_MEASURES, LEFT_SIDE, .questions = 6,
	 PLACES(measures)},
	{EXCERPT_REASONS, ROW_REASONS, LEFT_SIDE, .questions = 6, .most = 1e5,
	 PLACES(reasons)},
	{EXCERPT_EVENTS, ROW_EVENTS, LEFT_SIDE, PLACES(events)},
	{EXCERPT_INSIGHTS, ROW_INSIGHTS, LEFT_SIDE, .questions = 3,
	 PLACES(insights)},
	{EXCERPT_FINDINGS, ROW_FINDINGS, COL_B, COL_J, .above = 1,
	 PLACES(findings)},
	{EXCERPT_ACTIONS, ROW_DECISIONS, RIGHT_SIDE, PLACES(actions)},
	{EXCERPT_READINESS, ROW_INSIGHTS, RIGHT_SIDE, .heads = true,
	 PLACES(readiness)},
};
const size_t review_block_count =
	sizeof(review_blocks) / sizeof(*review_blocks);
