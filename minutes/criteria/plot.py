"""A picture: an area's indicators over the years against the limits in force. Needs matplotlib, an extra."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from minutes.criteria import Criteria, words
from minutes.criteria.show import Unknown
from minutes.language import _

INDICATORS = ("uden_arbejde", "ikke_vestlig", "doemte", "grundskole", "indkomst")
KINDS = ("ghetto", "udsat", "forebyggelse")


class NoPlot(Exception):
    """The picture cannot be drawn; the message is one line for the user, with what to do."""


def series(rules: Criteria, area: str) -> dict[str, list[tuple[date, float]]]:
    """The published values of an area by indicator, in order of date."""
    out: dict[str, list[tuple[date, float]]] = {name: [] for name in INDICATORS}
    for said in rules.values:
        if said.area == area:
            for measure, value in said.values.items():
                name = "grundskole" if measure.startswith("grundskole") else measure
                if name in out:
                    out[name].append((said.day, float(value)))
    return out


def limits(rules: Criteria, indicator: str, last: date) -> list[tuple[str, date, date, float, bool]]:
    """The limits of an indicator over time: rule set, from, to, value, proposal or not. Convictions after 2018 in percent where known."""
    out = []
    for rule_set in rules.rule_sets.values():
        if rule_set.kind not in KINDS:
            continue
        own = {c.indicator: c for c in rules.limits(rule_set)}
        to = min(rule_set.last or last, last)
        if indicator in own and rule_set.first < to:
            out.append((rule_set.id, rule_set.first, to, float(own[indicator].value), rule_set.status != "law"))
        elif indicator == "doemte" and "doemte_ratio" in own and rule_set.status == "law":
            times = own["doemte_ratio"].value
            for known in rules.convictions:
                found = rules.conviction_limit(times, known.day)
                if found and rule_set.first <= known.day <= to:
                    out.append((rule_set.id, known.day, min(known.day.replace(year=known.day.year + 1), to), float(found.middle), False))
    return out


def draw(rules: Criteria, area: str, path: Path) -> None:
    """Draw the picture to `path` (.svg or .png). Raises NoPlot or Unknown."""
    known = rules.find_area(area)
    if known is None:
        raise Unknown(_("området {area} er ikke på de offentliggjorte lister", area=area))
    if path.suffix.lower() not in (".svg", ".png"):
        raise NoPlot(_("{path}: skriv et filnavn, der ender på .svg eller .png", path=path))
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise NoPlot(_("billedet kræver matplotlib: pip install 'minutes[plot]'")) from None
    values = series(rules, known.name)
    last = max([d for points in values.values() for d, _ in points] + [rules.lists[-1].day])
    figure = Figure(figsize=(9, 11), layout="constrained")
    figure.suptitle(f"{known.name} ({known.municipality})")
    for axis, name in zip(figure.subplots(len(INDICATORS), 1, sharex=True), INDICATORS, strict=True):
        _panel(axis, rules, name, values[name], last)
    figure.savefig(path)


def _panel(axis: Any, rules: Criteria, name: str, points: list[tuple[date, float]], last: date) -> None:
    drawn = set()
    for rule_set, first, to, value, proposed in limits(rules, name, last):
        kind = rules.rule_sets[rule_set].kind
        label = f"{'foreslået ' if proposed else ''}grænse, {words.KINDS[kind]}"
        axis.plot(
            [first, to],
            [value, value],
            color={"ghetto": "#a33", "udsat": "#c80", "forebyggelse": "#26a"}[kind],
            linewidth=2 if not proposed else 1,
            linestyle=":" if proposed else "-",
            label=None if label in drawn else label,
        )
        drawn.add(label)
    if points:
        axis.plot([d for d, _ in points], [v for _, v in points], "ko-", label="området")
    axis.set_ylabel("pct.")
    axis.set_title(words.SHORT[name], fontsize=9, loc="left")
    axis.legend(fontsize=7, loc="center left", bbox_to_anchor=(1, 0.5))
