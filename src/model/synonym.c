/* synonym.c - words for what the format calls by another */
#include <string.h>

#include "base/guess_text.h"
#include "ces/measure.h"
#include "ces/synonym.h"

/* words of a closed list, and others for the same in the trade; "?open" may
 * mean something else as well, and is a guess */
static const struct synonyms {
	int list;
	const char *word, *others;
} lists[] = {
	{CHOICE_plan_status, "in_review", "review|under review|reviewing"},
	{CHOICE_plan_status, "approved", "?final|signed off|?released|?active"},
	{CHOICE_plan_status, "retired", "archived|obsolete|superseded"},
	{CHOICE_cadence, "yearly", "annual|annually|once a year"},
	{CHOICE_cadence, "half_yearly", "semi-annual|?biannual|twice a year"},
	{CHOICE_decision, "approved", "yes|accepted|agreed|ok"},
	{CHOICE_decision, "rejected", "no|declined|refused"},
	{CHOICE_decision, "deferred", "postponed|later|on hold"},
	{CHOICE_growth, "low", "flat|stable|?none|slow"},
	{CHOICE_growth, "high", "strong|?growing"},
	{CHOICE_evidence_kind, "interview", "interviews|focus group"},
	{CHOICE_evidence_kind, "behavior", "behaviour|?data|analytics|usage"},
	{CHOICE_evidence_kind, "opinion", "assumption|guess|?experience"},
	{CHOICE_speed_kind, "service_level", "sla|sl|servicelevel"},
	{CHOICE_speed_kind, "response_time", "response|reply time"},
	{CHOICE_demand, "failure", "avoidable|failure demand|unwanted"},
	{CHOICE_demand, "value", "value demand|wanted"},
	{CHOICE_economics, "revenue", "sales|income"},
	{CHOICE_disposition, "eliminate", "remove|prevent|avoid|stop"},
	{CHOICE_disposition, "automate", "self-service|digitize|?deflect"},
	{CHOICE_disposition, "simplify", "streamline|?improve"},
	{CHOICE_disposition, "leverage", "?keep|?grow|?invest|exploit"},
	{CHOICE_mode, "voice",
	 "phone|telephone|call|calls|tel|hotline|"
	 "telefon|teléfono|téléphone|전화|电话"},
	{CHOICE_mode, "chat", "live chat|webchat|web chat|채팅"},
	{CHOICE_mode, "messaging",
	 "whatsapp|sms|?text|messenger|kakaotalk|wechat|?line|in-app"},
	{CHOICE_mode, "email", "e-mail|?mail|webform|web form|correo|이메일"},
	{CHOICE_mode, "social", "social media|facebook|twitter|instagram"},
	{CHOICE_mode, "in_person", "branch|store|shop|face to face|counter"},
	{CHOICE_mode, "post", "letter|letters|paper|fax"},
	{CHOICE_mode, "self_service", "?web|website|portal|?app|faq|ivr"},
	{CHOICE_mode, "bot", "chatbot|voicebot|voice bot|?assistant|?ai"},
	{CHOICE_timing, "synchronous", "live|real time|realtime|sync"},
	{CHOICE_timing, "asynchronous", "deferred|deferrable|async"},
	{CHOICE_channel_status, "current", "active|live|existing|open"},
	{CHOICE_channel_status, "planned", "future|?new|proposed|upcoming"},
	{CHOICE_channel_status, "retiring", "?retired|ending|phasing out"},
	{CHOICE_measure_unit, "percent", "%|percentage|pct|per cent"},
	{CHOICE_measure_unit, "points", "point|pts|nps"},
	{CHOICE_measure_unit, "seconds", "s|sec|secs|second"},
	{CHOICE_measure_unit, "minutes", "?m|min|mins|minute"},
	{CHOICE_measure_unit, "hours", "h|hr|hrs|hour"},
	{CHOICE_measure_unit, "days", "d|day"},
	{CHOICE_measure_unit, "money",
	 "currency|?amount|?£|?€|?$|?gbp|?eur|?usd"},
	{CHOICE_measure_unit, "count", "number|contacts|calls|#"},
	{CHOICE_direction, "higher", "up|increase|more|maximize"},
	{CHOICE_direction, "lower", "down|decrease|less|minimize"},
	{CHOICE_direction, "range", "between|band|within"},
	{CHOICE_frequency, "yearly", "annual|annually"},
	{CHOICE_frequency, "daily", "day|every day"},
	{CHOICE_frequency, "weekly", "week|every week"},
	{CHOICE_frequency, "monthly", "month|every month"},
	{CHOICE_frequency, "quarterly", "quarter|every quarter"},
	{CHOICE_rhythm, "yearly", "annual|annually"},
	{CHOICE_rhythm, "once", "one-off|?ad hoc|one time"},
	{CHOICE_role, "diagnostic", "info|monitor|monitoring|context"},
	{CHOICE_statistic, "mean", "average|avg"},
	{CHOICE_measure_status, "active", "current|live"},
	{CHOICE_measure_status, "planned", "future|?new"},
	{CHOICE_insight_status, "proposed", "new|?open|draft"},
	{CHOICE_insight_status, "acted", "implemented|done"},
	{CHOICE_insight_status, "declined", "rejected|refused"},
	{CHOICE_action_status, "not_started",
	 "?open|new|planned|?pending|to do|todo|?offen|예정|?pendiente|"
	 "no iniciado|대기|未开始|未開始|待处理|待處理"},
	{CHOICE_action_status, "in_progress",
	 "started|ongoing|wip|running|"
	 "active|doing|진행 중"},
	{CHOICE_action_status, "done",
	 "completed|complete|finished|?closed|erledigt|완료"},
	{CHOICE_action_status, "cancelled", "canceled|dropped|?stopped"},
	{CHOICE_answer, "met", "yes|full|fully|ok"},
	{CHOICE_answer, "partly", "partial|partially|some"},
	{CHOICE_answer, "unmet", "no|not met|?none"},
	{CHOICE_answer, "not_discussed", "open|unknown|n/d"},
	{CHOICE_outcome, "open", "pending|undecided|pendiente|미결|未决|未決"},
	{CHOICE_outcome, "approved", "yes|accepted|agreed"},
	{CHOICE_outcome, "rejected", "no|declined|refused"},
	{CHOICE_outcome, "deferred", "postponed|later|on hold"},
	{CHOICE_event_kind, "holiday", "holidays|public holiday|vacation"},
	{CHOICE_event_kind, "season", "seasonal|?peak"},
	{CHOICE_event_kind, "campaign", "promotion|marketing|sale"},
	{CHOICE_repeats, "yearly", "annual|annually|every year"},
	{CHOICE_investment_kind, "people", "staff|hiring|headcount"},
	{CHOICE_investment_kind, "technology", "it|software|tool|system"},
	{CHOICE_severity, "off", "none|ignore|disabled|hidden"},
	{CHOICE_severity, "advice", "info|hint|notice|note"},
	{CHOICE_severity, "warning", "warn"},
	{CHOICE_severity, "error", "fatal|critical"},
};

