"""Setting a workshop up: its facts, and the run sheet of the day."""
