"""What kind of area a text says that an area is: "er altså ikke et udsat boligområde", "hører dermed til de hårde ghettoområder"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.rules.list_words import part
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import KIND, Sentence
from minutes.needs import needs

_ADVERBS = (
    r"(?:(?: på (?:den|dette|det|disse) (?:baggrund|grundlag|tal)| (?:på (?:grund|trods|baggrund) af|i kraft af) \w+)?"
    r"(?: (?!(?:på|til|mod|ved|nær\w*|tæt|næsten|om|fra|uden|end|over|langt|hvor|der|når|hvis|af|blandt|del|nabo|tidligere|kendt|én|ét"
    r"|udpeget|kommet|havnet|betegnelsen|begrebet|mellem|kun|både|hvad|at|kaldt|et|en|som|to|tre|fire|fem|seks|syv|otte|ni|ti|[a-zæøå]+ten)\b|\d)[\w-]+){0,6}?)"
)
_STATUS = re.compile(
    r"(?:\b(?P<verb>(?P<escapes>slipper (?:\w+ )?for at (?:være|blive))|er|bliver|regnes|anses|betegnes|kategoriseres|udgør|var)\b"
    r"|(?P<so>altså|dermed|derfor|således|dvs\.?|det vil sige|men(?= (?:ikke|også|dermed))"
    r"|og(?= (?:ikke|også|dermed|derfor|heller|et (?:ghetto|parallel|hårdt|omdannelse)))))"
    rf"(?P<name>(?: (?:(?-i:[A-ZÆØÅ][\wæøå]+)|området|bebyggelsen|kvarteret|afdelingen"
    rf"|vi)){{0,2}})(?P<between>{_ADVERBS}(?: både)?(?: som| for)?"
    r"(?: et| en)?) (?P<what>udsat (?:alment )?boligområde|parallelsamfund|ghetto(?:område)?|hårdt ghettoområde|omdannelsesområde"
    r"|særligt udsat boligområde|forebyggelsesområde|(?P<alone>udsat)(?=[.,;)]| og | men |\s*$))(?!\w)",
    re.I,
)
_KINDS = (
    r"(?:(?:særligt )?udsatte? (?:almene? )?boligområder?|parallelsamfund(?:ene)?|(?:hård(?:t|e) )?ghetto(?:er|områder?(?:ne)?)?"
    r"|omdannelsesområder?(?:ne)?|forebyggelsesområder?(?:ne)?)"
)
_BELONGS = re.compile(
    r"\b(?:(?:hører|falder)(?P<n1> (?-i:[A-ZÆØÅ]\w+))?(?P<b1>(?: \w+){0,3}?) (?:til|under|ind under|blandt|i gruppen af)"
    r"(?: de(?= )| gruppen af| kategorien)?"
    r"|(?:opfylder|lever)(?P<n2> (?-i:[A-ZÆØÅ]\w+))?(?P<b2>(?: \w+){0,3}?) (?:op til )?"
    r"(?:betingelserne|kravene|kriterierne|definitionen|reglerne|betegnelsen) (?:for|på|af|som)(?: at (?:være|blive))?(?: et)?"
    r"|er(?P<n3> (?-i:[A-ZÆØÅ]\w+))?(?P<b3>(?: \w+){0,4}?) omfattet af (?:lovens )?(?:definition\w*|regler\w*|kriteri\w*) (?:på|af|for)"
    r"(?: et)?"
    r"|gør (?P<n4>(?-i:[A-ZÆØÅ]\w+)|det|området|bebyggelsen|os)(?P<b4>(?: \w+){0,3}?) til(?: et)?"
    rf") (?P<what>{_KINDS})(?!\w)"
    r"|\b(?:er|står|hører)(?P<n5> (?-i:[A-ZÆØÅ]\w+)| området)?(?P<b5>(?: (?:ikke|derfor|dermed|altså|således|nu|fortsat|stadig|så"
    r"|også|længere"
    r"|heller))+) på (?P<list>ghettolisten|(?:\w+ )?listen over [\wæøå ]*?områder)\b",
    re.I,
)
""" "Skovvang hører til de udsatte boligområder", "opfylder ikke betingelserne for at være et parallelsamfund", "gør det til et …". """
_CONDITIONAL = re.compile(
    r"\b(?:hvis|når|såfremt|ville|kan|kunne|risiker\w*|skulle|måske|undgå\w*|skal|mangler|tæt på|for at|foreslå\w*|forslag\w*"
    r"|udspil\w*|mål\w*)\b",
    re.I,
)
_IF = re.compile(r"\b(?:hvis|når|såfremt|medmindre|først|igen)\b", re.I)
_NOT = re.compile(r"\b(?:ikke|hverken|ingen)\b", re.I)
STATUSES = needs(_STATUS, _BELONGS)


def find(sentence: Sentence) -> Iterator[tuple[re.Match[str], str, str | None, bool]]:
    """Match, kind, name of the area and whether it is said to be one."""
    text = sentence.text
    for m in (*_STATUS.finditer(text), *_BELONGS.finditer(text)):
        low, high = part(text, m.start())
        before = text[low : max(m.start(), low)]
        belongs = m.re is _BELONGS
        if _told_generally(text[max(m.end(), low) : high], before, m, belongs):
            continue
        said = m.groupdict()
        name = next((said[n].strip() for n in ("name", "n1", "n2", "n3", "n4", "n5") if said.get(n)), "")
        area = name if name[:1].isupper() else subject(text[: m.start() + 2])
        if (said.get("verb") or "").lower() == "bliver" and not area and "området" not in name:
            continue
        if said.get("alone") and not area and "området" not in text.lower():
            continue
        kind = KIND.search(said["what"] or said["list"])
        between = " ".join(filter(None, (said.get(b) for b in ("between", "b1", "b2", "b3", "b4", "b5"))))
        denied = bool(said.get("escapes") or _NOT.search(between) or _NOT.search(before[-25:]))
        yield m, str(kind.lastgroup) if kind else "udsat", area, not denied


def _told_generally(after: str, before: str, m: re.Match[str], belongs: bool) -> bool:
    """Is it of any area, of some, or only of what may come?"""
    said = m.groupdict()
    escapes, name = said.get("escapes"), said.get("name")
    so = said.get("so") or re.search(r"\b(?:dermed|derfor|altså|således)\b", said.get("between") or "", re.I)
    supposed = before + m[0]
    if _CONDITIONAL.search(re.sub(r"for at (?:være|blive)", "", supposed) if escapes or belongs else supposed) or _IF.search(after):
        return True
    if re.search(r"(?<!er )(?<!som )(?<!var )(?<!både )\bet (?:\w+ )?(?:bolig)?område\b(?! er)|områder", before, re.I):
        return True
    some = re.search(r"\d|\b(?:dem|heraf|disse|hvilke\w*)\b", before) and not so and not name and not belongs
    return bool(some or re.match(r" (?:der|som)\b", after))
