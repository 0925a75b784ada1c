/* guess_week_words.c - the words of opening hours in several languages */
#include "base/guess_week.h"

/* in each list the words of Europe, Spain, Korea and China */
static const struct meaning days[] = {
	{"mo|mon|monday|mondays|montag|montags|lundi", 1 << 0},
	{"tu|tue|tues|tuesday|tuesdays|dienstag|dienstags|mardi", 1 << 1},
	{"we|wed|weds|wednesday|wednesdays|mi|mittwoch|mittwochs|mer|mercredi",
	 1 << 2},
	{"th|thu|thur|thurs|thursday|thursdays|donnerstag|donnerstags|jeu|"
	 "jeudi",
	 1 << 3},
	{"fr|fri|friday|fridays|freitag|freitags|ven|vendredi", 1 << 4},
	{"sa|sat|saturday|saturdays|samstag|samstags|sonnabend|sam|samedi",
	 1 << 5},
	{"su|sun|sunday|sundays|so|sonntag|sonntags|dim|dimanche", 1 << 6},
	{"di", 1 << 1 | GERMAN},
	{"do", 1 << 3 | GERMAN},
	{"lu", 1 << 0 | ROMANCE},
	{"ma", 1 << 1 | DUTCH},
	{"ju|je", 1 << 3 | ROMANCE},
	{"vi|ve", 1 << 4 | ROMANCE},
	{"ph|public holiday|public holidays|holiday|holidays|bank holiday|"
	 "bank holidays|feiertag|feiertage|feiertags|an feiertagen|"
	 "jours fériés|jour férié",
	 1 << 7},
	{"weekday|weekdays|working days|workdays|business days|m-f|werktags|"
	 "wochentags|en semaine",
	 0x1f},
	{"weekend|weekends|the weekend|wochenende|am wochenende|week-end",
	 0x60},
	{"daily|every day|everyday|all days|all week|7 days|7 days a week|"
	 "seven days a week|7 days per week|täglich|jeden tag|7/7|7j/7|"
	 "tous les jours",
	 0x7f},

	{"lun|lunes", 1 << 0},
	{"mar|martes", 1 << 1},
	{"mié|mie|miércoles|miercoles", 1 << 2},
	{"jue|jueves", 1 << 3},
	{"vie|viernes", 1 << 4},
	{"sáb|sab|sábado|sabado|sábados|sabados", 1 << 5},
	{"dom|domingo|domingos", 1 << 6},
	{"l", 1 << 0 | ROMANCE},
	{"x", 1 << 2 | ROMANCE},
	{"j", 1 << 3 | ROMANCE},
	{"v", 1 << 4 | ROMANCE},
	{"sá", 1 << 5 | ROMANCE},
	{"s", 1 << 5 | LETTER},
	{"d", 1 << 6 | LETTER},
	{"festivos|festivo|días festivos|dias festivos|feriados|feriado|"
	 "días feriados|dias feriados",
	 1 << 7},
	{"l-v|lmxjv|l,m,x,j,v|l, m, x, j, v|l,m,m,j,v|l, m, m, j, v",
	 0x1f | ROMANCE},
	{"días laborables|dias laborables|laborables|días hábiles|"
	 "dias habiles|entre semana",
	 0x1f},
	{"fin de semana|fines de semana", 0x60},
	{"todos los días|todos los dias|diario|diariamente|a diario|"
	 "7 días|7 días de la semana|7 días a la semana|siete días|"
	 "siete días de la semana|365 días|365 días del año|365 días al año",
	 0x7f},

	{"월|월요일", 1 << 0},
	{"화|화요일", 1 << 1},
	{"수|수요일", 1 << 2},
	{"목|목요일", 1 << 3},
	{"금|금요일", 1 << 4},
	{"토|토요일", 1 << 5},
	{"일|일요일", 1 << 6},
	{"공휴일|법정공휴일|법정 공휴일|국경일", 1 << 7},
	{"평일|주중|월화수목금", 0x1f},
	{"월화수목금토", 0x3f},
	{"주말|토일", 0x60},
	{"매일|연중무휴|연중 무휴|무휴|365일|월화수목금토일", 0x7f},

	{"周一|星期一|礼拜一|週一|禮拜一|月|月曜|月曜日", 1 << 0},
	{"周二|星期二|礼拜二|週二|禮拜二|火|火曜|火曜日", 1 << 1},
	{"周三|星期三|礼拜三|週三|禮拜三|水|水曜|水曜日", 1 << 2},
	{"周四|星期四|礼拜四|週四|禮拜四|木|木曜|木曜日", 1 << 3},
	{"周五|星期五|礼拜五|週五|禮拜五|金|金曜|金曜日", 1 << 4},
	{"周六|星期六|礼拜六|週六|禮拜六|土|土曜|土曜日", 1 << 5},
	{"周日|星期日|星期天|礼拜日|礼拜天|週日|周天|禮拜日|禮拜天|日|日曜|"
	 "日曜日",
	 1 << 6},
	{"节假日|法定节假日|法定假日|公众假期|公休日|祝日|節假日|國定假日|"
	 "国定假日|法定節假日",
	 1 << 7},
	{"工作日|平日|周一至五|周一到五|周一~五|周一-五|星期一至五|"
	 "星期一到五|星期一~五|星期一-五|礼拜一到五|週一至五|週一到五|"
	 "週一~五|週一-五|一至五|一到五",
	 0x1f},
	{"周一至六|周一到六|星期一至六|星期一到六|週一至六|週一到六|一至六|"
	 "一到六",
	 0x3f},
	{"周末|週末|双休日|雙休日|周六日|星期六日|週六日|六日|土日", 0x60},
	{"每天|每日|全年无休|全年無休|年中无休|年中無休|全年|天天|周一至日|"
	 "周一到日|星期一至日|週一至日",
	 0x7f},
};

