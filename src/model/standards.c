/* standards.c - the measure dictionary: one row for each standard measure */
#include "ces/measure.h"
#include "ces/message.h"

/* clang-format off: a row reads as the measure, its formula, its pitfalls */

#define FAMILY(name) .family = FAMILY_##name
#define HIGHER .direction = DIRECTION_HIGHER
#define LOWER .direction = DIRECTION_LOWER
#define RANGE .direction = DIRECTION_RANGE

/* units, and the values that can't be passed */
#define BIT(name) (1u << MEASURED_##name)
#define BETWEEN(low, high) .lowest = low, .highest = high
#define NOT_NEGATIVE BETWEEN(0, 1e15)
#define NO_LIMITS BETWEEN(1, -1)
#define PERCENT .units = BIT(PERCENT), BETWEEN(0, 100)
#define CASES PERCENT, .proportion = true /* percent of so many cases */
#define ABOVE_0 .units = BIT(PERCENT), NOT_NEGATIVE /* may pass 100 */
#define COSTS .units = BIT(MONEY), NOT_NEGATIVE
#define SECONDS .units = BIT(SECONDS), NOT_NEGATIVE
#define TIMES .units = BIT(MINUTES) | BIT(HOURS) | BIT(DAYS), NOT_NEGATIVE
#define QUICK_TIMES                                                    \
	.units = BIT(SECONDS) | BIT(MINUTES) | BIT(HOURS) | BIT(DAYS), \
	NOT_NEGATIVE

/* parts that a definition must have */
#define PART(name) (1u << PART_##name)
#define SURVEYED .parts = PART(scale) | PART(method)
#define REPEATS .parts = PART(method) | PART(window)
#define TIMED .parts = PART(statistic)

/* where values commonly lie: a remark when they don't, never a pass mark */
#define USUAL(unit, low, high) \
	.usual_unit = MEASURED_##unit, .usual_min = low, .usual_max = high
#define NO_USUAL .usual_unit = -1, .usual_min = 1, .usual_max = -1

