"""The roster: people, and the files that they come in by."""
