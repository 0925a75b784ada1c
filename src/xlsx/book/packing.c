/*
 * packing.c - packs the parts of a workbook while the next ones are written.
 *
 * The library makes a part and hands it to minizip, in turns, and each takes
 * about as long as the other. It finds these functions before minizip's: they
 * have the names of minizip's, and the module comes first where names are
 * looked up. They note what is asked for, and a thread does it with the true
 * ones. Where the names are bound otherwise, nobody comes by, all is done in
 * turns, and the workbook is the same.
 */
#include <dlfcn.h>
#include <errno.h>
#include <minizip/zip.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"

/*
 * What waits to be packed: the library hands over so many bytes at a time. Who
 * waits goes on when half of the room is taken: the thread, which had nothing
 * to do, and the library, which had no room. So both are seldom woken.
 */
enum { CALLS = 16, ENOUGH = CALLS / 2, CALL_BYTES = 16384 };

enum kind { PART_BEGIN, PART_BYTES, PART_END };

/* how a part is packed; the library gives neither comments nor passwords */
struct manner {
	zip_fileinfo info;
	int method, level, raw, window, memory, strategy;
	uLong checksum, made_by, flags;
	int zip64;
};

struct call {
	enum kind kind;
	unsigned n; /* bytes of the part, or of its name */
	struct manner manner;
	char bytes[CALL_BYTES];
};

/* the first call that failed: what minizip said, and errno */
struct failure {
	int status, error;
};

struct packing {
	zipFile zip; /* minizip's */
	pthread_t thread;
	bool threaded; /* else each call is done at once */
	struct call calls[CALLS];
	pthread_mutex_t lock;  /* of what follows */
	pthread_cond_t moved;  /* there is enough to do, or room again */
	unsigned put, taken;   /* counted from the start */
	bool last;	       /* nothing more will be put */
	struct failure failed; /* as far as the calls are taken */
};

/* the zip that is being written: there is one at a time */
static struct packing *current;

/* minizip's own */
static struct {
	zipFile (*open)(const char *, int);
	int (*begin)(zipFile, const char *, const zip_fileinfo *, const void *,
		     uInt, const void *, uInt, const char *, int, int, int, int,
		     int, int, const char *, uLong, uLong, uLong, int);
	int (*write)(zipFile, const void *, unsigned);
	int (*end)(zipFile);
	int (*close)(zipFile, const char *);
} minizip;

static void
find_minizip(void)
{
	if (minizip.open)
		return;
	*(void **)&minizip.begin = dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
	*(void **)&minizip.write = dlsym(RTLD_NEXT, "zipWriteInFileInZip");
	*(void **)&minizip.end = dlsym(RTLD_NEXT, "zipCloseFileInZip");
	*(void **)&minizip.close = dlsym(RTLD_NEXT, "zipClose");
	*(void **)&minizip.open = dlsym(RTLD_NEXT, "zipOpen");
}

/* --- the thread ---------------------------------------------------------- */

static int
begin_part(zipFile zip, const struct call *call)
{
	const struct manner *how = &call->manner;

	return minizip.begin(zip, call->bytes, &how->info, NULL, 0, NULL, 0,
			     NULL, how->method, how->level, how->raw,
			     how->window, how->memory, how->strategy, NULL,
			     how->checksum, how->made_by, how->flags,
			     how->zip64);
}

/* After a failure the rest is let pass: the zip is no good any more. */
static void
do_call(zipFile zip, const struct call *call, struct failure *failed)
{
	int status;

	if (failed->status != ZIP_OK)
		return;
	errno = 0;
	if (call->kind == PART_BEGIN)
		status = begin_part(zip, call);
	else if (call->kind == PART_BYTES)
		status = minizip.write(zip, call->bytes, call->n);
	else
		status = minizip.end(zip);
	*failed = (struct failure){status, errno};
}

/* Returns up to which call there is something to do; none more at the end. */
static unsigned
wait_for_calls(struct packing *packing, unsigned taken)
{
	unsigned put;

	pthread_mutex_lock(&packing->lock);
	while (!packing->last && packing->put - taken < ENOUGH)
		pthread_cond_wait(&packing->moved, &packing->lock);
	put = packing->put;
	pthread_mutex_unlock(&packing->lock);
	return put;
}

static void
note_taken(struct packing *packing, unsigned taken,
	   const struct failure *failed)
{
	pthread_mutex_lock(&packing->lock);
	packing->taken = taken;
	packing->failed = *failed;
	if (packing->put - taken == ENOUGH)
		pthread_cond_signal(&packing->moved);
	pthread_mutex_unlock(&packing->lock);
}

static void *
pack_all(void *data)
{
	struct packing *packing = data;
	struct failure failed = {ZIP_OK, 0};
	unsigned taken = 0, put;
	sigset_t all;

	/* what ends the library's thread may come between a temporary file's
	 * making and its removal; what is too large fails here instead */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, NULL);
	while ((put = wait_for_calls(packing, taken)) != taken)
		while (taken != put) {
			do_call(packing->zip, &packing->calls[taken % CALLS],
				&failed);
			note_taken(packing, ++taken, &failed);
		}
	return NULL;
}

