"""The door: who has come, and how somebody leaves."""
