"""What stands on the paper: frozen views that the printer draws, a module a room."""
