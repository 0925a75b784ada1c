/* summary.h - lines below a file's findings: readiness, next fixes, counts */
#ifndef CES_REPORT_SUMMARY_H
#define CES_REPORT_SUMMARY_H

#include "ces/review.h"
#include "report/style.h"

/* strategy.yaml:61:16, safe for a terminal */
void summary_place(struct buf *out, struct source *source, uint32_t offset);

void summary_file(struct buf *out, struct review *review,
		  const struct style *style, size_t width);
void summary_files(struct buf *out, const struct review *reviews, size_t n,
		   const struct style *style);

#endif
