"""Today: what is due, over all workshops."""
