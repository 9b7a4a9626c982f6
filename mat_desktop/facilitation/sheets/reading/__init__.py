"""Sheets other than logs that were read from pictures: what they ask, what was read of it, and keeping it."""
