"""The window: one package a step, thin; what they share lies in `shared` and `look`."""
