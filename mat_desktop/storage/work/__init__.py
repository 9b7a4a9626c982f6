"""A deed's work on the rows, and the journal of it."""
