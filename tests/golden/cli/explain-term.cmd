explain in hand
