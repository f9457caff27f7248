"""A picture: an area's indicators over the years against the limits in force. Needs matplotlib, an extra."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import nan
from pathlib import Path
from typing import Any

from minutes.criteria import Criteria, words
from minutes.criteria.show import Unknown
from minutes.language import _, worded
from minutes.output import may_be_written
from minutes.trouble import answered

INDICATORS = ("uden_arbejde", "ikke_vestlig", "doemte", "grundskole", "indkomst")
KINDS = ("ghetto", "udsat", "forebyggelse")


@dataclass(frozen=True, slots=True)
class Style:
    """How the limit of a kind of list is drawn: told apart by dashes and width, not by colour alone."""

    colour: str
    dashes: Any
    width: float
    layer: int


STYLES = {
    "udsat": Style("#d9a441", "-", 6, 2),
    "ghetto": Style("#a30d11", "-", 2, 3),
    "forebyggelse": Style("#0b5394", (0, (4, 2)), 2, 4),
}


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
        may_be_written(path)
    except OSError as error:
        raise NoPlot(f"{path}: {answered(error)}") from None
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise NoPlot(_("billedet kræver matplotlib: pip install 'minutes[plot]'")) from None
    values = series(rules, known.name)
    last = max([d for points in values.values() for d, _value in points] + [rules.lists[-1].day])
    figure = Figure(figsize=(9, 12), layout="constrained")
    figure.suptitle(_("{area}: tal og grænser", area=f"{known.name} ({known.municipality})"), fontsize=14, fontweight="bold")
    axes = figure.subplots(len(INDICATORS), 1, sharex=True)
    for axis, name in zip(axes, INDICATORS, strict=True):
        _panel(axis, rules, name, values[name], last)
    _legend(figure, axes)
    try:
        figure.savefig(path, dpi=150)
    except OSError as error:
        raise NoPlot(f"{path}: {answered(error)}") from None


def _panel(axis: Any, rules: Criteria, name: str, points: list[tuple[date, float]], last: date) -> None:
    from matplotlib.ticker import MaxNLocator

    for (kind, proposed), steps in _steps(rules, name, last).items():
        style = STYLES[kind]
        label = _("foreslået grænse for {kind}" if proposed else "grænse for {kind}", kind=words.KINDS[kind])
        dashes = ":" if proposed else style.dashes
        axis.plot(*_line(steps), color=style.colour, linewidth=style.width, linestyle=dashes, label=label, zorder=style.layer)
        if not proposed:
            _number(axis, steps[-1][1], steps[-1][2], (6, -3))
    if points:
        axis.plot([d for d, _v in points], [v for _d, v in points], "ko-", markersize=6, label=_("området"), zorder=5)
        for day, value in points:
            _number(axis, day, value, (0, 8))
    else:
        axis.text(0.02, 0.06, _("ingen offentliggjorte tal"), transform=axis.transAxes, style="italic", color="#555")
    side = _("opfyldt under grænsen") if name == "indkomst" else _("opfyldt over grænsen")
    axis.set_title(f"{worded(words.SHORT[name])} ({side})", fontsize=11, loc="left")
    axis.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axis.set_ylabel(_("pct."))
    axis.margins(x=0.06, y=0.25)
    axis.grid(axis="y", color="#ddd", linewidth=0.7)
    axis.spines[["top", "right"]].set_visible(False)


def _steps(rules: Criteria, name: str, last: date) -> dict[tuple[str, bool], list[tuple[date, date, float]]]:
    """The limits by kind of list, laws apart from proposals, each in order of date."""
    steps: dict[tuple[str, bool], list[tuple[date, date, float]]] = {}
    for rule_set, first, to, value, proposed in sorted(limits(rules, name, last), key=lambda step: step[1]):
        steps.setdefault((rules.rule_sets[rule_set].kind, proposed), []).append((first, to, value))
    return steps


def _line(steps: list[tuple[date, date, float]]) -> tuple[list[date], list[float]]:
    """Days and values of a stepped line, broken where no limit is known."""
    days: list[date] = []
    values: list[float] = []
    for first, to, value in steps:
        if days and (first - days[-1]).days > 2:
            days, values = [*days, first], [*values, nan]
        days, values = [*days, first, to], [*values, value, value]
    return days, values


def _number(axis: Any, day: date, value: float, offset: tuple[int, int]) -> None:
    text = words.number(Decimal(str(value)))
    axis.annotate(text, (day, value), xytext=offset, textcoords="offset points", fontsize=9, ha="left" if offset[0] else "center")


def _legend(figure: Any, axes: Any) -> None:
    """One legend for all panels, below them."""
    known = {label: handle for axis in axes for handle, label in zip(*axis.get_legend_handles_labels(), strict=True)}
    figure.legend(known.values(), known.keys(), loc="outside lower center", ncols=2, fontsize=10, handlelength=4, frameon=False)
