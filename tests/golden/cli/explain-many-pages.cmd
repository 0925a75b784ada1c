explain hours
