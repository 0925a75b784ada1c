explain segments
