"""Paper of step 10: the group, each pair, and the plan of a study."""
