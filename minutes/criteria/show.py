"""What `minutes criteria` says: the rules of a day, one rule set in full, how an area fares, what changed; as text or as plain data."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from minutes.criteria import Criteria, told, words
from minutes.criteria.evaluate import Case, Judgement, judge, rounded
from minutes.criteria.rules import MEASURES, Area, Criterion, Origin, RuleSet
from minutes.language import _, worded

MEASURED = {
    "grundskole_inkl_uoplyst": ", inkl. uoplyst uddannelse",
    "grundskole_dk": ", kun uddannelse taget eller godkendt i Danmark",
}

NO_SHARE = ("beboere", "indkomst", "doemte_ratio")
"""What may be more than a hundred; all else is a part of the residents in percent."""
NUMBER = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,12})?")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
NEAR = 0.75
"""How much of a name is to be that of a listed area, to ask whether that was meant."""
PERCENT = re.compile(r"\s*(?:%|pct\.?|procent)$")
EXAMPLES = {"beboere": "1200", "doemte_ratio": "2,5"}


class Unknown(Exception):
    """What was asked for does not exist; the message is one line for the user."""


def answer(
    rules: Criteria, name: str | None, day: date | None, area_name: str | None, given: tuple[str, ...], between: tuple[date, date] | None
) -> tuple[str, Any]:
    """What was asked for, as text and as plain data. Raises Unknown."""
    if between:
        if name or day or area_name or given:
            raise Unknown(_("--changes gives alene: det viser alle regler"))
        if between[0] > between[1]:
            raise Unknown(_("den første dag er senere end den sidste"))
        changed = changes(rules, *between)
        return told.changes(changed, *between), changed
    only = named(rules, name, day) if name else None
    if area_name or given:
        fares = area(rules, area_name or _("Området"), values(given), day, only)
        return told.area(fares), fares
    if only:
        full = rule_set(rules, only)
        return told.rule_set(full), full
    if day:
        ruled = on(rules, day)
        return told.on(ruled), ruled
    return told.names(rules), [rule_set(rules, r) for r in rules.rule_sets.values()]


def named(rules: Criteria, name: str, day: date | None) -> RuleSet:
    """The rule set of that name, which must be in force on the day when one is given. Raises Unknown."""
    if name not in rules.rule_sets:
        if near := get_close_matches(name, rules.rule_sets, 1):
            raise Unknown(_("regelsættet {name} findes ikke; mente du {near}?", name=name, near=near[0]))
        raise Unknown(_("regelsættet {name} findes ikke; tilladt: {allowed}", name=name, allowed=", ".join(rules.rule_sets)))
    said = rules.rule_sets[name]
    if day and not said.in_force(day):
        when = worded(words.period(said.first, said.last))
        raise Unknown(_("{name} gjaldt ikke {day}, men {period}", name=name, day=told.day(day), period=when))
    return said


def as_json(data: Any) -> str:
    """Plain data as JSON, Danish letters kept."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def on(rules: Criteria, day: date) -> dict[str, Any]:
    """The rule sets in force on a day, one's own, what was proposed then, and the list that was current."""
    current = rules.latest_list(day)
    return {
        "day": day.isoformat(),
        "in_force": [rule_set(rules, r) for r in rules.in_force(day)],
        "own": [rule_set(rules, r) for r in rules.in_force(day, status="local")],
        "proposed": [rule_set(rules, r) for status in ("proposal", "agreement") for r in rules.in_force(day, status=status)],
        "list": {"day": current.day.isoformat(), **current.counts} if current else None,
    }


def rule_set(rules: Criteria, said: RuleSet) -> dict[str, Any]:
    """A rule set in full."""
    return {
        "id": said.id,
        "kind": said.kind,
        "status": said.status,
        "names": list(said.names),
        "from": said.first.isoformat(),
        "to": said.last.isoformat() if said.last else None,
        "rule": rule(rules, said),
        "criteria": [criterion(c) for c in rules.limits(said)],
        "years_in_a_row": said.years_in_a_row(said.first),
        "expected": said.expected,
        "published": said.published,
        "area": said.area,
        **origin(said.origin),
    }


def criterion(said: Criterion) -> dict[str, Any]:
    """A limit with all that belongs to it."""
    return {
        "id": said.id,
        "indicator": said.indicator,
        "measure": said.measure,
        "operator": said.operator,
        "value": str(said.value),
        "unit": said.unit,
        "population": said.population,
        "average_years": said.average_years,
        **origin(said.origin),
    }


def origin(said: Origin) -> dict[str, Any]:
    """Where it is written, how sure that is, and when a person last read it."""
    return {
        "reference": said.reference,
        "title": said.title,
        "url": said.url,
        "confidence": said.confidence,
        "verified": said.verified.isoformat() if said.verified else None,
        "note": said.note,
        "file": said.file,
    }


def rule(rules: Criteria, said: RuleSet) -> str:
    """The rule in one sentence."""
    return "; ".join(filter(None, (_condition(rules, said, c) for c in said.rule)))


def _condition(rules: Criteria, said: RuleSet, c: Any) -> str:
    if c.met:
        found = said.criteria[c.met]
        return worded(f"{words.SHORT.get(found.indicator, found.indicator)} {words.of(found)}")
    if c.least:
        return worded(f"mindst {words.least(c.least, len(c.of))}") + ": " + ", ".join(c.of)
    if c.on_list:
        return _("opfylder reglen for {kind} ({name})", kind=words.kind(rules.rule_sets[c.on_list]), name=c.on_list)
    if c.not_on:
        return _("er ikke på listen over {kind}", kind=words.kind(rules.rule_sets[c.not_on]))
    if c.any:
        return _("enten {conditions}", conditions=_(" eller ").join(_condition(rules, said, inner) for inner in c.any))
    bridge = _(" ({n} efter overgangsbestemmelsen)", n=said.transition[2]) if said.transition else ""
    return _("på listen {n} gange i træk", n=c.years_in_a_row) + bridge


