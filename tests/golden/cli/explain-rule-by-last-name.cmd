explain no-evidence
