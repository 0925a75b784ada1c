/* view.h - all figures of a plan, worked out once */
#ifndef CES_VIEW_H
#define CES_VIEW_H

#include <math.h>

#include "ces/model.h"

/*
 * Rules and renderers read figures here and nowhere else, so no two outputs
 * can disagree. A figure that the plan does not tell is NAN; a date that it
 * does not tell is {0}. Arrays run parallel to the plan's collections: the
 * figures of an item stand at item->object.index. Money is a year, in the
 * plan's currency; percents are out of 100.
 */

enum quadrant { QUADRANT_NONE = -1 }; /* else ELIMINATE .. LEVERAGE */

struct reason_view {
	double volume;      /* contacts a year: sum over channels, or annual */
	double cost;        /* volume x cost per contact; else x handle time
			       x cost of an agent's hour */
	double revenue;     /* volume x revenue per contact; 0 unless revenue */
	double net;         /* revenue - cost */
	double rate;        /* per 100 of plan.activity */
	double share;       /* percent of all contacts */
	double cumulative;  /* percent, in the order of by_volume */
	double planned;     /* volume x (1 + target_change) */
	double saving;      /* cost x |target_change| where that falls, 0 for
			       leverage; for automate less the cost of the
			       cheapest current channel without a person */
	int quadrant;       /* from the signs of the two scores */
	bool agrees;        /* disposition is the quadrant, or there is none */
	const struct investment *paid_by; /* for which the saving counts; NULL */
};

struct channel_view {
	double volume;  /* contacts_per_year, else the sum over reasons */
	double reasons_volume; /* sum over reasons alone; NAN when none */
	double share;   /* percent of the volume of assisted current channels;
			   NAN for the others */
	double cost;    /* volume x cost per contact */
	double week_hours; /* open hours of a standard week */
	const struct reason *earner; /* brings the most revenue here; NULL */
	double handle_time; /* of its reasons, seconds: mean by volume, over
			       those that tell it */
	double agents;  /* current, assisted, asynchronous: agents needed on a
			   day that it is open, by throughput, with decimals;
			   a paid day of 8 hours less shrinkage, and the
			   year's arrivals spread evenly; else NAN */
	bool live;      /* current and assisted */
};

/* a segment on a channel */
struct coverage {
	const struct segment *segment;
	const struct channel *channel;
	const struct hours *hours; /* the tier's, else the channel's; NULL */
	double preference;         /* percent; 0: not asked for */
	unsigned wanted;           /* minutes of a standard week */
	unsigned offered, common;  /* ... open, and both; where zones
				      differ the worse season */
	double percent;            /* common / wanted; NAN: hours unknown, or
				      none wanted */
};

struct segment_view {
	const struct tier *tier;   /* NULL: in none */
	uint32_t n;
	struct coverage *channels; /* those it prefers, and those current
				      besides, in the plan's order; in a plan
				      of more than 200,000 pairs of segment and
				      channel those it prefers alone, in its
				      own order */
	double alignment; /* percent: preferences on current channels x
			     coverage, of the preferences' total; unknown
			     hours cover nothing, NAN where none are known */
	double coverage;  /* percent: coverage weighted with preference, over
			     assisted current channels with known hours */
	double reach;     /* percent of the wanted minutes in which an assisted
			     current channel, wished for or not, is open; NAN
			     where hours are unknown, there is none, or the plan
			     has too many pairs */
};

/* The first that holds, for every output: rows of states.def give each its word,
 * and its meaning. Values are compared as they are shown (measure_shown). */
enum measure_state {
	MEASURE_NO_READING,   /* or planned */
	MEASURE_NOT_COMPARED, /* no target, no range, or no line to it */
	MEASURE_IN_RANGE,
	MEASURE_OUT_OF_RANGE,
	MEASURE_REACHED,
	MEASURE_MISSED,    /* not reached, and the target's date is past */
	MEASURE_TOO_EARLY, /* on line_day the line has not begun to move, or the
			      plan's period not begun */
	MEASURE_WORSE,     /* than its baseline, by more than the slack; not of
			      a floor, which may fall to its level */
	MEASURE_BEHIND,    /* the line, by more */
	MEASURE_AHEAD,     /* of the line, by more */
	MEASURE_ON_LINE,   /* within the slack */
	MEASURE_STATES
};

