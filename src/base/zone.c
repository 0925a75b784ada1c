/* zone.c - time zones by their IANA names */
#include "ces/zone.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/zone_file.h"
#include "ces/buf.h"
#include "ces/file.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "ces/utf8.h"

#define _(text) language_text(language_user(), text)

/* the largest file of the list has 3.5 kB, and once had 8 */
enum { LEVELS = 3, FILE_LIMIT = 65536 };

const struct zone zone_utc = {.ruled = true};

/* Etc/GMT+5 is west of Greenwich, and the other two are copies of the list */
static bool
is_area(const char *name, size_t n)
{
	static const char *const others[] = {"Etc", "posix", "right"};

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strlen(others[i]) == n && memcmp(name, others[i], n) == 0)
			return false;
	return n > 0;
}

/* Area/City or Area/Region/City; nothing that leads out of the folder */
static bool
has_form(const char *name)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz0123456789_-+";

	if (strlen(name) >= ZONE_NAME_SIZE ||
	    !is_area(name, strcspn(name, "/")))
		return false;
	for (int parts = 1;; parts++, name++) {
		if (!is_letter(*name))
			return false;
		name += strspn(name, allowed);
		if (*name != '/')
			return !*name && parts > 1 && parts <= LEVELS;
	}
}

/* as the C library has it, TZDIR goes before the usual folder; free() it */
static char *
zone_path(const char *name)
{
	const char *folder = getenv("TZDIR");
	struct buf path = {0};

	buf_puts(&path, folder && *folder ? folder : "/usr/share/zoneinfo");
	if (*name)
		buf_printf(&path, "/%s", name);
	return path.p;
}

/* Is there a regular file of that name with the mark of a zone? */
static bool
has_zone_file(const char *name)
{
	static const char mark[] = "TZif";
	char *path = zone_path(name), *bytes = NULL;
	struct stat info;
	bool too_long, good;
	size_t n;

	if (stat(path, &info) == 0 && S_ISREG(info.st_mode))
		bytes = file_read(path, strlen(mark), &n, &too_long);
	good = bytes && !strcmp(bytes, mark);
	free(bytes);
	free(path);
	return good;
}

static _Noreturn void
die_unreadable(const char *path)
{
	die(_("'%s' can't be read: %s"), path, _(error_text(errno)));
}

bool
zone_known(const char *name)
{
	return !strcmp(name, "UTC") || (has_form(name) && has_zone_file(name));
}

