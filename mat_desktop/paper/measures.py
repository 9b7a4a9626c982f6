"""The measures of the follow-up handouts in points: standard, large print, and closer forms before a further page.

Nothing is scaled from one to the other. In the closer forms heads and rows come nearer; type, circles and the distance
of writing lines never do.
"""

from dataclasses import dataclass, replace

from mat_desktop.paper.drawing import MM


@dataclass(frozen=True, kw_only=True)
class Measures:
    """Sizes of type with their leading, what is crossed, and how far apart rows stand."""

    body: float = 11.0
    leading: float = 15.0
    title: float = 24.0
    title_high: float = 12 * MM
    section: float = 14.0
    question: float = 11.5
    goal: float = 12.0
    step: float = 10.5
    step_leading: float = 12.5
    small: float = 9.5
    small_leading: float = 12.5
    circle: float = 6.6 * MM
    step_circle: float = 6 * MM
    track_circle: float = 6.8 * MM
    tick: float = 5 * MM
    line: float = 9 * MM
    square: float = 6.6 * MM
    letter: float = 13.0
    indent: float = 9.6 * MM
    section_head: float = 9.4 * MM
    before_section: float = 4.5 * MM
    row: float = 8.2 * MM
    rating_row: float = 8.8 * MM
    step_words: float = 9.5 * MM
    step_row: float = 8.5 * MM
    around_step: float = 9.0
    ladder_columns: int = 1
    head: float = 10.5
    foot: float = 33 * MM
    kept_foot: float = 19 * MM
    qr: float = 16 * MM
    code: float = 14.0
    number: float = 15.0
    body_top: float = 3.2 * MM
    after_goal: float = 2.6 * MM
    after_complaint: float = 2.2 * MM
    after_circles: float = 5.0
    stem_leading: float = 15.0
    goal_leading: float = 16.0
    after_rows: float = 3.0
    all_anchors: bool = True
    abreast: int = 2
    """In large print, how many circles of a question stand beside each other."""
    large: bool = False


STANDARD = Measures()
TIGHT = replace(
    STANDARD,
    section_head=8.6 * MM,
    before_section=2.2 * MM,
    row=7.6 * MM,
    step_words=8.5 * MM,
    title_high=9.8 * MM,
    body_top=1.6 * MM,
    after_goal=1.6 * MM,
    after_complaint=1 * MM,
    after_circles=3.5,
    stem_leading=13.5,
    all_anchors=False,
)
CLOSE = replace(
    TIGHT,
    section_head=7.9 * MM,
    before_section=1.6 * MM,
    row=7.2 * MM,
    step_words=7.7 * MM,
    goal_leading=14.0,
    after_rows=1.5,
)
LARGE = Measures(
    body=16.0,
    leading=21.0,
    title=30.0,
    title_high=15 * MM,
    section=20.0,
    question=16.0,
    goal=17.0,
    step=16.0,
    step_leading=20.0,
    small=14.0,
    small_leading=18.0,
    circle=9 * MM,
    step_circle=8.6 * MM,
    track_circle=9 * MM,
    tick=7 * MM,
    line=12 * MM,
    square=9 * MM,
    letter=18.0,
    indent=14 * MM,
    section_head=12.5 * MM,
    before_section=6 * MM,
    row=12 * MM,
    rating_row=23 * MM,
    stem_leading=21.0,
    step_row=12.5 * MM,
    head=14.0,
    foot=36 * MM,
    kept_foot=22 * MM,
    qr=19 * MM,
    code=20.0,
    number=22.0,
    goal_leading=21.0,
    large=True,
)
LARGE_TIGHT = replace(
    LARGE,
    leading=20.0,
    stem_leading=20.0,
    title_high=12 * MM,
    body_top=1.6 * MM,
    section_head=10.5 * MM,
    before_section=3 * MM,
    step_row=10 * MM,
    rating_row=19.5 * MM,
    goal_leading=20.0,
    after_goal=1.6 * MM,
    after_complaint=1 * MM,
    after_circles=3.5,
    all_anchors=False,
    abreast=4,
)
LARGE_CLOSE = replace(LARGE_TIGHT, ladder_columns=2, around_step=6.0, before_section=1.6 * MM, after_goal=1.2 * MM)
MARGIN, TOP = 15 * MM, 12 * MM
"""Left and right, and above."""
