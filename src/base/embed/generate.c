/* generate.c - run by the build: writes files as a C table (embedded.h) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
fail(const char *path)
{
	perror(path);
	exit(1);
}

/*
 * Writes an array, as a C11 literal may hold 4095 bytes only. Doesn't count
 * the 0 at the end.
 */
static unsigned long
write_bytes(const char *path, int index)
{
	FILE *in = fopen(path, "rb");
	unsigned long n = 0;
	int c;

	if (!in)
		fail(path);
	printf("/* %s */\nstatic const unsigned char file_%d[] = {\n", path,
	       index);
	for (; (c = getc(in)) != EOF; n++)
		printf("%d,%s", c, n % 16 == 15 ? "\n" : "");
	if (ferror(in))
		fail(path);
	fclose(in);
	puts("0};\n");
	return n;
}

/* Ends with an empty row, as a table may not be empty. */
static void
write_table(char **paths, const unsigned long *sizes, int n, size_t prefix)
{
	int i;

	puts("const struct embedded embedded_files[] = {");
	for (i = 0; i < n; i++)
		printf("\t{\"%s\", (const char *)file_%d, %lu},\n",
		       paths[i] + prefix, i, sizes[i]);
	puts("\t{0, 0, 0},\n};\n");
	printf("const size_t embedded_count = %d;\n", n);
}

/* generate FOLDER/ FILE...: the names in the table are without the folder */
int
main(int argc, char **argv)
{
	unsigned long *sizes = calloc((size_t)argc, sizeof(*sizes));
	char **paths = argv + 2;
	int i, n = argc - 2;

	if (n < 0 || !sizes)
		return 1;
	qsort(paths, (size_t)n, sizeof(*paths), compare);
	puts("/* written by generate.c */\n#include \"ces/embedded.h\"\n");
	for (i = 0; i < n; i++)
		sizes[i] = write_bytes(paths[i], i);
	write_table(paths, sizes, n, strlen(argv[1]));
	free(sizes);
	if (fflush(stdout) != 0)
		fail("standard output");
	return 0;
}
