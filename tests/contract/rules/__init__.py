"""What every state of the window is held to: one function a rule, whose name is the rule as a sentence."""
