"""The tables of the months of contact."""
