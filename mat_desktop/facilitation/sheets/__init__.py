"""What is printed, and how it is found again."""
