"""What a text says of an area by its own figures: "Skovhøj opfylder tre af kriterierne", "altså ikke et udsat boligområde"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractors.figures import enumerated
from extractors.rules import met_words, status_words
from extractors.rules.area_figures import AreaFigures
from extractors.rules.list_spans import lists_in_a_row
from extractors.rules.list_words import part
from extractors.rules.met_words import NUMBER, number
from extractors.rules.names_of_areas import subject
from extractors.rules.regime import as_of
from extractors.rules.regimes import Regime, Regimes, Sentence
from extractors.rules.rule import clause
from extractors.rules.rule_words import N_MET, N_OF_M, speaks_of_an_area
from minutes.needs import led, needs
from minutes.records import Quantity

_NONE_OR_ALL = re.compile(
    rf"\bopfyld\w*(?: \w+){{0,3}}? (?P<all>ingen|alle)(?: af)?(?: de| lovens)?(?: (?P<m>{NUMBER}))? \w*kriteri\w*", re.I
)
_OVER = re.compile(
    rf"\b(?:ligger|lå|er|var|kommer) (?:(?-i:[A-ZÆØÅ][\wæøå-]+) |området )?over (?:grænse(?:n|rne) )?(?:på|for"
    rf"|i) (?P<n>{NUMBER}) (?:(?:ud )?af (?:de )?(?P<m>{NUMBER})? ?)?"
    r"(?:punkter|\w*kriteri\w+|indikatorer|forhold|parametre|grænser)",
    re.I,
)
""" "Østervang ligger over på to punkter". """
_NO_POINT = re.compile(
    r"\b(?:ligger|er|holder sig)\b(?: \w+){0,3}? under (?:(?:alle|samtlige) (?:\w+ )?grænse\w+|grænse\w+ (?:på|for|i) (?:alle|samtlige))\b",
    re.I,
)
""" "Ligger under grænserne på alle punkter"."""
_SHORT = re.compile(
    rf"\b(?:opfyld(?:er|te)|lever op til)(?: (?:kun|alene|blot|derimod|dog|nu|også|bare|imidlertid)){{0,2}} (?P<n>{NUMBER}|ingen)"
    r"(?: af dem)?(?= ?(?:[.,;]|og\b|men\b|mens\b|$))"
    rf"|(?:, | og |, (?:og|mens) )(?P<area>[A-ZÆØÅ][\w/]+(?: [A-ZÆØÅ][\w/]+)?)(?: kun)? (?P<n2>{NUMBER}|ingen)(?=[.,;]| og [A-ZÆØÅ]|$)"
)
""" "Nordvang opfylder ét", "og Skovbo ingen", after so many criteria of another area."""
_SIDE = re.compile(
    r"\b(?P<side>over|under|overskrider|overstiger|på den (?P<right>rigtige|forkerte) side af)"
    r"(?: (?:området|bebyggelsen|afdelingen|vi|også|både|dermed|stadig|fortsat|(?-i:[A-ZÆØÅ]\w+)))*"
    r"(?: (?:lovens|\w*listens|den|ministeriets|statens|regeringens))* (?:\w*grænse(?:n|værdien)?|tærsk[el]\w*|kravet|kriteriet"
    r"|skillelinje\w*)"
    r"(?=[ .,;:]|$)"
    r"|\b(?:kriteriet|kravet|grænsen|betingelsen) (?:er|bliver)(?P<b>(?: \w+){0,3}?) (?:opfyldt|overskredet)\b",
    re.I,
)
""" "2,9 pct. og dermed under grænsen", "53 pct. … Kriteriet er altså ikke opfyldt"."""
_WHICH = re.compile(
    r"(?::|,| –|,? nemlig|,? dvs\.)+ (?:nemlig )?(?!idet|fordi|da|selv om|mens)"
    r"(?P<list>[^.;:]{3,90}?)(?=, (?:og|men|mens|der|som|så)\b| og (?:er|har|bliver)\b|[.;:]|$)"
)
"""Which they are, after their number: "to punkter, arbejde og dømte". """
_ANCHOR = led(
    r"opfyld|over|grænse|kriteri|krav|leve(?:r|de) (?:\w+ ){0,2}op|udsat|ghetto|parallelsamfund|omdannelse"
    r"|forebyggelse",
    re.I,
)
"""Without one of these words a sentence says nothing of an area's standing."""
_NOT = re.compile(r"\bikke\b(?!-)")
""" "Ikke", but not "ikke-vestlig"."""
_CONDITIONAL = re.compile(
    r"\b(?:hvis|når|såfremt|ville|kan|kunne|risiker\w*|skulle|måske|bliver|undgå\w*|skal|mangler|tæt på|for at|foreslå\w*|forslag\w*"
    r"|udspil\w*|mål\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement about an area by its figures. `relation`: met_count (n of m), met_indicators, status.

    `years`: on how many lists in a row the text says that the area stood, at least and at most.
    """

    relation: str
    start: int
    end: int
    regime: Regime
    sentence: Sentence
    area: str | None
    figures: tuple[Quantity, ...]
    least: int | None = None
    of: int | None = None
    indicators: tuple[str, ...] = ()
    met: bool = True
    years: tuple[int, int] | None = None


_COUNTED, _SIDES = needs(_OVER, N_OF_M, N_MET, _NONE_OR_ALL, _NO_POINT, _SHORT) | met_words.COUNTED, needs(_SIDE)
_STANDING = _COUNTED | _SIDES | met_words.LEVELS | status_words.STATUSES


_ANY_SUCH = re.compile(
    r"\W*(?:Et|Ethvert|Alle) (?:\w+ )?(?:parallelsamfund|omdannelsesområde|forebyggelsesområde|ghetto\w*|udsat boligområde) (?:er|har|skal"
    r"|bliver)\b"
)
""" "Et parallelsamfund er også et udsat boligområde": of all there are."""


def find(regimes: Regimes, figures: AreaFigures) -> Iterator[Standing]:
    """Every statement about the standing of an area that the document gives figures of, in order."""
    for sentence in regimes.sentences:
        if (
            not sentence.holds & _STANDING
            or sentence.block.kind == "heading"
            or not (sentence.context.topic or "opfyld" in sentence.text.lower())
            or not _ANCHOR.search(sentence.text)
            or _SUPPOSED.match(sentence.text)
            or _ANY_SUCH.match(sentence.text)
        ):
            continue
        if sentence.holds & _COUNTED:
            yield from _counted(regimes, sentence, figures)
        if sentence.holds & met_words.LEVELS:
            yield from _named(regimes, sentence, figures)
        if sentence.holds & _SIDES:
            yield from _sides(regimes, sentence, figures)
        if sentence.holds & status_words.STATUSES:
            yield from _status(regimes, sentence, figures)


def make(
    relation: str,
    regimes: Regimes,
    sentence: Sentence,
    figures: AreaFigures,
    start: int,
    end: int,
    area: str | None,
    known: tuple[Quantity, ...] = (),
    **said: Any,
) -> Iterator[Standing]:
    """A statement with the figures of its area, those `known` or those that the document gives; none when there are too few."""
    regime = regimes.at(sentence.start + start)
    known = known or figures.of(area, sentence, *_time_of(sentence.text, start, end, regime))
    if len(known) >= (1 if relation == "met_indicators" else 2) or said.get("years"):
        yield Standing(relation, *clause(sentence, start, end), regime, sentence, area, known, **said)


def _time_of(text: str, start: int, end: int, regime: Regime) -> tuple[list[str], bool]:
    """The years that a statement speaks of, and whether it tells of an earlier time: "og dengang var alle tre kriterier opfyldt"."""
    years = _years_near(text, start, end)
    low, high = part(text, start)
    said = text[low : max(high, end)]
    then = bool(_WAS.search(said)) and not _IS.search(said) and bool(years or _THEN.search(said))
    if then and not years and _BACK_THEN.search(said):
        of_rules = regime.first if regime.dated in ("sentence", "passage") else None
        years = _YEARS.findall(text[:start])[-1:] or ([str(of_rules.year)] if of_rules else [])
    return years, then


_WAS = re.compile(r"\b(?:opfyldte|var|havde|lå|blev|levede|stod)\b")
_IS = re.compile(r"\b(?:opfylder|er|har|ligger|bliver|lever)\b")
_BACK_THEN = re.compile(r"\b(?:dengang|den ?gang|på det tidspunkt)\b", re.I)
_THEN = re.compile(
    rf"{_BACK_THEN.pattern}|\b(?:tidligere|oprindelig\w*|i sin tid|året før|(?:sidste|forrige) år|i fjor|ved \w+s? start)\b", re.I
)
_YEARS = re.compile(r"20[0-3]\d")


def _years_near(text: str, start: int, end: int) -> list[str]:
    """The years that a statement speaks of: those right after it, else those before it in its clause."""
    after = re.match(r"(?: \w+)? (?:i|for|pr\.) (20[0-3]\d(?:(?:, | og |-)20[0-3]\d)*)", text[end:])
    low, high = part(text, start)
    return re.findall(r"20[0-3]\d", after[1] if after else text[low:start])


_QUOTED = re.compile(r"\b(?:stod|skrev|hed|lød)\b[^»«]*»[^»«]*\bopfyld")
""" "I udkastet stod, at området »opfyldte to ud af fem kriterier«": what another paper says."""


def _counted(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    text = sentence.text
    if _QUOTED.search(text):
        return
    seen: list[tuple[int, int]] = []
    for m in _OVER.finditer(text):
        if not _CONDITIONAL.search(text[: m.start()]) and not re.search(r"\b(?:områder|når|der er)\b", text[: m.start()], re.I):
            seen.append(m.span())
            of = number(m["m"]) if m["m"] else None
            area = subject(text[: m.start() + 30])
            yield from make("met_count", regimes, sentence, figures, m.start(), m.end(), area, least=number(m["n"]), of=of)
    for m in _NO_POINT.finditer(text):
        if not _CONDITIONAL.search(text[: m.start()]):
            yield from make("met_count", regimes, sentence, figures, m.start(), m.end(), subject(text[: m.start() + 30]), least=0)
    for m, least, of in met_words.counts(sentence):
        seen.append(m.span())
        area = m["area1"] or m["area2"] or subject(text[: m.start() + 30])
        yield from make("met_count", regimes, sentence, figures, m.start(), m.end(), area, least=least, of=of)
    for pattern in (N_OF_M, N_MET, _NONE_OR_ALL):
        for m in pattern.finditer(text):
            groups = m.groupdict()
            counted = next(name for name in ("all", "n", "n2", "n3") if groups.get(name))
            before = text[: m.start(counted)]
            if (
                any(a < m.end() and m.start() < b for a, b in seen)
                or not speaks_of_an_area(before)
                or _CONDITIONAL.search(before)
            ):
                continue
            seen.append(m.span())
            many = groups.get("m") or groups.get("m2") or groups.get("m3")
            said = number(many) if many else None
            count = number(groups[counted]) if counted != "all" else 0 if groups["all"].lower() == "ingen" else said
            if _NOT.search(before) or re.search(r"\b(?:hver|begge) $", before) or count is None:
                continue
            yield from make(
                "met_count", regimes, sentence, figures, m.start(), m.end(), subject(text[: m.start() + 30]), least=count, of=said
            )
    for start, end in seen:
        yield from _which(regimes, sentence, figures, start, end)
    yield from _short(regimes, sentence, figures, seen)


def _short(regimes: Regimes, sentence: Sentence, figures: AreaFigures, seen: list[tuple[int, int]]) -> Iterator[Standing]:
    """So many of the criteria that were counted of another area just before."""
    above, text = regimes.above(sentence), sentence.text
    told = above and subject(above.text) and "kriteri" in above.text and N_OF_M.search(above.text)
    for m in _SHORT.finditer(text):
        counted = any(end <= m.start() and "kriteri" in text[start:end] for start, end in seen)
        area = m["area"] or subject(text[: m.end()])
        if area and (counted or told and m["n"]) and not _CONDITIONAL.search(text[: m.start()]):
            written = (m["n"] or m["n2"]).lower()
            least = 0 if written == "ingen" else number(written)
            yield from make("met_count", regimes, sentence, figures, m.start(), m.end(), area, least=least)


def _which(regimes: Regimes, sentence: Sentence, figures: AreaFigures, start: int, end: int) -> Iterator[Standing]:
    """The criteria that are named after their number, when they are as many."""
    m = _WHICH.match(sentence.text, end)
    named = tuple(dict.fromkeys(enumerated.named(m["list"]))) if m else ()
    counted = re.findall(rf"\b{NUMBER}\b", sentence.text[start:end], re.I)
    if named and number(counted[0]) == len(named):
        area = subject(sentence.text[: start + 30])
        yield from make("met_indicators", regimes, sentence, figures, start, end, area, indicators=named)


def _named(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    for m, said, met in met_words.named(sentence):
        before, after = sentence.text[: m.start()], sentence.text[m.end() :]
        if not _CONDITIONAL.search(before) and not _OF_ANY.search(before) and not _DEPENDS.match(after):
            area = subject(sentence.text[: m.start() + 30])
            yield from make("met_indicators", regimes, sentence, figures, m.start(), m.end(), area, indicators=said, met=met)


def _sides(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    """The side of the limit on which the figure beside it is said to be."""
    for m in _SIDE.finditer(sentence.text):
        before = sentence.text[: m.start()]
        known = figures.alone(sentence, m.start())
        about = re.match(r" (?:for|om|på|i) [^.,;\d]{3,60}", sentence.text[m.end() :])
        other = about and known and {*enumerated.named(about[0])} - {known[0].label.removesuffix("_ratio")}
        if not known or other or _CONDITIONAL.search(before) or _NOT.search(before[-20:]):
            continue
        name = known[0].label
        over = (m["side"] or "").lower() in ("over", "overskrider", "overstiger")
        met = m["right"] == "forkerte" if m["right"] else over != (name == "indkomst") if m["side"] else not _NOT.search(m["b"])
        yield from make("met_indicators", regimes, sentence, figures, m.start(), m.end(), None, known=known, indicators=(name,), met=met)


def _status(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    for m, kind, area, met in status_words.find(sentence):
        kind = kind or regimes.at(sentence.start + m.start()).kind
        if not kind:
            continue
        years = lists_in_a_row(regimes, sentence, m.end()) if kind == "haard" else None
        areas = _both(sentence, m, figures) or (area,)
        told = (one for name in areas for one in make("status", regimes, sentence, figures, m.start(), m.end(), name, met=met, years=years))
        for one in told:
            regime = replace(one.regime, kind=kind, bound="sentence")
            own = regimes.own if years and regimes.own.dated == "document" else regime
            yield replace(one, regime=as_of(regime, own))


def _both(sentence: Sentence, m: re.Match[str], figures: AreaFigures) -> list[str]:
    """The two areas that are said to be something at once: those named before, else those of the table."""
    if not status_words.BOTH.search(sentence.text[: m.end()][-120:]):
        return []
    named = _PAIR.search(sentence.text[: m.end()])
    return [named[1], named[2]] if named else figures.tables.pair()


_PAIR = re.compile(r"\b([A-ZÆØÅ][\w/]+) og ([A-ZÆØÅ][\w/]+) (?:er|bliver|hører|opfylder|ligger)\b")
_OF_ANY = re.compile(r"\bet (?:\w+ )?område|områder\b|\bder\b|\bsom\b", re.I)
_DEPENDS = re.compile(r",? (?:når|hvis|såfremt|ved|først)\b")
""" "Kriteriet om uddannelse er opfyldt, når over 60 pct. …" tells the rule."""
_SUPPOSED = re.compile(
    r"\W*(?:Falder|Stiger|Bliver|Kommer|Går|Sker|Fortsætter|Lykkes|Opfylder|Slipper|Får|Ender|Holder|Flytter|Vokser|Rammer|Er|Har|Havde"
    r"|Var|Skulle)\b[^?]*?(?:,|\bså) (?:og )?(?:så )?(?:vil|er|bliver|kommer|kan|skal|ville|må|var|opfylder|ryger|slipper|får)\b"
    r"|\W*Med [^.,]{0,60}\b(?:færre|flere|mere|mindre|lavere|højere)\b"
)
"""A condition that begins with its verb: "Falder den igen, er området ikke længere udsat"."""
