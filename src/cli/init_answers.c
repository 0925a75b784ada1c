/* init_answers.c - ces init: the few questions at a terminal */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ces/guess.h"
#include "ces/message.h"
#include "ces/zone.h"
#include "cli/init.h"
#include "cli/options.h"

/* One question on the terminal; an empty answer, and the end of all, is NULL.
 */
static char *
ask(struct arena *arena, const char *question, const char *hint)
{
	struct buf prompt = {0};
	char *line = NULL, *answer = NULL;
	size_t room = 0;
	ssize_t n;
	size_t blanks;

	if (feof(stdin))
		return NULL;
	message_fill(
		&prompt, language_user(), N_("{question} ({hint}): "),
		ARGS(TEXT_ARG("question", question), TEXT_ARG("hint", hint)));
	fputs(prompt.p, stderr);
	fflush(stderr);
	buf_free(&prompt);
	n = getline(&line, &room, stdin);
	if (n < 0)
		fputc('\n', stderr);
	while (n > 0 && strchr("\n\r ", line[n - 1]))
		line[--n] = '\0';
	blanks = n > 0 ? strspn(line, " ") : 0;
	if (n > 0)
		answer = arena_string(arena, line + blanks);
	free(line);
	return answer;
}

/* below the question, of the answer and what it may be */
static void
tell(const char *message, const char *answer, const char *near)
{
	struct buf text = {0};

	message_fill(&text, language_user(), message,
		     ARGS(TEXT_ARG("answer", answer), TEXT_ARG("near", near)));
	fprintf(stderr, "  %s\n", buf_text(&text));
	buf_free(&text);
}

/* as ISO 4217 writes it; NULL with a message where it is not known */
static char *
take_currency(struct arena *arena, char *answer)
{
	struct guess guess =
		guess_code(arena, CODE_CURRENCY, answer, strlen(answer));

	if (!guess.text) {
		tell(N_("'{answer}' is not known; write three letters, like "
			"EUR, or nothing"),
		     answer, NULL);
		return NULL;
	}
	if (strcasecmp(guess.text, answer) != 0)
		tell(N_("taken as '{near}'"), answer, guess.text);
	return arena_string(arena, guess.text);
}

/* a city or an abbreviation stands for its zone */
static char *
take_timezone(struct arena *arena, char *answer)
{
	char near[ZONE_NAME_SIZE];

	if (zone_known(answer))
		return answer;
	if (zone_find(answer, near)) {
		tell(N_("taken as '{near}'"), answer, near);
		return arena_string(arena, near);
	}
	if (zone_nearest(answer, near))
		tell(N_("'{answer}' is not known; did you mean '{near}'?"),
		     answer, near);
	else
		tell(N_("'{answer}' is not known; write Area/City, like "
			"Europe/London, or nothing"),
		     answer, NULL);
	return NULL;
}

/* asks again until the answer is known or empty */
static char *
ask_known(struct arena *arena, const char *question, const char *hint,
	  char *(*take)(struct arena *arena, char *answer))
{
	char *answer, *taken = NULL;

	do
		answer = ask(arena, question, hint);
	while (answer && !(taken = take(arena, answer)));
	return taken;
}

/* the machine's own zone, where its name is known; in buf */
static const char *
own_zone(char *buf, size_t room)
{
	static const char mark[] = "/zoneinfo/";
	ssize_t n = readlink("/etc/localtime", buf, room - 1);
	const char *name;

	if (n <= 0)
		return NULL;
	buf[n] = '\0';
	name = strstr(buf, mark);
	if (!name || !zone_known(name + sizeof(mark) - 1))
		return NULL;
	return name + sizeof(mark) - 1;
}

void
ask_answers(struct arena *arena, struct scaffold *scaffold)
{
	char room[256];
	const char *zone = own_zone(room, sizeof(room));

	if (zone)
		scaffold->timezone = zone = arena_string(arena, zone);
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO) || scaffold->full)
		return;
	if (!scaffold->organization)
		scaffold->organization = ask(arena, _("Whose strategy is it?"),
					     _("the organization's name"));
	scaffold->currency =
		ask_known(arena, _("Which currency?"),
			  _("GBP, EUR, USD ..., empty: later"), take_currency);
	scaffold->timezone =
		ask_known(arena, _("Which time zone?"),
			  zone ? zone : _("Europe/London ..., empty: later"),
			  take_timezone);
	if (!scaffold->timezone)
		scaffold->timezone = zone;
}
