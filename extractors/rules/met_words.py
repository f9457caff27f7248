"""That criteria are met, told of an area: so many of them, "alle fire kriterier er opfyldt", or those that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.figures import enumerated
from extractors.rules.regimes import Sentence
from minutes.danish import whole
from minutes.needs import needs

NUMBER = r"(?:ét|én|et|en|to|tre|fire|fem|seks|\d{1,2})"
CRITERIA = (
    r"(?:\w*kriteri\w*|betingelse\w*|indikator\w*|paramet\w*|målepunkt\w*|forhold\b|faktorer\w*|krav\b|kravene|mål\b|målene|tal\b|tallene"
    r"|punkter\w*|nøgletal\w*|grænse(?:r|rne|værdier\w*))"
)
"""What the criteria are called; all but the first are called that of other things too."""
MET_WORDS = r"(?:opfyldt\w*|overskred\w+|overtrådt|til stede|for høje|ramt|udløst|over grænse\w*)"
"""What a criterion is when it counts."""
_MANY = rf"(?:{NUMBER}|ingen|alle|samtlige|begge)"
_OF = r"(?: (?:ud )?af)?(?: (?:de|disse|lovens|i alt|nu|dem))*"
_CRITERIA = r"(?:(?: (?!af |og |er |har |i )[\wæøå-]+){0,2}? (?:\w*kriteri\w+|betingelse\w+|parametre\w*|punkter\w*|indikatorer\w*))"
_AREA = r"(?: (?:i|for|på|af) (?P<area{0}>(?-i:[A-ZÆØÅ][\wæøå-]+(?: [A-ZÆØÅ][\wæøå-]+)?)))?"
MET = re.compile(
    rf"(?<![\w,.])(?P<n>{_MANY}){_OF}(?: (?P<m>{NUMBER}))?{_CRITERIA}(?: (?:dér|der|her))?"
    rf"(?: for [\wæøå ]{{3,40}}?)? (?:er|bliver|var)(?: (?!ikke)\w+){{0,3}}?"
    rf" (?:opfyldt|overskredet|overtrådt)\b{_AREA.format(1)}"
    rf"|\b(?:er|bliver|var)(?: (?!ikke|et område)[\wæøå-]+){{0,4}}? (?P<n2>{_MANY}){_OF}(?: (?P<m2>{NUMBER}))?{_CRITERIA}"
    rf"(?: \w+){{0,2}}? (?:opfyldt|overskredet|overtrådt)\b{_AREA.format(2)}",
    re.I,
)
""" "Kun ét af de fire kriterier er opfyldt i 2020", "dermed er tre kriterier opfyldt". """
_GENERIC = re.compile(
    r"\b(?:når|før|inden|hvis|såfremt|hvor|kræve\w*|krav\w*|skal|skulle|mindst|minimum|forudsat|regl\w*|regel\w*|for at"
    r"|(?<!betyder, )(?<!viser, )om at"
    r"|(?:et|ethvert|hvert) (?:\w+ )?(?:bolig)?område|(?:bolig)?områder|afdelinger|ghettoer|definer\w*|kendetegn\w*|der er|som|nok at)\b",
    re.I,
)
"""What tells the rule, or several areas at once."""
_REASON = re.compile(r"[,;] (?:da|fordi|idet|eftersom|for(?! at)|men|så|dvs\.|altså|dermed|derfor)\b|\. ")
""" "Det opfylder ikke betingelserne for at være udsat, da kun ét kriterium er opfyldt": why, told of the area."""
_NAMED = (
    r"(?:\w+(?:kriteri(?:et|um)|kravet|grænsen)(?: og \w+(?:kriteriet|kravet|grænsen))?"
    r"|(?:kriteri(?:et|erne|um)|kravet|kravene|betingelsen|betingelserne|grænsen|grænserne) (?:om|for|ved)\b[^.;:]{3,90}?)"
)
_DENIED = re.compile(r"\bikke (?:(?:de|disse|nogen af de) )?$", re.I)
"""Which are not met, and not how many are: "heller ikke de to kriterier er opfyldt"."""
_LEVEL = re.compile(
    r"\b(?:opfylder|opfyldte|leve(?:r|de) (?P<b1>(?:\w+ ){0,2})op til)\b(?P<b2>[^.;]{0,50}?)\b(?:(?:kriteri|krav|betingelse)(?:et"
    r"|erne|um|ene|n)|grænse(?:n|rne)) (?:om|for)\b(?P<list1>(?:(?! og (?:er|har|ligger|bliver|kommer|hører)\b)[^.;])*)"
    rf"|\b(?P<list2>{_NAMED}) (?:er|bliver)(?P<b3>(?: (?!ikke-)[\w-]+){{0,3}}?) (?:opfyldt|overskredet)\b"
    rf"|\b(?:er|bliver)(?P<b4>(?: (?!hvor|når|hvis)[\w-]+){{0,3}}?) (?P<list3>{_NAMED})(?P<b5>(?: \w+){{0,2}}?) (?:opfyldt|overskredet)\b"
    r"|\b(?:(?:er|ligger|kommer)(?P<b6>(?: (?!ikke-)\w+){0,4}?) over|overskrider(?P<b7>(?: (?!ikke-)\w+){0,4}?)) (?:lovens "
    r"|ghettolistens )?(?:grænse(?:n|rne)|kriteri(?:et|erne)) (?:for|om)"
    r"(?P<list4>[^.;:,]{3,60}?)(?=[,.;:]|$| og (?:er|har)\b)",
    re.I,
)
""" "Opfylder kriterierne om job og indkomst", "kriteriet om uddannelse er ikke længere opfyldt", "over grænsen for kriminalitet". """
_NOT = re.compile(r"\b(?:ikke(?!-)|hverken)\b", re.I)
COUNTED, LEVELS = needs(MET), needs(_LEVEL)


def number(written: str) -> int:
    """The value of a small number in digits or words; 0 for what is none."""
    return whole(written) or 0


def counts(sentence: Sentence) -> Iterator[tuple[re.Match[str], int, int | None]]:
    """So many criteria, of so many, that are met in the area a sentence speaks of."""
    for m in MET.finditer(sentence.text) if sentence.holds & COUNTED else ():
        before = _REASON.split(sentence.text[: m.start("n") if m["n"] else m.start("n2")])[-1]
        listed = sentence.block.kind in ("point", "row") and not before.strip("-–•* ")
        if listed or _GENERIC.search(before) or _DENIED.search(before) or re.match(r"\W*(?:Er|Bliver|Var)\b", before):
            continue
        many, of = (m["n"] or m["n2"]).lower(), m["m"] or m["m2"]
        whole = number(of) if of else None
        least = {"ingen": 0, "begge": 2, "alle": whole, "samtlige": whole}.get(many, 0 if many == "ingen" else -1)
        if least is not None:
            yield m, number(many) if least < 0 else least, whole


def named(sentence: Sentence) -> Iterator[tuple[re.Match[str], tuple[str, ...], bool]]:
    """The criteria that are said by name to be met, or not to be."""
    for m in _LEVEL.finditer(sentence.text):
        words = next(m[name] for name in ("list1", "list2", "list3", "list4") if m[name])
        said = tuple(dict.fromkeys(enumerated.named(words.split(", men")[0]))) or ("doemte",) * ("landsgennemsnit" in words)
        if said:
            between = " ".join(m[f"b{i}"] or "" for i in range(1, 8))
            yield m, said, not _NOT.search(between + sentence.text[: m.start()][-12:])
