explain document/circle
