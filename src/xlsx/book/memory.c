/* memory.c - the library's memory: what it lacks, and what it is spared */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "book_inside.h"

enum { HUGE_PAGE = 2 << 20 };

/*
 * The library drops a text that it has no memory for and says nothing; malloc
 * has said it in errno, which nothing else touches while cells are written.
 */
void
book_check_memory(struct book *book)
{
	if (errno == ENOMEM && !book->error)
		book->error = ENOMEM;
}

/*
 * What the library does at the end (pictures of charts, their texts, packing)
 * it does without a word when memory runs out, and clears errno on the way. So
 * enough is taken beforehand; what is freed stays with the process.
 */
void
book_ensure_room(struct book *book)
{
	enum { ROOM = 4 << 20 };
	void *volatile room = malloc(ROOM);

	if (!room && !book->error)
		book->error = ENOMEM;
	free(room);
}

/*
 * What is freed here comes back bit by bit, as the cells are written: in pages
 * that the system needn't make ready one by one.
 */
void
book_expect(size_t cells)
{
	size_t n = cells * sizeof(lxw_cell);
	uintptr_t from, to, page = HUGE_PAGE - 1;
	void *room = malloc(n);
	int error = errno;

	if (!room)
		return; /* errno tells of it */
	from = ((uintptr_t)room + page) & ~page;
	to = ((uintptr_t)room + n) & ~page;
	if (from < to)
		madvise((void *)from, to - from, MADV_HUGEPAGE);
	errno = error; /* some systems have none */
	free(room);
}

/*
 * The library would free what it has, cell by cell, when the file is written;
 * but the process ends then. It finds this function before its own, as it does
 * those of packing.c; where it doesn't, it takes longer.
 */
void
lxw_workbook_free(lxw_workbook *workbook)
{
	(void)workbook;
}
