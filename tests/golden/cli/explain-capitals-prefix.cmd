explain Measures/CSAT
