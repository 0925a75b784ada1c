/* tidy.c - temporary files that go when the program ends early */
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/tidy.h"

/*
 * The one piece of global state: a signal handler is given nothing but the
 * signal's number, so what it is to remove must lie where it can find it. The
 * members are atomic, as a handler and several threads demand. The owner is
 * noted because a forked child inherits the table, but not the files.
 */
static struct {
	_Atomic(const char *) path;
	_Atomic(pid_t) owner;
} slots[16];

#define N_SLOTS ((int)(sizeof(slots) / sizeof(*slots)))

const int fatal_signals[] = {
	SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ, SIGXCPU,
};
const size_t fatal_signal_count = sizeof(fatal_signals) / sizeof(int);

static void
remove_all(void)
{
	const char *path;
	int i;

	for (i = 0; i < N_SLOTS; i++) {
		path = atomic_load(&slots[i].path);
		if (path && atomic_load(&slots[i].owner) == getpid())
			unlink(path);
	}
}

/* SA_RESETHAND restored the default action: raised again, it ends us. */
static void
on_signal(int number)
{
	remove_all();
	raise(number);
}

/* A signal that somebody ignores or handles (nohup, say) is left to them. */
static void
install(void)
{
	static atomic_flag installed = ATOMIC_FLAG_INIT;
	struct sigaction action = {0}, old;
	size_t i;

	if (atomic_flag_test_and_set(&installed))
		return;
	atexit(remove_all);
	action.sa_handler = on_signal;
	action.sa_flags = (int)SA_RESETHAND;
	sigfillset(&action.sa_mask);
	for (i = 0; i < fatal_signal_count; i++)
		if (sigaction(fatal_signals[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			sigaction(fatal_signals[i], &action, NULL);
}

int
tidy_note(const char *path)
{
	const char *none;
	int i;

	install();
	for (i = 0; i < N_SLOTS; i++) {
		none = NULL;
		if (atomic_compare_exchange_strong(&slots[i].path, &none,
						   path)) {
			atomic_store(&slots[i].owner, getpid());
			return i;
		}
	}
	errno = EMFILE;
	return -1;
}

void
tidy_forget(int slot)
{
	if (slot < 0)
		return;
	atomic_store(&slots[slot].owner, 0);
	atomic_store(&slots[slot].path, NULL);
}
