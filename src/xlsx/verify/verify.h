/* verify.h - reads a finished workbook back */
#ifndef CES_XLSX_VERIFY_H
#define CES_XLSX_VERIFY_H

#include <stdbool.h>

/*
 * Does every part of the file unpack to its length and checksum, is it
 * well-formed, is every part that is listed there, and nothing left out of it
 * that the library leaves out without a word when memory runs out?
 */
bool workbook_verify(const char *path);

#endif
