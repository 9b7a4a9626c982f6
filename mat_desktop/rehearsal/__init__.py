"""A facilitator who plays a workshop through the real window: for the demo and for the journey tests."""
