check tests/golden/files/review.md
