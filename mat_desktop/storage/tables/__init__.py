"""The tables, room by room, and the classes that are mapped onto them."""
