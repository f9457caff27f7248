"""What is said of a published list against what was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from minutes.checks.regime import FIRM, FIRST_RULES, Scope, on_the_table, scope
from minutes.checks.verdict import Verdict, differs, holds, unverifiable, weight
from minutes.criteria import Area, Criteria, PublishedList, words
from minutes.criteria.areas import fold
from minutes.records import Claim, Document

SPLIT = date(2018, 12, 1)
"""Before this list there was one list, whatever it was called."""
_PAST = re.compile(r"\b(?:var|stod|været|blev|kom|figurerede|optrådte)\b", re.I)
_NEVER = re.compile(r"\baldrig\b", re.I)
_PART = 4
"""A number so many times smaller than the published one is told of some of the areas."""
_THIS_YEAR = re.compile(r"\b(?:i år|årets|nye \w*list\w*)\b", re.I)
_NEWEST = re.compile(r"\b(?:nye|årets|seneste) \w*list|\bi år\b", re.I)
TEMPLATES = {
    "count": "Listen {day} havde {computed} {kind}, ikke {stated} ({reference})",
    "count_other": "Listen {day} havde {computed} {kind}, ikke {stated}, som er tallet fra listen {other_day} ({reference})",
    "change": "Listen {day} havde {computed} {kind} og den forrige {before}, altså {difference}, ikke {stated} ({reference})",
    "on": "{area} i {municipality} stod ikke på listen over {kind} {day}; området var på {lists}",
    "off": "{area} i {municipality} stod på listen over {kind} {day}",
    "never": "{area} i {municipality} har ikke stået på de lister over {kind}, hvis navne kendes",
    "new": "{area} i {municipality} var ikke ny på listen {day}; området stod også på den forrige",
    "exclusive": "{area} i {municipality} stod {day} på listen over {kind} og er så ikke et forebyggelsesområde",
}


def judge_list(rules: Criteria, document: Document, claim: Claim) -> Verdict:
    """Hold one statement about a list against what was published."""
    said = scope(claim)
    if said.mood in ("own", "proposal"):
        return unverifiable("der tales ikke om en offentliggjort liste")
    if claim.relation == "list_change":
        return _change(rules, said, claim)
    return _count(rules, document, said, claim) if claim.relation == "list_count" else _member(rules, document, said, claim)


def _lists(rules: Criteria, said: Scope) -> list[PublishedList]:
    """The lists that the words may mean: those of the days said, else the last two before the document's own day."""
    if said.first is None or said.last is None:
        return []
    exact = rules.list_of(said.first) if said.first == said.last else None
    inside = (
        [exact]
        if exact
        else [
            x
            for x in rules.lists
            if said.first <= x.day <= said.last or not x.day_confirmed and said.first <= x.day.replace(day=28) and x.day <= said.last
        ]
    )
    if inside or said.dated in FIRM and said.first != said.last:
        return inside
    before = [x for x in rules.lists if x.day <= said.last]
    if said.dated in FIRM:
        last = before[-1:] if before and (said.last - before[-1].day).days < 360 else []
        last += [x for x in rules.lists if any(said.last == r.first for r in rules.rule_sets.values()) and said.last < x.day][:1]
        return last if said.last.day != 1 or said.last.month not in (2, 12) else []
    newest = before[-1] if before else None
    return before[-2:] if newest and (said.last - newest.day).days < 420 else []


def _kind(claim: Claim, published: PublishedList) -> str | None:
    kind = claim.extra.get("list_kind") or (None if claim.extra.get("generic") else claim.extra.get("kind"))
    if published.day < SPLIT:
        return "ghetto" if kind in ("udsat", "ghetto", None) else None
    return kind


def _count(rules: Criteria, document: Document, said: Scope, claim: Claim) -> Verdict:
    stated = claim.extra["count"]
    if said.mood == "history" and said.dated not in FIRM:
        return _once(rules, claim)
    lists = _lists(rules, said)
    if said.dated not in FIRM:
        named = {*claim.extra.get("kinds", ()), claim.extra.get("list_kind")} - {"ghetto", None}
        newest = _current(lists, said, claim) if _NEWEST.search(claim.source.quote) else []
        lists = _told_together(newest or [x for x in lists if x.day >= SPLIT or not named], document, claim)
    known = [(x, k, n) for x in lists for k, n in x.counts.items() if _kind(claim, x) in (None, k)]
    if not known:
        return unverifiable("listens antal kendes ikke")
    proposed = said.dated not in FIRM and not _NEWEST.search(claim.source.quote)
    told: list[tuple[int | None, str]] = [(n, f"listen {words.day(x.day)}: {n} {words.listed(k, x.day)}") for x, k, n in known]
    told += [(r.expected, f"{r.id}: {r.expected}") for r in on_the_table(rules, said)] if proposed else []
    if fitting := [text for n, text in told if n == stated]:
        return holds(fitting[0])
    if _kind(claim, known[0][0]) is None and len(known) > 1 and stated < 5:
        return unverifiable("det kan ikke ses, hvilken liste der tales om")
    published, kind, count = known[-1] if said.dated not in FIRM else known[0]
    if stated * _PART < count:
        return unverifiable("det kan være nogle få af områderne, der tales om")
    firm = said.dated in FIRM and _kind(claim, published) is not None
    other = next((x for x in reversed(rules.lists) if x.counts.get(kind) == stated), None)
    values = {
        "day": words.day(published.day),
        "computed": str(count),
        "stated": str(stated),
        "kind": words.listed(kind, published.day),
        "reference": published.origin.reference,
    }
    if other:
        values["other_day"] = words.day(other.day)
    return differs(
        weight(firm, published.origin.confidence),
        TEMPLATES["count_other" if other else "count"],
        values,
        stated=str(stated),
        computed=str(count),
    )


