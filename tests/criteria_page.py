"""The page of all rules for housing areas, made from the data: `python -m tests.criteria_page` writes it, a test compares it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.criteria import Criteria, load, words
from minutes.criteria.rules import Origin, RuleSet
from minutes.criteria.show import rule
from tests.program import ROOT

PAGE = ROOT / "minutes" / "criteria" / "README.md"

INTRO = """# Kriterier: regler for boligområder som daterede data

Siden er lavet af dataene i denne mappe (`make docs`); en test sammenligner den. Reglerne vælges af den dag,
teksten taler om: listens, lovens eller mødets. En værdi, der ikke er bekræftet, giver aldrig en fejl eller advarsel.

Oplysningerne er samlet fra gemte kopier af offentlige sider; den nyeste er fra 28. januar 2026. Feltet `verified` er den dag, en person
sidst læste kilden efter. Hvor det mangler, står der "endnu ikke": ingen har læst kilden efter, og det er ikke det samme som forkert.

Egne regler (en anvisningsaftale, lokale mål, et budgetloft) lægges i en mappe som
[specimen/egne_regler.toml](specimen/egne_regler.toml) og bruges med `minutes criteria --criteria MAPPE`;
`minutes criteria --verify MAPPE` siger, hvad der er galt, med fil, nøgle og hvad der er tilladt.
"""


def page(rules: Criteria) -> str:
    """The whole page."""
    return (
        "\n".join(
            [
                INTRO,
                *_indicators(rules),
                *_rule_sets(rules),
                *_lists(rules),
                *_convictions(rules),
                *_areas(rules),
                *_values(rules),
                *_others(rules),
            ]
        )
        + "\n"
    )


def _row(*cells: object) -> str:
    return "| " + " | ".join("" if c is None else str(c).replace("|", "/") for c in cells) + " |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), "|" + "---|" * len(cells)]


def _sure(origin: Origin) -> str:
    return words.CONFIDENCES[origin.confidence]


def _read(origin: Origin) -> str:
    return words.day(origin.verified) if origin.verified else "endnu ikke"


def _indicators(rules: Criteria) -> Iterator[str]:
    yield from ["## Indikatorer", "", *_head("navn", "hvad", "enhed", "hvem tælles", "bemærk")]
    for i in rules.indicators.values():
        yield _row(f"`{i.id}`", i.label, i.unit, i.population, i.origin.note)
    yield ""


def _rule_sets(rules: Criteria) -> Iterator[str]:
    yield from ["## Regelsæt", ""]
    for said in rules.rule_sets.values():
        yield from _rule_set(rules, said)


def _rule_set(rules: Criteria, said: RuleSet) -> Iterator[str]:
    yield f"### `{said.id}`: {', '.join(said.names)}"
    yield ""
    yield f"{words.STATUSES[said.status].capitalize()}, {words.period(said.first, said.last)}. {rule(rules, said)}."
    for label, text in (
        ("Lister", said.published),
        ("Område", said.area),
        ("Antal efter forslaget", said.expected),
        ("Bemærk", said.origin.note),
    ):
        if text:
            yield f"{label}: {text}"
    yield from [
        "",
        f"Kilde: {said.origin.title}; {said.origin.reference}. <{said.origin.url}> Sikkerhed: {_sure(said.origin)}. Læst "
        f"efter: {_read(said.origin)}.",
        "",
    ]
    if said.criteria:
        yield from _head("kriterium", "grænse", "gennemsnit", "hvem tælles", "henvisning", "sikkerhed", "læst efter", "bemærk")
        for c in rules.limits(said):
            yield _row(
                f"`{c.id}`",
                words.of(c),
                f"{c.average_years} år" if c.average_years else "",
                c.population,
                c.origin.reference,
                _sure(c.origin),
                _read(c.origin),
                c.origin.note,
            )
        yield ""


def _lists(rules: Criteria) -> Iterator[str]:
    yield from [
        "## Offentliggjorte lister",
        "",
        *_head(
            "dag",
            "udsatte",
            "ghetto / parallelsamfund",
            "hårde / omdannelse",
            "forebyggelse",
            "navne",
            "sikkerhed, antal",
            "sikkerhed, navne",
        ),
    ]
    names = {"all": "alle", "some": "enkelte", "none": "ingen"}
    for x in rules.lists:
        day = words.day(x.day) + ("" if x.day_confirmed else " (dagen er ikke bekræftet)")
        yield _row(
            day,
            *(x.counts.get(k) for k in ("udsat", "ghetto", "haard", "forebyggelse")),
            names.get(x.names, x.names),
            _sure(x.origin),
            words.CONFIDENCES[x.names_confidence],
        )
    yield ""


def _convictions(rules: Criteria) -> Iterator[str]:
    yield from ["## Landsgennemsnittet af dømte", "", *_head("liste", "gennemsnit (pct.)", "2 gange", "3 gange", "kilde", "sikkerhed")]
    for c in rules.convictions:
        shown = [words.number(v) if v else "ukendt" for v in (c.average, c.limits.get(2), c.limits.get(3))]
        yield _row(words.day(c.day), *shown, c.origin.reference, _sure(c.origin))
    yield ""


def _areas(rules: Criteria) -> Iterator[str]:
    yield from ["## Områder", "", *_head("område", "kommune", "andre stavemåder", "løse navne", "dele", "lister", "sikkerhed")]
    for a in rules.areas:
        name = a.name + (" (navnet findes også andre steder)" if a.common else "")
        variants = [*a.variants, *(f"{m} (fejl)" for m in a.misspelt)]
        yield _row(
            name,
            a.municipality,
            ", ".join(variants),
            ", ".join(a.loose),
            ", ".join(a.parts),
            ", ".join(d.isoformat() for d in sorted(a.on)),
            _sure(a.origin),
        )
    yield ""


def _values(rules: Criteria) -> Iterator[str]:
    yield from ["## Offentliggjorte tal for områder", "", *_head("område", "dag", "tal", "kilde", "sikkerhed")]
    for v in rules.values:
        yield _row(
            v.area, words.day(v.day), ", ".join(f"{k} {words.number(n)}" for k, n in v.values.items()), v.origin.reference, _sure(v.origin)
        )
    yield ""


def _others(rules: Criteria) -> Iterator[str]:
    yield from [
        "## Andre regler",
        "",
        "De er ikke kriterier og måles ikke.",
        "",
        *_head("regel", "indhold", "gælder", "henvisning", "sikkerhed", "bemærk"),
    ]
    for o in rules.other_rules:
        yield _row(
            f"{o.title} (`{o.id}`)",
            o.text,
            f"{words.STATUSES[o.status]}, {words.period(o.first, o.last)}",
            o.origin.reference,
            _sure(o.origin),
            o.origin.note,
        )


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
