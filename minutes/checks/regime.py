"""The rules that a statement is to be held against, and where a stated limit or number belongs when it does not belong there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from minutes.criteria import Criteria, RuleSet
from minutes.records import Claim

NEAR = timedelta(days=240)
"""A proposal or agreement is on the table so long before and after a day that a document may speak of it without saying so."""
SETTLED = timedelta(days=60)
"""A law that takes effect within this time is spoken of as the law."""
FORESEEN = timedelta(days=330)
"""A law to come within this time is known, and told without saying that it is to come."""
_YEARS = 500
"""A longer stretch of days is one of years, "fra 2014 til 2018", whose lists are those of 1 February and 1 December."""
FIRM = ("sentence", "passage", "heading")
FIRST_RULES = date(2010, 10, 26)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a claim speaks of: kind of list, days, and how firmly each is said."""

    kind: str | None
    first: date | None
    last: date | None
    dated: str
    bound: str
    mood: str
    since: bool = False
    row: bool = False
    other_kinds: bool = False
    proposed: bool = False
    near: frozenset[str] = frozenset()

    @property
    def firm(self) -> bool:
        """Do the words themselves say which day they speak of?"""
        return self.dated in FIRM and not self.row

    def may_be(self, proposal: RuleSet | None) -> bool:
        """May the words be of that proposal, told elsewhere in the text or known to every reader of the time?"""
        unsaid = self.row or self.proposed or not self.firm and self.dated != "section"
        if proposal and self.last and proposal.first > self.last + SETTLED:
            return False
        return unsaid and (self.first is None or proposal is None or proposal.last is None or self.first <= proposal.last + NEAR)

    @property
    def sure_kind(self) -> bool:
        """Do the words near by say which list they speak of, and no other?"""
        return self.kind is not None and self.bound in FIRM and not self.other_kinds


def scope(claim: Claim) -> Scope:
    """The scope of a claim."""
    said = claim.extra
    first, last = (date.fromisoformat(said[k]) if said.get(k) else None for k in ("first", "last"))
    return Scope(
        said.get("kind"),
        first,
        last,
        said.get("dated", ""),
        said.get("bound", ""),
        said.get("mood", "stated"),
        bool(said.get("since")),
        bool(said.get("row")),
        len(said.get("kinds", ())) > 1,
        bool(said.get("proposed")),
        frozenset(said.get("named_near", ())),
    )


def overlapping(rules: Criteria, kind: str | None, first: date, last: date, *statuses: str) -> list[RuleSet]:
    """The rule sets that governed any day from `first` to `last`. Before there was a list of its own, "udsat" meant the one list."""
    found = [r for r in rules.of_kind(kind, *statuses) if r.first <= last and (r.last is None or first <= r.last)]
    return found or (overlapping(rules, "ghetto", first, last, *statuses) if kind in ("udsat", "haard") else [])


def governing(rules: Criteria, said: Scope) -> list[RuleSet]:
    """The rule sets in force on the days that are spoken of."""
    if said.first is None or said.last is None:
        return []
    kind = said.kind if said.sure_kind else None
    if (said.last - said.first).days > _YEARS and said.last.month == 12:
        return overlapping(rules, kind, max(said.first, date(said.first.year, 2, 1)), date(said.last.year, 11, 30), "law", "local")
    soon = [r for r in rules.of_kind(kind, "law") if kind and said.last < r.first <= said.last + SETTLED and not said.firm]
    return overlapping(rules, kind, said.first, said.last, "law", "local") or soon


def of_all_kinds(rules: Criteria, said: Scope) -> list[RuleSet]:
    """The rule sets in force on those days for any list."""
    return overlapping(rules, None, said.first, said.last, "law", "local") if said.first and said.last else []


_PASSED = re.compile(r"\b(?:indfør\w*|vedt[ao]g\w*|gennemfør\w*|trådte|lovændring\w*|lov nr\.)", re.I)
_THEN = re.compile(r"\b(?:dengang|den gang|daværende|på det tidspunkt)\b", re.I)
_EARLIER = re.compile(r"\b(?:gamle|tidligere|hidtil\w*|forhen|før)\b", re.I)


