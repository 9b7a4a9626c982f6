"""Step 5: goals."""
