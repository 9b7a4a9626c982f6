"""Instruments, answers and scores."""
