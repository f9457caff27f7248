"""The program as its users start it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MADE = ROOT / "corpus" / "made"
COMMAND = [sys.executable, str(ROOT / "cli.py")]


def environment(**more: str) -> dict[str, str]:
    """No colour, no language asked for, and this tree before any that is installed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("LANGUAGE", "MINUTES_LANG", "COLUMNS")}
    return {**kept, "NO_COLOR": "1", "PYTHONPATH": str(ROOT), **more}


def minutes(*arguments: str | Path, cwd: Path, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `minutes` in a folder, in a pipe; `typed` stands on its standard input, `more` is added to the environment."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment(**more), capture_output=True, text=True, timeout=120, input=typed)
