"""The door, beside the participants."""
