"""Numbers in words."""

_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def counted(number: int, one: str, many: str = "") -> str:
    """`1 person`, `9 people`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """`two` up to twelve, figures beyond."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def signed(level: int) -> str:
    """`+2`, `0`, `−1` with a true minus sign."""
    return f"+{level}" if level > 0 else f"−{-level}" if level < 0 else "0"
