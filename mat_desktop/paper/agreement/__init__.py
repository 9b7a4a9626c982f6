"""Paper of step 6."""
