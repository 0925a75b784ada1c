explain 8bd
