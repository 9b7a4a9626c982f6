"""Reads returned sheets from pictures. No window, no database: bytes in, plain values out, the same every time."""
