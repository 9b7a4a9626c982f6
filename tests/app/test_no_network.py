import ast
from pathlib import Path

import mat_desktop

SPEAK_TO_OTHERS = frozenset(
    {
        *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "webbrowser"),
        *("socketserver", "asyncio", "telnetlib", "requests", "httpx", "aiohttp", "urllib3"),
        *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
    }
)
"""Modules by which a program reaches beyond the computer."""
ASKS_ANOTHER_PROGRAM_TO = "openUrl"


def imported_by(tree: ast.Module) -> set[str]:
    """Every module that is imported, with those above it, and what is imported from it."""
    names = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {".".join(name.split(".")[:n]) for name in names for n in range(1, name.count(".") + 2)}


def test_no_part_of_the_program_can_speak_to_another_computer():
    house = Path(mat_desktop.__file__).parent
    sources = {path: path.read_text("utf-8") for path in house.rglob("*.py")}
    assert len(sources) > 100
    assert [path.name for path, said in sources.items() if imported_by(ast.parse(said)) & SPEAK_TO_OTHERS] == []
    assert [path.name for path, said in sources.items() if ASKS_ANOTHER_PROGRAM_TO in said] == []


def test_a_module_that_can_is_found_however_it_is_imported():
    for line in ("import socket", "from http.client import HTTPConnection", "from PySide6 import QtNetwork"):
        assert imported_by(ast.parse(line)) & SPEAK_TO_OTHERS, line
