"""The page of contact."""
