"""The page of participants."""
