/* question.c - the sections of a plan and the questions that lead to them */
#include "ces/question.h"

#include <string.h>

#include "ces/message.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

int
section_find(const char *key)
{
	for (int i = 0; i < section_count; i++)
		if (!strcmp(sections[i].key, key))
			return i;
	return -1;
}

int
question_find(const char *id)
{
	for (int i = 0; i < question_count; i++)
		if (!strcmp(questions[i].id, id))
			return i;
	return -1;
}

const struct section sections[] = {
	{"segments",
	 N_("Customer segmentation"),
	 N_("Segments"),
	 1,
	 N_("Says who your customers are, so that service can fit them."),
	 {N_("Who are your customers?"),
	  N_("What marks these customers, and how and when do they like to "
	     "reach you?"),
	  N_("What would you like to know about them that you don't know yet, "
	     "and how could you find out?")}},
	{"service_tiers",
	 N_("Priority and high-value customers"),
	 N_("Tiers"),
	 2,
	 N_("Says who is served differently, and on what grounds."),
	 {N_("Do you treat some customers differently: because they pay for "
	     "it, because they have earned it, or because they are worth more "
	     "to the organization?"),
	  N_("What could you do to make service better for your high-value "
	     "customers?")}},
	{"contact_reasons",
	 N_("Contact reasons"),
	 N_("Reasons"),
	 3,
	 N_("Says why customers make contact, and what is to become of each "
	    "reason."),
	 {N_("Why do customers get in touch with the organization, and why "
	     "with the contact center?"),
	  N_("Which contacts bring money in, as an order does, and which cost "
	     "money, as a complaint does?"),
	  N_("How can you do away with contacts that bring no revenue, please "
	     "nobody and serve no other aim of yours?")}},
	{"channels",
	 N_("Contact channels"),
	 N_("Channels"),
	 4,
	 N_("Says how customers can reach you today and tomorrow."),
	 {N_("On which channels can customers reach you today?"),
	  N_("Are these the channels that your customers prefer?"),
	  N_("Which channels do you think of adding, self-service among "
	     "them?"),
	  N_("Will each new channel work more efficiently, make you easier to "
	     "deal with, and be one that customers want and really use?")}},
	{"hours",
	 N_("Hours of operation"),
	 N_("Hours"),
	 5,
	 N_("Says when customers can get service, and why then."),
	 {N_("At which hours can customers get service?"),
	  N_("Do these hours suit your customers, and what the contacts are "
	     "worth?")}},
	{"measures",
	 N_("Customer experience measures and goals"),
	 N_("Measures"),
	 6,
	 N_("Says how you will know whether the strategy works."),
	 {N_("How do you tell whether the strategy succeeds?"),
	  N_("Which measures show best what customers experience: their "
	     "satisfaction, their effort, how often they have to come back?"),
	  N_("Which goals are right for your business in particular?")}},
	{"intelligence",
	 N_("Business and customer intelligence"),
	 N_("Intelligence"),
	 7,
	 N_("Says what contacts teach you, and who in the organization can act "
	    "on it."),
	 {N_("What can you collect and count during everyday contacts that "
	     "other business units could put to use?"),
	  N_("Who gets it, and what do you ask them to decide?")}},
	{"governance",
	 N_("Governance"),
	 N_("Governance"),
	 0,
	 N_("Says who backs the plan and who keeps it current."),
	 {N_("Which senior leader stands behind the plan?"),
	  N_("Who keeps each section current?")}},
	{"strategy",
	 N_("Strategy and objectives"),
	 N_("Strategy"),
	 0,
	 N_("Ties what the contact center wants to what the organization "
	    "wants."),
	 {N_("What should customers experience when they get in touch?"),
	  N_("Which goals of the organization do your objectives serve?"),
	  N_("Which objectives look past this season and this year?")}},
	{"actions",
	 N_("Actions"),
	 N_("Actions"),
	 0,
	 N_("Says what is done, by whom and by when."),
	 {N_("What has to be done, who does it, and by when?")}},
	{"questions",
	 N_("Discussion questions"),
	 N_("Questions"),
	 0,
	 N_("Keeps what the team answered when it talked the strategy over."),
	 {NULL}},
	{"contact_map",
	 N_("Contact map"),
	 N_("Contact map"),
	 0,
	 N_("Shows the organization as customers meet it."),
	 {N_("Where do customers meet you: on which channels, with which "
	     "business units, about which products and services?"),
	  N_("Where do you lose sight of a customer, pass them on for "
	     "nothing, or make them say everything twice?")}},
	{"calendar",
	 N_("Planning calendar"),
	 N_("Calendar"),
	 0,
	 N_("Shows what drives contacts, and when, across the business."),
	 {N_("Which campaigns, bills, launches, changes and seasons are "
	     "coming, "
	     "and what will customers ask because of them?"),
	  N_("When does the contact center hear of them?")}},
	{"demand",
	 N_("Demand and staffing"),
	 N_("Demand"),
	 0,
	 N_("Says how contacts spread over the year and the day."),
	 {N_("How do contacts spread over the months?"),
	  N_("How many people does the busiest interval take?")}},
	{"technology",
	 N_("Technology"),
	 N_("Technology"),
	 0,
	 N_("Shows what the front line works with, and what comes."),
	 {N_("How many programs does one contact take?"),
	  N_("In which order are they used, roughly?"),
	  N_("Are staff asked to offer or sell something more?"),
	  N_("How many steps or screens does each kind of task take?"),
	  N_("Do they work in a desktop program, in a terminal or in a web "
	     "browser?"),
	  N_("What do they complain about most?")}},
	{"gaps",
	 N_("Gaps and risks"),
	 N_("Gaps"),
	 0,
	 N_("Names where service falls short and money leaks."),
	 {N_("Where does service fall short, and where may revenue slip "
	     "away?")}},
	{"decisions",
	 N_("Decisions"),
	 N_("Decisions"),
	 0,
	 N_("Keeps what leaders are asked, and what they decided."),
	 {N_("What do leaders have to decide, and by when?")}},
	{"investments",
	 N_("Investments"),
	 N_("Investments"),
	 0,
	 N_("Says what money is asked for, and what it brings."),
	 {N_("What is the money for, and which objective does it serve?")}},
	{"plan",
	 N_("The plan itself"),
	 N_("Plan"),
	 0,
	 N_("Says whose plan it is, for when, and how far it is."),
	 {NULL}},
};

