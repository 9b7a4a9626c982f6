"""Paper of step 1."""
