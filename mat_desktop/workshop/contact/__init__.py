"""Step 7: six months of contact, day by day, and how each member rates the partnership."""
