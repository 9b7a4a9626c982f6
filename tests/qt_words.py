"""What a failure shows of the messages that Qt wrote meanwhile: those that matter, and not the hundreds that do not.

The platform without a screen cannot raise windows or tell them their sizes, and says so each time. `qt_log_ignore`
keeps that from failing a test; pytest-qt lists it all the same, and what went wrong was lost among it.
"""

from collections.abc import Generator

import pytest

_SECTION, _IGNORED = "Captured Qt messages", " (IGNORED)"


def that_matter(messages: str) -> str:
    """The lines of pytest-qt without those that `qt_log_ignore` names."""
    return "\n".join(line for line in messages.splitlines() if not line.endswith(_IGNORED))


class Quiet:
    """Takes the ignored messages out of what a failure shows."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """After pytest-qt has added its section: keep of it what matters, or nothing."""
        report = yield
        sections = getattr(report.longrepr, "sections", [])
        kept = [(name, that_matter(text) if name == _SECTION else text, sep) for name, text, sep in sections]
        sections[:] = [one for one in kept if one[1] or one[0] != _SECTION]
        return report
