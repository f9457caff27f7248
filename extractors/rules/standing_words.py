"""What a text says of an area by its own figures: "Skovhøj opfylder tre af kriterierne", "altså ikke et udsat boligområde"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.figures import enumerated
from extractors.rules.area_figures import AreaFigures
from extractors.rules.list_words import part
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import KIND, Regime, Regimes, Sentence
from extractors.rules.rule_words import MET_IN, N_MET, N_OF_M, NUMBER, clause, number, speaks_of_an_area
from minutes.needs import needs
from minutes.records import Quantity, Table

_NONE_OR_ALL = re.compile(
    rf"\bopfyld\w*(?: \w+){{0,3}}? (?P<all>ingen|alle)(?: af)?(?: de| lovens)?(?: (?P<m>{NUMBER}))? \w*kriteri\w*", re.I
)
_ARE_MET = re.compile(
    rf"\b(?:er|bliver|var) (?:der )?(?:altså |dermed |således |derfor |nu |kun |i alt )*(?P<n>{NUMBER}) (?:(?:ud )?af (?:de |lovens )*"
    rf"(?:(?P<m>{NUMBER}) )?)?kriteri\w+ (?:\w+ )?opfyldt",
    re.I,
)
_MEETS = re.compile(
    r"\b(?:opfylder|opfyldte|leve(?:r|de) (?P<how>(?:\w+ ){0,2}?)op til)\b(?P<between>[^.;]{0,50}?)\b(?:(?:kriteri|krav|betingelse)(?:et"
    r"|erne|um|ene|n)|grænse(?:n|rne)) (?:om"
    r"|for)\b(?P<list>(?:(?! og (?:er|har|ligger|bliver|kommer|hører)\b)[^.;])*)",
    re.I,
)
_IS = re.compile(
    r"(?:\b(?P<verb>(?P<escapes>slipper (?:\w+ )?for at (?:være|blive))|er|bliver|regnes for|betegnes som|kategoriseres som|hører til"
    r"|falder under|udgør|var)\b|(?P<so>altså|dermed|derfor|således|dvs\.?|det vil sige|men(?= (?:ikke|også|dermed))"
    r"|og(?= (?:ikke|også|dermed|derfor|heller|et (?:ghetto|parallel|hårdt|omdannelse)))))"
    r"(?P<name>(?: (?-i:[A-ZÆØÅ][\wæøå]+)){0,2})"
    r"(?P<between>(?: (?:altså|dermed|derfor|således|så|stadig|fortsat|ikke|længere|heller|nu|i dag|fremdeles|hverken|både|et|en|som"
    r"|fortsat|endnu|reglerne|blandt|(?:efter|ifølge|med|grundet|trods"
    r"|på (?:grund|trods|baggrund) af|i kraft af)(?: \w+){1,4}?(?= (?:også|stadig|fortsat|et|ikke|altså|dermed)\b)))*)"
    r" (?P<what>udsat (?:alment )?boligområde|parallelsamfund|ghetto(?:område)?|hårdt ghettoområde|omdannelsesområde"
    r"|forebyggelsesområde|(?P<alone>udsat)(?=[.,;)]| og | men |\s*$))(?!\w)",
    re.I,
)
_OVER = re.compile(
    rf"\b(?:ligger|lå|er|var|kommer) (?:(?-i:[A-ZÆØÅ][\wæøå-]+) |området )?over (?:grænse(?:n|rne) )?(?:på|for"
    rf"|i) (?P<n>{NUMBER}) (?:(?:ud )?af (?:de )?(?P<m>{NUMBER})? ?)?"
    r"(?:punkter|\w*kriteri\w+|indikatorer|forhold|parametre|grænser)",
    re.I,
)
""" "Østervang ligger over på to punkter". """
_WHICH = re.compile(
    r"(?::|,| –|,? nemlig|,? dvs\.)+ (?:nemlig )?(?P<list>[^.;:]{3,90}?)(?=, (?:og|men|mens|der|som|så)\b| og (?:er|har|bliver)\b|[.;:]|$)"
)
"""Which they are, after their number: "to punkter, arbejde og dømte". """
_ANCHOR = re.compile(r"opfyld|over|leve(?:r|de) (?:\w+ ){0,2}op|udsat|ghetto|parallelsamfund|omdannelse|forebyggelse", re.I)
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
    figures: tuple[Quantity, ...]
    least: int | None = None
    of: int | None = None
    indicators: tuple[str, ...] = ()
    met: bool = True


_COUNTED = needs(_ARE_MET, _OVER, MET_IN, N_OF_M, N_MET, _NONE_OR_ALL)
_MET, _BEING = needs(_MEETS), needs(_IS)
_STANDING = _COUNTED | _MET | _BEING


def find(regimes: Regimes, figures: AreaFigures) -> Iterator[Standing]:
    """Every statement about the standing of an area that the document gives figures of, in order."""
    for sentence in regimes.sentences:
        if (
            not sentence.holds & _STANDING
            or sentence.block.kind == "heading"
            or not (sentence.context.topic or "opfyld" in sentence.text.lower())
            or not _ANCHOR.search(sentence.text)
            or _SUPPOSED.match(sentence.text)
        ):
            continue
        if sentence.holds & _COUNTED:
            yield from _counted(regimes, sentence, figures)
        if sentence.holds & _MET:
            yield from _named(regimes, sentence, figures)
        if sentence.holds & _BEING:
            yield from _status(regimes, sentence, figures)


def in_tables(regimes: Regimes, figures: AreaFigures, tables: Sequence[Table]) -> Iterator[Standing]:
    """A column "Opfyldte kriterier" or a row "Antal opfyldte kriterier": how many each area is said to meet."""
    for table in tables:
        heads = [cell.text for cell in table.rows[0]] if table.rows else []
        for row in table.rows[1:]:
            for head, cell in zip(heads, row, strict=False):
                area = row[0].text if _MET_COUNT.search(head) else head if _MET_COUNT.search(row[0].text) else ""
                m = _N_MET_CELL.fullmatch(cell.text.strip())
                sentence = regimes.sentence(cell.source.at) if m and area and cell.source else None
                if sentence and m and cell.source:
                    at = cell.source.at - sentence.start
                    said = {"least": number(m["n"]), "of": number(m["m"]) if m["m"] else None}
                    yield from _make("met_count", regimes, sentence, figures, at, at + 1, area.strip(), **said)


_MET_COUNT = re.compile(r"opfyldte kriteri|antal kriteri|kriterier opfyldt|opfylder(?: antal)?$", re.I)
_N_MET_CELL = re.compile(r"(?P<n>\d)(?: ?(?:/|af|ud af) ?(?P<m>\d))?")


def _make(
    relation: str, regimes: Regimes, sentence: Sentence, figures: AreaFigures, start: int, end: int, area: str | None, **said
) -> Iterator[Standing]:
    known = figures.of(area, sentence, _years_near(sentence.text, start, end))
    if len(known) >= (1 if relation == "met_indicators" else 2):
        yield Standing(relation, *clause(sentence, start, end), regimes.at(sentence.start + start), sentence, area, known, **said)


def _years_near(text: str, start: int, end: int) -> list[str]:
    """The years that a statement speaks of: those right after it, else those before it in its clause."""
    after = re.match(r"(?: \w+)? (?:i|for|pr\.) (20[0-3]\d(?:(?:, | og |-)20[0-3]\d)*)", text[end:])
    low, high = part(text, start)
    return re.findall(r"20[0-3]\d", after[1] if after else text[low:start])


def _counted(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    text = sentence.text
    seen: list[tuple[int, int]] = []
    for m in (*_ARE_MET.finditer(text), *_OVER.finditer(text)):
        if not _CONDITIONAL.search(text[: m.start()]) and not re.search(r"\b(?:områder|når|der er)\b", text[: m.start()], re.I):
            seen.append(m.span())
            said = number(m["m"]) if m["m"] else None
            yield from _make(
                "met_count", regimes, sentence, figures, m.start(), m.end(), subject(text[: m.start() + 30]), least=number(m["n"]), of=said
            )
    for m in MET_IN.finditer(text):
        seen.append(m.span())
        said = {"least": number(m["n"]), "of": number(m["m"]) if m["m"] else None}
        yield from _make("met_count", regimes, sentence, figures, m.start(), m.end(), m["area"], **said)
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
            yield from _make(
                "met_count", regimes, sentence, figures, m.start(), m.end(), subject(text[: m.start() + 30]), least=count, of=said
            )
    for start, end in seen:
        yield from _which(regimes, sentence, figures, start, end)


def _which(regimes: Regimes, sentence: Sentence, figures: AreaFigures, start: int, end: int) -> Iterator[Standing]:
    """The criteria that are named after their number, when they are as many."""
    m = _WHICH.match(sentence.text, end)
    named = tuple(dict.fromkeys(enumerated.named(m["list"]))) if m else ()
    counted = re.findall(rf"\b{NUMBER}\b", sentence.text[start:end], re.I)
    if named and number(counted[0]) == len(named):
        area = subject(sentence.text[: start + 30])
        yield from _make("met_indicators", regimes, sentence, figures, start, end, area, indicators=named)


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
                subject(sentence.text[: m.start() + 30]),
                indicators=said,
                met=not re.search(r"\bikke\b|hverken", (m["how"] or "") + m["between"] + before[-12:], re.I),
            )


def _status(regimes: Regimes, sentence: Sentence, figures: AreaFigures) -> Iterator[Standing]:
    for m in _IS.finditer(sentence.text):
        low, high = part(sentence.text, m.start())
        before = sentence.text[low : max(m.start(), low)]
        if _told_generally(sentence.text, sentence.text[low:high], before, m):
            continue
        kind = KIND.search(m["what"])
        denied = bool(m["escapes"] or _NOT.search(m["between"]) or _NOT.search(before[-25:]))
        area = m["name"].strip() or subject(sentence.text[: m.start() + 2])
        if m["alone"] and not area and "området" not in sentence.text.lower():
            continue
        for one in _make("status", regimes, sentence, figures, m.start(), m.end(), area, met=not denied):
            yield replace(one, regime=replace(one.regime, kind=kind.lastgroup if kind else "udsat", bound="sentence"))


_NOT = re.compile(r"\b(?:ikke|hverken)\b", re.I)
_SUPPOSED = re.compile(
    r"\W*(?:Falder|Stiger|Bliver|Kommer|Går|Sker|Fortsætter|Lykkes|Opfylder|Slipper|Får|Ender|Holder|Flytter|Vokser|Rammer|Er|Har|Havde"
    r"|Var|Skulle)\b[^?]*?(?:,|\bså) (?:og )?(?:så )?(?:vil|er|bliver|kommer|kan|skal|ville|må|var|opfylder|ryger|slipper|får)\b"
    r"|\W*Med [^.,]{0,60}\b(?:færre|flere|mere|mindre|lavere|højere)\b"
)
"""A condition that begins with its verb: "Falder den igen, er området ikke længere udsat"."""


def _told_generally(text: str, piece: str, before: str, m: re.Match[str]) -> bool:
    """Is it of any area, of some, or only of what may come?"""
    if _CONDITIONAL.search(re.sub(r"bliver|for at (?:være|blive)" if m["escapes"] else "bliver", "", piece)):
        return True
    if re.search(r"(?<!er )(?<!som )(?<!var )(?<!både )\bet (?:\w+ )?(?:bolig)?område\b(?! er)|områder", before, re.I):
        return True
    some = re.search(r"\d|\b(?:dem|heraf|disse|hvilke\w*)\b", before) and not m["so"] and not m["name"]
    return bool(some or re.match(r"(?:,)? (?:når|hvis|der|som)\b", text[m.end() :]))
