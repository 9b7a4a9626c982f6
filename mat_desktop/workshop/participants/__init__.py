"""People, and what they consented to."""
