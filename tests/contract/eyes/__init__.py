"""What the eye gets of a state, measured from the pixels of the window and the boxes of what stands in it."""
