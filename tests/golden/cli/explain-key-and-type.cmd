explain name
