explain duration
