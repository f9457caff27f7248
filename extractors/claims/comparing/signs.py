"""Which side of nought a figure is on that words alone give its sign: "et underskud på 3,1 mio. kr."."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence

_CALLED = re.compile(
    r"\b(?:[a-zæøå]*(?P<loss>underskud|merforbrug|merudgift|mindreindtægt)|[a-zæøå]*(?:overskud|mindreforbrug|mindreudgift|merindtægt))"
)
_AFTER = re.compile(r" i (?P<called>(?:over|under)skud)\b")


def signed(near: list[Sentence], a: Mention, b: Mention, c: Mention | None = None) -> tuple[Mention, Mention]:
    """The two with a loss below nought, where the one is called a loss and the other a gain; else as they are.

    Where C, which they come to, is itself called a loss or a gain, it is what is left of the larger, and no way from the one to the other.
    """
    if c is not None and _side(near, c):
        return a, b
    one, other = (_side(near, m) for m in (a, b))
    if not one or one != -other or min(a.value, b.value) < 0:
        return a, b
    return (_below(a), b) if one < 0 else (a, _below(b))


def _side(near: list[Sentence], m: Mention) -> int:
    """-1 for what is called a loss, 1 for a gain, 0 for neither."""
    s = next((t for t in near if t.start <= m.start < t.end), None)
    if s is None or m.unit != "kr":
        return 0
    called = [*_CALLED.finditer(s.lead(m))]
    after = _AFTER.match(s.skeleton, s.position(m) + 1)
    found = _CALLED.match(after["called"]) if after else called[-1] if called else None
    return 0 if found is None else -1 if found["loss"] else 1


def _below(m: Mention) -> Mention:
    return replace(m, value=-m.value, low=-m.high, high=-m.low)
