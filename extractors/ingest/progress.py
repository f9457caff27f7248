"""How far an ingest is: a bar in a terminal, plain lines elsewhere, JSON Lines for programs; and its summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from minutes.language import _, count, grouped
from minutes.names import COUNTED
from minutes.terminal import printable

if TYPE_CHECKING:
    from extractors.ingest.run import Summary, Teller

SEVERITIES = {"error": ("fejl", "fejl"), "warning": ("advarsel", "advarsler"), "note": ("note", "noter")}
ENOUGH_FOR_A_RATE = 50
"""With fewer pages the time goes to the start."""
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
            self.line(f"{printable(path)}: {printable(reason)}")
        if self.done % EVERY == 0:
            self.line(_("{done} af {files}", done=grouped(self.done), files=count(self.total, "fil", "filer")))

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
            self.line(f"{printable(path)}: {printable(reason)}")
        elapsed = self.progress.tasks[0].elapsed or 0
        rate = _("{pages} sider/s", pages=round(self.pages / elapsed)) if elapsed > 1 else ""
        self.progress.update(self.task, advance=1, rate=rate, name=printable(path.rpartition("/")[2])[:40])

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
    pages = count(said.pages, "side", "sider")
    rate = _("; {n} sider i sekundet", n=round(said.pages / said.seconds)) if said.pages >= ENOUGH_FOR_A_RATE else ""
    documents = count(said.read, "dokument", "dokumenter")
    told = _("{documents} læst ({pages}), {known} kendt i forvejen, {failed} ikke læst")
    yield told.format(documents=documents, pages=pages, known=grouped(said.known), failed=grouped(len(said.failed))) + rate
    if said.read:
        yield _("Fundet: {records}", records=", ".join(count(said.records[table], *names) for table, names in COUNTED.items()))
        held, differ, open_ = (said.verdicts[verdict] for verdict in ("holds", "differs", "unverifiable"))
        yield _(
            "{checked} af {claims} efterprøvet: {held}, {differ}; {open} kan ikke afgøres",
            checked=grouped(held + differ),
            claims=count(held + differ + open_, "udsagn", "udsagn"),
            held=count(held, "holder", "holder"),
            differ=count(differ, "afviger", "afviger"),
            open=grouped(open_),
        )
        yield _("Fund: {found}", found=", ".join(count(said.findings[severity], *names) for severity, names in SEVERITIES.items()))
    if said.interrupted:
        yield _("Afbrudt. Kør samme kommando igen for at fortsætte, hvor der blev sluppet.")
