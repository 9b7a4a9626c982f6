"""Paper of step 3."""
