export tests/golden/files/review.xlsx
