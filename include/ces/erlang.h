/* erlang.h - staffing arithmetic */
#ifndef CES_ERLANG_H
#define CES_ERLANG_H

/*
 * Erlang C: endless patience, one skill. load is in erlangs (contacts x handle
 * time / interval). All need agents > load; else waiting is certain (1), the
 * service level 0 and the waits INFINITY.
 */
double erlang_b(double load, int agents); /* blocking, by recursion */
double erlang_c(double load, int agents); /* probability of waiting */
/* share answered within t seconds, 0..1 */
double erlang_service_level(double load, int agents, double handle_time,
			    double t);
double erlang_asa(double load, int agents, double handle_time); /* seconds */
/* smallest number of agents that reaches the service level (0..1) within t; 0
 * when none does, or when the load is 0 or beyond a million erlangs */
int erlang_agents(double load, double handle_time, double target, double t);
/* paid staff for agents at their seats; shrinkage 0..1, with 1 nobody: 0 */
int erlang_paid(int agents, double shrinkage);

/*
 * Erlang A: customers wait patience seconds on average before they give up.
 * All 0 where a contact, an agent or a time is wanting.
 */
struct erlang_a {
	double abandon;    /* probability */
	double wait;       /* mean, seconds */
	double queue;      /* mean number waiting */
	double waits;      /* probability of waiting */
	double occupancy;  /* 0..1 */
};
struct erlang_a erlang_a(double contacts, double interval, double handle_time,
			 double patience, int agents);

/*
 * Staffing of work that may wait, such as mail and cases: the backlog, cleared
 * in so many days, and the daily arrivals, by an agent's throughput a day.
 */
struct throughput {
	double per_day; /* to be done a day */
	double each;    /* done by one agent a day */
	double needed;  /* agents, with decimals; NAN where nobody gets any
			   done */
	int agents;     /* rounded up; 0 where that is unknown or too many */
};
struct throughput throughput(double backlog, double days, double inflow,
			     double handle_time, double productive_hours);

/* chat: how many simultaneous chats one agent is worth (1 1.7 2.5 2.9 3.5) */
double erlang_chat_factor(double concurrency);

#endif
