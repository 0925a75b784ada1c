explain on