const struct standard standards[] = {
	/* how the customer saw it, and whether it was solved */
	{"csat", N_("Customer satisfaction"), FAMILY(EFFECTIVENESS), CASES,
	 HIGHER, SURVEYED, USUAL(PERCENT, 75, 85),
	 .formula = N_("answers in the top two boxes / all answers x 100"),
	 .pitfalls = N_(
		 "Every survey asks differently: a mean can't be "
		 "compared with a top-two share, nor one scale with another. "
		 "Mostly the very pleased and the very displeased answer."),
	 .store = N_("Scale, which boxes count, number of answers, response "
		     "rate.")},
	{"nps", N_("Net promoter score"), FAMILY(EFFECTIVENESS),
	 .units = BIT(POINTS), BETWEEN(-100, 100), HIGHER, SURVEYED, NO_USUAL,
	 .formula = N_("percent who give 9 or 10, less percent who give 0 "
		       "to 6"),
	 .pitfalls =
		 N_("These are points, not percent. Even a thousand "
		    "answers leave about five points of chance. Don't mix a "
		    "survey about the relationship with one about a contact, "
		    "and compare with yourself rather than with other lines of "
		    "business."),
	 .store = N_("Occasion of the survey, share of promoters and "
		     "detractors, number of answers.")},
	{"customer_effort_score", N_("Customer effort score"),
	 FAMILY(EFFECTIVENESS), .units = BIT(SCORE) | BIT(PERCENT) | BIT(INDEX),
	 NO_LIMITS, .direction = -1, SURVEYED, USUAL(SCORE, 5, 6),
	 .formula = N_(
		 "agreement from 1 to 7 that it was made easy: the "
		 "mean, the percent who give 5 to 7, or the percent who give "
		 "6 or 7 less the percent who give 1 to 3"),
	 .pitfalls = N_(
		 "The older version asks from 1 to 5 how much effort "
		 "it took, and there lower is better. Three ways of counting "
		 "are in use, and the word effort is hard to translate."),
	 .store = N_("Version and direction, scale, way of counting, number "
		     "of answers.")},
	{"fcr", N_("First contact resolution"), FAMILY(EFFECTIVENESS), CASES,
	 HIGHER, REPEATS, USUAL(PERCENT, 65, 85),
	 .formula = N_("issues solved at the first contact / all issues x 100"),
	 .pitfalls =
		 N_("Asking customers and counting repeat calls give "
		    "different numbers. Without a time window and a rule for "
		    "other channels it can mean anything. A falling rate costs "
		    "twice: customers come back, less satisfied."),
	 .store = N_("Who decides that it is solved, time window, whether "
		     "other channels count, number of issues.")},
	{"one_contact_resolution", N_("One-contact, one-channel resolution"),
	 FAMILY(EFFECTIVENESS), CASES, HIGHER, NO_USUAL,
	 .formula = N_("issues solved in the first contact and in one "
		       "channel / all issues x 100"),
	 .pitfalls =
		 N_("Always lower than first contact resolution. It "
		    "can't be counted unless customers are recognized across "
		    "channels."),
	 .store = N_("How customers are recognized, time window, number of "
		     "issues.")},
	{"repeat_contact_rate", N_("Repeat contact rate"),
	 FAMILY(EFFECTIVENESS), CASES, LOWER, REPEATS, USUAL(PERCENT, 10, 25),
	 .formula = N_("contacts that follow another of the same customer "
		       "within the window / all contacts x 100"),
	 .pitfalls = N_("The last days are provisional until the window has "
			"passed. Any reason or the same reason makes a large "
			"difference."),
	 .store = N_("Window, same reason or any, which channels count, "
		     "number of contacts.")},
	{"time_to_resolution", N_("Time to resolution"), FAMILY(EFFECTIVENESS),
	 TIMES, LOWER, TIMED, NO_USUAL,
	 .formula = N_("time of the solution less time of the first "
		       "contact: the median, or a high percentile"),
	 .pitfalls = N_("A few long cases bend the mean. Business hours and "
			"calendar hours are different clocks."),
	 .store = N_("Statistic, clock, what counts as solved, number of "
		     "cases.")},
	{"quality_score", N_("Quality score"), FAMILY(EFFECTIVENESS), PERCENT,
	 HIGHER, USUAL(PERCENT, 80, 95),
	 .formula = N_("points earned / points possible x 100, or percent "
		       "of contacts free of critical errors"),
	 .pitfalls = N_(
		 "A checklist of your own may not follow what "
		 "customers feel. Reviewers drift apart unless they compare "
		 "their marks. Keep errors that hurt customers, the business "
		 "and compliance apart."),
	 .store = N_("Form and its version, kind of error, number of "
		     "contacts reviewed.")},

	/* can people get through, and how soon */
	{"service_level", N_("Service level"), FAMILY(ACCESS), CASES, HIGHER,
	 .parts = PART(within) | PART(abandons), USUAL(PERCENT, 70, 95),
	 .formula = N_("contacts answered within the time / contacts that "
		       "count x 100"),
	 .pitfalls =
		 N_("Three ways to count those who gave up give three "
		    "results. The average of a day hides bad half hours. It "
		    "says nothing about channels where an answer may wait."),
	 .store = N_("Time, how abandoned contacts count, hours covered, "
		     "number of contacts.")},
	{"asa", N_("Average speed of answer"), FAMILY(ACCESS), SECONDS, LOWER,
	 USUAL(SECONDS, 20, 30),
	 .formula = N_("waiting time of the answered contacts / answered "
		       "contacts"),
	 .pitfalls = N_("Hides the longest waits and leaves out those who "
			"gave up. Look at a high percentile as well."),
	 .store = N_("From where waiting is counted, number of contacts "
		     "answered.")},
	{"abandonment_rate", N_("Abandonment rate"), FAMILY(ACCESS), CASES,
	 LOWER, USUAL(PERCENT, 0, 5),
	 .formula = N_("contacts given up in the queue / contacts that "
		       "reached the queue x 100"),
	 .pitfalls =
		 N_("There is no common rule for very short ones. Those "
		    "who end in self-service or take a call-back did not give "
		    "up, and those who never called don't show."),
	 .store = N_("What counts as short, what is left out, number of "
		     "contacts.")},
	{"first_response_time", N_("First response time"), FAMILY(ACCESS),
	 QUICK_TIMES, LOWER, TIMED, NO_USUAL,
	 .formula = N_("time of the first reply by a person less time of "
		       "arrival: the median, or a high percentile"),
	 .pitfalls = N_("Automatic acknowledgments are no reply. Business "
			"hours and calendar hours are different clocks. A mean "
			"hides those who waited longest."),
	 .store = N_("Statistic, clock, channel, number of messages.")},
	{"response_time_sla", N_("Replies in time"), FAMILY(ACCESS), CASES,
	 HIGHER, .parts = PART(within), USUAL(PERCENT, 80, 95),
	 .formula = N_("messages replied to within the time / messages "
		       "received x 100"),
	 .pitfalls =
		 N_("Right for work that may wait; live contacts take a "
		    "service level. Messages still open belong in the count."),
	 .store = N_("Time and clock, what counts as a reply, number of "
		     "messages.")},

	/* automation */
	{"self_service_rate", N_("Self-service rate"), FAMILY(EFFICIENCY),
	 CASES, HIGHER, NO_USUAL,
	 .formula = N_("issues ended in self-service / issues ended there "
		       "or with a person x 100"),
	 .pitfalls =
		 N_("A page that was seen is not an issue that was "
		    "solved. Few customers get everything done by themselves."),
	 .store = N_("What counts as ended, how later contacts are joined, "
		     "number of issues.")},
	{"containment_rate", N_("Containment rate"), FAMILY(EFFICIENCY), CASES,
	 RANGE, USUAL(PERCENT, 20, 80),
	 .formula = N_("automated sessions that ended without a person / "
		       "automated sessions x 100"),
	 .pitfalls = N_("A contained session may be a customer who gave up. "
			"A very high value is a reason to look closer, not to "
			"celebrate."),
	 .store = N_("What counts as a session, resolution and repeat "
		     "contacts beside it, number of sessions.")},
	{"deflection_rate", N_("Deflection rate"), FAMILY(EFFICIENCY), PERCENT,
	 RANGE, NO_USUAL,
	 .formula = N_("contacts avoided / contacts that would have come x "
		       "100"),
	 .pitfalls = N_("What would have come is an assumption: say how it "
			"was made. Not comparable with anybody else's."),
	 .store = N_("The assumption, its source, and when it was last "
		     "tested.")},
	{"automation_resolution_rate", N_("Automated resolution rate"),
	 FAMILY(EFFECTIVENESS), CASES, HIGHER, NO_USUAL,
	 .formula =
		 N_("automated sessions that customers confirmed as "
		    "solved, or did not come back about / automated sessions x "
		    "100"),
	 .pitfalls = N_("Needs a join to later contacts in every channel. "
			"Always smaller than containment, and more honest."),
	 .store = N_("Window for coming back, how sessions are joined to "
		     "contacts, number of sessions.")},
	{"automation_adoption_rate", N_("Automation adoption rate"),
	 FAMILY(EFFECTIVENESS), CASES, HIGHER, NO_USUAL,
	 .formula = N_("customers who use the automation offered / "
		       "customers who are offered it x 100"),
	 .pitfalls = N_("Only free choice counts: use that is forced shows "
			"nothing about whether customers want it."),
	 .store = N_("How it is offered, how one can decline, number of "
		     "customers.")},
	{"automation_optout_rate", N_("Automation opt-out rate"),
	 FAMILY(EFFECTIVENESS), CASES, LOWER, NO_USUAL,
	 .formula = N_("sessions in which a person is asked for / sessions "
		       "x 100"),
	 .pitfalls = N_("Hiding the exit lowers it and makes the experience "
			"worse. Watch how it moves."),
	 .store = N_("What counts as asking for a person, number of "
		     "sessions.")},
	{"transfer_rate", N_("Transfer rate"), FAMILY(EFFECTIVENESS), CASES,
	 LOWER, USUAL(PERCENT, 0, 20),
	 .formula = N_("contacts passed on at least once / contacts handled "
		       "x 100"),
	 .pitfalls =
		 N_("Count a contact once, however often it is passed "
		    "on, and leave out the way from the menu to a person. "
		    "Passing on with the story told beats passing on without."),
	 .store = N_("What is left out, with or without the story told, "
		     "number of contacts.")},
	{"escalation_rate", N_("Escalation rate"), FAMILY(EFFECTIVENESS), CASES,
	 LOWER, NO_USUAL,
	 .formula = N_("contacts raised to a supervisor or the next line / "
		       "contacts handled x 100"),
	 .pitfalls = N_("Zero is not the goal: some matters belong higher "
			"up. Hiding the way there lowers it falsely."),
	 .store = N_("What counts as raised, number of contacts.")},

	/* time, cost, use of staff */
	{"aht", N_("Average handle time"), FAMILY(EFFICIENCY), SECONDS, RANGE,
	 USUAL(SECONDS, 180, 600),
	 .formula = N_("(talk + hold + after-contact work) / contacts handled"),
	 .pitfalls = N_("Needed for planning, harmful as a target for "
			"people: contacts are cut short or passed on, and come "
			"back."),
	 .store = N_("What is included, channel and reason, number of "
		     "contacts.")},
	{"occupancy", N_("Occupancy"), FAMILY(EFFICIENCY), PERCENT, RANGE,
	 USUAL(PERCENT, 75, 85),
	 .formula = N_("handling time / (handling time + time waiting for "
		       "contacts) x 100"),
	 .pitfalls =
		 N_("It follows from staffing and is nothing that "
		    "people can aim at. Above 85 to 90 it wears them out. Not "
		    "the same as utilization."),
	 .store = N_("Interval and channel.")},
	{"schedule_adherence", N_("Schedule adherence"), FAMILY(EFFICIENCY),
	 PERCENT, HIGHER, USUAL(PERCENT, 85, 95),
	 .formula = N_("time in the state planned for it / time planned x 100"),
	 .pitfalls =
		 N_("Tells when people work, not how much: conformance "
		    "is another measure. Pressed too far it makes people leave "
		    "customers at the minute."),
	 .store = N_("Which states count, tolerance in minutes.")},
	{"schedule_conformance", N_("Schedule conformance"), FAMILY(EFFICIENCY),
	 ABOVE_0, HIGHER, USUAL(PERCENT, 85, 95),
	 .formula = N_("hours worked, whenever / hours planned x 100"),
	 .pitfalls = N_("Tells how much people work, not when: adherence is "
			"another measure. Overtime lifts it above 100."),
	 .store = N_("Whether overtime counts.")},
	{"shrinkage", N_("Shrinkage"), FAMILY(EFFICIENCY), PERCENT, RANGE,
	 USUAL(PERCENT, 30, 35),
	 .formula = N_("time paid but not available / time paid x 100"),
	 .pitfalls =
		 N_("People needed are positions / (1 - shrinkage), not "
		    "positions x (1 + shrinkage). Training is shrinkage too, "
		    "and not waste."),
	 .store = N_("Which absences and activities are included.")},
	{"cost_per_contact", N_("Cost per contact"), FAMILY(EFFICIENCY), COSTS,
	 LOWER, NO_USUAL,
	 .formula = N_("all operating cost / contacts handled"),
	 .pitfalls =
		 N_("Low is not good where quality pays for it. Once "
		    "easy contacts are gone, those that stay cost more. The "
		    "cost of a chat is not that of a call divided by the chats "
		    "at a time."),
	 .store = N_("Which costs are included, channel, period.")},
	{"cost_per_resolution", N_("Cost per resolution"), FAMILY(EFFICIENCY),
	 COSTS, LOWER, NO_USUAL,
	 .formula = N_("all operating cost / issues solved"),
	 .pitfalls = N_(
		 "Compares channels better than cost per contact "
		 "does, but stands and falls with how a solution is counted."),
	 .store = N_("Which costs are included, what counts as solved, "
		     "period.")},

	/* causes of contacts */
	{"contact_rate", N_("Contact rate"), FAMILY(DEMAND),
	 .units = BIT(PER_100), NOT_NEGATIVE, LOWER, NO_USUAL,
	 .formula = N_("contacts / orders or active customers x 100"),
	 .pitfalls = N_(
		 "Name what it is measured against: orders are not "
		 "shipments. Count every channel, and say whether touches or "
		 "people are counted. Lower is better for what customers did "
		 "not want to have to ask."),
	 .store = N_("The base and its size, channels counted, touches or "
		     "people.")},
	{"failure_demand_share", N_("Share of failure demand"), FAMILY(DEMAND),
	 CASES, LOWER, USUAL(PERCENT, 20, 60),
	 .formula = N_("contacts caused by something not done, or not done "
		       "right / all contacts x 100"),
	 .pitfalls = N_(
		 "Sort by the customer's words, not by what was done "
		 "with the contact. Where you draw the line moves it. "
		 "Planning staff for it year after year makes it permanent."),
	 .store = N_("Who sorts, by which words, number of contacts.")},

	/* results for the business */
	{"revenue_per_contact", N_("Revenue per contact"), FAMILY(OUTCOME),
	 .units = BIT(MONEY), NO_LIMITS, HIGHER, NO_USUAL,
	 .formula = N_("revenue tied to contacts of the reason / contacts "
		       "of the reason"),
	 .pitfalls = N_("What a contact earned depends on the rule that "
			"ties an order to it: write the rule down."),
	 .store = N_("Rule and time limit of the tie, number of contacts.")},
	{"conversion_rate", N_("Conversion rate"), FAMILY(OUTCOME), CASES,
	 HIGHER, NO_USUAL,
	 .formula = N_("contacts of the reason that led to an order / "
		       "contacts of the reason x 100"),
	 .pitfalls = N_("Some would have bought anyway. The rule that ties "
			"an order to a contact decides the number."),
	 .store = N_("Rule and time limit of the tie, number of contacts.")},
	{"churn_rate", N_("Churn rate"), FAMILY(OUTCOME), CASES, LOWER,
	 NO_USUAL,
	 .formula = N_("customers lost in the period / customers at its "
		       "start x 100"),
	 .pitfalls = N_("Without a contract nobody gives notice: say after "
			"how many months without an order a customer counts as "
			"lost."),
	 .store = N_("When a customer counts as lost, period, customers at "
		     "its start.")},
	{"repeat_purchase_rate", N_("Repeat purchase rate"), FAMILY(OUTCOME),
	 CASES, HIGHER, USUAL(PERCENT, 20, 40),
	 .formula = N_("customers with two or more orders in the window / "
		       "customers with at least one x 100"),
	 .pitfalls = N_("A longer window gives a higher rate. Follow one "
			"group of buyers instead of all of them mixed."),
	 .store = N_("Window, group of buyers, number of customers.")},
	{"clv", N_("Customer lifetime value"), FAMILY(OUTCOME),
	 .units = BIT(MONEY), NO_LIMITS, HIGHER, NO_USUAL,
	 .formula = N_("yearly margin x retention / (1 + discount rate - "
		       "retention)"),
	 .pitfalls =
		 N_("Use margin, not revenue. That retention stays the "
		    "same for years is a strong assumption, and fits contracts "
		    "better than free choice."),
	 .store = N_("Margin, retention, discount rate, date of each.")},

	/* people, data, insight */
	{"agent_attrition", N_("Agent attrition"), FAMILY(EMPLOYEE), ABOVE_0,
	 LOWER, USUAL(PERCENT, 25, 45),
	 .formula = N_("people who left / average number of people x 100, "
		       "for a year"),
	 .pitfalls = N_("Say whether moving up inside the organization "
			"counts, and keep seasonal staff apart."),
	 .store = N_("Who counts, period, average number of people.")},
	{"survey_response_rate", N_("Survey response rate"), FAMILY(DATA),
	 CASES, HIGHER, USUAL(PERCENT, 5, 20),
	 .formula = N_("answers / invitations x 100"),
	 .pitfalls = N_("A low rate makes every measure of the survey lean "
			"to one side."),
	 .store = N_("Who is invited, when and how often.")},
	{"insight_acted_rate", N_("Insights acted on"), FAMILY(INTELLIGENCE),
	 CASES, HIGHER, NO_USUAL,
	 .formula = N_("insights accepted and acted on / insights shared x "
		       "100"),
	 .pitfalls =
		 N_("Many organizations collect, few act, fewer tell "
		    "customers. One large insight may be worth more than ten "
		    "small ones."),
	 .store = N_("What counts as acted on, period, number of insights.")},

	/* the plan's own definition, in place of a standard */
	{"custom", N_("A measure of your own"), .family = -1, .units = 0,
	 .direction = -1, NO_LIMITS, NO_USUAL,
	 .formula = N_("as the plan defines it"),
	 .pitfalls = N_("Nobody can compare it with theirs, nor you with "
			"your own past once its definition drifts."),
	 .store = N_("Formula, source, what is left out, number of cases.")},
};

const int standard_count = (int)(sizeof(standards) / sizeof(*standards));
