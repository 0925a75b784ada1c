explain words
