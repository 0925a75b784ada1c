explain document/undefined-referense
