"""Step 6: agreements."""
