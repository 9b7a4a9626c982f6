"""Promised calls, the line of one person, and finding somebody from anywhere."""
