/* book.c - the workbook's life, its styles, pages and cells */
#include "book_inside.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/number.h"
#include "ces/utf8.h"

enum { PROPERTY_MOST = 255, ATTRIBUTE_MOST = LXW_MAX_ATTRIBUTE_LENGTH - 1 };

static const struct font fonts[] = {
	{"ko", "Malgun Gothic", true},
	{"zh-Hant", "Microsoft JhengHei", true},
	{"zh", "Microsoft YaHei", true},
	{"ja", "Arial", true},
	{"", "Arial", false},
};

/* "zh-Hant" is the language of zh-Hant-TW, and "zh" of zh-Hans */
static const struct font *
font_of(const char *language)
{
	const struct font *font;
	size_t n;

	for (font = fonts;; font++) {
		n = strlen(font->language);
		if (!n || (!strncasecmp(language, font->language, n) &&
			   strchr("-_.", language[n])))
			return font;
	}
}

/* "zh-HK" is one of ours by another name */
static const struct font *
font_of_plan(const char *language)
{
	const struct language *known = language_find(language);

	return font_of(known ? language_tag(known) : language);
}

bool
book_is_wide(const struct book *book)
{
	return book->font->wide;
}

double
book_letters(const struct book *book)
{
	return book->font->wide ? 1.15 : 1;
}

char *
book_line(struct book *book, const char *text, size_t most)
{
	struct buf line = {0};

	if (text)
		clean_shorten(&line, clean_line(&book->clean, text), most,
			      ATTRIBUTE_MOST);
	return arena_take(&book->arena, &line);
}

/*
 * The properties' clock, at noon, so that no time zone makes another day of
 * it; 0 would mean the hour of writing.
 */
static void
set_properties(struct book *book, const struct book_options *options)
{
	lxw_doc_properties properties = {
		.title = book_line(book, options->title, PROPERTY_MOST),
		.author = book_line(book, options->author, PROPERTY_MOST),
		.company = book_line(book, options->company, PROPERTY_MOST)};
	int64_t days = date_days(options->created);

	if (days < 3653) /* no zip and no reader knows days before 1980 */
		days = 3653;
	properties.created = (time_t)(days * 86400 + 43200);
	book_check(book, workbook_set_properties(book->workbook, &properties));
	book_check(book,
		   workbook_set_custom_property_string(
			   book->workbook, options->mark, options->mark_value));
}

void
book_check(struct book *book, lxw_error error)
{
	if (error == LXW_NO_ERROR || book->error)
		return;
	if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
		book->error = ENOMEM;
	else if (error <= LXW_ERROR_ZIP_CLOSE && errno)
		book->error = errno;
	else
		book->error = BOOK_INVALID;
}

void
page_check(struct page *page, lxw_error error)
{
	book_check(page->book, error);
}

struct book *
book_open(const struct book_options *options)
{
	struct book *book = mem_zeroed(1, sizeof(*book));
	lxw_workbook_options how = {.tmpdir = library_text(options->folder)};
	lxw_format *normal;
	const char *country = options->country ? options->country : "";

	book->workbook = workbook_new_opt(options->path, &how);
	if (!book->workbook)
		die_memory();
	errno = 0;
	/* Widths of columns count digits of the default font. The library's is
	 * not on every system, and what stands in for it may be a fifth wider;
	 * Arial and its equals are everywhere. */
	normal = STAILQ_FIRST(book->workbook->formats);
	format_set_font_name(normal, "Arial");
	format_set_font_size(normal, 10);
	book->letter = !strcmp(country, "US") || !strcmp(country, "CA");
	book->language = options->language;
	book->cut = language_text(book->language, N_("…(cut; see the plan)"));
	book->font = font_of(language_tag(book->language));
	if (!book->font->wide && options->plan_language)
		book->font = font_of_plan(options->plan_language);
	book->kept = options->kept;
	set_properties(book, options);
	return book;
}

void
book_check_copy(struct book *book, const void *copy)
{
	if (!copy)
		book_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
}

int
book_close(struct book *book)
{
	int error;

	book_fill_charts(book);
	errno = 0;
	book_check(book, workbook_close(book->workbook));
	error = book->error;
	free(book->formats);
	free(book->pages);
	buf_free(&book->clean);
	arena_release(&book->arena);
	free(book);
	return error;
}

/* --- styles -------------------------------------------------------------- */