static const struct meaning hours[] = {
	{"closed|off|geschlossen|zu|fermé|ferme|closed all day|all closed|"
	 "not open|none|never|no hours|keine|nie|aucune|jamais",
	 HOURS_CLOSED},
	{"cerrado|cerrada|cerrados|ninguno|ninguna|nunca|no abre|no abrimos|"
	 "sin servicio|sin atención|no se atiende|no hay servicio",
	 HOURS_CLOSED},
	{"휴무|휴무일|휴업|휴점|휴관|정기휴무|정기 휴무|미운영|안 함|"
	 "안함|하지 않음|없음",
	 HOURS_CLOSED},
	{"休息|公休|休業|休业|关闭|關閉|无|無|不营业|不營業|不上班|放假|店休|"
	 "停止服务|停止服務",
	 HOURS_CLOSED},
	{"24/7|24/7h|24h/7|24/7 h|24x7|24 x 7|24*7|24-7|7x24|7 x 24|24/7/365|"
	 "24x7x365|always|always open|24 hours|24 hrs|24 hr|24 hour|24h|24 h|"
	 "24hours|24hrs|24 hours a day|24 hours/day|24h/24|24 hours a day, 7 "
	 "days a week|24 hours a day 7 days a week|24h/24 7j/7|7j/7 24h/24|"
	 "24 hours, 7 days|round the clock|around the clock|all day|immer|"
	 "durchgehend|rund um die uhr|24 stunden|24 heures|24 heures sur 24|"
	 "toujours",
	 HOURS_ALWAYS},
	{"24 horas|24 hs|24hs|24 horas del día|24 horas al día|24 horas, los 7 "
	 "días de la semana|siempre|"
	 "todo el día",
	 HOURS_ALWAYS},
	{"24시간|상시|종일|하루 종일|24시간 365일", HOURS_ALWAYS},
	{"全天|全天候|24小时|24小時|全天24小时|全天24小時|7×24|7×24小时|"
	 "7×24小時|7x24小时|7x24小時|7*24小时|7*24小時|24×7|24小时不间断",
	 HOURS_ALWAYS},
};

