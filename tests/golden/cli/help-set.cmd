set --help
