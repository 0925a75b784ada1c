explain 2026-Q2
