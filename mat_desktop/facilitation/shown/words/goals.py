"""How goals are counted."""

from mat_desktop.workshop.goals.goal import GoalKind

KINDS: dict[GoalKind, str] = {
    GoalKind.NUMBER: "number",
    GoalKind.HABIT: "habit",
    GoalKind.MILESTONE: "milestone",
    GoalKind.RELATION: "relation",
}
