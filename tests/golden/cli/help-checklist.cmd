checklist --help