struct measure_view {
	const struct standard *standard; /* NULL: none named */
	int unit, direction, family;     /* words.h; -1 unknown */
	const struct actual *latest;     /* newest reading by period; NULL */
	double latest_value;
	double gap;      /* target - latest, in the unit */
	double progress; /* (latest - baseline) / (target - baseline), 0..1 and
			    beyond; NAN */
	double planned;  /* share of the way to be done by line_day, 0..1 */
	double line;     /* value on the straight line at line_day; of a floor
			    its level */
	struct date line_day; /* the latest reading's last day; as-of before
				 there is one, and once the target's date is
				 past */
	double margin;   /* measure_margin of latest; NAN without n */
	double baseline_margin; /* the same of the baseline */
	double slack;    /* the margin; at least one step of the last decimal
			    shown, as a reading is no more precise */
	enum measure_state state;
	bool stale;      /* no reading nor baseline for two reporting periods;
			    daily and weekly count as monthly; never while
			    planned */
};

/*
 * 95 % sampling margin of a value of n answers or cases: of a proportion, of a
 * promoter score, of a mean on a known scale; NAN of others, and without n. It
 * is that of a proportion p between the ends of the values, and so the most
 * that it can be of scores and means, whose answers spread no wider:
 *
 *	1.96 sqrt(p (1 - p) / n)
 *
 * Of fewer than 30 answers, and within a tenth of either end, where this comes
 * to nothing, the distance from p to the farther end of Wilson's interval (E. B.
 * Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22, 1927, 209-212):
 *
 *	(p + z^2/2n +- z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n), z = 1.96
 */
enum { MARGIN_FEW = 30, MARGIN_END = 10 /* percent */ };
double measure_margin(const struct measure *measure, double value, double n);
/* the ends of the values that have such a margin; false: they have none */
bool measure_ends(const struct measure *measure, double *low, double *high);

/* a value as tables and messages show it: percents and points with a decimal,
 * others from 10 on too, below with two; and a step of that decimal */
double measure_shown(double value, int unit);
double measure_step(double value, int unit);

struct action_view {
	bool open;      /* not done nor cancelled */
	int overdue;    /* days past due at as-of while open; else 0 */
	bool due_soon;  /* open, due within settings.due_soon_days */
	bool unowned;
};

struct event_view {
	int lead_days;  /* start - told; INT_MIN when not told */
	bool coming;    /* begins or runs in the 90 days from as-of */
	struct date next_start, next_end; /* of its next run, with repeats */
	double contacts; /* expected extra contacts of audience x response;
			    NAN */
};

/* Erlang C (see erlang.h) for the busiest interval */
struct staffing_view {
	bool known;
	double load;       /* erlangs */
	int agents;        /* smallest number that reaches the objective */
	int paid;          /* with shrinkage */
	double service_level, asa, occupancy; /* percent, seconds, percent */
	double target, within; /* the objective used: percent, seconds */
	double cost;       /* of the interval, money */
	double abandon;    /* Erlang A, percent; NAN without patience */
};

/*
 * A saving counts for the first investment, declined ones apart, whose actions
 * reach the reason: those in its plan, and those that improve it. Else for the
 * first whose objectives do: an action that improves one, or one of its measures,
 * reaches the reason, or such a measure is of that reason alone. Else for none.
 */
struct case_view {
	double saving;            /* of contact reasons, a year */
	double funded;            /* of it, of reasons that an investment reaches */
	double at_risk;           /* of gaps, a year */
	double worth;             /* of open actions, a year */
	double invested;          /* investments approved */
	double asked;             /* investments asked or gated */
	double spent;             /* either, as far as known */
	double decisions_asked;   /* amounts of open decisions */
	double payback_months;    /* spent / funded; NAN */
};

/* where the as-of date lies in the plan's period */
enum period_state {
	PERIOD_UNKNOWN, /* a day is not told, or the two are not in order */
	PERIOD_AHEAD,	/* before its first day */
	PERIOD_RUNNING,
	PERIOD_OVER	/* after its last day */
};

/* actions, decisions and readings that were due by the as-of date, on it too,
 * and those of them that are done; cancelled actions apart */
struct tally {
	unsigned due, done;
};

