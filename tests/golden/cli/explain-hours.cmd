explain 'Mo-Fr 09:00-18:00; Sa off'
