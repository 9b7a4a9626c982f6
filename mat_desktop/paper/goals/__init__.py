"""Paper of step 5."""
