explain --format markdown measures/csat
