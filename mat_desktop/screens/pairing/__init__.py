"""The page of pairing."""
