explain levrage
