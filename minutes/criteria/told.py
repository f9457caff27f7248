"""The plain data of `minutes.criteria.show` as text for a terminal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from minutes.criteria import Criteria, words
from minutes.criteria.evaluate import ANSWERS


def on(said: dict[str, Any]) -> str:
    """The rules of a day as text."""
    lines = [f"Regler for lister pr. {words.day(date.fromisoformat(said['day']))}"]
    for name, title in (("in_force", "Gældende"), ("proposed", "Foreslået, ikke lov")):
        for one in said[name]:
            lines += ["", f"{title}: {one['id']} ({', '.join(one['names'])})", f"  {one['rule']}", f"  {one['reference']}"]
            lines += [f"  {_line(c)}" for c in one["criteria"]]
    if not said["in_force"]:
        lines.append("Ingen regler: den første liste kom 26. oktober 2010.")
    if said["list"]:
        counts = ", ".join(f"{n} {words.KINDS[k]}" for k, n in said["list"].items() if k != "day")
        lines += ["", f"Seneste liste {words.day(date.fromisoformat(said['list']['day']))}: {counts}"]
    return "\n".join(lines)


def _line(said: dict[str, Any]) -> str:
    mean = f", gennemsnit af {said['average_years']} år" if said["average_years"] else ""
    return f"{said['id']:16} {words.limit(said['operator'], Decimal(said['value']), said['unit'])}{mean} ({said['population']})"


def rule_set(said: dict[str, Any]) -> str:
    """One rule set in full as text."""
    period = words.period(date.fromisoformat(said["from"]), date.fromisoformat(said["to"]) if said["to"] else None)
    lines = [f"{said['id']}: {', '.join(said['names'])}", f"  {words.STATUSES[said['status']]}, {period}", f"  {said['rule']}"]
    for c in said["criteria"]:
        lines += [
            f"  {_line(c)}",
            f"    {c['reference']} · sikkerhed {words.CONFIDENCES[c['confidence']]}" + (f" · {c['note']}" if c["note"] else ""),
        ]
    lines += [
        f"  {label}: {said[key]}"
        for key, label in (
            ("published", "Lister"),
            ("area", "Område"),
            ("expected", "Antal efter forslaget"),
            ("title", "Kilde"),
            ("reference", "Henvisning"),
            ("url", "Adresse"),
            ("note", "Bemærk"),
        )
        if said[key]
    ]
    return "\n".join(
        [*lines, f"  Sikkerhed: {words.CONFIDENCES[said['confidence']]} · kilden læst efter: {said['verified'] or 'endnu ikke'}"]
    )


def area(said: dict[str, Any]) -> str:
    """How an area fares, as text."""
    lines = [said["area"] + (f" ({said['municipality']})" if said["municipality"] else "")]
    stood = [words.day(date.fromisoformat(x["day"])) for x in said["lists"] if x["on"]]
    if said["municipality"]:
        lines.append("På listen over ghettoområder (parallelsamfund): " + (", ".join(stood) or "ingen af de lister, hvis navne kendes"))
    if said["values"]:
        lines.append(
            "Tal: "
            + ", ".join(f"{k} {words.number(Decimal(v))}" for k, v in said["values"].items())
            + (f" ({said['source']})" if said["source"] else "")
        )
    for one in said["judged"]:
        lines.append(f"  {one['rule_set']:20} {ANSWERS[one['met']]:16} {one['sentence']}")
    if not said["values"]:
        lines.append("Ingen offentliggjorte tal; giv dem med --value uden_arbejde=36,5")
    return "\n".join(lines)


def changes(said: list[dict[str, Any]], first: date, last: date) -> str:
    """What changed between two days, as text."""
    lines = [f"Fra {words.day(first)} til {words.day(last)}:"]
    for one in said:
        lines.append(f"  {words.KINDS[one['kind']]}: {one['before'] or 'ingen'} -> {one['after'] or 'ingen'}")
        if one["rule_before"] != one["rule_after"]:
            lines += [f"    før: {one['rule_before'] or '-'}", f"    nu:  {one['rule_after'] or '-'}"]
        lines += [f"    {c['indicator']}: {c['before'] or '-'} -> {c['after'] or '-'}" for c in one["limits"]]
    return "\n".join(lines if said else [*lines, "  ingen ændring"])


def names(rules: Criteria) -> str:
    """Every rule set by id, with its period."""
    return "\n".join(f"{r.id:20} {words.period(r.first, r.last):52} {words.STATUSES[r.status]}" for r in rules.rule_sets.values())
