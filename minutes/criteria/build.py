"""From checked tables to rules: what an entry leaves out comes from its file's [source] and from its indicator."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from minutes.criteria.reading import Tables
from minutes.criteria.rules import (
    MEASURES,
    Area,
    Condition,
    Convictions,
    Criterion,
    Indicator,
    Origin,
    OtherRule,
    PublishedList,
    RuleSet,
    Values,
)
from minutes.language import _

Entry = dict[str, Any]
Origins = dict[str, Origin]
"""The source of each file."""


def origins(tables: Tables) -> Origins:
    """Each file's own source."""
    return {file: _origin(file, entry, {}) for file, entry in tables.of("source")}


def _origin(file: str, said: Entry, above: Origins) -> Origin:
    """Where an entry is from; what it does not say itself is that of its file."""
    source = above.get(file, Origin(file))
    return Origin(
        file,
        said.get("title", source.title),
        said.get("reference") or said.get("source") or source.reference,
        said.get("url", source.url),
        said.get("confidence", source.confidence),
        said.get("verified", source.verified),
        said.get("note"),
    )


def indicators(tables: Tables, above: Origins) -> dict[str, Indicator]:
    """Indicators by id."""
    return {
        e["id"]: Indicator(e["id"], e["label"], e["unit"], e["population"], _origin(f, e, above))
        for f, e in tables.of("indicator")
    }


def rule_sets(tables: Tables, above: Origins, known: dict[str, Indicator]) -> dict[str, RuleSet]:
    """Rule sets by id; what they refer to and cannot be found is added to `tables.wrong`."""
    found: dict[str, RuleSet] = {}
    for file, entry in tables.of("rule_set"):
        if entry["id"] in found:
            other = found[entry["id"]].origin.file
            tables.wrong.append(_("{file}: rule_set {id}: id findes allerede i {other}", file=file, id=entry["id"], other=other))
        else:
            found[entry["id"]] = _rule_set(file, entry, tables, above, known)
    for rule_set in found.values():
        tables.wrong += _loose_ends(rule_set, found)
    return found


def _rule_set(file: str, entry: Entry, tables: Tables, above: Origins, known: dict[str, Indicator]) -> RuleSet:
    criteria = {}
    for _file, said in tables.of("criterion", file):
        if said["indicator"] not in known:
            where, name = f"{file}: criterion {said['id']}", said["indicator"]
            tables.wrong.append(
                _("{where}: indicator '{name}' kendes ikke; tilladt: {allowed}", where=where, name=name, allowed=", ".join(known))
            )
            continue
        criteria[said["id"]] = _criterion(file, said, above, known[said["indicator"]])
    rule = tuple(_condition(c) for c in entry["rule"])
    bridge = entry.get("transition")
    return RuleSet(
        entry["id"],
        entry["kind"],
        entry["status"],
        tuple(entry.get("names", ())),
        entry["from"],
        entry.get("to"),
        rule,
        criteria,
        _origin(file, entry, above),
        entry.get("area"),
        entry.get("published"),
        entry.get("expected"),
        (bridge["from"], bridge.get("to"), bridge["years_in_a_row"]) if bridge else None,
    )


def _criterion(file: str, said: Entry, above: Origins, indicator: Indicator) -> Criterion:
    return Criterion(
        said["id"],
        indicator.id,
        said.get("measure", indicator.id),
        said["operator"],
        Decimal(said["value"]),
        indicator.unit,
        said.get("population", indicator.population),
        said.get("average_years"),
        _origin(file, said, above),
    )


def _condition(said: Entry) -> Condition:
    return Condition(
        said.get("met"),
        said.get("least"),
        tuple(said.get("of", ())),
        said.get("on_list"),
        said.get("not_on"),
        tuple(_condition(c) for c in said.get("any", ())),
        said.get("years_in_a_row"),
    )


def _loose_ends(rule_set: RuleSet, known: dict[str, RuleSet]) -> Iterable[str]:
    where = f"{rule_set.origin.file}: rule_set {rule_set.id}"
    for condition in rule_set.conditions():
        for name in (*condition.of, *([condition.met] if condition.met else [])):
            if name not in rule_set.criteria:
                allowed = ", ".join(rule_set.criteria) or _("ingen")
                yield _("{where}: kriteriet '{name}' findes ikke i filen; tilladt: {allowed}", where=where, name=name, allowed=allowed)
        for name in filter(None, (condition.on_list, condition.not_on)):
            if name not in known:
                yield _("{where}: listen '{name}' findes ikke; tilladt: {allowed}", where=where, name=name, allowed=", ".join(known))
    if rule_set.last is not None and rule_set.last < rule_set.first:
        yield _("{where}: 'to' ligger før 'from'", where=where)


def lists(tables: Tables, above: Origins) -> tuple[PublishedList, ...]:
    """The published lists in order of date."""
    kinds = ("udsat", "ghetto", "haard", "forebyggelse")
    found = [
        PublishedList(
            e["day"],
            {k: e[k] for k in kinds if k in e},
            e["names"],
            _origin(f, e, above),
            e.get("names_confidence", "none"),
            e.get("day_confirmed", True),
        )
        for f, e in tables.of("list")
    ]
    return tuple(sorted(found, key=lambda x: x.day))


def areas(tables: Tables, above: Origins) -> tuple[Area, ...]:
    """The areas in the order of the files."""
    return tuple(
        Area(
            e["name"],
            e["municipality"],
            _origin(f, e, above),
            tuple(e.get("variants", ())),
            tuple(e.get("misspelt", ())),
            tuple(e.get("loose", ())),
            tuple(e.get("parts", ())),
            e.get("common", False),
            frozenset(e["on"]),
            frozenset(e.get("off", ())),
        )
        for f, e in tables.of("area")
    )


def convictions(tables: Tables, above: Origins) -> tuple[Convictions, ...]:
    """The national averages in order of date."""
    found = [
        Convictions(
            e["list"],
            e.get("average"),
            {n: e[f"limit_{n}x"] for n in (2, 3) if f"limit_{n}x" in e},
            _origin(f, e, above),
        )
        for f, e in tables.of("year")
    ]
    return tuple(sorted(found, key=lambda x: x.day))


def values(tables: Tables, above: Origins) -> tuple[Values, ...]:
    """Published figures of areas in order of date."""
    found = [
        Values(e["area"], e["day"], {k: Decimal(e[k]) for k in MEASURES if k in e}, _origin(f, e, above))
        for f, e in tables.of("value")
    ]
    return tuple(sorted(found, key=lambda x: x.day))


def other_rules(tables: Tables, above: Origins) -> tuple[OtherRule, ...]:
    """Rules that are no criteria."""
    return tuple(
        OtherRule(
            e["id"],
            e["title"],
            e["text"],
            e.get("status", "law"),
            _origin(f, e, above),
            e.get("from"),
            e.get("to"),
            e.get("operator"),
            Decimal(e["value"]) if "value" in e else None,
            e.get("unit"),
        )
        for f, e in tables.of("other")
    )
