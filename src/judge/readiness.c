/* readiness.c - how ready the plan is */
#include <string.h>

#include "ces/question.h"
#include "judge/judge.h"

int
seven_of(const char *path)
{
	size_t n = path_section(path);

	for (int i = 0; i < SECTION_SEVEN; i++)
		if (!strncmp(sections[i].key, path, n) && !sections[i].key[n])
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
		int section = seven_of(finding->path);

		if (section >= 0 && !finding->waived &&
		    finding->severity == SEVERITY_ERROR &&
		    readiness->section[section] > 99)
			readiness->section[section] = 99;
	}
	for (int i = 0; i < SECTION_SEVEN; i++)
		sum += readiness->section[i];
	readiness->plan = sum / SECTION_SEVEN;
}
