/* guess_week_words.c - the words of opening hours in five languages */
#include "base/guess_week.h"

static const struct meaning days[] = {
	{"mo|mon|monday|mondays|montag|montags|lun|lunes|lundi|월|월요일|周一|"
	 "星期一|礼拜一|週一|月|月曜|月曜日",
	 1 << 0},
	{"tu|tue|tues|tuesday|tuesdays|dienstag|dienstags|mar|martes|mardi|"
	 "화|화요일|周二|星期二|礼拜二|週二|火|火曜|火曜日",
	 1 << 1},
	{"we|wed|weds|wednesday|wednesdays|mi|mittwoch|mittwochs|mié|mie|"
	 "miércoles|miercoles|mer|mercredi|수|수요일|周三|星期三|礼拜三|週三|"
	 "水|水曜|水曜日",
	 1 << 2},
	{"th|thu|thur|thurs|thursday|thursdays|donnerstag|donnerstags|jue|"
	 "jueves|jeu|jeudi|목|목요일|周四|星期四|礼拜四|週四|木|木曜|木曜日",
	 1 << 3},
	{"fr|fri|friday|fridays|freitag|freitags|vie|viernes|ven|vendredi|금|"
	 "금요일|周五|星期五|礼拜五|週五|金|金曜|金曜日",
	 1 << 4},
	{"sa|sat|saturday|saturdays|samstag|samstags|sonnabend|sáb|sab|sábado|"
	 "sabado|sábados|sam|samedi|토|토요일|周六|星期六|礼拜六|週六|土|土曜|"
	 "土曜日",
	 1 << 5},
	{"su|sun|sunday|sundays|so|sonntag|sonntags|dom|domingo|domingos|dim|"
	 "dimanche|일|일요일|周日|星期日|星期天|礼拜天|週日|周天|日|日曜|"
	 "日曜日",
	 1 << 6},
	{"di", 1 << 1 | GERMAN},
	{"do", 1 << 3 | GERMAN},
	{"lu", 1 << 0 | ROMANCE},
	{"ma", 1 << 1 | DUTCH},
	{"ju|je", 1 << 3 | ROMANCE},
	{"vi|ve", 1 << 4 | ROMANCE},
	{"sá", 1 << 5 | ROMANCE},
	{"ph|public holiday|public holidays|holiday|holidays|bank holiday|"
	 "bank holidays|feiertag|feiertage|feiertags|an feiertagen|festivos|"
	 "días festivos|jours fériés|jour férié|공휴일|节假日|公众假期|公休日|"
	 "祝日",
	 1 << 7},
	{"l-j", 0x0f},
	{"weekday|weekdays|working days|workdays|business days|m-f|l-v|"
	 "werktags|wochentags|días laborables|en semaine|평일|工作日|平日|"
	 "周一至五|周一到五|星期一至五|星期一到五|礼拜一到五|週一至五|週一到五",
	 0x1f},
	{"l-s|周一至六|周一到六|星期一至六|星期一到六|週一至六|週一到六", 0x3f},
	{"weekend|weekends|the weekend|wochenende|am wochenende|"
	 "fin de semana|fines de "
	 "semana|week-end|주말|토일|周末|週末|周六日|土日",
	 0x60},
	{"daily|every day|everyday|all days|all week|7 days|7 days a week|"
	 "seven days a week|7 days per week|täglich|jeden tag|7/7|7j/7|todos "
	 "los días|"
	 "diario|diariamente|tous les "
	 "jours|l-d|매일|每天|每日|周一至日|周一到日|"
	 "星期一至日|週一至日",
	 0x7f},
};

static const struct meaning hours[] = {
	{"closed|off|geschlossen|zu|fermé|ferme|cerrado|휴무|휴무일|休息|关闭|"
	 "closed all day|all closed|not open|none|never|no hours|keine|nie|"
	 "ninguno|ninguna|nunca|aucune|jamais|없음|无|無|不营业|不營業|휴업",
	 HOURS_CLOSED},
	{"24/7|24x7|24 x 7|24*7|24-7|7x24|7 x 24|24/7/365|24x7x365|always|"
	 "always open|24 hours|24 hrs|24 hr|24 hour|24h|24 h|24hours|24hrs|"
	 "24 hours a day|24 hours/day|24h/24|24 hours a day, 7 days a week|"
	 "24 hours a day 7 days a week|24h/24 7j/7|7j/7 24h/24|24 hours, 7 "
	 "days|"
	 "round the clock|around the clock|all day|immer|durchgehend|"
	 "rund um die uhr|24 stunden|24 horas|siempre|24 heures|24 heures sur "
	 "24|toujours|24시간|상시|全天|全天候|24小时|24小時",
	 HOURS_ALWAYS},
};

static const struct meaning ends[] = {
	{"-|~|to|until|till|til|through|thru|bis|a|à|au|al|hasta|부터|至|到",
	 0},
};

static const struct meaning joints[] = {
	{",|;|&|+|/|(|)|and|und|sowie|y|e|et|和|及|과|와|및|、", 0},
};

static const struct meaning fillers[] = {
	{"from|at|open|opening hours|hours|on|the|von|ab|geöffnet|de|du|"
	 "los|le|les|el|:|까지|each",
	 0},
};

static const struct meaning halves[] = {
	{"am|a.m|a. m|a.m.|오전|上午|早上", HALF_AM},
	{"pm|p.m|p. m|p.m.|오후|下午|晚上", HALF_PM},
};

static const struct meaning oclock[] = {
	{"h|hrs|hours|o'clock|uhr|heures|horas|시|点|點|时|時", OCLOCK},
	{"분|分", OCLOCK_MINUTES},
};

static const struct meaning named[] = {
	{"noon|midday|12 noon|12noon|mittag|mediodía|midi|정오|中午", 12},
	{"midnight|12 midnight|mitternacht|medianoche|minuit|자정|午夜", 24},
};

#define LIST(words)                                     \
	{                                               \
		words, sizeof(words) / sizeof(*(words)) \
	}

static const struct list {
	const struct meaning *words;
	size_t n;
} lists[WORDS_COUNT] = {
	[WORDS_DAYS] = LIST(days),     [WORDS_HOURS] = LIST(hours),
	[WORDS_TO] = LIST(ends),       [WORDS_AND] = LIST(joints),
	[WORDS_FILL] = LIST(fillers),  [WORDS_HALF] = LIST(halves),
	[WORDS_OCLOCK] = LIST(oclock), [WORDS_NAMED] = LIST(named),
};

bool
take_hours_word(const char **at, enum hours_words kind, int *value)
{
	return take_word(at, lists[kind].words, lists[kind].n, value);
}
