"""The composition root: the one place that knows the window, the storage and the paper."""
