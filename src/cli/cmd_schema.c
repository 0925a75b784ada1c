/* cmd_schema.c - ces schema: the format for editors */
#include "ces/file.h"
#include "ces/message.h"
#include "ces/reference.h"
#include "cli/options.h"

static int
run(const struct options *options)
{
	const char *path = options->value[OPTION_OUTPUT];
	struct buf buf = {0};
	int status;

	schema_write(&buf);
	status = write_output(&buf, path, true);
	buf_free(&buf);
	return status;
}

const struct command command_schema = {
	.name = "schema",
	.arguments = "",
	.summary = N_("print the JSON Schema of the format, for editors"),
	.examples = "  ces schema\n"
		    "  ces schema -o ces.schema.json\n",
	.options = 1u << OPTION_OUTPUT,
	.most = 0,
	.run = run};
