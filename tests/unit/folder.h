/* folder.h - for tests of files: a folder of its own for each test */
#ifndef CES_TESTS_FOLDER_H
#define CES_TESTS_FOLDER_H

/*
 * Set up and tear down of a test that works in a new folder; the folder tmp in
 * it is its TMPDIR.
 */
int enter(void **state);
int leave(void **state);

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

void put(const char *path, const char *text);
void assert_content(const char *path, const char *expected);
unsigned mode_of(const char *path);
int entries(const char *folder);

/* nothing but what the test made: n files, and tmp, which is empty */
void assert_tidy(int n);

#endif
