"""The plain data of `minutes.criteria.show` as text for a terminal, in the language spoken. Names of rules and lists stay Danish."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from minutes.criteria import Criteria, words
from minutes.criteria.evaluate import ANSWERS
from minutes.language import _, worded

LABELS = {
    "published": "Lister",
    "area": "Område",
    "expected": "Antal efter forslaget",
    "title": "Kilde",
    "reference": "Henvisning",
    "url": "Adresse",
    "note": "Bemærk",
}


def day(value: date | str) -> str:
    """A day, or its ISO string: 1. februar 2014; 1 February 2014."""
    return worded(words.day(date.fromisoformat(value) if isinstance(value, str) else value))


def mean(years: int | None) -> str:
    """What follows a limit that is held against the mean of several years."""
    return _(", gennemsnit af {n} år", n=years) if years else ""


def on(said: dict[str, Any]) -> str:
    """The rules of a day as text."""
    lines = [_("Regler for lister pr. {day}", day=day(said["day"]))]
    for name, title in (("in_force", _("Gældende")), ("own", _("Egen regel")), ("proposed", _("Foreslået, ikke lov"))):
        for one in said[name]:
            lines += ["", f"{title}: {one['id']} ({', '.join(one['names'])})", f"  {one['rule']}", f"  {one['reference']}"]
            lines += [f"  {_line(c)}" for c in one["criteria"]]
    if not said["in_force"] and not said["own"]:
        lines.append(_("Ingen regler: den første liste kom 26. oktober 2010."))
    if said["list"]:
        listed = date.fromisoformat(said["list"]["day"])
        counts = ", ".join(f"{n} {words.listed(k, listed)}" for k, n in said["list"].items() if k != "day")
        lines += ["", _("Seneste liste {day}: {counts}", day=day(said["list"]["day"]), counts=counts)]
    return "\n".join(lines)


def _line(said: dict[str, Any]) -> str:
    limit = worded(words.limit(said["operator"], Decimal(said["value"]), said["unit"]))
    return f"{said['id']:16} {limit}{mean(said['average_years'])} ({_(said['population']) if said['population'] else ''})"


def rule_set(said: dict[str, Any]) -> str:
    """One rule set in full as text."""
    period = worded(words.period(date.fromisoformat(said["from"]), date.fromisoformat(said["to"]) if said["to"] else None))
    lines = [f"{said['id']}: {', '.join(said['names'])}", f"  {_(words.STATUSES[said['status']])}, {period}", f"  {said['rule']}"]
    for c in said["criteria"]:
        lines += [f"  {_line(c)}", f"    {c['reference']} · {_sure(c)}" + (f" · {c['note']}" if c["note"] else "")]
    lines += [f"  {_(label)}: {said[key]}" for key, label in LABELS.items() if said[key]]
    return "\n".join([*lines, "  " + _("{sure} · kilden læst efter: {day}", sure=_sure(said), day=said["verified"] or _("endnu ikke"))])


def _sure(said: dict[str, Any]) -> str:
    return _("sikkerhed: {confidence}", confidence=_(words.CONFIDENCES[said["confidence"]]))


def area(said: dict[str, Any]) -> str:
    """How an area fares, as text."""
    lines = [said["area"] + (f" ({said['municipality']})" if said["municipality"] else "")]
    if said["municipality"]:
        stood = ", ".join(day(x["day"]) for x in said["lists"] if x["on"]) or _("ingen af de lister, hvis navne kendes")
        lines.append(_("På listen over ghettoområder (parallelsamfund): {days}", days=stood))
    if said["values"]:
        values = ", ".join(f"{k} {worded(words.number(Decimal(v)))}" for k, v in said["values"].items())
        lines.append(_("Tal: {values}", values=values) + (f" ({said['source']})" if said["source"] else ""))
    for one in said["judged"]:
        lines.append(f"  {one['rule_set']:20} {_(ANSWERS[one['met']]):18} {one['sentence']}")
    if not said["values"]:
        lines.append(_("Ingen offentliggjorte tal; giv dem med --value uden_arbejde=36,5"))
    return "\n".join(lines)


def changes(said: list[dict[str, Any]], first: date, last: date) -> str:
    """What changed between two days, as text."""
    lines = [_("Fra {first} til {last}:", first=day(first), last=day(last))]
    for one in said:
        lines.append(f"  {words.KINDS[one['kind']]}: {one['before'] or _('ingen')} -> {one['after'] or _('ingen')}")
        if one["rule_before"] != one["rule_after"]:
            rules = {"before": one["rule_before"] or _("ingen"), "after": one["rule_after"] or _("ingen")}
            lines += ["    " + _("før: {before}", **rules), "    " + _("nu:  {after}", **rules)]
        lines += [f"    {c['indicator']}: {c['before'] or _('ingen')} -> {c['after'] or _('ingen')}" for c in one["limits"]]
    return "\n".join(lines if said else [*lines, "  " + _("ingen ændring")])


def names(rules: Criteria) -> str:
    """Every rule set by id, with its period."""
    return "\n".join(
        f"{r.id:20} {worded(words.period(r.first, r.last)):52} {_(words.STATUSES[r.status])}" for r in rules.rule_sets.values()
    )
