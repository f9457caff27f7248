"""Shares that a text sets as limits, however they are written: "halvtreds procent", "hver anden", "270 pr. 10.000", "det tredobbelte"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractors.figures.criteria_tables import OPERATORS
from extractors.layout import Flow
from extractors.rules.regimes import Regimes, Sentence
from minutes.danish import word_value
from minutes.records import Threshold

_WORD = r"[a-zæøå]{2,18}"
_SHARE = re.compile(
    rf"(?<![\w.,])(?:(?P<n>\d+(?:,\d+)?|{_WORD})[ -]?(?P<unit>%|pct\b\.?|procent(?:\b|(?=s?-?grænse))|promille\b|‰)"
    rf"|(?P<part>\d{{1,3}}|{_WORD}) (?:[a-zæøå]+ ){{0,3}}?(?:ud af|af|pr\.|per|for|blandt) (?:hver(?:t)? )?(?P<base>10\.?000"
    rf"|1\.?000|100|10|ti|hundrede|tusinde?)(?![\w.,]\d|\w| pct| ?%| kr)"
    r"|(?P<half>halvdelen|flertallet(?= af)|det halve)\b|hver (?P<each>anden|tredje|fjerde|femte)\b"
    r"|(?P<top>en|to|tre|fire) (?P<bottom>tredjedele?|fjerdedele?|femtedele?)\b"
    rf"|(?P<times>\d+|{_WORD}) ?(?:gange|x)\b|(?:det )?(?P<fold>dobbelt|tredobbelt|firedobbelt|femdobbelt)(?:e\b| så (?:mange|høj"
    rf"|stor|ofte|tit)\w*)|(?P<people>\d{{1,2}}\.?\d{{3}})(?= (?:beboere|indbyggere|mennesker|personer) eller (?:flere|derover|færre)))",
    re.I,
)
_PARTS = {"tredjedel": 3, "fjerdedel": 4, "femtedel": 5, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_FOLD = {"dobbelt": 2, "tredobbelt": 3, "firedobbelt": 4, "femdobbelt": 5}
_BASE = {"ti": 10, "hundrede": 100, "tusind": 1000, "tusinde": 1000}
_OPERATOR = re.compile(
    r"(?<!der)(?P<op>over|mere end|flere end|større end|højere end|overstiger|mindst|minimum|under|mindre end|lavere end|færre end|højst|>="
    r"|≥|>|<=|≤|<)(?: (?:på|er|udgør|har|er på))? ?$",
    re.I,
)
_NORM = (
    r"(?:\w*(?:grænse(?!lø|nde)|tærsk[el]|skillelinje|skæring)\w*|(?:barriere|streg|loft|krav)(?:en|et)?\b|betingelse(?:n|rne)?\b)"
)
"""What a limit is called."""
_SO = r"(?: (?:nu|også|dog|altså|fortsat|stadig|i dag|her|dengang|netop|jo|kun|hele|sat|fastsat|sat til|skrevet som))*"
_GRAENSE = re.compile(
    rf"(?<!\w){_NORM}(?:(?: (?!(?:om|med|hvor|har|havde|idet|faldt|steg|opfyldt|overskredet)\b)[^\s.;:,\d]+){{0,10}}?"
    rf" (?:er|var|på|ved|til|af|udgør|bliver|blev)|){_SO} $"
    r"|(?<!på )(?<!over )(?<!under )(?<!ved )\bgrænse\w*[^.;,\d]{0,40}: $"
    r"|\b(?:opfyldt|tæller(?: med)?)(?: ved|,? (?:når|hvis)\b[^.;,\d]{3,60}) $"
    rf"|{_NORM}[^.;\d]{{0,80}}, nemlig $"
    r"|\w*kriteri(?:et|um)\b[^.;,\d]{0,50}? (?:sat|sættes|lyder|går|ligger)[^.;,\d]{0,20}? (?:på|til|ved) (?:nu )?$"
    r"|\b(?:er|var|går|gik|lå|bliver) grænsen\b[^.;:,\d]{0,60} (?:nu )?$",
    re.I,
)
"""What makes a bare figure a limit: "grænsen går ved 50 procent", "skæringspunktet 55 pct.", "var grænsen for grundskole 60 pct.". """
_GRAENSE_AFTER = re.compile(
    rf"s?[- ]?{_NORM}|[^.;,\d]{{0,60}}?,? (?:som |der |hvilket |fordi det )?(?:er|var|udgør|bliver)"
    r"(?: (?:lovens|den|det|\w*listens|ministeriets|også|netop|jo))*"
    rf" (?:{_NORM}|afgørende|\w*grænse\w*)"
    r"|[^.;,\d]{0,40}?,? (?:som |der |hvad )?(?:loven|regle(?:n|rne)|ministeriet|staten|\w*listen|kriteriet|lovgivningen|man)(?: her)?"
    r" (?:kræver|sætter|forlanger|fastsætter|siger|stiller|tillader)"
    r"|[^.;\d]{0,60}, fordi det er \w*grænsen| som (?:\w+ ){0,2}?\w*grænse",
    re.I,
)
"""The same behind it: "55-procentsgrænsen", "2,7 pct. er grænsen", "de 40 pct., som loven kræver"."""
_IT = re.compile(
    rf"(?<!\w)(?:{_NORM}|kriteriet\b).*\b(?:har den (?:været|ligget på)|(?:er|var|blev|bliver|går|ligger) den"
    r"|den (?:er|var|blev|bliver|går|gik|lå|ligger))(?: (?:sat|hævet|sænket|skærpet|ændret|lempet)(?: op| ned)? til| skrevet som"
    r"| nu| på| ved)? $",
    re.I,
)
""" "I 2014 blev den skrevet som 2,7 procent"."""
_GOES = re.compile(r"\bden (?:går|gik) (?:ved|på) $", re.I)
_LEADS = re.compile(rf"\W*(?:(?:Lovens|\w*listens|Ministeriets) )?{_NORM}", re.I)
"""A sentence that a limit begins, so that "den" in the next one is it."""
_OWN = re.compile(
    r"\b(?:kommunens|vores|byrådets|udvalgets|foreningens|boligforeningens|jobcentrets|politiets|egen|eget|egne|intern\w*) (?:\w+ )?$", re.I
)
_GIVEN = re.compile(r"\d(?: ?%| ?pct\.)?-$")
""" "270-grænsen": the limit has been told, what follows is held against it."""
_THEY_ARE = re.compile(
    r"\bkriterierne(?: \w+){0,3}: |(?<!under )(?<!over )(?<!overskrider )\b(?:grænserne|tærsklerne|grænseværdierne"
    r"|kriterieværdierne)\b[^.;\d]{0,60}?(?:\b(?:er|var)\b|:)",
    re.I,
)
"""All bare figures after this are limits."""
_THESE = re.compile(r".*\b(?:grænserne|tærsklerne|grænseværdierne)\b.*[.?!:]\s+(?:De|Det|Svaret) (?:er|var|lyder|lød)\b", re.I | re.S)
""" "Der blev spurgt til grænserne. Svaret var: …"."""
_WHEN = re.compile(r"\b(?:når|hvis|såfremt|dersom)(?: blot| bare)? $", re.I)
""" "Opfyldt, hvis to tredjedele af de 30-59-årige …"."""
_CAME = re.compile(r"\b(?:lå|kom|faldt|steg|nåede|endte|(?:er|var) (?:kommet|faldet|steget|nået))(?: (?:ned|op|helt))? $", re.I)
""" "… så området lå under 40 pct.": what it was, no limit."""
_OR_MORE = re.compile(r"[^.;,]{0,60}? eller (?P<way>mere|flere|derover|højere|mindre|derunder|lavere)\b", re.I)
_DEFINITION = re.compile(
    r"\b(?:et|ethvert|alle) (?:udsat(?:te)? boligområde|(?:hårdt )?ghetto\w*|parallelsamfund|forebyggelsesområde"
    r"|omdannelsesområde)\w* (?:er|har|defineres|kendetegnes|skal)\b"
    r"|(?:områder|ghettoer|parallelsamfund) (?:er|har|defineres)\b[^.]*\b(?:hvor|med|når)\b",
    re.I,
)
_OF_CRITERIA = re.compile(r"kriteri|opfyld|af tre|af fire|af fem|af \d|§ ?61|på \w*listen\b|\bhvis\b", re.I)
_CONVICTED = re.compile(r"dømt|kriminalitet|straffelov", re.I)
_NEAR_CHARS = 160


def find(regimes: Regimes, flow: Flow, known: Iterable[Threshold]) -> Iterator[Threshold]:
    """The limits beside those `known`, in passages on rules; the operator is "" where only "grænsen" or "når" says that it is one."""
    taken = {t.source.at + i for t in known if t.unit in ("percent", "ratio") for i in range(len(t.source.quote))}
    for sentence in regimes.sentences:
        if sentence.context.topic and sentence.block.kind != "row":
            for m in _SHARE.finditer(sentence.text):
                said = _value(m, _crime(regimes, sentence, m))
                start = _limits(regimes, sentence, m) if said and sentence.start + m.start() not in taken else None
                if said and start is not None:
                    at, operator = start
                    place = flow.source(sentence.start + at, sentence.start + m.end())
                    convicted = "doemte_ratio" if said[1] == "ratio" else "doemte" if said[2] else None
                    yield Threshold(place, operator, said[0], said[1], convicted)


def _crime(regimes: Regimes, sentence: Sentence, m: re.Match[str]) -> bool:
    """Do the words near by speak of convicted, for "det dobbelte" those of the sentence before too?"""
    above = regimes.above(sentence) if m["fold"] else None
    near = _CONVICTED.search(sentence.text, max(m.start() - _NEAR_CHARS, 0), m.end() + _NEAR_CHARS)
    return bool(near or above and _CONVICTED.search(above.text))


def _value(m: re.Match[str], convicted: bool) -> tuple[Decimal, str, bool] | None:
    """Value, unit and whether it counts the convicted: of promille, of 10.000, or times the country's."""
    if m["unit"]:
        value = _number(m["n"])
        small = m["unit"].lower() in ("promille", "‰")
        return (value / 10 if small else value, "percent", small) if value is not None and (convicted or not small) else None
    if m["base"]:
        value, base = _number(m["part"]), _BASE.get(m["base"].lower()) or int(m["base"].replace(".", ""))
        few = value is not None and value < base
        return (value * 100 / base, "percent", base >= 1000) if few and value and (convicted or base < 1000) else None
    if m["times"] or m["fold"]:
        value = _number(m["times"]) if m["times"] else Decimal(_FOLD[m["fold"].lower()])
        return (value, "ratio", True) if value and value > 1 and convicted else None
    if m["people"]:
        return Decimal(m["people"].replace(".", "")), "count", False
    if m["half"]:
        return Decimal(50), "percent", False
    below = _PARTS[(m["each"] or m["bottom"]).lower().removesuffix("e") if m["bottom"] else m["each"].lower()]
    above = _number(m["top"]) if m["top"] else Decimal(1)
    return (above * 100 / below, "percent", False) if above else None


