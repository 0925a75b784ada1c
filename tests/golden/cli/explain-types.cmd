explain types
