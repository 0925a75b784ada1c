/* guess_code.c - codes and plain words that mean something known */
#include <string.h>

#include "base/guess_text.h"

/* words that mean a code, or one of two: names, codes of other lists */
static const struct code_words {
	const char *code, *words;
} currency_words[] =
	{
		{"CHF", "sfr|swiss franc|swiss francs|franken"},
		{"CNY",
		 "rmb|yuan|renminbi|yuanes|위안|위안화|人民币|人民幣|cn¥"},
		{"EUR", "€|euro|euros|유로|유로화|欧元|歐元"},
		{"TWD",
		 "nt$|ntd|新台币|新台幣|新臺幣|台币|台幣|臺幣|대만 달러"},
		{"CNY TWD", "元|圓|圆|块|塊"},
		{"CNY JPY", "¥"},
		{"HKD", "hk$|港币|港幣|港元"},
		{"MXN", "mx$|mex$|peso mexicano|pesos mexicanos"},
		{"ARS", "peso argentino|pesos argentinos"},
		{"CLP", "peso chileno|pesos chilenos"},
		{"COP", "peso colombiano|pesos colombianos"},
		{"PEN", "s/|s/.|sol|soles|sol peruano|soles peruanos"},
		{"GBP",
		 "£|pound|pounds|pound sterling|pounds sterling|sterling|stg|"
		 "ukp"},
		{"INR", "₹|rupee|rupees|rs"},
		{"JPY", "yen|円|日元|日圓|엔|엔화"},
		{"KRW",
		 "₩|won|korean won|원|원화|한국 원|대한민국 원|韩元|韓元|韓圜"},
		{"PLN", "zł|zloty"},
		{"USD",
		 "us$|us dollar|us dollars|u.s. dollar|u.s. dollars|usd$|"
		 "dólar estadounidense|dólares estadounidenses|미국 "
		 "달러|미달러|"
		 "美元|美金"},
		{"CAD", "c$|ca$|canadian dollar|canadian dollars"},
		{"AUD", "a$|au$|australian dollar|australian dollars"},
},
  country_words[] =
	  {
		  {"AR", "argentina|arg"},
		  {"AT", "austria|österreich|autriche|aut"},
		  {"AU", "australia|aus"},
		  {"BE", "belgium|belgien|belgique|bel"},
		  {"BR", "brazil|brasil|bra"},
		  {"CA", "canada|can"},
		  {"CH", "switzerland|schweiz|suisse|suiza|che"},
		  {"CL", "chile|chl"},
		  {"CN", "china|chn|prc|중국|中国|中國|中国大陆"},
		  {"CO", "colombia|col"},
		  {"CR", "costa rica|cri"},
		  {"CZ", "czechia|czech republic|cze"},
		  {"DE",
		   "germany|deutschland|allemagne|alemania|deu|ger|독일|德国"},
		  {"DK", "denmark|danmark|dnk"},
		  {"EC", "ecuador|ecu"},
		  {"ES", "spain|españa|spanien|espagne|esp|스페인|西班牙"},
		  {"FI", "finland|suomi|fin"},
		  {"FR", "france|frankreich|francia|fra|프랑스|法国"},
		  {"GB", "uk|u.k|united kingdom|great "
			 "britain|britain|england|scotland|"
			 "wales|gbr|영국|英国"},
		  {"HK", "hong kong|hkg|홍콩|香港"},
		  {"IE", "ireland|éire|irl"},
		  {"IN", "india|ind"},
		  {"IT", "italy|italia|italien|italie|ita"},
		  {"JP", "japan|jpn|日本|일본"},
		  {"KR",
		   "korea|south korea|republic of korea|kor|rok|corea|"
		   "corea del sur|república de corea|한국|대한민국|남한|韩国|"
		   "韓國|南韓"},
		  {"MX", "mexico|méxico|mex|멕시코|墨西哥"},
		  {"NL", "netherlands|the netherlands|holland|nederland|nld"},
		  {"NO", "norway|norge|nor"},
		  {"NZ", "new zealand|nzl"},
		  {"PE", "peru|perú|per"},
		  {"PL", "poland|polska|pol"},
		  {"PT", "portugal|prt"},
		  {"SE", "sweden|sverige|swe"},
		  {"SG", "singapore|sgp"},
		  {"TW", "taiwan|twn|taiwán|대만|台灣|臺灣|台湾"},
		  {"US", "usa|u.s|u.s.a|united states|united states of "
			 "america|america|"
			 "미국|美国|美國|estados unidos|ee. uu|ee.uu|eeuu"},
		  {"UY", "uruguay|ury"},
		  {"ZA", "south africa|zaf"},
},
  language_words[] = {
	  {"ar", "arabic|ara"},
	  {"ca", "catalan|catalán|català|cat"},
	  {"cs", "czech|cz|ces|cze"},
	  {"da", "danish|dansk|dk|dan"},
	  {"de", "german|deutsch|allemand|alemán|deu|ger|독일어|德语"},
	  {"el", "greek|gre|ell"},
	  {"en", "english|englisch|anglais|inglés|eng|영어|英语|英語|英文"},
	  {"es", "spanish|español|espanol|castellano|spanisch|espagnol|spa|"
		 "스페인어|에스파냐어|西班牙语|西班牙文|西班牙語"},
	  {"fi", "finnish|suomi|fin"},
	  {"fr",
	   "french|français|francais|französisch|francés|fra|fre|프랑스어|"
	   "法语"},
	  {"hi", "hindi|hin"},
	  {"it", "italian|italiano|italienisch|ita"},
	  {"ja", "japanese|jp|jpn|japonés|日本語|일본어|日语|日文|日語"},
	  {"ko",
	   "korean|kor|koreanisch|coréen|coreano|한국어|韩语|韩文|韓語|韓文"},
	  {"nl", "dutch|nederlands|nld|dut"},
	  {"no", "norwegian|norsk|nor"},
	  {"pl", "polish|polski|pol"},
	  {"pt", "portuguese|português|portugués|por"},
	  {"pt-BR", "brazilian|brazilian portuguese"},
	  {"ru", "russian|rus"},
	  {"sv", "swedish|svenska|swe"},
	  {"tr", "turkish|türkçe|tur"},
	  {"uk", "ukrainian|ua|ukr"},
	  {"vi", "vietnamese|vie|vn"},
	  {"zh",
	   "chinese|mandarin|cn|zho|chi|中文|汉语|漢語|중국어|chinesisch|chino|"
	   "mandarín"},
	  {"zh-Hans",
	   "simplified chinese|chinese (simplified)|chino simplificado|"
	   "중국어 간체|중국어(간체)|중국어 (간체)|简体中文|簡體中文|简体|"
	   "中文(简体)"},
	  {"zh-Hant",
	   "traditional chinese|chinese (traditional)|chino tradicional|"
	   "중국어 번체|중국어(번체)|중국어 (번체)|繁体中文|繁體中文|繁體|"
	   "中文(繁體)"},
	  {"en-GB", "british english|gb|english (uk)"},
	  {"en-US", "american english|us|english (us)"},
};

