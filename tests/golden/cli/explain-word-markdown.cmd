explain --format markdown earned
