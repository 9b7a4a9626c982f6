"""Participant mode: one question at a time, and nothing of anybody else."""
