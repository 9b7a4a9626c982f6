"""Step 4: who works with whom, the best suggestion and its reasons."""
