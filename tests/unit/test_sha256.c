/* test_sha256.c - the vectors that NIST publishes, and every edge of a block */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ces/sha256.h"

static void
check(const char *bytes, size_t n, const char *expected)
{
	char text[SHA256_TEXT];

	sha256_hex(text, bytes, n);
	assert_string_equal(text, expected);
}

static void
test_nist(void **state)
{
	const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnop"
			  "nopq";

	(void)state;
	check("", 0,
	      "e3b0c44298fc1c149afbf4c8996fb924"
	      "27ae41e4649b934ca495991b7852b855");
	check(NULL, 0,
	      "e3b0c44298fc1c149afbf4c8996fb924"
	      "27ae41e4649b934ca495991b7852b855");
	check("abc", 3,
	      "ba7816bf8f01cfea414140de5dae2223"
	      "b00361a396177a9cb410ff61f20015ad");
	check(two, strlen(two),
	      "248d6a61d20638b8e5c026930c3e6039"
	      "a33ce45964ff2167f6ecedd419db06c1");
}

/* of policies of web pages, as "openssl dgst -sha256 -binary | base64" */
static void
test_base64(void **state)
{
	char text[SHA256_BASE64];

	(void)state;
	sha256_base64(text, "", 0);
	assert_string_equal(text,
			    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
	sha256_base64(text, "abc", 3);
	assert_string_equal(text,
			    "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

static void
test_million(void **state)
{
	enum { MILLION = 1000000 };
	char *a = malloc(MILLION);

	(void)state;
	assert_non_null(a);
	memset(a, 'a', MILLION);
	check(a, MILLION,
	      "cdc76e5c9914fb9281a1c7e284d73e67"
	      "f1809a48a497200e046d39ccc7112cd0");
	free(a);
}

/* where the length no longer fits behind the text, and where a block ends */
static void
test_edges(void **state)
{
	static const struct {
		size_t n;
		const char *expected;
	} cases[] = {
		{55, "02779466cdec163811d078815c633f21"
		     "901413081449002f24aa3e80f0b88ef7"},
		{56, "d4817aa5497628e7c77e6b606107042b"
		     "bba3130888c5f47a375e6179be789fbb"},
		{57, "65a16cb7861335d5ace3c60718b5052e"
		     "44660726da4cd13bb745381b235a1785"},
		{63, "c7723fa1e0127975e49e62e753db5392"
		     "4c1bd84b8ac1ac08df78d09270f3d971"},
		{64, "f5a5fd42d16a20302798ef6ed309979b"
		     "43003d2320d9f0e8ea9831a92759fb4b"},
		{65, "98ce42deef51d40269d542f5314bef2c"
		     "7468d401ad5d85168bfab4c0108f75f7"},
		{119, "f616b0d54e78571a9611f343c9f8e022"
		      "e859e920381ab0e4d3da01e193a7bd7e"},
		{120, "6edd9f6f9cc92cded36e6c4a580933f9"
		      "c9f1b90562b46903b806f21902a1a54f"},
		{128, "38723a2e5e8a17aa7950dc008209944e"
		      "898f69a7bd10a23c839d341e935fd5ca"},
	};
	char zeros[128] = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(zeros, cases[i].n, cases[i].expected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nist),
		cmocka_unit_test(test_base64),
		cmocka_unit_test(test_million),
		cmocka_unit_test(test_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
