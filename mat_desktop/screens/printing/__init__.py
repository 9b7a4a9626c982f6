"""The print centre: what, for whom, how, and the real page beside it."""