def coming(rules: Criteria, said: Scope, claim: Claim) -> list[RuleSet]:
    """The laws that take effect soon after the days of their passing, which the text tells: "i november 2018 indførte Folketinget"."""
    if not said.last or not _PASSED.search(claim.source.quote):
        return []
    return [r for r in rules.of_kind(None, "law") if said.last < r.first <= said.last + SETTLED]


def bygone(said: Scope, claim: Claim) -> bool:
    """Is it history of days that the text does not say: "tidligere", not "i 2014", nor "dengang" after a sentence on 2014?"""
    quote = claim.source.quote
    then = said.dated == "passage" and _THEN.search(quote) and not _EARLIER.search(quote)
    return said.mood == "history" and said.dated != "sentence" and not then


def newest(rule_sets: list[RuleSet]) -> RuleSet:
    """Of the rules that the words may mean, the newest of the first one's kind."""
    return max((r for r in rule_sets if r.kind == rule_sets[0].kind), key=lambda r: r.first)


def on_the_table(rules: Criteria, said: Scope) -> list[RuleSet]:
    """Proposals and agreements of that time, and the law that was about to take effect."""
    if said.first is None or said.last is None:
        return list(rules.of_kind(None, "proposal", "agreement"))
    first, last = said.first - NEAR, said.last + NEAR
    return overlapping(rules, None, first, last, "proposal", "agreement") + [
        r for r in rules.of_kind(None, "law") if said.last < r.first <= last
    ]


_PASSING = timedelta(days=150)
"""No bill for the lists took longer to become law."""


def proposed(rules: Criteria, said: Scope, claim: Claim) -> list[RuleSet]:
    """The one proposal that a sentence retells, or the law that a bill became: of its list and time, and of no other rule beside it."""
    retold = claim.extra.get("retold")
    if not retold or not said.first:
        return []
    if retold == "bill":
        return [r for r in rules.of_kind(said.kind, "law") if -SETTLED <= r.first - said.first <= _PASSING]
    return [r for r in on_the_table(rules, said) if r.status == "proposal" and r.first <= said.first and said.kind in (None, r.kind)]


@dataclass(frozen=True, slots=True)
class Belongs:
    """Where a statement that does not hold belongs: past, future, other (another list in force), proposal or never."""

    where: str
    rule_set: RuleSet | None = None


def belongs(rules: Criteria, said: Scope, fits: Callable[[RuleSet], bool]) -> Belongs:
    """The rule set that the statement fits, the nearest in time first."""
    fitting = [r for r in rules.rule_sets.values() if fits(r)]
    day = said.last or date.max

    def of(where: str, found: Iterable[RuleSet]) -> Belongs | None:
        chosen = min(found, key=lambda r: abs((r.first - day).days), default=None)
        return Belongs(where, chosen) if chosen else None

    laws = [r for r in fitting if r.status == "law"]
    return (
        of("other", (r for r in laws if said.first and r.first <= day and (r.last is None or r.last >= said.first)))
        or of("past", (r for r in laws if said.first and r.last and r.last < said.first))
        or of("proposal", (r for r in fitting if r.status != "law" and (said.last is None or r.first <= said.last + NEAR)))
        or of("future", (r for r in laws if r.first > day))
        or Belongs("never")
    )


def doubt(said: Scope, home: Belongs) -> str | None:
    """What speaks against a finding: "holds" when the words may well mean the rule that the statement fits, "note" when they perhaps do."""
    rule_set = home.rule_set
    if rule_set is None:
        return None
    if home.where == "other":
        named = said.bound == "sentence" and not said.other_kinds
        return "holds" if (said.row or rule_set.kind in said.near) and not named else None
    if home.where == "proposal":
        return "note" if said.may_be(rule_set) else None
    if home.where == "future" and said.last and not said.firm and not (said.sure_kind and rule_set.kind != said.kind):
        ahead = rule_set.first - said.last
        return "holds" if ahead <= SETTLED else "note" if ahead <= FORESEEN else None
    return None
