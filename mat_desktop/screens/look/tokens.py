"""The design tokens: no colour and no size is written anywhere else."""

LIGHT: dict[str, str] = {
    "canvas": "#F1F4F1",
    "surface": "#FFFFFF",
    "sunken": "#E2E8E4",
    "ink": "#14232A",
    "ink_muted": "#43535A",
    "line": "#C8D2CC",
    "control": "#64757A",
    "primary": "#0B5B55",
    "on_primary": "#FFFFFF",
    "primary_hover": "#084842",
    "primary_soft": "#DCEDE8",
    "on_primary_soft": "#073F3A",
    "focus": "#1D4ED8",
    "say_bg": "#FFF2CC",
    "say_ink": "#463200",
    "say_mark": "#8A5A00",
    "ok_bg": "#DDF0E2",
    "ok_ink": "#14532F",
    "refer_bg": "#ECE5F6",
    "refer_ink": "#4E2E7C",
    "pause_bg": "#E1E8F0",
    "pause_ink": "#33465E",
    "todo_bg": "#FFFFFF",
    "todo_ink": "#43535A",
    "attn_bg": "#FBE5D2",
    "attn_ink": "#7A320A",
    "danger": "#9B1C22",
    "on_danger": "#FFFFFF",
    "danger_bg": "#FBE4E2",
    "danger_ink": "#86161C",
    "pa": "#1B5EA6",
    "pb": "#B34A12",
    "pc": "#6B3FA0",
    "heat": "#0B5B55",
    "rail": "#11302D",
    "rail_ink": "#EEF6F3",
    "rail_muted": "#B3CFC8",
    "rail_line": "#5F8A83",
    "rail_done": "#8FD3C4",
    "rail_cur": "#F1F4F1",
    "rail_hover": "#1B423E",
    "rail_focus": "#FFD75E",
    "paper": "#FFFFFF",
    "paper_ink": "#000000",
}

TYPE: dict[str, tuple[int, int]] = {
    "question": (44, 600),
    "answer": (24, 600),
    "number": (30, 700),
    "title": (26, 700),
    "person": (22, 700),
    "section": (19, 700),
    "say": (17, 400),
    "body": (16, 400),
    "strong": (16, 600),
    "small": (14, 400),
    "small_strong": (14, 600),
}
"""Pixel size and weight of each kind of text."""

RAIL_WIDTH = 236
HEADER, GUIDANCE, ACTION_BAR = 72, 52, 64
SHORT_HEADER, SHORT_GUIDANCE, SHORT_ACTION_BAR = 56, 44, 56
SHORT_BELOW = 720
TARGET, TARGET_LEAST = 44, 40
MARGIN, GAP = 24, 16