static void
set_place(lxw_format *format, const struct style *style)
{
	static const uint8_t places[] = {
		[ALIGN_LEFT] = LXW_ALIGN_LEFT,
		[ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
		[ALIGN_CENTER] = LXW_ALIGN_CENTER,
		[ALIGN_ACROSS] = LXW_ALIGN_CENTER_ACROSS,
	};
	static const uint8_t heights[] = {LXW_ALIGN_VERTICAL_TOP,
					  LXW_ALIGN_VERTICAL_CENTER,
					  LXW_ALIGN_VERTICAL_BOTTOM};

	if (style->align)
		format_set_align(format, places[style->align]);
	format_set_align(format, heights[style->bottom + 1]);
	if (style->indent)
		format_set_indent(format, (uint8_t)style->indent);
	if (style->wrap)
		format_set_text_wrap(format);
	if (style->shrink)
		format_set_shrink(format);
}

/* The formats of rules are of their own kind: only what changes. */
struct lxw_format *
book_paint(struct book *book, const struct style *style)
{
	lxw_format *format = workbook_add_format(book->workbook);

	if (!format)
		die_memory();
	if (style->color)
		format_set_font_color(format, (lxw_color_t)style->color);
	if (style->bold)
		format_set_bold(format);
	if (style->fill)
		format_set_bg_color(format, (lxw_color_t)style->fill);
	if (style->line) {
		format_set_bottom(format, LXW_BORDER_THIN);
		format_set_bottom_color(format, (lxw_color_t)style->line);
	}
	if (style->left) {
		format_set_left(format, LXW_BORDER_THIN);
		format_set_left_color(format, (lxw_color_t)style->left);
	}
	return format;
}

/* Numbers have the minus sign that texts have; brackets hold a language. */
char *
book_number_format(struct book *book, const char *number)
{
	const char *digits = *number == '[' ? strchr(number, ']') : number;
	bool plain = strpbrk(digits, "0#") && !strchr(number, ';');

	return arena_format(&book->arena, plain ? "%s;−%s" : "%s", number,
			    number);
}

/* Each comma behind the digits divides by a thousand. */
const char *
scale_format(struct book *book, int scale, double least)
{
	bool tenths = scale && scale_down(least, scale) < 10;

	return arena_format(&book->arena, "#,##0%s%.*s", tenths ? ".0" : "",
			    scale, ",,,");
}

static lxw_format *
make_format(struct book *book, const struct style *style)
{
	lxw_format *format = book_paint(book, style);

	format_set_font_name(format, book->font->name);
	format_set_font_size(format, style->size / 10.0);
	if (style->number)
		format_set_num_format(format,
				      book_number_format(book, style->number));
	if (style->open)
		format_set_unlocked(format);
#if LXW_VERSION_ID >= 116
	if (style->quoted)
		format_set_quote_prefix(format);
#endif
	if (style->fill)
		format_set_pattern(format, LXW_PATTERN_SOLID);
	if (style->gap) {
		format_set_left(format, LXW_BORDER_THICK);
		format_set_left_color(format, WHITE);
	}
	set_place(format, style);
	return format;
}

/*
 * The style with its defaults spelled out. The library looks a format up anew
 * for each cell when it has another one that is the same.
 */
static struct style
plain_style(const struct style *style)
{
	struct style plain = *style;

	plain.size = style->size ? style->size : 100;
	plain.color = style->color ? style->color : INK;
	plain.left = style->gap ? 0 : style->left;
#if LXW_VERSION_ID < 116
	plain.quoted = 0;
#endif
	return plain;
}

/* the same text may stand in several places */
static bool
is_same(const struct style *one, const struct style *other)
{
	if (memcmp(&one->color, &other->color,
		   sizeof(*one) - offsetof(struct style, color)) != 0)
		return false;
	return one->number && other->number
		       ? !strcmp(one->number, other->number)
		       : one->number == other->number;
}

/* A few dozen in all, and asked for by column, not by cell. */
struct lxw_format *
book_style(struct book *book, const struct style *style)
{
	struct style plain = plain_style(style);

	for (size_t i = 0; i < book->format_count; i++)
		if (is_same(&book->formats[i].style, &plain))
			return book->formats[i].format;
	if (plain.number)
		plain.number = arena_string(&book->arena, plain.number);
	ARRAY_GROW(book->formats, book->format_count, book->format_cap);
	book->formats[book->format_count] =
		(struct made){plain, make_format(book, &plain)};
	return book->formats[book->format_count++].format;
}

/* as date_show() writes days; names of months in that language, whatever the
 * reader's own, by its number in brackets */
static const struct dates {
	const char *language, *formats[4];
	const char *narrow; /* as the last one shows the widest day */
} dates[] = {
	{"es",
	 {"[$-C0A]d mmm yyyy", "[$-C0A]d mmm", "[$-C0A]mmm yy",
	  "[$-C0A]d mmm yyyy"},
	 "30 sept 2026"},
	{"ko",
	 {"[$-412]yyyy\\. m\\. d\\.", "[$-412]m\\. d\\.", "[$-412]yy\\. m\\.",
	  "[$-412]yyyy\\. m\\. d\\."},
	 "2026. 12. 30."},
	{"zh_CN",
	 {"[$-804]yyyy\"年\"m\"月\"d\"日\"", "[$-804]m\"月\"d\"日\"",
	  "[$-804]yy\"年\"m\"月\"", "[$-804]yyyy/m/d"},
	 "2026/12/30"},
	{"zh_TW",
	 {"[$-404]yyyy\"年\"m\"月\"d\"日\"", "[$-404]m\"月\"d\"日\"",
	  "[$-404]yy\"年\"m\"月\"", "[$-404]yyyy/m/d"},
	 "2026/12/30"},
	{"en",
	 {"[$-409]d mmm yyyy", "[$-409]d mmm", "mmm yy", "[$-409]d mmm yyyy"},
	 "30 Dec 2026"},
};

static const struct dates *
dates_of(const struct book *book)
{
	const char *code = language_code(book->language);
	size_t i = 0;

	while (i + 1 < sizeof(dates) / sizeof(*dates) &&
	       strcmp(dates[i].language, code) != 0)
		i++;
	return &dates[i];
}

const char *
book_date_format(const struct book *book, enum day_format format)
{
	return dates_of(book)->formats[format];
}

const char *
book_date_narrow(const struct book *book)
{
	return dates_of(book)->narrow;
}

/* --- pages --------------------------------------------------------------- */

/* is the name the other one for a reader, who folds its case */
static bool
is_named(struct buf *folded, const char *name, const char *other)
{
	buf_clear(folded);
	utf8_normalize(folded, other, strlen(other), true);
	return !strcmp(name, buf_text(folded));
}

static bool
is_taken(struct book *book, const char *name)
{
	struct buf a = {0}, b = {0};
	bool taken = false;

	utf8_normalize(&a, name, strlen(name), true);
	for (size_t i = 0; i < book->page_count && !taken; i++)
		taken = is_named(&b, buf_text(&a), book->pages[i]->name);
	for (size_t i = 0; book->kept && book->kept[i] && !taken; i++)
		taken = is_named(&b, buf_text(&a), book->kept[i]);
	buf_free(&a);
	buf_free(&b);
	return taken;
}

static char *
unique_name(struct book *book, const char *wanted)
{
	struct buf base = {0}, name = {0};

	clean_sheet_name(&base, wanted);
	buf_puts(&name, base.p);
	for (int i = 2; is_taken(book, name.p); i++) {
		buf_clear(&name);
		clean_cut(&name, base.p, 26);
		buf_printf(&name, " %d", i);
	}
	buf_free(&base);
	return arena_take(&book->arena, &name);
}

static struct page *
add_page(struct book *book, char *name, int tab_color)
{
	struct page *page = arena_alloc(&book->arena, sizeof(*page));

	*page = (struct page){.book = book, .name = name, .row = 15};
	for (int i = 0; i < WIDTHS_KEPT; i++)
		page->widths[i] = USUAL_WIDTH;
	page->sheet = workbook_add_worksheet(book->workbook, page->name);
	if (!page->sheet || !page->sheet->quoted_name)
		die_memory();
	worksheet_gridlines(page->sheet, LXW_HIDE_ALL_GRIDLINES);
	worksheet_set_zoom(page->sheet, 90);
	if (tab_color)
		worksheet_set_tab_color(page->sheet, (lxw_color_t)tab_color);
	ARRAY_GROW(book->pages, book->page_count, book->page_cap);
	book->pages[book->page_count++] = page;
	return page;
}

struct page *
book_page(struct book *book, const char *name, int tab_color)
{
	return add_page(book, unique_name(book, name), tab_color);
}

struct page *
book_kept_page(struct book *book, const char *name)
{
	return add_page(book, arena_string(&book->arena, name), NO_COLOR);
}

const char *
page_name(const struct page *page)
{
	return page->name;
}

void
text_quote(struct buf *buf, const char *text, char quote)
{
	buf_putc(buf, quote);
	for (; *text; text++) {
		if (*text == quote)
			buf_putc(buf, quote);
		buf_putc(buf, *text);
	}
	buf_putc(buf, quote);
}

void
page_ref(struct buf *buf, const struct page *page)
{
	text_quote(buf, page->name, '\'');
	buf_putc(buf, '!');
}
