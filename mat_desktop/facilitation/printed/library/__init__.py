"""What stands on the papers of the library itself, and on those about what it keeps."""