/* short and other names of standard measures */
static const struct synonyms measures[] = {
	{0, "csat", "c-sat|satisfaction|csat score"},
	{0, "nps", "net promoter"},
	{0, "customer_effort_score", "ces|customer effort|effort"},
	{0, "fcr", "first call resolution|first time resolution|ftr"},
	{0, "service_level", "sla|sl|telephone service factor|tsf"},
	{0, "asa", "average speed to answer|average wait time"},
	{0, "abandonment_rate",
	 "abandon rate|abandonment|abandoned calls|"
	 "abandons"},
	{0, "unanswered_rate", "unanswered|missed calls|not answered"},
	{0, "first_response_time", "frt|time to first response"},
	{0, "aht", "handle time|average handling time|handling time"},
	{0, "schedule_adherence", "adherence"},
	{0, "schedule_conformance", "conformance"},
	{0, "cost_per_contact", "cpc|cost per call"},
	{0, "quality_score", "qa score|?quality"},
	{0, "time_to_resolution", "ttr|resolution time|mttr"},
	{0, "clv", "ltv|lifetime value"},
	{0, "agent_attrition", "?attrition|?turnover"},
	{0, "churn_rate", "churn"},
	{0, "review_rating", "?reviews|review score|star rating|stars"},
	{0, "word_of_mouth", "referrals|referral rate|recommendations"},
	{0, "agent_knowledge", "knowledge|agent competence"},
	{0, "transfer_rate", "transfers"},
	{0, "self_service_rate", "self-service|self service"},
	{0, "containment_rate", "containment"},
	{0, "deflection_rate", "deflection"},
};

