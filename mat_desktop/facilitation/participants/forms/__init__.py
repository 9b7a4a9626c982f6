"""What a registration form says: its columns, its cells, and whom it means."""
