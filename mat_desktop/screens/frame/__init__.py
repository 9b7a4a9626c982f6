"""The main window: everything that stands around a page."""
