explain measures/csat
