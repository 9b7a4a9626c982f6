"""The record of one person: what is kept about them, kind by kind, and what of it they may see."""
