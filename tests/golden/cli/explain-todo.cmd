explain TODO
