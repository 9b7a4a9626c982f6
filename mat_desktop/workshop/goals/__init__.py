"""Goals, their ladders, and the round in which a group improves them."""
