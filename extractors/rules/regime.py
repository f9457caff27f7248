"""What a statement is to be held against, and what the next sentence or paragraph has from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from extractors.rules.own_day import OwnDay


@dataclass(frozen=True, slots=True)
class Regime:
    """What a statement is to be held against.

    `kind` of list (None: not said), `bound` where that is said: sentence, passage, heading, section or "". `first` to `last`: the days
    spoken of, None when nothing says; `dated` where that is said, "document" or "window" for the document's own
    (extractors.rules.own_day). `since`: the text says that
    it has been so all the time. `mood`: stated, proposal, change, history, own or denied. `proposed`: a proposal was told under this
    heading before. `topic`: words of rules or lists stand near. `kinds`: the lists named in the sentence, `near` those in its paragraph
    and the next. `retold`: the proposal that the sentence retells (extractors.rules.moods).
    """

    kind: str | None = None
    bound: str = ""
    first: date | None = None
    last: date | None = None
    dated: str = ""
    since: bool = False
    mood: str = "stated"
    proposed: bool = False
    topic: bool = False
    kinds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    retold: str = ""


def as_of(regime: Regime, other: Regime | OwnDay) -> Regime:
    """The same of the days of another."""
    return replace(regime, first=other.first, last=other.last, dated=other.dated)


def on_days(regime: Regime, first: date | None, last: date | None, dated: str = "sentence") -> Regime:
    """The same of the days from `first` to `last`, which the sentence says itself."""
    return replace(regime, first=first, last=last, dated=dated, since=False)


def in_year(regime: Regime, year: int) -> Regime:
    """The same of a year that the sentence says itself."""
    return on_days(regime, date(year, 1, 1), date(year, 12, 31))


def demoted(regime: Regime, to: str) -> Regime:
    """The same as something said further up."""
    if "sentence" not in (regime.bound, regime.dated):
        return regime
    bound, dated = (to if place == "sentence" else place for place in (regime.bound, regime.dated))
    return replace(regime, bound=bound, dated=dated)


def new_paragraph(heading: Regime, section: Regime) -> Regime:
    """What a new paragraph has from its heading, else from the paragraphs before it under the same heading."""
    kind, bound = (heading.kind, "heading") if heading.kind else (section.kind, "section")
    dated = heading if heading.dated == "heading" else section
    return replace(
        heading,
        kind=kind,
        bound=bound if kind else "",
        first=dated.first,
        last=dated.last,
        dated="heading"
        if dated is heading and heading.dated == "heading"
        else "section"
        if dated.dated in ("sentence", "section")
        else dated.dated,
        topic=heading.topic or section.topic,
        since=False,
        proposed=section.proposed,
    )


def carried(section: Regime, said: Regime) -> Regime:
    """What a section's later paragraphs may have from this sentence."""
    topic, proposed = section.topic or said.topic, section.proposed or said.mood == "proposal"
    if (topic, proposed) != (section.topic, section.proposed):
        section = replace(section, topic=topic, proposed=proposed)
    if said.bound == "sentence":
        section = replace(section, kind=said.kind, bound="section")
    if (
        said.dated == "sentence"
        and said.mood == "stated"
        and said.last
        and (section.dated != "section" or section.last is None or said.last >= section.last)
    ):
        section = replace(section, first=said.first, last=said.last, dated="section")
    elif section.first is None and said.dated in ("document", "window"):
        section = as_of(section, said)
    return section
