"""Safety cards."""
