"""Libraries that earlier versions left behind, and the walk that every later version must be able to take."""
