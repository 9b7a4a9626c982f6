"""Step 10: what became of it. The partnership is the unit, the missing are named, and no figure is made up."""
