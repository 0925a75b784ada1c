/* generate.c - run by the build: writes files as a C table (embedded.h) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
fail(const char *path)
{
	perror(path);
	exit(1);
}

/*
 * Writes an array, as a C11 literal may hold 4095 bytes only. Behind the file's
 * bytes there is a 0.
 */
static void
write_bytes(const char *path, int index)
{
	FILE *in = fopen(path, "rb");
	int c;

	if (!in)
		fail(path);
	printf("/* %s */\nstatic const unsigned char file_%d[] = {\n", path,
	       index);
	for (int n = 1; (c = getc(in)) != EOF; n++)
		printf("%d,%s", c, n % 16 ? "" : "\n");
	if (ferror(in))
		fail(path);
	fclose(in);
	puts("0};\n");
}

/* generate TABLE FOLDER/ FILE...: the names in the table are without the
 * folder */
int
main(int argc, char **argv)
{
	if (argc < 3)
		return 1;
	puts("/* written by generate.c */\n#include \"ces/embedded.h\"\n");
	for (int i = 3; i < argc; i++)
		write_bytes(argv[i], i);
	printf("const struct embedded %s[] = {\n", argv[1]);
	for (int i = 3; i < argc; i++)
		printf("\t{\"%s\", (const char *)file_%d, "
		       "sizeof(file_%d) - 1},\n",
		       argv[i] + strlen(argv[2]), i, i);
	puts("\t{0, 0, 0},\n};");
	if (fflush(stdout) != 0)
		fail("standard output");
	return 0;
}
