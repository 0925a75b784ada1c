/* zone.c - time zones by their IANA names */
#include "ces/zone.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/buf.h"
#include "ces/file.h"
#include "ces/nearest.h"

#define ZONEINFO "/usr/share/zoneinfo"
#define MODULE "/lib/ces/zone.so"

enum { LEVELS = 3 };

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool
is_name_char(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '+';
}

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
	int parts = 1;

	if (strlen(name) >= ZONE_NAME_SIZE || !is_letter(name[0]) ||
	    !is_area(name, strcspn(name, "/")))
		return false;
	for (const char *p = name; *p; p++) {
		if (*p != '/' && !is_name_char(*p))
			return false;
		if (*p != '/')
			continue;
		if (!is_letter(p[1]))
			return false;
		parts++;
	}
	return parts > 1 && parts <= LEVELS;
}

/* Is there a regular file of that name with the mark of a zone? */
static bool
has_zone_file(const char *name)
{
	char path[sizeof(ZONEINFO) + ZONE_NAME_SIZE + 1], mark[4];
	struct stat info;
	bool ok;
	int fd;

	snprintf(path, sizeof(path), ZONEINFO "/%s", name);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return false;
	ok = fstat(fd, &info) == 0 && S_ISREG(info.st_mode) &&
	     read(fd, mark, sizeof(mark)) == sizeof(mark) &&
	     memcmp(mark, "TZif", sizeof(mark)) == 0;
	close(fd);
	return ok;
}

static bool
is_utc(const char *name)
{
	return strcmp(name, "UTC") == 0;
}

struct walk {
	void (*each)(const char *name, void *data);
	void *data;
};

static int
is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* by bytes in any locale, so that equally near names come in a fixed order */
static int
compare_entries(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void walk_folder(const struct walk *walk, const char *name, int level);

static void
walk_entry(const struct walk *walk, const char *name, int level)
{
	char path[sizeof(ZONEINFO) + ZONE_NAME_SIZE + 1];
	struct stat info;

	if (has_form(name) && has_zone_file(name)) {
		walk->each(name, walk->data);
		return;
	}
	snprintf(path, sizeof(path), ZONEINFO "/%s", name);
	if (level < LEVELS && is_area(name, strcspn(name, "/")) &&
	    stat(path, &info) == 0 && S_ISDIR(info.st_mode))
		walk_folder(walk, name, level);
}

/* name is "" at level 0, "America" at 1 */
static void
walk_folder(const struct walk *walk, const char *name, int level)
{
	char path[sizeof(ZONEINFO) + ZONE_NAME_SIZE + 1];
	struct dirent **entries;
	struct buf below = {0};
	int n;

	snprintf(path, sizeof(path), ZONEINFO "/%s", name);
	n = scandir(path, &entries, is_visible, compare_entries);
	if (n < 0)
		return;
	for (int i = 0; i < n; i++) {
		buf_clear(&below);
		buf_printf(&below, "%s%s%s", name, *name ? "/" : "",
			   entries[i]->d_name);
		if (below.n < ZONE_NAME_SIZE)
			walk_entry(walk, below.p, level + 1);
		free(entries[i]);
	}
	free(entries);
	buf_free(&below);
}

/*
 * The module, loaded when a zone's offset is first asked for and kept. Its
 * library fills tables on the way, so one thread at a time asks it.
 */
static struct {
	pthread_once_t once;
	pthread_mutex_t lock;
	int (*offset)(const char *, int, int, int, int *);
} module = {PTHREAD_ONCE_INIT, PTHREAD_MUTEX_INITIALIZER, NULL};

static void
module_load(void)
{
	char *prefix = file_prefix();
	struct buf path = {0};
	void *library, *symbol;

	if (!prefix)
		return;
	buf_printf(&path, "%s" MODULE, prefix);
	free(prefix);
	library = dlopen(path.p, RTLD_NOW | RTLD_LOCAL);
	buf_free(&path);
	if (!library)
		return;
	symbol = dlsym(library, "ces_zone_offset");
	/* C has no conversion from a pointer to an object to a function's */
	if (symbol)
		memcpy(&module.offset, &symbol, sizeof(symbol));
}

bool
zone_known(const char *name)
{
	return is_utc(name) || (has_form(name) && has_zone_file(name));
}

/* The files, not the list beside them: that names zones not installed. */
void
zone_each(void (*each)(const char *name, void *data), void *data)
{
	struct walk walk = {each, data};

	each("UTC", data);
	walk_folder(&walk, "", 0);
}

/* the names are gone after each call, so the best one is copied */
struct near_zone {
	struct nearest nearest;
	char *kept;
};

static void
try_zone(const char *name, void *data)
{
	struct near_zone *near = data;
	const char *city = strrchr(name, '/');

	nearest_try(&near->nearest, name);
	/* "London" alone names its zone */
	if (city && !strcasecmp(city + 1, near->nearest.word)) {
		near->nearest.best = name;
		near->nearest.distance = 0;
	}
	if (near->nearest.best == name) {
		snprintf(near->kept, ZONE_NAME_SIZE, "%s", name);
		near->nearest.best = near->kept;
	}
}

bool
zone_nearest(const char *word, char name[ZONE_NAME_SIZE])
{
	struct near_zone near = {.kept = name};

	nearest_start(&near.nearest, word);
	zone_each(try_zone, &near);
	return near.nearest.best != NULL;
}

bool
zone_offset(const char *name, struct date date, int *minutes)
{
	bool ok = false;

	if (is_utc(name)) {
		*minutes = 0;
		return true;
	}
	if (!zone_known(name))
		return false;
	pthread_once(&module.once, module_load);
	pthread_mutex_lock(&module.lock);
	if (module.offset)
		ok = module.offset(name, date.year, date.month, date.day,
				   minutes);
	pthread_mutex_unlock(&module.lock);
	return ok;
}
