/* import_report.h - what becomes of the cells of a workbook, for people and for
 * programs */
#ifndef CES_CLI_IMPORT_REPORT_H
#define CES_CLI_IMPORT_REPORT_H

#include "ces/import.h"
#include "ces/json.h"

/* the fate of each cell, a line each, under a heading for what becomes of it;
 * several: of workbooks, which are named then; 0: lines as long as they are */
void import_text(struct buf *buf, const struct import *import,
		 struct source *plan, bool several, size_t width);
/* one of them, as a question would show it */
void import_line(struct buf *buf, const struct import_finding *finding,
		 struct source *plan, bool several);

/* "cells": [{"kind", "workbook", "sheet", "cell", "item", "column", "old",
 * "new", "path", "line", "message"}] */
void import_json(struct json *json, const struct import *import,
		 struct source *plan);

#endif