struct readiness {
	int section[7]; /* percent, in the order of the sections */
	int plan;       /* their mean, rounded down */
	/* Actions belong to the section that they name, readings to measures,
	 * decisions to none: so the plan's tally is no sum of theirs. A measure
	 * has one reading due, its last, once a reporting period of it has gone
	 * by since the plan's began; done when it isn't stale. */
	struct tally section_due[7], plan_due;
	struct tally readings; /* within those of measures, and of the plan */
};

/* percent done, rounded down; NAN where nothing was due */
double tally_percent(struct tally tally);

struct view {
	const struct plan *plan;
	struct date as_of;
	bool as_of_known; /* not only put in the place of one that is broken */
	enum period_state period;
	bool review_past; /* plan.next_review is before as_of */
	struct reason_view *reasons;
	uint32_t *by_volume;      /* indices of reasons, largest first */
	struct channel_view *channels;
	const struct channel *self_service; /* the cheapest; or NULL */
	struct segment_view *segments;
	bool *hours_missed;	  /* of hours: do customers come in vain when
				     they are closed */
	int (*hours_shift)[2];    /* minutes from the hours' clock to the
				     plan's, in January and in July */
	struct measure_view *measures;
	struct action_view *actions;
	struct event_view *events;
	double contacts;          /* assisted contacts a year: all reasons */
	double contact_cost, contact_revenue;
	double contact_rate;      /* per 100 of activity */
	double failure_share;     /* percent */
	double planned_failure_share; /* once every target is met */
	double planned_contacts;
	double month_volume[12];  /* January first; NAN without month_index */
	double month_extra[12];   /* volume that events add in the first year of the
				     plan's period, January first: volume of
				     each reason / 365 x change x month index,
				     a day of each run, and audience x response
				     a run. NAN without a period */
	struct staffing_view staffing;
	struct case_view business;
	struct readiness readiness; /* completeness alone; see review.h */
};

/*
 * as_of is the caller's (--as-of), or {0} for the plan's own, or today's.
 * Everything lives in the arena; the plan is borrowed.
 */
struct view *view_make(const struct plan *plan, struct date as_of,
		       struct arena *arena);

/* wanted and offered hours of a channel on the segment's clock, in the season
 * of its coverage */
struct week_pair {
	struct week_minutes wanted, offered;
	bool shifted; /* the zones of the two differ */
	bool summer;  /* and this is how it is in summer */
};

/* false where the coverage is unknown */
bool coverage_weeks(const struct view *view, const struct coverage *coverage,
		    struct week_pair *pair);

/*
 * A reading in the unit (MEASURED_...) of its measure: 26h is 26 in hours and
 * 1560 in minutes. NAN when it is not set, or does not fit the unit.
 */
double reading_in(const struct reading_value *reading, int unit);

/*
 * When the segment wants the channel and finds it closed, in a standard week on
 * the segment's own clock, as plans write hours: "Mo-Fr 20:00-21:00, Sa
 * 18:00-20:00"; with "..." where a day has more spans than a reader takes in,
 * and the segment's zone where that isn't the plan's.
 * Where zones differ the worse season. Nothing where nothing is closed, or the
 * hours are unknown.
 */
void coverage_closed(struct buf *buf, const struct view *view,
		     const struct coverage *at);
/* the same of the hours in which no assisted current channel is open */
void segment_closed(struct buf *buf, const struct view *view,
		    const struct segment_view *at);
/* the same of the hours in which a channel is open, and neither the one that
 * its route to a person leads to nor the one after hours; on its own clock */
void route_closed(struct buf *buf, const struct view *view,
		  const struct channel *channel);

/* can the key exist in the object? Where that isn't certain it can. */
bool view_asks(const struct view *view, const struct object *object,
	       const struct field *field);
/* are they closed at times of a standard week? False where they are unknown */
bool hours_close(const struct hours *hours);

/* settings.NAME of the plan, or the house default */
#define SETTING_OF(plan, name)                                          \
	setting_value((plan), offsetof(struct settings, name))
double setting_value(const struct plan *plan, size_t offset);

/*
 * The first run of the event that is not over on the day, with repeats; false
 * when there is none, or its dates are not told.
 */
bool event_run(const struct event *event, struct date day, struct date *start,
	       struct date *end);

#endif