def _number(written: str) -> Decimal | None:
    return Decimal(written.replace(",", ".")) if written[0].isdigit() else word_value(written)


def _limits(regimes: Regimes, sentence: Sentence, m: re.Match[str]) -> tuple[int, str] | None:
    """Where the words of the limit begin, and its operator; None when nothing makes the share a limit."""
    text, at = sentence.text, m.start()
    before = _OPERATOR.search(text, max(at - 22, 0), at)
    when = before and sentence.kinds and _WHEN.search(text, max(before.start() - 20, 0), before.start())
    if before and _CAME.search(text, 0, before.start()) and not _OF_CRITERIA.search(text):
        return None
    if before and (when or _DEFINITION.search(text) or _OF_CRITERIA.search(_passage(regimes, sentence))):
        return before.start(), OPERATORS[before["op"].lower()]
    above = regimes.before(sentence)
    it = (above.text + " " if above and above.block is sentence.block else "") + text[:at]
    said = _GRAENSE.search(text, 0, at)
    if said and (_OWN.search(text, 0, said.start()) or _GIVEN.search(text, 0, said.start())):
        return None
    goes_on = _GOES.search(text, 0, at) or above and _LEADS.match(above.text)
    if said or _IT.search(it if goes_on else text[:at]) or _THEY_ARE.search(text, 0, at) or _THESE.match(it):
        return at, ""
    if _GRAENSE_AFTER.match(text, m.end()) and not before:
        return at, ""
    after = _OR_MORE.match(text, m.end())
    if after and not before and (_DEFINITION.search(text) or _OF_CRITERIA.search(text)):
        return at, "<=" if after["way"].lower() in ("mindre", "derunder", "lavere") else ">="
    if _WHEN.search(text, max(at - 20, 0), at) and (_OF_CRITERIA.search(text) or sentence.kinds):
        return at, ""
    return None


def _passage(regimes: Regimes, sentence: Sentence) -> str:
    """The sentence with what leads up to it under its heading, and the next entry of its list."""
    text, above = sentence.text, sentence
    for _ in range(8):
        previous = regimes.before(above)
        if previous is None:
            break
        text += " " + previous.text
        above = previous
        if previous.block.kind == "heading":
            break
    after = regimes.after(sentence)
    return text + " " + after.text if after and after.block.kind == sentence.block.kind == "point" else text
