"""Paper of steps 8 and 9."""
