"""Paper of step 10."""
