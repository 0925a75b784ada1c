explain document/undefined-reference
