checklist tests/golden/files/my plan.yml
