/* yield.c - memory that the process has and doesn't need for now */
#include <errno.h>
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ces/yield.h"

/*
 * Only what nobody writes to: the rest differs from its file by now. Nor do we
 * build code that the loader changes; a debugger's breakpoints do get lost.
 */
static int
yield_one(struct dl_phdr_info *of, size_t size, void *data)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from, to;

	(void)size, (void)data;
	for (size_t i = 0; i < of->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &of->dlpi_phdr[i];

		if (part->p_type != PT_LOAD || part->p_flags & PF_W)
			continue;
		from = of->dlpi_addr + part->p_vaddr;
		to = from + part->p_memsz;
		from -= from % page;
		madvise((void *)from, to - from, MADV_DONTNEED);
	}
	return 0;
}

void
yield_files(void)
{
	int error = errno;

	dl_iterate_phdr(yield_one, NULL);
	errno = error;
}
