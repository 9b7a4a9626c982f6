"""Paper about the library itself."""
