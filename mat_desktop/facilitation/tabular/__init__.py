"""How the bytes of a table from elsewhere become rows: its kind, its text, its delimiter, its limits."""