def _once(rules: Criteria, claim: Claim) -> Verdict:
    """ "Tidligere var der 15 parallelsamfund", of a list that is not named: was it the number on any?"""
    count = claim.extra["count"]
    was = [x.day for x in rules.lists for k, n in x.counts.items() if _kind(claim, x) in (None, k) and n == count]
    return holds(f"{_runs(was)}: {count}") if was else unverifiable("teksten siger ikke, hvilken tidligere liste der tales om")


def _told_together(lists: list[PublishedList], document: Document, claim: Claim) -> list[PublishedList]:
    """Of two lists the newest, where the other numbers of that day are its own alone."""
    others = [c for c in document.claims if c.relation == "list_count" and c is not claim and c.extra.get("first") == claim.extra["first"]]
    fitting = [[x for x in lists if x.counts.get(_kind(c, x) or "ghetto") == c.extra["count"]] for c in others]
    return lists[-1:] if lists[-1:] in fitting and lists[:1] not in fitting else lists


def _change(rules: Criteria, said: Scope, claim: Claim) -> Verdict:
    """ "To færre end året før": the numbers of the list and of the one before it."""
    steps = [
        (x, kind, before.counts[kind], x.counts[kind])
        for before, x in pairwise(rules.lists)
        if x in _lists(rules, said) and (kind := _kind(claim, x)) in x.counts and kind in before.counts
    ]
    more = claim.extra["more"]
    if not steps:
        return unverifiable("listernes antal kendes ikke")
    if made := [(x, before, count) for x, _, before, count in steps if count - before == more]:
        published, before, count = made[0]
        return holds(f"listen {words.day(published.day)}: {count} - {before} = {more:+d}")
    published, kind, before, count = steps[-1]
    if abs(more) > max(count, before):
        return unverifiable("det kan ikke ses, hvilken liste der tales om")
    values = {
        "day": words.day(published.day),
        "computed": str(count),
        "before": str(before),
        "kind": words.listed(kind, published.day),
        "difference": f"{count - before:+d}",
        "stated": f"{more:+d}",
        "reference": published.origin.reference,
    }
    severity = weight(said.dated in FIRM, published.origin.confidence)
    return differs(severity, TEMPLATES["change"], values, stated=f"{more:+d}", computed=f"{count - before:+d}")


def _member(rules: Criteria, document: Document, said: Scope, claim: Claim) -> Verdict:
    area = rules.find_area(claim.extra["area"])
    if area is None or not _same_place(area, claim, document):
        return unverifiable("navnet kan være et andet område i en anden kommune")
    if _NEVER.search(claim.source.quote) and not claim.extra["on"]:
        return _never(rules, area, said, claim)
    if said.since:
        return _all_since(rules, area, said, claim)
    lists = _lists(rules, said)
    if said.dated not in FIRM:
        if _PAST.search(claim.source.quote) and claim.extra["on"] and not claim.extra.get("now"):
            return _held(area.on, True) if area.on else unverifiable("listernes navne kendes ikke alle")
        lists = _current(lists, said, claim)
    if not lists:
        return unverifiable("teksten siger ikke, hvilken liste der tales om, eller listens navne kendes ikke")
    answers = [(x, _on(rules, area, x, claim)) for x in lists]
    if any(on is None for _, on in answers):
        return unverifiable("listens navne kendes ikke")
    right = [x for x, on in answers if on == claim.extra["on"]]
    if right:
        is_new = claim.extra.get("new") and claim.extra["on"]
        return _new(rules, area, right[0]) if is_new else _held([x.day for x in right], claim.extra["on"])
    if claim.extra["how"] in ("loose", "part", "similar"):
        return unverifiable("navnet kan være en del af det område, der stod på listen")
    return _member_differs(rules, area, answers[-1][0], claim, said)


def _current(lists: list[PublishedList], said: Scope, claim: Claim) -> list[PublishedList]:
    """The list that "er på listen" means: the newest, or one of the last two while the newest is only weeks old."""
    if not lists or said.last is None:
        return lists[-1:]
    of_this_year = _THIS_YEAR.search(claim.source.quote) and lists[-1].day.year == said.last.year
    return lists[-2:] if (said.last - lists[-1].day).days <= 30 and not of_this_year else lists[-1:]


