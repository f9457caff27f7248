"""What a text says of an area by its own figures: "Skovhøj opfylder tre af kriterierne", "altså ikke et udsat boligområde"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import enumerated
from extractors.area_figures import AreaFigures
from extractors.list_words import part
from extractors.regimes import KIND, Regime, Regimes, Sentence
from extractors.rule_words import N_MET, N_OF_M, NUMBER, clause, number, speaks_of_an_area
from minutes.records import Figure

_NONE_OR_ALL = re.compile(
    rf"\bopfyld\w*(?: \w+){{0,3}}? (?P<all>ingen|alle)(?: af)?(?: de| lovens)?(?: (?P<m>{NUMBER}))? \w*kriteri\w*", re.I
)
_MEETS = re.compile(
    r"\b(?:opfylder|opfyldte|lever op til|levede op til)\b(?P<between>[^.;]{0,50}?)\b(?:(?:kriteri|krav|betingelse)(?:et|erne|um|ene|n)|grænse(?:n|rne)) (?:om"
    r"|for)\b(?P<list>[^.;]*)",
    re.I,
)
_IS = re.compile(
    r"(?:\b(?P<verb>er|bliver|regnes for|betegnes som|kategoriseres som|hører til|falder under|udgør|var)\b|(?P<so>altså|dermed|derfor"
    r"|således|dvs\.?|det vil sige))"
    r"(?P<between>(?: (?:altså|dermed|derfor|således|så|stadig|fortsat|ikke|længere|heller|nu|i dag|fremdeles|hverken|et|en|som|fortsat"
    r"|endnu|efter loven|reglerne|blandt))*)"
    r" (?P<what>udsat (?:alment )?boligområde|parallelsamfund|ghetto(?:område)?|hårdt ghettoområde|omdannelsesområde"
    r"|forebyggelsesområde)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[ /][A-ZÆØÅ][\wæøåÆØÅ-]+){0,2})(?= (?:\w+ ){0,3}?(?:opfyld|lever|leved|er|bliver|var|regnes"
    r"|betegnes|hører|falder|kategoriseres))"
)
_NO_NAME = {
    "Et",
    "Det",
    "Den",
    "Der",
    "De",
    "Området",
    "Boligområdet",
    "Bebyggelsen",
    "Vi",
    "Efter",
    "Med",
    "Dermed",
    "Derfor",
    "Således",
    "Altså",
    "Opfylder",
    "Listen",
    "Loven",
    "Kriteriet",
    "Hvis",
    "Når",
    "Ifølge",
    "I",
    "På",
    "Som",
    "Da",
    "Dette",
    "Afdelingen",
    "Kvarteret",
    "Her",
}
_ANCHOR = re.compile(r"opfyld|leve(?:r|de) op|udsat|ghetto|parallelsamfund|omdannelse|forebyggelse", re.I)
"""Without one of these words a sentence says nothing of an area's standing."""
_CONDITIONAL = re.compile(
    r"\b(?:hvis|når|såfremt|ville|kan|kunne|risiker\w*|skulle|måske|bliver|undgå\w*|skal|mangler|tæt på|for at|foreslå\w*|forslag\w*"
    r"|udspil\w*|mål\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement about an area by its figures. `relation`: met_count (n of m), met_indicators, status."""

    relation: str
    start: int
    end: int
    regime: Regime
    sentence: Sentence
    area: str | None
    figures: tuple[tuple[str, Figure], ...]
    least: int | None = None
    of: int | None = None
    indicators: tuple[str, ...] = ()
    met: bool = True


def find(regimes: Regimes, figures: AreaFigures) -> Iterator[Standing]:
    """Every statement about the standing of an area that the document gives figures of, in order."""
    for sentence in regimes.sentences:
        if (
            sentence.block.kind == "heading"
            or not _ANCHOR.search(sentence.text)
            or not (sentence.context.topic or "opfyld" in sentence.text.lower())
        ):
            continue
        yield from _counted(regimes, sentence, figures)
        yield from _named(regimes, sentence, figures)
        yield from _status(regimes, sentence, figures)


def _make(relation: str, regimes: Regimes, sentence: Sentence, figures: AreaFigures, start: int, end: int, **said) -> Iterator[Standing]:
    area = subject(sentence.text[: start + 30] if relation != "status" else sentence.text[: start + 2])
    known = figures.of(area, sentence)
    if len(known) >= (1 if relation == "met_indicators" else 2):
        yield Standing(relation, *clause(sentence, start, end), regimes.at(sentence.start + start), sentence, area, known, **said)


def subject(text: str) -> str | None:
    """The name of the area that a sentence begins with, None when it names none."""
    found = None
    for m in _SUBJECT.finditer(text):
        words = m["name"].split(" ")
        while words and words[0] in _NO_NAME:
            words.pop(0)
        if words:
            found = " ".join(words)
    return found


def _counted(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    text = sentence.text
    seen = []
    for pattern in (N_OF_M, N_MET, _NONE_OR_ALL):
        for m in pattern.finditer(text):
            groups = m.groupdict()
            before = text[: m.start("all" if "all" in groups else "n" if groups.get("n") else "n2")]
            if (
                any(a < m.end() and m.start() < b for a, b in seen)
                or not speaks_of_an_area(sentence, before)
                or _CONDITIONAL.search(before)
            ):
                continue
            seen.append(m.span())
            of = groups.get("m") or groups.get("m2")
            least = groups.get("n") or groups.get("n2")
            said = number(of) if of else None
            count = number(least) if least else 0 if groups["all"].lower() == "ingen" else said
            if re.search(r"\bikke\b", before) or count is None:
                continue
            yield from _make("met_count", regimes, sentence, figures, m.start(), m.end(), least=count, of=said)


def _named(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    for m in _MEETS.finditer(sentence.text):
        before = sentence.text[: m.start()]
        said = tuple(dict.fromkeys(enumerated.named(m["list"].split(", men")[0])))
        if said and not _CONDITIONAL.search(before) and not re.search(r"\bet (?:\w+ )?område|områder\b|\bder\b|\bsom\b", before, re.I):
            yield from _make(
                "met_indicators",
                regimes,
                sentence,
                figures,
                m.start(),
                m.end(),
                indicators=said,
                met=not re.search(r"\bikke\b|hverken", m["between"] + before[-12:], re.I),
            )


def _status(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    for m in _IS.finditer(sentence.text):
        low, high = part(sentence.text, m.start())
        piece = sentence.text[low:high]
        if _CONDITIONAL.search(piece.replace("bliver", "")) or re.search(
            r"\bet (?:\w+ )?(?:bolig)?område\b(?! er)|områder", piece[: m.start() - low], re.I
        ):
            continue
        if re.search(r"\d|\b(?:dem|heraf|disse|hvilke\w*)\b", piece[: max(m.start() - low, 0)]) and not m["so"]:
            continue
        if re.match(r"(?:,)? (?:når|hvis|der|som)\b", sentence.text[m.end() :]):
            continue
        kind = KIND.search(m["what"])
        denied = bool(re.search(r"\b(?:ikke|hverken)\b", m["between"], re.I)) or bool(
            re.search(r"\b(?:ikke|hverken)\b", piece[: max(m.start() - low, 0)][-25:], re.I)
        )
        for one in _make("status", regimes, sentence, figures, m.start(), m.end(), met=not denied):
            from dataclasses import replace

            yield replace(one, regime=replace(one.regime, kind=kind.lastgroup if kind else None, bound="sentence"))