/* --- the library's side -------------------------------------------------- */

/* the call to be filled in next; waits until there is room for one */
static struct call *
next_call(struct packing *packing, enum kind kind)
{
	struct call *call = &packing->calls[packing->put % CALLS];

	if (packing->threaded) {
		pthread_mutex_lock(&packing->lock);
		while (packing->put - packing->taken == CALLS)
			pthread_cond_wait(&packing->moved, &packing->lock);
		pthread_mutex_unlock(&packing->lock);
	}
	call->kind = kind;
	return call;
}

/* Hands over what next_call returned; tells of any failure so far. */
static int
pass_on(struct packing *packing)
{
	struct failure failed;

	if (!packing->threaded)
		do_call(packing->zip, &packing->calls[0], &packing->failed);
	pthread_mutex_lock(&packing->lock);
	if (packing->threaded) {
		packing->put++;
		if (packing->put - packing->taken >= ENOUGH)
			pthread_cond_signal(&packing->moved);
	}
	failed = packing->failed;
	pthread_mutex_unlock(&packing->lock);
	if (failed.status != ZIP_OK)
		errno = failed.error;
	return failed.status;
}

static void
wait_for_end(struct packing *packing)
{
	if (!packing->threaded)
		return;
	pthread_mutex_lock(&packing->lock);
	packing->last = true;
	pthread_cond_signal(&packing->moved);
	pthread_mutex_unlock(&packing->lock);
	pthread_join(packing->thread, NULL);
}

/*
 * What the library has no memory for it leaves out of the part, and nothing but
 * errno tells of it, until it makes the next temporary file.
 */
static bool
left_out(void)
{
	return errno == ENOMEM;
}

zipFile ZEXPORT
zipOpen(const char *path, int append)
{
	struct packing *packing;
	zipFile zip;

	if (left_out())
		return NULL;
	find_minizip();
	zip = minizip.open(path, append);
	if (!zip)
		return NULL;
	packing = mem_alloc(sizeof(*packing));
	packing->zip = zip;
	packing->put = packing->taken = 0;
	packing->last = false;
	packing->failed = (struct failure){ZIP_OK, 0};
	pthread_mutex_init(&packing->lock, NULL);
	pthread_cond_init(&packing->moved, NULL);
	packing->threaded =
		pthread_create(&packing->thread, NULL, pack_all, packing) == 0;
	current = packing;
	return packing;
}

int ZEXPORT
zipOpenNewFileInZip4_64(zipFile file, const char *name,
			const zip_fileinfo *info, const void *local,
			uInt local_n, const void *global, uInt global_n,
			const char *comment, int method, int level, int raw,
			int window, int memory, int strategy,
			const char *password, uLong checksum, uLong made_by,
			uLong flags, int zip64)
{
	size_t n = strlen(name) + 1;
	struct call *call;

	find_minizip();
	if (!current || file != current)
		return minizip.begin(file, name, info, local, local_n, global,
				     global_n, comment, method, level, raw,
				     window, memory, strategy, password,
				     checksum, made_by, flags, zip64);
	if (left_out())
		return ZIP_ERRNO;
	if (local || global || comment || password || !info || n > CALL_BYTES)
		return ZIP_PARAMERROR;
	call = next_call(current, PART_BEGIN);
	memcpy(call->bytes, name, n);
	call->manner = (struct manner){*info,	method, level,	  raw,
				       window,	memory, strategy, checksum,
				       made_by, flags,	zip64};
	return pass_on(current);
}

int ZEXPORT
zipWriteInFileInZip(zipFile file, const void *bytes, unsigned n)
{
	const char *from = bytes;
	struct call *call;
	int status = ZIP_OK;

	find_minizip();
	if (!current || file != current)
		return minizip.write(file, bytes, n);
	while (n > 0 && status == ZIP_OK) {
		call = next_call(current, PART_BYTES);
		call->n = n < CALL_BYTES ? n : CALL_BYTES;
		memcpy(call->bytes, from, call->n);
		from += call->n;
		n -= call->n;
		status = pass_on(current);
	}
	return status;
}

int ZEXPORT
zipCloseFileInZip(zipFile file)
{
	find_minizip();
	if (!current || file != current)
		return minizip.end(file);
	next_call(current, PART_END);
	return pass_on(current);
}

/* minizip's errno counts where the library reads it: in this thread */
int ZEXPORT
zipClose(zipFile file, const char *comment)
{
	struct packing *packing = current;
	int status, error;

	find_minizip();
	if (!packing || file != packing)
		return minizip.close(file, comment);
	wait_for_end(packing);
	status = minizip.close(packing->zip, comment);
	error = errno;
	if (packing->failed.status != ZIP_OK) {
		status = packing->failed.status;
		error = packing->failed.error;
	}
	pthread_mutex_destroy(&packing->lock);
	pthread_cond_destroy(&packing->moved);
	free(packing);
	current = NULL;
	errno = error;
	return status;
}