/* keys, and other words for them; which an object lacks is meant */
static const struct synonyms keys[] = {
	{0, "date", "day|true|yes|on|when|datum|fecha"},
	{0, "name", "title|label|nombre|이름|名称|名稱"},
	{0, "title", "name|label|heading|titel|título|제목|标题"},
	{0, "statement", "text|description|name|title"},
	{0, "insight", "statement|text|finding|name|title"},
	{0, "definition", "description|who"},
	{0, "owner_unit",
	 "department|dept|unit|?owner|?team|business unit|owning unit|owned "
	 "by"},
	{0, "owner",
	 "person|responsible|lead|accountable|assignee|assigned to|owned by"},
	{0, "asked_of", "?owner|asked|?who|decider"},
	{0, "by", "?person|?who|?name|approver|approved by"},
	{0, "approved_by", "by|approver|?owner"},
	{0, "role", "job|position|title|job title|function"},
	{0, "due", "deadline|due date|by|end|until|target date"},
	{0, "start", "from|begin|begins|starts|since|start date"},
	{0, "end", "to|until|till|ends|finish|end date"},
	{0, "from", "start|begin|begins|since|start date"},
	{0, "to", "end|until|till|ends|through|end date"},
	{0, "until", "end|to|expires|expiry|valid until|end date"},
	{0, "weekly", "week|hours|open|times|opening hours|opening times"},
	{0, "hours", "time|times|open|opening hours|opening times"},
	{0, "exceptions", "holidays|closures|special days"},
	{0, "reason", "why|because|note|comment"},
	{0, "note", "comment|remark|text|description"},
	{0, "organization", "company|organisation|org|client"},
	{0, "timezone", "time zone|tz|zone"},
	{0, "language", "lang|locale"},
	{0, "status", "state|stage|phase"},
	{0, "mode", "type|kind|medium"},
	{0, "kind", "type|category"},
	{0, "standard", "type|kind|metric|measure"},
	{0, "frequency", "cadence|how often"},
	{0, "cadence", "frequency|how often"},
	{0, "value", "score|result|level"},
	{0, "within", "time|threshold|?seconds"},
	{0, "n", "sample|sample size|respondents|responses"},
	{0, "period", "date|month|quarter|when"},
	{0, "handle_time", "aht|average handle time|duration"},
	{0, "annual_volume", "contacts per year|yearly volume|total|count"},
	{0, "amount", "cost|budget|sum|price"},
	{0, "percent", "progress|percent complete|completion"},
	{0, "depends_on", "dependencies|depends|requires|blocked by"},
};

/* as they are compared: small letters, blanks for '_' and '-' */
static char
fold(char c)
{
	if (c == '_' || c == '-')
		return ' ';
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_same(const char *a, const char *b, size_t n)
{
	size_t i = 0;

	while (i < n && a[i] && fold(a[i]) == fold(b[i]))
		i++;
	return i == n && !a[n];
}

/* loose: one that may mean something else as well */
static bool
is_one_of(const char *folded, const char *words, bool *loose)
{
	for (size_t n; *words; words += n + (words[n] == '|')) {
		*loose = *words == '?';
		words += *loose;
		n = strcspn(words, "|");
		if (is_same(folded, words, n))
			return true;
	}
	return *loose = false;
}

const char *
word_meant(struct arena *arena, int list, const char *s, size_t n, bool *loose)
{
	const char *folded = guess_fold(arena, s, n);
	const struct choices *words = &choices[list];

	for (int i = 0; i < words->n; i++)
		if (is_one_of(folded, words->words[i], loose))
			return words->words[i];
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (lists[i].list == list &&
		    is_one_of(folded, lists[i].others, loose))
			return lists[i].word;
	return NULL;
}

const char *
standard_meant(struct arena *arena, const char *s, size_t n, bool *loose)
{
	const char *folded = guess_fold(arena, s, n);

	for (int i = 0; i < standard_count; i++)
		if (is_one_of(folded, standards[i].word, loose) ||
		    is_one_of(folded, standards[i].name, loose))
			return standards[i].word;
	for (size_t i = 0; i < sizeof(measures) / sizeof(*measures); i++)
		if (is_one_of(folded, measures[i].others, loose))
			return measures[i].word;
	return NULL;
}

const struct field *
key_meant(const struct object *object, const char *typed, bool *loose)
{
	const struct field *field;

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		field = is_one_of(typed, keys[i].others, loose)
				? object_field(object, keys[i].word)
				: NULL;
		if (field && field_mark(object, field)->state == ABSENT)
			return field;
	}
	return NULL;
}
