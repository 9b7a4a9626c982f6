"""The page of setup."""