def _on(rules: Criteria, area: Area, published: PublishedList, claim: Claim) -> bool | None:
    """Was it on the list of that kind? Every ghettoområde is udsat too, but which others were is not known: off the one list it may be
    on the other, and "ikke på listen" cannot be told."""
    on = rules.on_list(area, published)
    kind = claim.extra.get("list_kind") or _kind_by_count(rules, area, published, claim)
    if published.day < SPLIT or kind in (None, "ghetto"):
        return on if on or published.day < SPLIT or kind == "ghetto" or claim.extra.get("kind") == "ghetto" else None
    if kind == "haard":
        return rules.on_hard_list(area, published)
    if kind == "forebyggelse":
        return False if on else None
    return True if on else None


def _kind_by_count(rules: Criteria, area: Area, published: PublishedList, claim: Claim) -> str | None:
    """As many names as the municipality had on the list of ghettoområder, told to be all: it is that list."""
    there = sum(a.municipality == area.municipality and rules.on_list(a, published) is True for a in rules.areas)
    return "ghetto" if published.names == "all" and claim.extra.get("whole") == there else None


def _new(rules: Criteria, area: Area, published: PublishedList) -> Verdict:
    earlier = [x for x in rules.lists if x.day < published.day]
    if not earlier or rules.on_list(area, earlier[-1]) is not True:
        return _held([published.day], True)
    values = {"area": area.name, "municipality": area.municipality, "day": words.day(published.day)}
    return differs(
        weight(False, published.names_confidence), TEMPLATES["new"], values, stated="ny på listen", computed="også på den forrige liste"
    )


def _never(rules: Criteria, area: Area, said: Scope, claim: Claim) -> Verdict:
    """ "har aldrig været på listen": no list until then."""
    was = [x for x in rules.lists if x.day in area.on and (said.last is None or x.day <= said.last)]
    sure = claim.extra["how"] in ("name", "variant", "misspelt")
    return _member_differs(rules, area, was[-1], claim, said) if was and sure else unverifiable("listernes navne kendes ikke alle")


def _all_since(rules: Criteria, area: Area, said: Scope, claim: Claim) -> Verdict:
    """ "har stået på listen siden 2012": every list of the time; "ikke siden 2012": those of the years after."""
    lists = [
        x for x in rules.lists if said.first and said.last and x.day.year >= said.first.year and x.day <= said.last and x.day >= FIRST_RULES
    ]
    if said.first and not claim.extra["on"]:
        lists = [x for x in lists if x.day.year > said.first.year]
    off = [x for x in lists if rules.on_list(area, x) is (not claim.extra["on"])]
    if off and lists and claim.extra["how"] in ("name", "variant", "misspelt"):
        return _member_differs(rules, area, off[0], claim, said)
    if lists and all(rules.on_list(area, x) is claim.extra["on"] for x in lists):
        return _held([x.day for x in lists], claim.extra["on"])
    return unverifiable("ikke alle listers navne kendes")


def _held(days: Iterable[date], on: bool) -> Verdict:
    return holds(f"{_runs(sorted(days))}: {'ja' if on else 'nej'}")


def _same_place(area: Area, claim: Claim, document: Document) -> bool:
    """A common name counts only where its municipality is named, or the document is that municipality's."""
    near = fold(claim.extra.get("near") or "")
    own = fold((document.municipality or "").removesuffix(" Kommune"))
    return not area.common or fold(area.municipality) in (own, own.removesuffix("s")) or fold(area.municipality) in near


def _member_differs(rules: Criteria, area: Area, published: PublishedList, claim: Claim, said: Scope) -> Verdict:
    kind = claim.extra.get("list_kind") or "ghetto"
    on = [x.day for x in rules.lists if x.day in area.on]
    wrongly_on = "exclusive" if kind == "forebyggelse" else "on" if on else "never"
    name = wrongly_on if claim.extra["on"] else "off"
    shown = "ghetto" if kind in ("forebyggelse", "udsat") else kind
    values = {
        "area": area.name,
        "municipality": area.municipality,
        "day": words.day(published.day),
        "kind": words.listed(shown, published.day),
        "lists": _runs(on),
    }
    severity = weight(said.dated in FIRM, published.names_confidence)
    return differs(
        severity,
        TEMPLATES[name],
        values,
        stated="på listen" if claim.extra["on"] else "ikke på listen",
        computed="ikke på listen" if claim.extra["on"] else "på listen",
    )


def _runs(days: list[date]) -> str:
    """The days of lists in a few words: the first and the last of them."""
    if len(days) <= 2:
        return " og ".join(f"listen {words.day(d)}" for d in days)
    return f"{len(days)} lister mellem {words.day(days[0])} og {words.day(days[-1])}"