const int section_count = COUNT(sections);

const struct question questions[] = {
	{"own-strategy",
	 N_("Does the contact center have a strategy of its own, with the "
	    "customer at its center?")},
	{"aligned",
	 N_("Does it line up with the organization's strategy, so that what "
	    "you put first helps the whole organization succeed?")},
	{"customer-centered",
	 N_("Is it about customers, about revenue and their satisfaction, and "
	    "not about cost alone?")},
	{"leadership-support", N_("Do senior leaders stand behind it?")},
	{"decisions-taken",
	 N_("Are decisions about money and organization really taken by it?")},
	{"planned-with",
	 N_("Do people have the strategy in mind when they plan?")},
	{"intelligence-exists",
	 N_("Do you have the facts to know your customers better and to fit "
	    "service to what they prefer?")},
	{"more-insight",
	 N_("Would it help to know more about what customers spend, how they "
	    "buy, and where else they meet you: in self-service, in shops, on "
	    "social media?")},
	{"information-for-others",
	 N_("What can you collect that would serve other business units?")},
	{"better-experience",
	 N_("Does it help those units to better their own part in the "
	    "customer's experience?")},
};

const int question_count = COUNT(questions);

const struct preparation preparations[3] = {
	{"define", N_("Define the ideal experience with stakeholders"),
	 N_("Agree with them what customers are to experience, and what it "
	    "takes to get there, in the whole organization and in the contact "
	    "center.")},
	{"document", N_("Write the strategy down and bring it to leaders"),
	 N_("Put it into this plan, share what you found out with senior "
	    "leaders, and agree on the opportunities that let the contact "
	    "center contribute more.")},
	{"apply", N_("Run the contact center by the strategy"),
	 N_("Choose by it the technology that fits best, the measures and "
	    "goals that are right, and how you hire the right people.")},
};

const char *const automation_questions[9] = {
	N_("Whose goal does it serve, the customer's or only yours?"),
	N_("What does a customer lose by trying it?"),
	N_("Does it say openly that it is automatic?"),
	N_("Do customers keep their place in the queue, and are they told "
	   "what it is?"),
	N_("Can they leave it at any time?"),
	N_("Does the person who takes over know what was said before?"),
	N_("What shows that customers will use it?"),
	N_("How do you measure that it solved something, rather than that it "
	   "ended?"),
	NULL,
};
