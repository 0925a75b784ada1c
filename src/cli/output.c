/* output.c - outputs, what they may replace, and messages on standard error */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "ces/language.h"
#include "ces/render.h"
#include "ces/utf8.h"
#include "cli/import_edits.h"
#include "cli/kind.h"
#include "cli/options.h"

void
buf_visible(struct buf *buf, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\t");

		utf8_show(buf, text, n, 0);
		if (text[n])
			buf_puts(buf, "\xe2\x90\x89");
		text += n + (text[n] != '\0');
	}
}

int
show_error(const char *format, ...)
{
	struct buf text = {0}, shown = {0};
	va_list args;

	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	buf_visible(&shown, text.p);
	fprintf(stderr, "ces: %s\n", shown.p);
	buf_free(&text);
	buf_free(&shown);
	return EXIT_CANNOT;
}

int
show_message(const char *message, const struct arg *args, size_t arg_count)
{
	struct buf text = {0};

	message_fill(&text, language_user(), message, args, arg_count);
	show_error("%s", buf_text(&text));
	buf_free(&text);
	return EXIT_CANNOT;
}

int
show_errno(const char *path)
{
	return show_error("%s: %s", path, _(error_text(errno)));
}

/* no character of it is obeyed by a terminal, or is none of UTF-8 */
static bool
is_printable(const char *name)
{
	size_t n = strlen(name), length;

	for (uint32_t cp; n > 0; name += length, n -= length) {
		length = utf8_decode(name, n, &cp);
		if (!length || cp < ' ' || utf8_is_control(cp) ||
		    utf8_is_bidi(cp))
			return false;
	}
	return true;
}

void
buf_shell(struct buf *buf, const char *name)
{
	static const char special[] = " \t\n\r\"'\\$`&|;<>()*?[]#~!{}^=%";
	bool printable = is_printable(name);
	bool plain = *name && printable && !name[strcspn(name, special)];

	buf_puts(buf, *name == '-' ? "./" : "");
	buf_puts(buf, plain ? "" : printable ? "'" : "$'");
	for (const char *c = name; *c; c++)
		if (!printable && (*c == '\'' || *c == '\\'))
			buf_printf(buf, "\\%c", *c);
		else if (!printable &&
			 ((unsigned char)*c < ' ' || (unsigned char)*c > '~'))
			buf_printf(buf, "\\x%02x", (unsigned char)*c);
		else if (*c == '\'' && !plain)
			buf_puts(buf, "'\\''");
		else
			buf_putc(buf, *c);
	buf_puts(buf, plain ? "" : "'");
}

/* --- what is there already ------------------------------------------------ */

static bool
is_plan_of(const char *path, char *const *plans, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (file_same(path,
			      strcmp(plans[i], "-") ? plans[i] : "/dev/stdin"))
			return true;
	return false;
}

static bool
explain_own(const struct destination *to, enum own own, const char *error)
{
	const char *path = to->path;

	if (own == OWN_EDITED && to->format == &render_xlsx.format)
		show_error(_("%s: edited since ces wrote it; 'ces import' "
			     "takes into the plan what is new, then write to "
			     "another file or overwrite this one with "
			     "--force"),
			   path);
	else if (own == OWN_EDITED)
		show_error(_("%s: edited since ces wrote it; copy what is new "
			     "into the plan, then write to another file or "
			     "overwrite this one with --force"),
			   path);
	else if (own == OWN_UNKNOWN)
		show_message(N_("{file}: can't be compared with what ces "
				"wrote: {reason}; write to another file, or "
				"overwrite this one with --force"),
			     ARGS(TEXT_ARG("file", path),
				  TEXT_ARG("reason", _(error))));
	else if (to->format->own)
		show_error(_("%s: exists already, and not as ces wrote it; "
			     "copy what was edited into the plan, then write "
			     "to another file or overwrite this one with "
			     "--force"),
			   path);
	else
		show_error(_("%s: exists already; write to another file, or "
			     "overwrite it with --force"),
			   path);
	return false;
}

static bool
output_free(const struct destination *to, const struct options *options,
	    char *const *plans, size_t plan_count)
{
	const char *path = to->path, *error = "", *kind;
	enum own own = OWN_NOT;

	if (is_plan_of(path, plans, plan_count)) {
		kind = file_kind(path);
		show_error("%s: %s", path,
			   kind ? _(kind)
				: _("this is the plan itself; write to another "
				    "file"));
		return false;
	}
	if (!file_holds(path))
		return true;
	if (to->format->own)
		own = to->format->own(path, &error);
	if (own == OWN_UNCHANGED ||
	    (own == OWN_EDITED && to->format == &render_xlsx.format &&
	     plan_count && edits_are_in(path, to->plan ? to->plan : *plans)))
		return true;
	if (file_keys(path) == KEYS_PLAN) {
		show_error(_("%s: this is a plan, which 'ces init' alone may "
			     "overwrite; write to another file"),
			   path);
		return false;
	}
	return options->value[OPTION_FORCE] || explain_own(to, own, error);
}

