"""The library as a whole, and the sample workshop in it."""
