"""What a workshop is: plain classes and pure functions, one module per step."""