def area(
    rules: Criteria, name: str, given: dict[str, Decimal], day: date | None = None, only: RuleSet | None = None
) -> dict[str, Any]:
    """How an area fares under every rule set (those of a day, or `only` one), by its published figures and those given; and the lists
    it stood on.

    Raises Unknown when neither figures nor an area of that name are there.
    """
    match = rules.match_area(name)
    known = match.area if match else None
    published = [v for v in rules.values if known and v.area == known.name and (day is None or v.day <= day)]
    values = {**(published[-1].values if published else {}), **given}
    if known is None and not given:
        called = {called.casefold(): called for a in rules.areas for called in (a.name, *a.variants)}
        if near := get_close_matches(name.casefold(), called, 1, NEAR):
            raise Unknown(_("området {area} er ikke på de offentliggjorte lister; mente du {near}?", area=name, near=called[near[0]]))
        said = _("området {area} er ikke på de offentliggjorte lister, og der er ingen tal: giv dem med --value uden_arbejde=36,5")
        raise Unknown(said.format(area=name))
    held = day or (published[-1].day if published else None)
    sets = (*rules.in_force(day), *rules.in_force(day, status="local")) if day else rules.rule_sets.values()
    judged = [judgement(judge(rules, r, _case(rules, r, values, known, held))) for r in sets if values and only in (None, r)]
    return {
        "area": known.name if known else name,
        "municipality": known.municipality if known else None,
        "recognised": match.how if match else None,
        "lists": _lists(rules, known),
        "values": {k: str(v) for k, v in values.items()},
        "values_of": held.isoformat() if held else None,
        "source": published[-1].origin.reference if published and not given else None,
        "judged": judged,
    }


def _case(rules: Criteria, said: RuleSet, values: dict[str, Decimal], known: Area | None, held: date | None) -> Case:
    listed = held if held and said.in_force(held) else next((x.day for x in rules.lists if x.day >= said.first), said.first)
    years = rules.years_in_a_row(known, listed) if known else None
    return Case({k: rounded(v) for k, v in values.items()}, held or listed, years)


def _lists(rules: Criteria, known: Area | None) -> list[dict[str, Any]]:
    if known is None:
        return []
    return [{"day": x.day.isoformat(), "on": rules.on_list(known, x), "hard": rules.on_hard_list(known, x)} for x in rules.lists]


def judgement(said: Judgement) -> dict[str, Any]:
    """A judgement as data."""
    return {
        "rule_set": said.rule_set.id,
        "met": said.met,
        "sentence": said.sentence,
        "criteria": [
            {
                "id": p.criterion.id,
                "value": str(p.value.middle.normalize()) if p.value else None,
                "limit": worded(words.of(p.criterion)),
                "met": p.met,
                "assumed": p.assumed,
            }
            for p in said.parts
        ],
    }


def changes(rules: Criteria, first: date, last: date) -> list[dict[str, Any]]:
    """The rule sets in force on one day only of two, and the limits that they set otherwise."""
    before, after = rules.in_force(first), rules.in_force(last)
    out = []
    for kind in dict.fromkeys(r.kind for r in (*before, *after)):
        old = next((r for r in before if r.kind == kind), None)
        new = next((r for r in after if r.kind == kind), None)
        if old is not new:
            out.append(
                {
                    "kind": kind,
                    "before": old.id if old else None,
                    "after": new.id if new else None,
                    "rule_before": rule(rules, old) if old else None,
                    "rule_after": rule(rules, new) if new else None,
                    "limits": _limit_changes(rules, old, new),
                }
            )
    return out


def _limit_changes(rules: Criteria, old: RuleSet | None, new: RuleSet | None) -> list[dict[str, Any]]:
    limits = [{c.indicator: _told(c) for c in rules.limits(r)} if r else {} for r in (old, new)]
    return [
        {"indicator": name, "before": limits[0].get(name), "after": limits[1].get(name)}
        for name in dict.fromkeys([*limits[0], *limits[1]])
        if limits[0].get(name) != limits[1].get(name)
    ]


def _told(said: Criterion) -> str:
    return worded(words.of(said)) + told.mean(said.average_years) + (_(MEASURED[said.measure]) if said.measure in MEASURED else "")


def values(written: tuple[str, ...]) -> dict[str, Decimal]:
    """ "uden_arbejde=36,5" to numbers. Raises Unknown with what is allowed."""
    out = {}
    for one in written:
        name, _sign, number = one.partition("=")
        if name not in MEASURES:
            raise Unknown(_("{name} kendes ikke; tilladt: {allowed}", name=name, allowed=", ".join(MEASURES)))
        wanted = f"{name}={EXAMPLES.get(name, '36,5')}"
        if name not in NO_SHARE:
            number = PERCENT.sub("", number)
        if name == "beboere" and THOUSANDS.fullmatch(number):
            number = number.replace(".", "")
        if not number:
            raise Unknown(_("{name} mangler et tal: skriv {wanted}", name=name, wanted=wanted))
        if not NUMBER.fullmatch(number):
            raise Unknown(_("{number} er ikke et tal fra 0 og op: skriv {wanted}", number=number, wanted=wanted))
        out[name] = Decimal(number.replace(",", "."))
        if out[name] > 100 and name not in NO_SHARE:
            raise Unknown(_("{number} kan ikke være en andel i pct.: skriv {wanted}", number=number, wanted=wanted))
    return out
