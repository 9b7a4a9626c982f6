"""The laptop in a participant's hands."""
