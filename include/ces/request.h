/* request.h - a review that another program of ours is to make as well */
#ifndef CES_REQUEST_H
#define CES_REQUEST_H

#include "ces/review.h"

/* all that a review depends on */
struct request {
	char *name; /* of the plan; owned */
	char *plan; /* its bytes, for review_make to take over */
	size_t n;
	struct review_options options;
};

/* As bytes for a pipe: versions of the program don't mix. */
void request_write(struct buf *out, const struct review *review);
/* Takes the bytes over, from malloc; false when this version wrote them not. */
bool request_read(struct request *request, char *bytes, size_t n);

/* the exit status of a program that was asked: 0, or why it could not */
enum {
	REQUEST_NO_MEMORY = 2, /* as of the whole program */
	REQUEST_FAILED,
	REQUEST_CUT,		  /* the workbook does not read back */
	REQUEST_OTHER,		  /* it is of another version */
	REQUEST_FULL,		  /* no space for temporary files */
	REQUEST_EDITED,		  /* the workbook was, since it was written */
	REQUEST_NOT_OWN,	  /* another program wrote it */
	REQUEST_NOT_LOADED = 127, /* of the loader: a library is missing */
	REQUEST_ERRNO		  /* and the system's error number */
};

#endif
