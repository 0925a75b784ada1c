/* nearest.c - did you mean ...? */
#include "ces/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "ces/utf8.h"

enum { LONGEST = 64 };

/* the letters of a word that count */
struct letters {
	uint32_t cp[LONGEST];
	size_t n;
};

/* false for a word too long to be a slip for another */
static bool
letters_of(struct letters *letters, const char *word)
{
	size_t left = strlen(word), length;
	uint32_t cp;

	letters->n = 0;
	for (; left; word += length, left -= length) {
		length = utf8_next(word, left, &cp);
		if (cp == '-' || cp == '_' || cp == ' ')
			continue;
		if (letters->n == LONGEST)
			return false;
		if (cp < 0x80)
			cp = (unsigned char)to_lower((char)cp);
		letters->cp[letters->n++] = cp;
	}
	return true;
}

static size_t
min_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Letters left out, added, changed, or swapped with their neighbour. rows are
 * the last three of the usual table: row[j] is the distance of a's letters so
 * far to the first j letters of b. Stops when limit can't be undercut.
 */
static size_t
distance(const struct letters *a, const struct letters *b, size_t limit)
{
	size_t rows[3][LONGEST + 1];

	for (size_t j = 0; j <= b->n; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a->n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3];
		size_t best = row[0] = i;

		for (size_t j = 1; j <= b->n; j++) {
			bool same = a->cp[i - 1] == b->cp[j - 1];

			row[j] = min_of(above[j], row[j - 1]) + 1;
			row[j] = min_of(row[j], above[j - 1] + !same);
			if (i > 1 && j > 1 && a->cp[i - 1] == b->cp[j - 2] &&
			    a->cp[i - 2] == b->cp[j - 1])
				row[j] = min_of(row[j],
						rows[(i + 1) % 3][j - 2] + 1);
			best = min_of(best, row[j]);
		}
		if (best > limit) /* a swap may still undercut by one row */
			return best;
	}
	return rows[a->n % 3][b->n];
}

/* the distance that a candidate has to undercut; 0: none is near enough */
void
nearest_start(struct nearest *nearest, const char *word)
{
	struct letters letters;
	size_t n;

	*nearest = (struct nearest){.word = word};
	if (!letters_of(&letters, word) || !letters.n)
		return;
	n = letters.n;
	/* a slip in a single letter would leave no letter */
	nearest->distance = n == 1 ? 1 : (n > 3 ? n / 3 : 1) + 1;
}

void
nearest_try(struct nearest *nearest, const char *candidate)
{
	struct letters word, other;
	size_t limit = nearest->distance, gap, found;

	if (!limit)
		return;
	if (!letters_of(&word, nearest->word) ||
	    !letters_of(&other, candidate) || !other.n)
		return;
	gap = word.n > other.n ? word.n - other.n : other.n - word.n;
	if (gap >= limit)
		return;
	found = distance(&word, &other, limit);
	if (found < limit) {
		nearest->distance = found;
		nearest->best = candidate;
	}
}

const char *
nearest_of(const char *word, const char *const *words, size_t n)
{
	struct nearest nearest;

	nearest_start(&nearest, word);
	for (size_t i = 0; i < n; i++)
		nearest_try(&nearest, words[i]);
	return nearest.best;
}
