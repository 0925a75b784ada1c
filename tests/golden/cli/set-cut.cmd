set tests/edit/mistakes.yaml plan.title='Harbor Clinics' plan.activity.per_year=98000 people.diaz.role='Head of the house'