/* a cross marks what is chosen, or in Korea what is not, as a circle what is */
enum { NO, YES, EITHER };

static const struct meaning flags[] = {
	{"y|yes|ja|oui|1|t|✓|✔|√|wahr|vrai", YES},
	{"n|no|nein|non|0|f|✗|✘|×|falsch|faux", NO},
	{"x|o|○|◯", EITHER},
	{"sí|si|verdadero|cierto|afirmativo", YES},
	{"falso|negativo", NO},
	{"예|네|참|있음|맞음", YES},
	{"아니오|아니요|아님|거짓|없음", NO},
	{"是|是的|有|对|對|真", YES},
	{"否|不是|没有|沒有|无|無|假", NO},
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

	const char *other;

	if (code_known(list, form))
		return (struct guess){.text = form};
	form = list == CODE_CURRENCY  ? CODE_OF(currency_words, folded)
	       : list == CODE_COUNTRY ? CODE_OF(country_words, folded)
				      : CODE_OF(language_words, folded);
	other = form ? strchr(form, ' ') : NULL;
	if (!other)
		return (struct guess){.text = form};
	return (struct guess){
		.text = arena_copy(arena, form, (size_t)(other - form)),
		.other = other + 1};
}

struct guess
guess_flag(struct arena *arena, const char *s, size_t n)
{
	const char *at = guess_fold(arena, s, n);
	int on;

	if (!TAKE_WORD(&at, flags, &on) || !take_end(&at))
		return (struct guess){0};
	return (struct guess){.text = on ? "true" : "false",
			      .other = on == EITHER ? "false" : NULL};
}
