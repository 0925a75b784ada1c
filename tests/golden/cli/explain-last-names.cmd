explain preferences.hours
