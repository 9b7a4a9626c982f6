"""The way into a library, and the sheet that rescues it."""
