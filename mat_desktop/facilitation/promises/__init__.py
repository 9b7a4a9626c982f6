"""What was promised to people, and whether it was kept."""
