/* code.c - lists of codes: currencies, countries, languages */
#include "ces/code.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* All lists are sorted by bytes, for binary search. */

/* ISO 4217 with its funds and metals, state of 2026 */
static const char *const currencies[] = {
	"AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM",
	"BBD", "BDT", "BHD", "BIF", "BMD", "BND", "BOB", "BOV", "BRL", "BSD",
	"BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CLF",
	"CLP", "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK",
	"DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL",
	"GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF",
	"IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
	"KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP",
	"LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
	"MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD",
	"NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
	"PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD",
	"SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN",
	"SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD",
	"TWD", "TZS", "UAH", "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS",
	"VED", "VES", "VND", "VUV", "WST", "XAD", "XAF", "XAG", "XAU", "XBA",
	"XBB", "XBC", "XBD", "XCD", "XCG", "XDR", "XOF", "XPD", "XPF", "XPT",
	"XSU", "XTS", "XUA", "XXX", "YER", "ZAR", "ZMW", "ZWG",
};

/* ISO 3166-1 alpha-2 */
static const char *const countries[] = {
	"AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT",
	"AU", "AW", "AX", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI",
	"BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY",
	"BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN",
	"CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM",
	"DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK",
	"FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL",
	"GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM",
	"HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR",
	"IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN",
	"KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS",
	"LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
	"ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW",
	"MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP",
	"NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM",
	"PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW",
	"SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
	"SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF",
	"TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW",
	"TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
	"VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
};

/* all of ISO 639-1, and languages of customer service from ISO 639-3 */
static const char *const languages[] = {
	"aa",  "ab",  "ace", "ach", "ady", "ae",  "af",	 "ak",	"am",  "an",
	"ar",  "arn", "ars", "ary", "arz", "as",  "ase", "ast", "av",  "awa",
	"ay",  "az",  "ba",  "bal", "ban", "bci", "be",	 "bem", "bfi", "bg",
	"bho", "bi",  "bik", "bin", "bjn", "bm",  "bn",	 "bo",	"br",  "brx",
	"bs",  "bug", "ca",  "ce",  "ceb", "ch",  "chr", "ckb", "cmn", "cnr",
	"co",  "cr",  "crh", "cs",  "csb", "cu",  "cv",	 "cy",	"da",  "de",
	"doi", "dsb", "dv",  "dyu", "dz",  "ee",  "el",	 "en",	"eo",  "es",
	"et",  "eu",  "fa",  "ff",  "fi",  "fil", "fj",	 "fo",	"fon", "fr",
	"frr", "fsl", "fur", "fy",  "ga",  "gaa", "gd",	 "gil", "gl",  "gn",
	"gsg", "gsw", "gu",  "gv",  "ha",  "hak", "haw", "he",	"hi",  "hil",
	"hmn", "hne", "ho",  "hr",  "hsb", "ht",  "hu",	 "hy",	"hyw", "hz",
	"ia",  "iba", "id",  "ie",  "ig",  "ii",  "ik",	 "ilo", "io",  "is",
	"it",  "iu",  "ja",  "jv",  "ka",  "kaa", "kab", "kbd", "kea", "kg",
	"kha", "ki",  "kj",  "kk",  "kl",  "km",  "kmb", "kmr", "kn",  "ko",
	"kok", "kr",  "krc", "krl", "ks",  "ku",  "kv",	 "kw",	"ky",  "la",
	"lad", "lb",  "lg",  "li",  "ln",  "lo",  "lt",	 "ltg", "lu",  "lua",
	"luo", "lus", "lv",  "mad", "mag", "mai", "mak", "mas", "men", "mg",
	"mh",  "mi",  "min", "mk",  "ml",  "mn",  "mni", "mos", "mr",  "ms",
	"mt",  "mwl", "mwr", "my",  "na",  "nan", "nap", "nb",	"nd",  "nds",
	"ne",  "new", "ng",  "niu", "nl",  "nn",  "no",	 "nqo", "nr",  "nso",
	"nv",  "ny",  "nyn", "oc",  "oj",  "om",  "or",	 "os",	"pa",  "pag",
	"pam", "pap", "pau", "pcm", "pi",  "pl",  "pnb", "prs", "ps",  "pt",
	"qu",  "quc", "raj", "rm",  "rn",  "ro",  "rom", "ru",	"rw",  "sa",
	"sah", "sas", "sat", "sc",  "scn", "sco", "sd",	 "se",	"sg",  "shn",
	"si",  "sk",  "skr", "sl",  "sm",  "sma", "smj", "smn", "sms", "sn",
	"so",  "sq",  "sr",  "srn", "ss",  "st",  "su",	 "sv",	"sw",  "syl",
	"syr", "szl", "ta",  "tcy", "te",  "tet", "tg",	 "th",	"ti",  "tig",
	"tiv", "tk",  "tl",  "tn",  "to",  "tpi", "tr",	 "ts",	"tsi", "tt",
	"tum", "tvl", "tw",  "ty",  "tyv", "udm", "ug",	 "uk",	"umb", "ur",
	"uz",  "vai", "ve",  "vec", "vi",  "vmw", "vo",	 "wa",	"war", "wo",
	"wuu", "xal", "xh",  "yi",  "yo",  "yua", "yue", "za",	"zap", "zgh",
	"zh",  "zu",  "zza",
};

const char code_language_tail[] = "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

static int
compare(const void *code, const void *listed)
{
	return strcmp(code, *(const char *const *)listed);
}

/*
 * Does a subtag look like the form ('A' a capital, 'a' a small letter, '9' a
 * digit)? It must end there or before the next '-'.
 */
static bool
subtag_fits(const char *s, const char *form)
{
	for (; *form; s++, form++) {
		char low = *form;
		char high = (char)(low == '9' ? '9' : low + 25);

		if (*s < (low == '9' ? '0' : low) || *s > high)
			return false;
	}
	return *s == '\0' || *s == '-';
}

/* keep in step with code_language_tail */
static bool
is_tail(const char *s)
{
	if (*s && subtag_fits(s + 1, "Aaaa"))
		s += 5;
	if (*s && subtag_fits(s + 1, "AA"))
		s += 3;
	else if (*s && subtag_fits(s + 1, "999"))
		s += 4;
	return *s == '\0';
}

const char *const *
code_list(enum code_list list, size_t *n)
{
	switch (list) {
	case CODE_CURRENCY:
		*n = LENGTH(currencies);
		return currencies;
	case CODE_COUNTRY:
		*n = LENGTH(countries);
		return countries;
	default:
		*n = LENGTH(languages);
		return languages;
	}
}

bool
code_known(enum code_list list, const char *code)
{
	size_t size,
		n = list == CODE_LANGUAGE ? strcspn(code, "-") : strlen(code);
	const char *const *codes = code_list(list, &size);
	char first[4];

	if (n >= sizeof(first))
		return false;
	memcpy(first, code, n);
	first[n] = '\0';
	return bsearch(first, codes, size, sizeof(*codes), compare) &&
	       is_tail(code + n);
}
