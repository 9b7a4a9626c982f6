"""Step 10: what became of it, read from the rows, worked out by the workshop's own statistics, said in sentences."""
