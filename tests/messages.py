"""Every sentence that a user may read: the Danish ones need an English one, the help texts (in English) a Danish one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click

import cli
from commands.speaking import HELP
from minutes import retold
from minutes.checks import checks, page_of
from minutes.criteria import load
from minutes.criteria.reading import TYPES
from minutes.site.tables import LISTINGS
from tests.program import ROOT

TEMPLATE = re.compile(r"(?=.*\{[a-z_]+\})(?=.* )[A-ZÆØÅ{].*", re.S)
MARKED = re.compile(r"""_\((["'])(.+?)\1[,)]""")
TABLES = {
    "minutes/report/rows.py": ("head",),
    "minutes/report/text.py": ("LABELS",),
    "minutes/report/standing.py": ("STANDINGS",),
    "minutes/names.py": ("RECORDS", "SEVERITIES", "FOUND", "VERDICTS", "CLAIMS", "COUNTED", "DOCUMENTS", "OUTCOMES", "PER", "UNITS"),
    "minutes/site/pages.py": ("ERRORS",),
    "minutes/criteria/told.py": ("LABELS",),
    "minutes/criteria/show.py": ("MEASURED",),
    "minutes/criteria/evaluate.py": ("ANSWERS",),
    "minutes/criteria/words.py": ("STATUSES", "CONFIDENCES"),
    "minutes/shown.py": ("LABELS",),
    "minutes/doctor.py": ("GOOD", "WORTH_KNOWING", "BAD"),
    "extractors/ingest/progress.py": ("SEVERITIES",),
    "extractors/reading/pdf.py": ("DAMAGED", "LOCKED"),
    "extractors/reading/__init__.py": ("NOT_TEXT",),
}
"""Names of tables and constants whose words are translated when they are shown."""


def sources() -> Iterator[Path]:
    """The files that speak."""
    yield from (path for room in ("minutes", "extractors", "commands") for path in sorted((ROOT / room).rglob("*.py")))
    yield ROOT / "cli.py"


def templates() -> set[str]:
    """What the checks say: sentences with `{names}` to fill in."""
    found = set()
    for path in (ROOT / "minutes" / "checks").rglob("*.py"):
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


def reasons() -> set[str]:
    """Why a claim could not be verified: what is given as a `reason`, or to `unverifiable`, or answered to who asks why, in words
    or by the name of a constant."""
    found: set[str] = set()
    for path in (ROOT / "minutes" / "checks").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        given = [k.value for call in calls for k in call.keywords if k.arg == "reason"]
        given += [call.args[0] for call in calls if _name(call.func) == "unverifiable" and call.args]
        asked = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and "why" in node.name]
        given += [node.value for one in asked for node in ast.walk(one) if isinstance(node, ast.Return) and node.value]
        named = {_name(part) for value in given for part in ast.walk(value)} - {None}
        given += [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and named & {*map(_name, node.targets)}]
        parts = [part for value in given for part in ast.walk(value) if isinstance(part, ast.Constant)]
        found |= {part.value for part in parts if isinstance(part.value, str) and " " in part.value}
    return found


def _name(node: ast.AST) -> str | None:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def marked() -> set[str | tuple[str, str]]:
    """What is marked with `_(...)` in code and templates, pairs of one and many, and the tables of words."""
    found: set[str | tuple[str, str]] = set()
    for path in (ROOT / "minutes").rglob("*.html"):
        found |= {m[2] for m in MARKED.finditer(path.read_text(encoding="utf-8"))}
    found |= {*retold.TEMPLATES, *TYPES.values()}
    found |= {word for listing in LISTINGS.values() for word in (listing.name, *(head for head, _style in listing.heads))}
    found |= {c.population for r in load().rule_sets.values() for c in r.criteria.values() if c.population}
    for path in sources():
        found |= set(_called(path)) | set(_tabled(path))
    return found


def _called(path: Path) -> Iterator[str | tuple[str, str]]:
    """The sentences of `_(sentence, ...)` and the nouns of `count(n, one, many)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            if node.func.id == "_" and words:
                yield words[0]
            elif node.func.id == "count" and len(words) == 2:
                yield words[0], words[1]


def _tabled(path: Path) -> Iterator[str | tuple[str, str]]:
    names = TABLES.get(path.relative_to(ROOT).as_posix(), ())
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and names:
            several = isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
            for target, value in zip(node.targets[0].elts, node.value.elts, strict=True) if several else [(node.targets[0], node.value)]:
                if getattr(target, "id", "") in names:
                    yield from _texts(ast.literal_eval(value))
        if names == ("head",) and isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            yield from (name.value for name in node.value.elts[:1] if isinstance(name, ast.Constant))


def _texts(value: object) -> Iterator[str | tuple[str, str]]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
    else:
        yield value


def helped() -> set[str]:
    """The help of every command and option, the headings above the commands, and the pages of the checks by paragraph."""
    found = {*cli.SECTIONS, cli.main.help, HELP}
    for command in (cli.main, *cli.main.commands.values()):
        found.add(command.help)
        found |= {param.help for param in command.params if isinstance(param, click.Option)}
    return found | {part for name in checks() for part in page_of(name).text.split("\n\n")}
