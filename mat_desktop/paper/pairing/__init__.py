"""Paper of step 4."""
