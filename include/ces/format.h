/* format.h - one value of --format */
#ifndef CES_FORMAT_H
#define CES_FORMAT_H

struct format {
	const char *name;   /* "json" */
	const char *suffix; /* of its files: ".json" */
	const char *help;   /* message id */
};

#endif
