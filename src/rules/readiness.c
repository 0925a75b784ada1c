/* readiness.c - how ready the plan is, and what to mend first */
#include <string.h>

#include "ces/question.h"
#include "ces/review.h"
#include "rules/themes.h"

/* the number of the section that the path lies in, -1 for none of the seven */
static int
section_of(const char *path)
{
	size_t n = path_section(path);

	for (int i = 0; i < SECTION_SEVEN; i++)
		if (strlen(sections[i].key) == n &&
		    !strncmp(sections[i].key, path, n))
			return i;
	return -1;
}

void
readiness_set(struct review *review)
{
	struct readiness *readiness = &review->readiness;
	int sum = 0;

	*readiness = review->view->readiness;
	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];
		int section = section_of(finding->path);

		if (section >= 0 && !finding->waived &&
		    finding->severity == SEVERITY_ERROR &&
		    readiness->section[section] > 99)
			readiness->section[section] = 99;
	}
	for (int i = 0; i < SECTION_SEVEN; i++)
		sum += readiness->section[i];
	readiness->plan = sum / SECTION_SEVEN;
}

/*
 * The smaller, the more worth fixing: first by how bad it is, then the topics
 * not among the chosen yet, then what is missing, then what can be pasted.
 */
struct rank {
	int part[4];
};

static int
urgency(const struct finding *finding)
{
	int rank = SEVERITY_ERROR - (int)finding->severity;

	return finding->severity != SEVERITY_ERROR && finding->in_hand
		       ? rank + SEVERITY_ERROR
		       : rank;
}

static int
repeats(const struct review *review, const struct finding *finding, int chosen)
{
	int n = 0;

	for (int i = 0; i < chosen; i++)
		n += review->next[i]->topic == finding->topic;
	return n;
}

static int
emptiness(const struct finding *finding)
{
	if (!strcmp(finding->topic->name, "document/missing-section"))
		return 0;
	return strcmp(finding->topic->name, "document/missing-key") ? 2 : 1;
}

static struct rank
rank_of(const struct review *review, const struct finding *finding, int chosen)
{
	return (struct rank){{urgency(finding),
			      repeats(review, finding, chosen),
			      emptiness(finding), !finding->paste}};
}

static bool
ranks_before(struct rank a, struct rank b)
{
	for (int i = 0; i < 4; i++)
		if (a.part[i] != b.part[i])
			return a.part[i] < b.part[i];
	return false;
}

static bool
is_chosen(const struct review *review, const struct finding *finding,
	  int chosen)
{
	for (int i = 0; i < chosen; i++)
		if (review->next[i] == finding)
			return true;
	return false;
}

/* the best of those left; of equals the one that comes first in the file */
static const struct finding *
choose(const struct review *review, int chosen)
{
	const struct finding *best = NULL;
	struct rank best_rank = {{0}};

	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];
		struct rank rank = rank_of(review, finding, chosen);

		if (finding->waived || is_chosen(review, finding, chosen) ||
		    (best && !ranks_before(rank, best_rank)))
			continue;
		best = finding;
		best_rank = rank;
	}
	return best;
}

void
next_choose(struct review *review)
{
	const int most = sizeof(review->next) / sizeof(*review->next);

	for (int i = 0; i < most; i++) {
		review->next[i] = choose(review, i);
		if (!review->next[i])
			break;
	}
}
