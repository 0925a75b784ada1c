/* verify.h - reads a finished workbook back */
#ifndef CES_WORKBOOK_VERIFY_H
#define CES_WORKBOOK_VERIFY_H

/*
 * NULL when every part of the file unpacks to its length and checksum, is
 * well-formed, and every part that is listed is there; else a message id.
 */
const char *workbook_verify(const char *path);

#endif
