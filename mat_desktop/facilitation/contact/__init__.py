"""The deeds of step 7."""
