"""What is due, from one set of rules."""
