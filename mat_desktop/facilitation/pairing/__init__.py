"""Step 4: ballots, rules, suggestions, the board, asking in private, and the life of a partnership."""