/* an output by the one name of its file */
struct place {
	const struct destination *to;
	char *path; /* owned */
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *left = a, *right = b;
	int order = strcmp(left->path, right->path);

	/* in the order given */
	return order ? order : (left->to > right->to) - (left->to < right->to);
}

static void
show_twice(const struct destination *a, const struct destination *b)
{
	bool one_plan = !a->plan || !b->plan || a->plan == b->plan;

	if (one_plan && strcmp(a->path, b->path) != 0)
		show_message(N_("{file}: is the same file as {other}; give "
				"each output a name of its own"),
			     ARGS(TEXT_ARG("file", b->path),
				  TEXT_ARG("other", a->path)));
	else if (one_plan)
		show_error(_("%s: would be written twice; give each output a "
			     "name of its own"),
			   b->path);
	else if (file_same(a->plan, b->plan))
		show_message(N_("{file}: would be written twice, as '{plan}' "
				"is named twice; name it once"),
			     ARGS(TEXT_ARG("file", b->path),
				  TEXT_ARG("plan", b->plan)));
	else
		show_message(N_("{file}: would be written twice, for '{plan}' "
				"and for '{other}'; give plans of one name a "
				"folder each"),
			     ARGS(TEXT_ARG("file", b->path),
				  TEXT_ARG("plan", a->plan),
				  TEXT_ARG("other", b->plan)));
}

/* the second of two outputs would overwrite the first */
static bool
paths_differ(const struct destination *to, size_t n)
{
	struct place *places = mem_zeroed(n, sizeof(*places));
	size_t files = 0, twice = 0;

	for (size_t i = 0; i < n; i++)
		if (to[i].path && !file_is_stream(to[i].path))
			places[files++] = (struct place){
				&to[i], file_whole_path(to[i].path)};
	qsort(places, files, sizeof(*places), compare_places);
	for (size_t i = 1; i < files && !twice; i++)
		if (!strcmp(places[i - 1].path, places[i].path))
			twice = i;
	if (twice)
		show_twice(places[twice - 1].to, places[twice].to);
	for (size_t i = 0; i < files; i++)
		free(places[i].path);
	free(places);
	return !twice;
}

bool
outputs_free(const struct destination *to, size_t n,
	     const struct options *options, char *const *plans,
	     size_t plan_count)
{
	bool good = paths_differ(to, n);

	for (size_t i = 0; i < n && good; i++)
		good = !to[i].path ||
		       output_free(&to[i], options, plans, plan_count);
	return good;
}

/* --- writing -------------------------------------------------------------- */

int
print_all(struct buf *buf)
{
	bool good = file_write_all(STDOUT_FILENO, buf_text(buf), buf->n);

	buf_free(buf);
	/* the reader of a pipe has closed it, which is no error */
	return good || errno == EPIPE ? EXIT_DONE
				      : show_errno(_("standard output"));
}

int
print_written(const char *path, bool quiet)
{
	struct buf buf = {0}, name = {0};

	if (quiet || file_is_stream(path))
		return EXIT_DONE;
	buf_visible(&name, path);
	buf_printf(&buf, _("wrote %s\n"), name.p);
	buf_free(&name);
	return print_all(&buf);
}

int
write_output(struct buf *buf, const char *path, bool quiet)
{
	bool good;

	if (!path || !strcmp(path, "-"))
		return print_all(buf);
	good = file_write(path, buf_text(buf), buf->n);
	buf_free(buf);
	return good ? print_written(path, quiet) : show_errno(path);
}

void
path_add(struct buf *buf, const char *folder, const char *name)
{
	size_t n = strlen(folder);

	buf_printf(buf, "%s%s%s", folder, n && folder[n - 1] != '/' ? "/" : "",
		   name);
}

static bool
begin_file(struct file_out *out, const char *path, const struct buf *text)
{
	if (!file_begin(out, path))
		return false;
	if (file_write_all(out->fd, buf_text(text), text->n))
		return true;
	file_abandon(out);
	return false;
}

int
write_files(const char *folder, const char *const *names, struct buf *texts,
	    size_t n, bool quiet)
{
	struct file_out *outs = mem_zeroed(n, sizeof(*outs));
	int status = EXIT_DONE;
	struct buf path = {0};
	size_t begun = 0;

	if (mkdir(folder, 0777) && errno != EEXIST)
		status = show_errno(folder);
	for (; begun < n && !status; begun++) {
		buf_clear(&path);
		path_add(&path, folder, names[begun]);
		if (!begin_file(&outs[begun], path.p, &texts[begun]))
			status = show_errno(path.p);
	}
	for (size_t i = 0; i < begun; i++) {
		buf_clear(&path);
		path_add(&path, folder, names[i]);
		if (status)
			file_abandon(&outs[i]);
		else if (!file_commit(&outs[i]))
			status = show_errno(path.p);
	}
	for (size_t i = 0; i < n; i++)
		buf_free(&texts[i]);
	buf_free(&path);
	free(outs);
	return status ? status : print_written(folder, quiet);
}
