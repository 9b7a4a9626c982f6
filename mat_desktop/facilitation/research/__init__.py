"""Research data: written, and read again."""
