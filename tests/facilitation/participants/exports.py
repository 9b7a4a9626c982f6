"""Exports as the tools write them with which people register, from `exports.txt`. All people are invented."""

from pathlib import Path

_TEXT = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
EXPORTS = {name: body for name, _, body in (part.partition("\n") for part in _TEXT.split("== ")[1:])}
"""Each export by the name of its tool."""
