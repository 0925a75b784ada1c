/* erlang.c - Erlang B, C and A, without factorials, and throughput */
#include "ces/erlang.h"

#include <limits.h>
#include <math.h>

enum {
	AGENTS_LIMIT = 1000000, /* a search ends here: no center has more */
	STATES_LIMIT = 4000000
};

/* one step of B(k) = A B(k-1) / (k + A B(k-1)) */
static double
next_b(double b, double load, int k)
{
	return load * b / (k + load * b);
}

/* the number to count from: what lies ten roots below it and more adds less to
 * a result than its digits hold */
static int
first_count(double number)
{
	return (int)fmax(0, fmin(number - 10 * sqrt(number), AGENTS_LIMIT));
}

/* about B at a number far below the load, for the recursion to begin with,
 * which forgets it */
static double
first_b(double load, int agents)
{
	return 1 - agents / load;
}

double
erlang_b(double load, int agents)
{
	int first = first_count(load < agents ? load : agents);
	double b = first ? first_b(load, first) : 1;

	for (int k = first + 1; k <= agents; k++)
		b = next_b(b, load, k);
	return b;
}

/* probability of waiting from the blocking of as many agents */
static double
waiting(double b, double load, int agents)
{
	double occupancy = load / agents;

	return b / (1 - occupancy * (1 - b));
}

double
erlang_c(double load, int agents)
{
	if (agents <= load)
		return 1;
	return waiting(erlang_b(load, agents), load, agents);
}

/* 1 - Pw exp(-(N - A) t / AHT) */
static double
level(double pw, double load, int agents, double handle_time, double t)
{
	return 1 - pw * exp(-(agents - load) * t / handle_time);
}

double
erlang_service_level(double load, int agents, double handle_time, double t)
{
	if (agents <= load)
		return 0;
	return level(erlang_c(load, agents), load, agents, handle_time, t);
}

double
erlang_asa(double load, int agents, double handle_time)
{
	if (agents <= load)
		return INFINITY;
	return erlang_c(load, agents) * handle_time / (agents - load);
}

int
erlang_agents(double load, double handle_time, double target, double t)
{
	int first = first_count(load);
	double b = first ? first_b(load, first) : 1;

	if (!(load > 0) || !(handle_time > 0) || target >= 1 ||
	    load > AGENTS_LIMIT)
		return 0;
	for (int n = first + 1; n <= 2 * AGENTS_LIMIT; n++) {
		b = next_b(b, load, n);
		if (n > load && level(waiting(b, load, n), load, n, handle_time,
				      t) >= target)
			return n;
	}
	return 0;
}

int
erlang_paid(int agents, double shrinkage)
{
	double paid = ceil(agents / (1 - shrinkage) - 1e-9);

	if (!(shrinkage >= 0) || shrinkage >= 1 || paid > INT_MAX)
		return 0;
	return (int)paid;
}

/* sums of the chain of Erlang A */
struct chain {
	double total, queue, waits, busy;
};

/* Probabilities of k customers in the system, each from the one before, as
 * multiples of the largest so far: no overflow, and terms too small to
 * count vanish. Past the agents the terms fall, so the sum ends. */
static void
sum_chain(struct chain *chain, double arrive, double serve, double leave,
	  int agents)
{
	int first = first_count(fmin(arrive / serve, agents));
	double term = 1;

	for (int k = first; k - first < STATES_LIMIT; k++) {
		double death;

		chain->total += term;
		chain->queue += k > agents ? (k - agents) * term : 0;
		chain->waits += k >= agents ? term : 0;
		chain->busy += (k < agents ? k : agents) * term;
		death = k + 1 <= agents
				? (k + 1) * serve
				: agents * serve + (k + 1 - agents) * leave;
		term *= arrive / death;
		if (term > 1e200) {
			chain->total /= term;
			chain->queue /= term;
			chain->waits /= term;
			chain->busy /= term;
			term = 1;
		}
		if (k > agents && arrive < death && term < 1e-17 * chain->total)
			break;
	}
}

struct erlang_a
erlang_a(double contacts, double interval, double handle_time, double patience,
	 int agents)
{
	double arrive = contacts / interval, serve = 1 / handle_time;
	double leave = 1 / patience;
	struct chain chain = {0};
	struct erlang_a result = {0};

	if (!(arrive > 0) || isinf(arrive) || !(handle_time > 0) ||
	    !(patience > 0) || agents < 1)
		return result;
	sum_chain(&chain, arrive, serve, leave, agents);
	result.queue = chain.queue / chain.total;
	result.abandon = leave * result.queue / arrive;
	result.wait = result.queue / arrive;
	result.waits = chain.waits / chain.total;
	result.occupancy = chain.busy / chain.total / agents;
	return result;
}

struct throughput
throughput(double backlog, double days, double inflow, double handle_time,
	   double productive_hours)
{
	struct throughput made = {.per_day = inflow, .needed = NAN};

	if (backlog > 0)
		made.per_day += backlog / days;
	made.each = productive_hours * 3600 / handle_time;
	if (!(made.each > 0) || isinf(made.each))
		return made;
	made.needed = made.per_day / made.each;
	if (made.needed > 0 && made.needed <= AGENTS_LIMIT)
		made.agents = (int)ceil(made.needed - 1e-9);
	return made;
}

double
erlang_chat_factor(double concurrency)
{
	static const double factor[] = {1, 1.7, 2.5, 2.9, 3.5};
	int whole;

	if (!(concurrency > 1))
		return 1;
	if (concurrency >= 5)
		return 3.5;
	whole = (int)concurrency;
	return factor[whole - 1] +
	       (concurrency - whole) * (factor[whole] - factor[whole - 1]);
}
