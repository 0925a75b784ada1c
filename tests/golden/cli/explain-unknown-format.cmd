explain --format html
