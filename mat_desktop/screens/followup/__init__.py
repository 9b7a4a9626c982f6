"""The page of followup."""
