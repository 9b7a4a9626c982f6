"""The library as a folder: its file, its key, its backups."""
