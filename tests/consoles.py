"""The examples in the documentation: found, run, and compared with what they say.

A block marked ```console holds lines that begin with "$ " and the output that follows each; "..." in the output stands for anything.
All examples of one file run one after the other in one folder that holds the corpus as `referater/`.
`python -m tests.consoles` writes what the commands say now into the pages (lines with "..." are kept as they are).
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.program import COMMAND, MADE, ROOT, environment

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = ("fjordby_", "vesteraa_", "soeholm_", "nordvang_")
"""The documents of the corpus that the examples are about begin so."""
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Example:
    """A command line and the output that the page shows for it."""

    command: str
    output: str


def examples(page: str) -> list[Example]:
    """Every example of a page, in order."""
    found = []
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append(Example(command, output.strip("\n")))
    return found


def folder(path: Path) -> Path:
    """A working folder with the corpus in it, and a draft of our own."""
    (path / "referater").mkdir()
    for pdf in sorted(MADE.glob("*.pdf")):
        if pdf.name.startswith(SHOWN):
            shutil.copy(pdf, path / "referater")
    return path


def run(command: str, cwd: Path) -> str:
    """What a command prints, stderr included, in a pipe and without colour."""
    env = environment(COLUMNS="120", LANG="C.UTF-8")
    script = f'minutes() {{ {shlex.join(COMMAND)} "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", script], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def agrees(said: str, shown: str) -> bool:
    """Is the output what the page shows, with "..." for anything?"""
    pattern = ".*?".join(re.escape(part) for part in shown.split("..."))
    return re.fullmatch(pattern, said, re.S) is not None


def update(page: Path) -> None:
    """Write into a page what its commands say now."""
    with tempfile.TemporaryDirectory() as where:
        cwd, text = folder(Path(where)), page.read_text(encoding="utf-8")
        for example in examples(text):
            said = run(example.command, cwd)
            if not agrees(said, example.output):
                shown = f"$ {example.command}\n" + (f"{example.output}\n" if example.output else "")
                text = text.replace(shown, f"$ {example.command}\n{said}\n", 1)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for name in PAGES:
        update(name)