static const struct meaning ends[] = {
	{"-|~|to|until|till|til|through|thru|bis|à|au", 0},
	{"a|al|hasta", 0},
	{"부터|에서", 0},
	{"至|到", 0},
};

static const struct meaning joints[] = {
	{",|;|&|+|/|(|)|and|und|sowie|et|·", 0},
	{"y|e", 0},
	{"과|와|및|ㆍ|그리고", 0},
	{"和|及|、|・|与|與|以及", 0},
};

static const struct meaning fillers[] = {
	{"from|at|open|opening hours|hours|on|the|von|ab|geöffnet|du|le|les|"
	 ":|each",
	 0},
	{"de|del|el|la|los|las|desde|horario|horario de atención|abierto|"
	 "atención",
	 0},
	{"까지|은|는|에|에는|운영|영업|상담|근무|운영시간|운영 시간|영업시간|"
	 "영업 시간|상담시간|상담 시간|근무시간",
	 0},
	{"营业|營業|服务|服務|营业时间|營業時間|服务时间|服務時間|工作时间|"
	 "上班时间|上班時間",
	 0},
};

static const struct meaning halves[] = {
	{"am|a.m|a. m|a.m.", HALF_AM},
	{"pm|p.m|p. m|p.m.", HALF_PM},
	{"de la mañana|por la mañana", HALF_MORNING},
	{"de la tarde|por la tarde", HALF_PM},
	{"de la noche|por la noche", HALF_NIGHT},
	{"de la madrugada", HALF_AM},
	{"del mediodía", HALF_MIDDAY},
	{"오전|아침", HALF_MORNING},
	{"오후", HALF_PM},
	{"저녁|밤", HALF_NIGHT},
	{"새벽", HALF_AM},
	{"낮", HALF_MIDDAY},
	{"上午|早上|早|早晨|清晨", HALF_MORNING},
	{"下午", HALF_PM},
	{"晚上|晚|晚间|晚間|傍晚", HALF_NIGHT},
	{"凌晨", HALF_AM},
	{"中午", HALF_MIDDAY},
};

static const struct meaning oclock[] = {
	{"h|hrs|hours|o'clock|uhr|heures", OCLOCK},
	{"horas|hs", OCLOCK},
	{"시|시 정각", OCLOCK},
	{"点|點|时|時|点整|點整", OCLOCK},
	{"y media", OCLOCK_HALF},
	{"시 반|시반", OCLOCK_HALF},
	{"点半|點半|时半|時半", OCLOCK_HALF},
	{"분|分", OCLOCK_MINUTES},
};

static const struct meaning named[] = {
	{"noon|midday|12 noon|12noon|mittag|midi", 12},
	{"midnight|12 midnight|mitternacht|minuit", 24},
	{"mediodía|mediodia", 12},
	{"medianoche", 24},
	{"정오", 12},
	{"자정", 24},
	{"正午", 12},
	{"午夜", 24},
};

static const struct meaning next[] = {
	{"next day|the next day|del día siguiente|día siguiente", 0},
	{"익일|다음날|다음 날", 0},
	{"次日|翌日|隔日|隔天|第二天", 0},
};

static const struct meanings_of lists[WORDS_COUNT] = {
	[WORDS_DAYS] = MEANINGS(days),	   [WORDS_HOURS] = MEANINGS(hours),
	[WORDS_TO] = MEANINGS(ends),	   [WORDS_AND] = MEANINGS(joints),
	[WORDS_FILL] = MEANINGS(fillers),  [WORDS_HALF] = MEANINGS(halves),
	[WORDS_OCLOCK] = MEANINGS(oclock), [WORDS_NAMED] = MEANINGS(named),
	[WORDS_NEXT] = MEANINGS(next),
};

bool
take_hours_word(const char **at, enum hours_words kind, int *value)
{
	return take_word(at, lists[kind].words, lists[kind].n, value);
}