/* by bytes in any locale, so that equally near names come in a fixed order */
static int
compare_entries(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* The files, not the list beside them: that names zones not installed. */
void
zone_each(void (*each)(const char *name, void *data), void *data)
{
	char *root = zone_path("");
	FTS *tree = fts_open((char *[]){root, NULL}, FTS_LOGICAL | FTS_NOCHDIR,
			     compare_entries);
	bool found = false, foreign;
	FTSENT *entry;

	each("UTC", data);
	while (tree && (entry = fts_read(tree))) {
		const char *name = entry->fts_path + strlen(root);

		name += *name == '/';
		errno = entry->fts_errno;
		if (errno == ENOMEM)
			die_memory();
		if (!*name && errno && errno != ENOENT && errno != ENOTDIR)
			die_unreadable(root);
		/* a folder in which no name can lie */
		foreign = entry->fts_level == LEVELS ||
			  (*name && !is_area(name, strcspn(name, "/")));
		if (entry->fts_info == FTS_D && foreign) {
			fts_set(tree, entry, FTS_SKIP);
		} else if (has_form(name) && has_zone_file(name)) {
			found = true;
			each(name, data);
		}
	}
	if (errno == ENOMEM)
		die_memory();
	if (!found)
		die(_("'%s' has no time zones; install the package tzdata"),
		    root);
	fts_close(tree);
	free(root);
}

/* zones by other names of theirs: abbreviations, which hide when clocks change,
 * and cities mostly meant that have no zone of their own */
static const struct {
	const char *zone, *others;
} others[] = {
	{"Europe/London",
	 "GMT|BST|Manchester|Birmingham|Leeds|Glasgow|Edinburgh|"
	 "Liverpool|Bristol|Cardiff"},
	{"Europe/Dublin", "Cork|Galway"},
	{"Europe/Lisbon", "WET|Porto|Lisboa"},
	{"Europe/Berlin",
	 "CET|CEST|MEZ|Frankfurt|Munich|München|Hamburg|Cologne|Köln|"
	 "Düsseldorf|Stuttgart|Leipzig|Nuremberg|Nürnberg"},
	{"Europe/Vienna", "Graz|Salzburg|Linz|Wien"},
	{"Europe/Zurich", "Geneva|Genève|Basel|Bern|Lausanne|Zürich"},
	{"Europe/Paris",
	 "Lyon|Marseille|Toulouse|Lille|Nice|Bordeaux|Strasbourg"},
	{"Europe/Madrid", "Barcelona|Seville|Sevilla|Bilbao|Zaragoza|Málaga"},
	{"Europe/Rome",
	 "Milan|Milano|Turin|Torino|Naples|Napoli|Florence|Roma"},
	{"Europe/Amsterdam", "Rotterdam|The Hague|Den Haag|Utrecht|Eindhoven"},
	{"Europe/Brussels", "Antwerp|Ghent|Bruxelles"},
	{"Europe/Copenhagen", "Aarhus|Odense|København"},
	{"Europe/Stockholm", "Gothenburg|Göteborg|Malmö"},
	{"Europe/Oslo", "Bergen|Trondheim"},
	{"Europe/Warsaw", "Krakow|Kraków|Gdansk|Wroclaw|Poznan|Lodz|Warszawa"},
	{"Europe/Prague", "Brno|Ostrava|Praha"},
	{"Europe/Bucharest", "Cluj|Cluj-Napoca|Iasi|Timisoara"},
	{"Europe/Sofia", "Plovdiv|Varna"},
	{"Europe/Athens", "EET|Thessaloniki"},
	{"Europe/Istanbul", "Ankara|Izmir"},
	{"Europe/Moscow", "MSK|Saint Petersburg|St Petersburg"},
	{"America/New_York",
	 "EST|EDT|Boston|Washington|Washington DC|Philadelphia|"
	 "Atlanta|Miami|Orlando|Charlotte|Pittsburgh|Baltimore"},
	{"America/Chicago",
	 "CST|CDT|Houston|Dallas|Austin|San Antonio|Minneapolis|"
	 "Nashville|New Orleans|St Louis|Milwaukee"},
	{"America/Denver", "MST|MDT|Salt Lake City|Albuquerque"},
	{"America/Phoenix", "Tucson"},
	{"America/Los_Angeles",
	 "PST|PDT|San Francisco|Seattle|San Diego|Las Vegas|"
	 "Sacramento|Portland"},
	{"America/Toronto", "Montreal|Ottawa|Quebec"},
	{"America/Edmonton", "Calgary"},
	{"America/Mexico_City", "Guadalajara|Puebla|Ciudad de México"},
	{"America/Bogota", "Medellin|Medellín|Cali"},
	{"America/Sao_Paulo",
	 "Rio|Rio de Janeiro|Brasilia|Curitiba|Belo Horizonte|"
	 "São Paulo"},
	{"Africa/Johannesburg", "Cape Town|Durban|Pretoria"},
	{"Africa/Lagos", "Abuja"},
	{"Africa/Casablanca", "Rabat|Marrakesh|Tangier"},
	{"Asia/Dubai", "Abu Dhabi"},
	{"Asia/Riyadh", "Jeddah|Mecca"},
	{"Asia/Jerusalem", "Tel Aviv|Haifa"},
	{"Asia/Karachi", "Lahore|Islamabad"},
	{"Asia/Kolkata",
	 "IST|Mumbai|Bombay|Delhi|New Delhi|Bangalore|Bengaluru|"
	 "Chennai|Madras|Hyderabad|Pune|Ahmedabad|Gurgaon|Gurugram|"
	 "Noida"},
	{"Asia/Dhaka", "Chittagong"},
	{"Asia/Ho_Chi_Minh", "Hanoi|Saigon|Da Nang"},
	{"Asia/Manila", "Cebu|Davao|Quezon City"},
	{"Asia/Kuala_Lumpur", "Penang|Johor Bahru"},
	{"Asia/Singapore", "SGT"},
	{"Asia/Hong_Kong", "HKT"},
	{"Asia/Shanghai",
	 "Beijing|Shenzhen|Guangzhou|Chengdu|Dalian|Hangzhou|Wuhan|"
	 "Xi'an|北京|上海|深圳|广州"},
	{"Asia/Tokyo",
	 "JST|Osaka|Kyoto|Nagoya|Yokohama|Fukuoka|Sapporo|東京|大阪"},
	{"Asia/Seoul",
	 "KST|Busan|Incheon|Daegu|Daejeon|Gwangju|서울|부산|인천"},
	{"Australia/Sydney", "AEST|Canberra|Newcastle"},
	{"Australia/Brisbane", "Gold Coast"},
	{"Pacific/Auckland", "NZST|Wellington|Christchurch"},
	{"UTC", "Z"},
};

/* the names are gone after each call, so the best one is copied */
struct near_zone {
	struct nearest nearest;
	char *kept;
};

static void
keep_zone(struct near_zone *near, const char *name, size_t distance)
{
	near->nearest.distance = distance;
	snprintf(near->kept, ZONE_NAME_SIZE, "%s", name);
	near->nearest.best = near->kept;
}

/* the same but for letter case, and blanks, hyphens and underscores */
static bool
is_same(const char *word, const char *name)
{
	struct nearest nearest;

	nearest_start(&nearest, word);
	nearest_try(&nearest, name);
	return nearest.best && nearest.distance == 0;
}

/* one of the other names, behind the area of the zone or alone */
static bool
is_other(const char *word, const char *zone, const char *names)
{
	size_t area = strcspn(zone, "/") + 1;
	struct buf name = {0};
	bool found = false;

	if (!strncasecmp(word, zone, area))
		word += area;
	while (*names && !found) {
		size_t n = strcspn(names, "|");

		buf_clear(&name);
		buf_add(&name, names, n);
		found = is_same(word, name.p);
		names += n + (names[n] == '|');
	}
	buf_free(&name);
	return found;
}

static void
try_zone(const char *name, void *data)
{
	struct near_zone *near = data;
	const char *city = strrchr(name, '/');

	/* "New York" alone names its zone */
	if (city && is_same(near->nearest.word, city + 1)) {
		keep_zone(near, name, 0);
		return;
	}
	nearest_try(&near->nearest, name);
	if (near->nearest.best == name)
		keep_zone(near, name, near->nearest.distance);
}

/* the distance of the nearest; -1: none is near */
static int
nearest_zone(const char *word, char name[ZONE_NAME_SIZE])
{
	struct near_zone near = {.kept = name};

	nearest_start(&near.nearest, word);
	zone_each(try_zone, &near);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (is_other(word, others[i].zone, others[i].others) &&
		    zone_known(others[i].zone))
			keep_zone(&near, others[i].zone, 0);
	return near.nearest.best ? (int)near.nearest.distance : -1;
}

bool
zone_nearest(const char *word, char name[ZONE_NAME_SIZE])
{
	return nearest_zone(word, name) >= 0;
}

bool
zone_find(const char *word, char name[ZONE_NAME_SIZE])
{
	return nearest_zone(word, name) == 0;
}

/* NULL where there is no such file, which must be a regular one. */
static char *
read_file(const char *path, size_t *n)
{
	struct stat info;
	bool too_long;
	char *bytes;

	if (stat(path, &info) < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return NULL;
		die_unreadable(path);
	}
	*n = 0;
	if (S_ISDIR(info.st_mode))
		return NULL;
	if (!S_ISREG(info.st_mode))
		return mem_string("");
	bytes = file_read(path, FILE_LIMIT, n, &too_long);
	if (!bytes)
		die_unreadable(path);
	return bytes;
}

const struct zone *
zone_read(struct arena *arena, const char *name)
{
	struct zone *zone = NULL;
	char *path, *bytes;
	size_t n;

	if (!strcmp(name, "UTC"))
		return &zone_utc;
	if (!has_form(name))
		return NULL;
	path = zone_path(name);
	bytes = read_file(path, &n);
	if (bytes) {
		zone = arena_alloc(arena, sizeof(*zone));
		if (!zone_parse(zone, arena_copy(arena, bytes, n), n))
			die(_("'%s' can't be read: it is not a time zone file; "
			      "reinstall the package tzdata"),
			    path);
	}
	free(path);
	free(bytes);
	return zone;
}

/* An offset near enough tells when it is noon there. */
int
zone_offset(const struct zone *zone, struct date date)
{
	int64_t noon = (int64_t)date_days(date) * 86400 + 43200;

	return zone_at(zone, noon - zone_at(zone, noon)) / 60;
}

bool
zone_today(const struct zone *zone, struct date *date)
{
	int64_t seconds;

	if (!clock_read(&seconds))
		return false;
	seconds += zone_at(zone, seconds);
	*date = date_from_days((int32_t)(seconds / 86400 - (seconds < 0)));
	return date_valid(*date);
}
