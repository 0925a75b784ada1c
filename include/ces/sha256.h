/* sha256.h - the fingerprint of a file's bytes, to tell whether it changed */
#ifndef CES_SHA256_H
#define CES_SHA256_H

#include <stddef.h>

/* SHA-256 of FIPS 180-4, in hexadecimal, ended by a NUL */
enum { SHA256_TEXT = 65 };
void sha256_hex(char text[SHA256_TEXT], const void *bytes, size_t n);

/* the same in Base64 of RFC 4648, as policies of web pages have it */
enum { SHA256_BASE64 = 45 };
void sha256_base64(char text[SHA256_BASE64], const void *bytes, size_t n);

#endif
