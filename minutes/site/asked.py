"""What an address asks for. Nothing in it that cannot be used is passed over in silence: each such thing is a sentence for the page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound

from minutes.days import read
from minutes.language import _
from minutes.names import code
from minutes.query import money


class Asked:
    """The parameters of an address that say something, and a sentence for each that cannot be used. `side` is the page."""

    def __init__(self, request: Any, known: Collection[str]) -> None:
        said = {name: request.args.get(name).strip() for name in request.args}
        self.values = {name: value for name, value in said.items() if value and name in known}
        self.side = said.get("side") or "1"
        more = (name for name in said if name not in known and name != "side")
        self.problems = [_("Siden kender ikke {name}. Den kender {known}.", name=name, known=", ".join((*known, "side"))) for name in more]

    def text(self, name: str) -> str:
        """What is asked for, "" for nothing."""
        return self.values.get(name, "")

    def one_of(self, name: str, choices: Collection[str], *words: Mapping[str, str]) -> str:
        """The same where only some words can be asked for; those that people read for them (`words`: choice → its word) do too."""
        value = self.text(name)
        value = next((meant for table in words if (meant := code(value, table)) and meant in choices), value)
        if value and value not in choices:
            self.problems.append(_("{name}: {value} kendes ikke; der er {all}.", name=name, value=value, all=", ".join(choices)))
            return ""
        if value:
            self.values[name] = value
        return value

    def day(self, name: str, last: bool = False) -> date | None:
        """A day; of a month or a year the first or the `last`."""
        value = self.text(name)
        if value and not (found := read(value, last)):
            self.problems.append(_("{value} er ingen dato; skriv 2024-05-31 eller 31.5.2024", value=value) + ".")
        return found if value else None

    def kroner(self, name: str) -> Decimal | None:
        """An amount."""
        value = self.text(name)
        if value and (found := money(value)) is None:
            self.problems.append(_('{value} er intet beløb; skriv 250000, 250.000 eller "1,5 mio."', value=value))
        return found if value else None

    def page(self, number: int, rows: int) -> tuple[int, int, dict[int, str]]:
        """The page asked for, the last one, and the addresses (-1, 1) of the pages beside it. Raises NotFound."""
        last = max(-(-number // rows), 1)
        if not (self.side.isdecimal() and len(self.side) < 9 and 1 <= int(self.side) <= last):
            raise NotFound(self.side)
        page = int(self.side)
        return page, last, {step: self.address(side=str(page + step)) for step in (-1, 1) if 1 <= page + step <= last}

    def address(self, **more: str) -> str:
        """The same question once more, as the end of an address."""
        return "?" + urlencode({**self.values, **more}) if self.values or more else ""
