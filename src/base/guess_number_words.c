/* guess_number_words.c - the words of numbers and money in several languages */
#include "base/guess_number.h"

const struct currency_sign currency_signs[] = {
	{"$|dollar|dollars|dólar|dólares|달러",
	 "AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD "
	 "JMD KYD LRD MXN NAD NZD SBD SGD TTD TWD USD XCD"},
	{"us$|美元|美金", "USD"},
	{"nt$|ntd|新台币|新台幣|新臺幣|台币|台幣|臺幣", "TWD"},
	{"hk$|港币|港幣|港元", "HKD"},
	{"mx$|mex$", "MXN"},
	{"rd$", "DOP"},
	{"s/|s/.|sol|soles", "PEN"},
	{"bs|bolivianos|bolívares", "BOB VES"},
	{"peso|pesos", "ARS CLP COP CUP DOP MXN PHP UYU"},
	{"₡|colón|colones", "CRC"},
	{"€|euro|euros|유로", "EUR"},
	{"£|pound|pounds", "EGP FKP GBP GIP LBP SHP SSP SYP"},
	{"¥|yen|円", "CNY JPY"},
	{"元|元整|圆|圆整|圓|圓整|块|块钱|塊|塊錢", "CNY HKD TWD"},
	{"rmb|人民币|人民幣", "CNY"},
	{"₩|원|원정|won", "KRW"},
	{"₹|rs|rupee|rupees", "INR LKR MUR NPR PKR SCR"},
	{"kr|kronor|kroner|krone|krona", "DKK ISK NOK SEK"},
	{"fr|sfr|franken", "CHF"},
	{"r$|reais|real", "BRL"},
	{"zł|zl", "PLN"},
	{"kč", "CZK"},
	{"ft", "HUF"},
	{"₺|tl", "TRY"},
	{"₽", "RUB"},
	{"₪", "ILS"},
	{"฿", "THB"},
	{"₫", "VND"},
	{"₱", "PHP"},
	{NULL, NULL},
};

/* powers of ten */
static const struct meaning multipliers[] = {
	{"mil", EITHER},
	{"k|thousand|thousands|tsd|mille", THOUSAND},
	{"lakh|lakhs", 5},
	{"m|mm|mn|mio|mln|million|millions|millionen", MILLION},
	{"crore|crores", 7},
	{"b|bn|billion|billions|mrd|milliarden", 9},
	{"millón|millon|millones|millones de", MILLION},
	{"mil millones|mil millones de", 9},
	{"billón|billones|billones de", 12},
	{"백", 2},
	{"천", THOUSAND},
	{"만", 4},
	{"십만", 5},
	{"백만", MILLION},
	{"천만", 7},
	{"억", 8},
	{"십억", 9},
	{"백억", 10},
	{"천억", 11},
	{"조", 12},
	{"百", 2},
	{"千", THOUSAND},
	{"万|萬", 4},
	{"十万|十萬", 5},
	{"百万|百萬", MILLION},
	{"千万|千萬", 7},
	{"亿|億", 8},
	{"十亿|十億", 9},
	{"百亿|百億", 10},
	{"千亿|千億", 11},
	{"兆|万亿|萬億", 12},
};

static const struct meaning percents[] = {
	{"%|٪|percent|per cent|pct|prozent|pour cent", 0},
	{"por ciento|por 100", 0},
	{"퍼센트|프로", 0},
	{"百分之", 0},
};

static const struct meaning counters[] = {
	{"명|건|개|회|통|콜|대|곳", 0},
	{"人|名|位|件|次|通|个|個|户|戶|单|單|笔|筆|家", 0},
};

static const struct meaning before[] = {
	{"~|≈|<|>|<=|>=|=|≤|≥|ca|circa|about|approx|approximately|around|"
	 "roughly|etwa|env|environ",
	 ROUGH},
	{"el|un", PLAIN},
	{"unos|unas|aprox|aproximadamente|cerca de|más de|menos de", ROUGH},
	{"약|대략", ROUGH},
	{"约|約|大约|大約", ROUGH},
};

static const struct meaning behind[] = {
	{"or more|or less|+", ROUGH},
	{"o más|o menos|aprox|aproximadamente", ROUGH},
	{"여|이상|이하|정도|가량|남짓", ROUGH},
	{"余|餘|多|以上|以下|左右|上下", ROUGH},
};

static const struct meanings_of lists[NUMBER_COUNT] = {
	[NUMBER_POWER] = MEANINGS(multipliers),
	[NUMBER_PERCENT] = MEANINGS(percents),
	[NUMBER_COUNTED] = MEANINGS(counters),
	[NUMBER_BEFORE] = MEANINGS(before),
	[NUMBER_BEHIND] = MEANINGS(behind),
};

bool
take_number_word(const char **at, enum number_words kind, int *value)
{
	return take_word(at, lists[kind].words, lists[kind].n, value);
}
