/* guess_code.c - codes and plain words that mean something known */
#include <string.h>

#include "base/guess_text.h"

/* words that mean a code: names, codes of other lists */
static const struct code_words {
	const char *code, *words;
} currency_words[] =
	{
		{"CHF", "sfr|swiss franc|swiss francs|franken"},
		{"CNY", "rmb|yuan|renminbi|人民币|元|cn¥"},
		{"EUR", "€|euro|euros|유로|欧元"},
		{"GBP",
		 "£|pound|pounds|pound sterling|pounds sterling|sterling|stg|"
		 "ukp"},
		{"INR", "₹|rupee|rupees|rs"},
		{"JPY", "yen|円|日元"},
		{"KRW", "₩|won|korean won|원|한국 원"},
		{"PLN", "zł|zloty"},
		{"USD",
		 "us$|us dollar|us dollars|u.s. dollar|u.s. dollars|usd$|美元"},
		{"CAD", "c$|ca$|canadian dollar|canadian dollars"},
		{"AUD", "a$|au$|australian dollar|australian dollars"},
},
  country_words[] =
	  {
		  {"AT", "austria|österreich|autriche|aut"},
		  {"AU", "australia|aus"},
		  {"BE", "belgium|belgien|belgique|bel"},
		  {"BR", "brazil|brasil|bra"},
		  {"CA", "canada|can"},
		  {"CH", "switzerland|schweiz|suisse|suiza|che"},
		  {"CN", "china|chn|prc|中国|中國"},
		  {"CZ", "czechia|czech republic|cze"},
		  {"DE",
		   "germany|deutschland|allemagne|alemania|deu|ger|독일|德国"},
		  {"DK", "denmark|danmark|dnk"},
		  {"ES", "spain|españa|spanien|espagne|esp|스페인|西班牙"},
		  {"FI", "finland|suomi|fin"},
		  {"FR", "france|frankreich|francia|fra|프랑스|法国"},
		  {"GB", "uk|u.k|united kingdom|great "
			 "britain|britain|england|scotland|"
			 "wales|gbr|영국|英国"},
		  {"HK", "hong kong|hkg|香港"},
		  {"IE", "ireland|éire|irl"},
		  {"IN", "india|ind"},
		  {"IT", "italy|italia|italien|italie|ita"},
		  {"JP", "japan|jpn|日本|일본"},
		  {"KR",
		   "korea|south korea|republic of korea|kor|rok|한국|대한민국|"
		   "韩国"},
		  {"MX", "mexico|méxico|mex"},
		  {"NL", "netherlands|the netherlands|holland|nederland|nld"},
		  {"NO", "norway|norge|nor"},
		  {"NZ", "new zealand|nzl"},
		  {"PL", "poland|polska|pol"},
		  {"PT", "portugal|prt"},
		  {"SE", "sweden|sverige|swe"},
		  {"SG", "singapore|sgp"},
		  {"TW", "taiwan|twn|台灣|台湾"},
		  {"US", "usa|u.s|u.s.a|united states|united states of "
			 "america|america|"
			 "미국|美国"},
		  {"ZA", "south africa|zaf"},
},
  language_words[] = {
	  {"ar", "arabic|ara"},
	  {"cs", "czech|cz|ces|cze"},
	  {"da", "danish|dansk|dk|dan"},
	  {"de", "german|deutsch|allemand|alemán|deu|ger|독일어|德语"},
	  {"el", "greek|gre|ell"},
	  {"en", "english|englisch|anglais|inglés|eng|영어|英语|英語"},
	  {"es", "spanish|español|espanol|castellano|spanisch|espagnol|spa|"
		 "스페인어|西班牙语"},
	  {"fi", "finnish|suomi|fin"},
	  {"fr",
	   "french|français|francais|französisch|francés|fra|fre|프랑스어|"
	   "法语"},
	  {"hi", "hindi|hin"},
	  {"it", "italian|italiano|italienisch|ita"},
	  {"ja", "japanese|jp|jpn|日本語|일본어|日语"},
	  {"ko", "korean|kor|koreanisch|coréen|coreano|한국어|韩语"},
	  {"nl", "dutch|nederlands|nld|dut"},
	  {"no", "norwegian|norsk|nor"},
	  {"pl", "polish|polski|pol"},
	  {"pt", "portuguese|português|por"},
	  {"pt-BR", "brazilian|brazilian portuguese"},
	  {"ru", "russian|rus"},
	  {"sv", "swedish|svenska|swe"},
	  {"tr", "turkish|türkçe|tur"},
	  {"uk", "ukrainian|ua|ukr"},
	  {"vi", "vietnamese|vie|vn"},
	  {"zh",
	   "chinese|mandarin|cn|zho|chi|中文|汉语|漢語|중국어|chinesisch"},
	  {"zh-Hans", "simplified chinese|chinese (simplified)|简体中文"},
	  {"zh-Hant", "traditional chinese|chinese (traditional)|繁體中文"},
	  {"en-GB", "british english|gb|english (uk)"},
	  {"en-US", "american english|us|english (us)"},
};

static const struct meaning flags[] = {
	{"y|yes|ja|oui|sí|si|1|t|x|✓|✔|wahr|vrai|verdadero|예|네|是", 1},
	{"n|no|nein|non|0|f|✗|✘|falsch|faux|falso|아니오|아니요|否", 0},
};

static char
to_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* en_us, ZH-hant-tw: each part in the letters that it is written in */
static const char *
language_form(struct arena *arena, const char *folded)
{
	struct buf buf = {0};
	size_t start = 0;

	for (; *folded; folded++) {
		size_t part = strcspn(folded, "-_ ");
		bool separator =
			*folded == '_' || *folded == '-' || *folded == ' ';

		if (separator)
			start = buf.n + 1;
		if (separator)
			buf_putc(&buf, '-');
		else if (start &&
			 (part + buf.n - start == 2 ||
			  (part + buf.n - start == 4 && buf.n == start)))
			buf_putc(&buf, to_upper(*folded));
		else
			buf_putc(&buf, *folded);
	}
	return arena_take(arena, &buf);
}

static const char *
upper_form(struct arena *arena, const char *folded)
{
	char *text = arena_string(arena, folded);

	for (char *c = text; *c; c++)
		*c = to_upper(*c);
	return text;
}

static const char *
code_of(const struct code_words *table, size_t n, const char *folded)
{
	for (size_t i = 0; i < n; i++) {
		const struct meaning one = {table[i].words, 0};
		const char *at = folded;
		int ignored;

		if (take_word(&at, &one, 1, &ignored) && take_end(&at))
			return table[i].code;
	}
	return NULL;
}

#define CODE_OF(table, folded) \
	code_of(table, sizeof(table) / sizeof(*(table)), folded)

struct guess
guess_code(struct arena *arena, enum code_list list, const char *s, size_t n)
{
	const char *folded = guess_fold(arena, s, n);
	const char *form = list == CODE_LANGUAGE ? language_form(arena, folded)
						 : upper_form(arena, folded);

	if (code_known(list, form))
		return (struct guess){.text = form};
	return (struct guess){
		.text = list == CODE_CURRENCY ? CODE_OF(currency_words, folded)
			: list == CODE_COUNTRY
				? CODE_OF(country_words, folded)
				: CODE_OF(language_words, folded)};
}

struct guess
guess_flag(struct arena *arena, const char *s, size_t n)
{
	const char *at = guess_fold(arena, s, n);
	int on;

	if (!TAKE_WORD(&at, flags, &on) || !take_end(&at))
		return (struct guess){0};
	return (struct guess){.text = on ? "true" : "false"};
}
