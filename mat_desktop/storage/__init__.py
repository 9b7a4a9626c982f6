"""Keeps a library: an encrypted SQLite file, its key slot, its journal and its backups."""
