"""The hooks before a commit: the project's own tools, and nothing from elsewhere."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def entries(word: str) -> list[str]:
    lines = (ROOT / ".pre-commit-config.yaml").read_text().splitlines()
    return [line.split(":", 1)[1].strip() for line in lines if line.strip().lstrip("- ").startswith(f"{word}:")]


def test_the_hooks_download_nothing():
    assert set(entries("repo")) == {"local"}
    assert set(entries("language")) == {"system"}


def test_the_hooks_are_linters_of_the_project_run_by_its_one_script():
    lint = (ROOT / "packaging" / "dev.py").read_text()
    tools = [entry.removeprefix("python3 packaging/dev.py tool ") for entry in entries("entry")]
    assert [tool.split()[0] for tool in tools] == ["ruff", "ruff", "mypy", "lint-imports"]
    for tool in tools:
        assert all(f'"{word}"' in lint for word in tool.split())
