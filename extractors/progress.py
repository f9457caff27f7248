"""How far an ingest is: a bar in a terminal, plain lines elsewhere, JSON Lines for programs; and its summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields

from extractors.ingest import Summary, Teller
from minutes.terminal import visible

STATES = {"read": "læst", "known": "kendt i forvejen", "failed": "ikke læst"}
EVERY = 100
"""Plain output says how far it is once in so many files."""


class Plain:
    """Lines on stderr: every failure, and now and then the count."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write, self.total, self.done = write, 0, 0

    def begin(self, files: int) -> None:
        self.total = files

    def file(self, path: str, state: str, reason: str = "", pages: int = 0) -> None:
        self.done += 1
        if state == "failed":
            self.line(f"{visible(path)}: {visible(reason)}")
        if self.done % EVERY == 0:
            self.line(f"{self.done} af {self.total} filer")

    def line(self, text: str) -> None:
        self.write(text)

    def close(self) -> None:
        """Nothing is left on the screen."""


class Json(Plain):
    """One JSON object for each file."""

    def file(self, path: str, state: str, reason: str = "", pages: int = 0) -> None:
        self.write(json.dumps({"path": path, "state": state, "reason": reason or None, "pages": pages}, ensure_ascii=False))

    def line(self, text: str) -> None:
        print(text, file=sys.stderr)


class Bar(Plain):
    """A bar with the rate and the time left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        texts = (TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[name]}"))
        self.progress = Progress(BarColumn(), MofNCompleteColumn(), *texts, console=Console(stderr=True), transient=True)
        super().__init__(lambda text: self.progress.console.print(text, markup=False, highlight=False, soft_wrap=True))
        self.pages = 0

    def begin(self, files: int) -> None:
        self.progress.start()
        self.task = self.progress.add_task("", total=files, rate="", name="")

    def file(self, path: str, state: str, reason: str = "", pages: int = 0) -> None:
        self.pages += pages
        if state == "failed":
            self.line(f"{visible(path)}: {visible(reason)}")
        elapsed = self.progress.tasks[0].elapsed or 0
        rate = f"{self.pages / elapsed:.0f} sider/s" if elapsed > 1 else ""
        self.progress.update(self.task, advance=1, rate=rate, name=visible(path.rpartition("/")[2])[:40])

    def close(self) -> None:
        self.progress.stop()


def teller(as_json: bool, write: Callable[[str], None]) -> Teller:
    """What fits where the output goes."""
    if as_json:
        return Json(write)
    return Bar() if sys.stderr.isatty() else Plain(lambda text: print(text, file=sys.stderr))


def summary_json(said: Summary) -> str:
    """The summary as one JSON object."""
    return json.dumps({"summary": {f.name: getattr(said, f.name) for f in fields(said)}}, ensure_ascii=False)


def summary(said: Summary) -> Iterator[str]:
    """The summary in a few lines."""
    yield f"{said.read} læst ({said.pages} sider), {said.known} kendt i forvejen, {len(said.failed)} ikke læst" + (
        f"; {said.pages / said.seconds:.0f} sider i sekundet" if said.read and said.seconds > 0 else ""
    )
    if said.read:
        names = {"items": "punkter", "decisions": "beslutninger", "amounts": "beløb", "figures": "tal", "thresholds": "grænser",
                 "annexes": "bilag", "unread": "steder, der ikke kunne læses"}
        yield "Fundet: " + ", ".join(f"{said.records[table]} {name}" for table, name in names.items())
        held, differ, open_ = (said.verdicts[v] for v in ("holds", "differs", "unverifiable"))
        yield f"Efterprøvet: {held + differ + open_} udsagn, {held} passer, {differ} passer ikke, {open_} kan ikke efterprøves"
        found = said.findings
        yield f"Fund: {found['error']} fejl, {found['warning']} advarsler, {found['note']} bemærkninger"
    if said.interrupted:
        yield "Afbrudt. Kør samme kommando igen for at fortsætte, hvor der blev sluppet."
