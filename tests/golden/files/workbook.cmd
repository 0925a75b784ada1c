check tests/golden/files/review.xlsx
