explain types/hours
