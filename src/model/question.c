/* question.c - questions about the whole strategy, and how to prepare one */
#include "ces/question.h"

#include <string.h>

#include "ces/message.h"

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

const struct question questions[] = {
	{"own-strategy",
	 N_("Does the contact center have a strategy of its own, with the "
	    "customer at its center?"),
	 false},
	{"aligned",
	 N_("Does it line up with the organization's strategy, so that what "
	    "you put first helps the whole organization succeed?"),
	 false},
	{"customer-centered",
	 N_("Is it about customers, about revenue and their satisfaction, and "
	    "not about cost alone?"),
	 false},
	{"leadership-support", N_("Do senior leaders stand behind it?"), false},
	{"decisions-taken",
	 N_("Are decisions about money and organization really taken by it?"),
	 false},
	{"planned-with",
	 N_("Do people have the strategy in mind when they plan?"), false},
	{"intelligence-exists",
	 N_("Do you have the facts to know your customers better and to fit "
	    "service to what they prefer?"),
	 false},
	{"more-insight",
	 N_("Would it help to know more about what customers spend, how they "
	    "buy, and where else they meet you: in self-service, in shops, on "
	    "social media?"),
	 false},
	{"information-for-others",
	 N_("What can you collect that would serve other business units?"),
	 false},
	{"better-experience",
	 N_("Does it help those units to better their own part in the "
	    "customer's experience?"),
	 false},
	{"together",
	 N_("Do marketing, sales and service look together at what customers "
	    "are worth and what they need?"),
	 true},
	{"culture",
	 N_("Is the organization ready to change its culture and the way it "
	    "works, so that what customers want comes first?"),
	 true},
};

const int question_count = (int)(sizeof(questions) / sizeof(*questions));

const struct preparation preparations[3] = {
	{"define", N_("Define experience and strategy across the organization"),
	 N_("Agree with stakeholders what customers are to experience, and on "
	    "the strategy that gets there, in the whole organization and in "
	    "the contact center.")},
	{"document", N_("Write the strategy down and bring it to leaders"),
	 N_("Put it into this plan, share what you found out with senior "
	    "leaders, and agree on the opportunities that let the contact "
	    "center contribute more.")},
	{"apply", N_("Run the contact center by the strategy"),
	 N_("Choose by it the technology that fits best, the measures and "
	    "goals that are right, and how you hire the right people.")},
};

const char *const automation_questions[AUTOMATION_COUNT + 1] = {
	[AUTOMATION_GOAL] =
		N_("Whose goal does it serve, the customer's or only yours?"),
	[AUTOMATION_LOSS] = N_("What does a customer lose by trying it?"),
	[AUTOMATION_ANNOUNCED] = N_("Does it say openly that it is automatic?"),
	[AUTOMATION_QUEUE] =
		N_("Do customers keep their place in the queue, and are they "
		   "told what it is?"),
	[AUTOMATION_EXIT] = N_("Can they leave it at any time?"),
	[AUTOMATION_CONTEXT] =
		N_("Does the person who takes over know what was said "
		   "before?"),
	[AUTOMATION_ADOPTION] = N_("What shows that customers will use it?"),
	[AUTOMATION_RESOLUTION] =
		N_("How do you measure that it solved something, rather than "
		   "that it ended?"),
	[AUTOMATION_NUMBER] =
		N_("If it had a number of its own, advertised and open day and "
		   "night, would customers get used to calling it?"),
};
