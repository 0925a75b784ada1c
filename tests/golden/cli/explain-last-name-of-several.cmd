explain within
