"""Paper of step 7."""
