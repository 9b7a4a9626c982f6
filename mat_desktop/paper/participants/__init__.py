"""Paper of step 2."""
