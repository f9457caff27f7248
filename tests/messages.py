"""Every Danish sentence that a user may read and that has to have an English one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "minutes"
TEMPLATE = re.compile(r"(?=.*\{[a-z_]+\})(?=.* )[A-ZÆØÅ{].*", re.S)
MARKED = re.compile(r"""_\((["'])(.+?)\1\)""")
TABLES = {"rows.py": ("head",), "html.py": ("SEVERITY_NAMES",), "ledger.py": ("VERDICTS",), "standing.py": ("STANDINGS",)}
"""Files whose tables of words are translated when they are shown, and the names of the tables."""


def templates() -> set[str]:
    """What the checks say: sentences with `{names}` to fill in."""
    found = set()
    for path in (PACKAGE / "checks").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in inside | docs
                and TEMPLATE.fullmatch(node.value)
            ):
                found.add(node.value)
    return found


def marked() -> set[str]:
    """What reports say: marked with `_(...)` in code and templates, and the tables of words."""
    found = {m[2] for path in (PACKAGE / "templates").glob("*.html") for m in MARKED.finditer(path.read_text(encoding="utf-8"))}
    for path in (PACKAGE / "report").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {text for call in ast.walk(tree) if isinstance(call, ast.Call) and _translates(call.func) for text in _texts(call)}
        found |= {text for node in ast.walk(tree) if _is_table(node, TABLES.get(path.name, ())) for text in _texts(node.value)}
        found |= {
            name.value
            for node in ast.walk(tree)
            if path.name == "rows.py" and isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple)
            for name in node.value.elts[:1]
            if isinstance(name, ast.Constant)
        }
    return found


def _translates(func: ast.expr) -> bool:
    return isinstance(func, ast.Name) and func.id == "_" or isinstance(func, ast.Call) and getattr(func.func, "id", "") == "translator"


def _is_table(node: ast.AST, names: tuple[str, ...]) -> bool:
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in names


def _texts(node: ast.AST) -> Iterator[str]:
    values = node.values if isinstance(node, ast.Dict) else [node]
    for value in values:
        yield from (n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str))
