"""What kind of area a text says that an area is: "er altså ikke et udsat boligområde", "hører dermed til de hårde ghettoområder"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.rules.list_kinds import KIND
from extractors.rules.list_words import part
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import Sentence
from minutes.needs import led, needs

_ADVERBS = (
    r"(?:(?: (?:på nuværende tidspunkt|for (?:tiden|øjeblikket)| i (?:dag|øjeblikket))| på (?:den|dette|det|disse) (?:baggrund"
    r"|grundlag|tal)| (?:på (?:grund|trods|baggrund) af|i kraft af) \w+"
    r"| (?:ud fra|efter|ifølge|med|på) (?:\w+ ){0,2}?(?:tal(?:lene)?|nøgletal\w*|opgørelse\w*)"
    r"(?: (?:for|fra|pr\.|i|af)(?: \d{1,2}\.)?(?: [a-zæøå]+)? 20\d\d)?)?"
    r"(?: (?!(?:på|til|mod|ved|nær\w*|tæt|næsten|om|fra|uden|end|over|langt|hvor|der|når|hvis|af|blandt|del|nabo|tidligere|kendt|én|ét"
    r"|udpeget|kommet|havnet|betegnelsen|begrebet|mellem|kun|både|hvad|at|kaldt|et|en|som|to|tre|fire|fem|seks|syv|otte|ni|ti"
    r"|[a-zæøå]+ten)\b|\d)[\w-]+){0,6}?)"
)
_KINDS = (
    r"(?:(?:særligt )?udsat(?:te)? (?:almene? )?boligområder?(?:ne)?|parallelsamfund(?:ene)?|(?:hård(?:t|e) )?ghetto(?:er|områder?(?:ne)?)?"
    r"|omdannelsesområder?(?:ne)?|forebyggelsesområder?(?:ne)?)"
)
_STATUS = led(
    r"(?:\b(?P<verb>(?P<escapes>slipper (?:\w+ )?for at (?:være|blive))|er|bliver|regnes|anses|betegnes|kategoriseres|udgør|var)\b"
    r"|(?P<so>altså|dermed|derfor|således|dvs\.?|det vil sige|men(?= (?:ikke|også|dermed))"
    r"|og(?= (?:ikke|også|dermed|derfor|heller|et (?:ghetto|parallel|hårdt|omdannelse)))))"
    rf"(?P<name>(?: (?:(?-i:[A-ZÆØÅ][\wæøå]+)|området|bebyggelsen|kvarteret|afdelingen"
    rf"|vi)){{0,2}})(?P<between>{_ADVERBS}(?: både)?(?: som| for)?"
    r"(?: et| en)?) (?P<what>udsat (?:alment )?boligområde|parallelsamfund|ghetto(?:område)?|hårdt ghettoområde|omdannelsesområde"
    rf"|særligt udsat boligområde|forebyggelsesområde|(?P<alone>udsat)(?=[.,;)]| og | men |\s*$)|(?P<many>{_KINDS}))(?!\w)",
    re.I,
)
_LIST = (
    r"(?P<list{0}>ghettolisten|(?:\w+ )?(?:listen|listerne|loven|reglerne|definitionen|betegnelsen)(?: over| om| for| af| på| som)?"
    r" [\wæøå ]*?områder?(?:ne)?|\w*listen)"
)
_SUBJECT = r"(?P<n{0}> (?:(?-i:[A-ZÆØÅ][\wæøå]+)|vi|(?-i:I)|den|det|området|boligområdet|bebyggelsen|afdelingen|kvarteret))?"
_HOW = r"(?P<b{0}>(?: (?!(?:hvor|der|som|hvis|når|om|til|fra|af|på|med|en|et)\b|\d)\w+){{0,4}}?)"
_BELONGS = re.compile(
    "|".join(
        rf"\b(?:{verb}){_SUBJECT.format(i)}{_HOW.format(i)} {what}"
        for i, (verb, what) in enumerate(
            (
                (r"hører|falder", rf"(?:til|under|ind under|blandt|i gruppen af)(?: de(?= )| gruppen af| kategorien)? (?P<what0>{_KINDS})"),
                (
                    r"opfylder|lever",
                    r"(?:op til )?(?:(?:alle |samtlige )?(?:lovens )?(?:betingelser|krav|kriterier|definition|regler|betegnelsen)(?:ne|en)?"
                    rf" (?:for|på|af|som)(?: at (?:være|blive))?(?: et)? (?P<what1>{_KINDS})|(?P<list1>ghetto(?:definition|kriteri)\w+))",
                ),
                (r"er|bliver", rf"omfattet af {_LIST.format(2)}"),
                (
                    r"er|bliver",
                    r"omfattet af (?:lovens )?(?:definition\w*|regler\w*|kriteri\w*) (?:på|af|for)(?: et)? "
                    rf"(?P<what3>{_KINDS})",
                ),
                (r"gør", rf"til(?: et)? (?P<what4>{_KINDS})"),
                (
                    r"er|står|kommer|havner|ryger|ender|figurerer|optræder",
                    rf"(?:(?:endt|havnet|kommet|røget|at finde|optaget|med) )?på {_LIST.format(5)}",
                ),
                (
                    r"er|figurerer|optræder",
                    r"(?:(?:at )?(?:betragte|finde|regne) (?:som|blandt)(?: et| de)?"
                    r"|blandt de(?: områder, der (?:er|kaldes|lever op til|opfylder))?)"
                    rf" (?:(?P<what6>{_KINDS})|(?P<list6>ghetto(?:definition|kriteri)\w+))",
                ),
                (
                    r"går|slipper|kommer|undgår|falder|er|holder sig",
                    rf"(?P<escapes>fri (?:af|for)|uden for|ud af|(?<=slipper )for) (?:(?P<what7>{_KINDS})|{_LIST.format(7)})",
                ),
                (
                    r"er|bliver",
                    r"alle (?:lovens )?(?:betingelser|krav|kriterier)(?:ne)? for (?:at (?:være|blive) )?(?:et )?"
                    rf"(?P<what8>{_KINDS}) opfyldt",
                ),
            )
        )
    )
    + r"\b",
    re.I,
)
""" "Skovvang hører til de udsatte boligområder", "opfylder ikke betingelserne for at være et parallelsamfund", "gør det til et …". """
_CONDITIONAL = re.compile(
    r"\b(?:hvis|når|såfremt|ville|kan|kunne|risiker\w*|skulle|måske|undgå\w*|skal|mangler|tæt på|for at|foreslå\w*|forslag\w*"
    r"|udspil\w*|mål\w*)\b",
    re.I,
)
BOTH = re.compile(r"\bbegge\b", re.I)
_ASKED = re.compile(r"\b(?:om|hvorvidt)(?: (?:[A-ZÆØÅ][\w/]+|området|bebyggelsen|afdelingen|vi|I|det|den)){1,3} ?$")
""" "Der blev spurgt, om Skovhøj er et ghettoområde"."""
_IF = re.compile(r"\b(?:hvis|når|såfremt|medmindre|først|igen)\b", re.I)
_NOT = re.compile(r"\b(?:ikke(?!-)|hverken|ingen)\b", re.I)
STATUSES = needs(_STATUS, _BELONGS)
_RULE = re.compile(r"\b(?:grænse|krav|kriteri|betingelse|regel|regler|definition|mål)\w*", re.I)
""" "Til sammenligning er grænserne for et udsat boligområde …": of the rule, not of the area."""


def find(sentence: Sentence) -> Iterator[tuple[re.Match[str], str | None, str | None, bool]]:
    """Match, kind (None: of the list spoken of), name of the area and whether it is said to be one."""
    text = sentence.text
    for m in (*_STATUS.finditer(text), *_BELONGS.finditer(text)):
        low, high = part(text, m.start())
        before = text[low : max(m.start(), low)]
        belongs = m.re is _BELONGS
        if not belongs and m["so"]:
            before = _STATUS.sub("", before)  # what the area is, not any area
        if _told_generally(text[max(m.end(), low) : high], before, m, belongs):
            continue
        said = m.groupdict()
        name = next((said[n].strip() for n in said if n[0] == "n" and said[n]), "")
        area = name if name[:1].isupper() else subject(text[: m.start() + 2])
        if (said.get("verb") or "").lower() == "bliver" and not area and "området" not in name:
            continue
        if _RULE.search(said.get("between") or ""):
            continue
        if said.get("many") and not BOTH.search(text[: m.end()][-120:]):
            continue
        if said.get("alone") and not area and "området" not in text.lower():
            continue
        kind = KIND.search(next(said[k] for k in said if k.startswith(("what", "list")) and said[k]))
        between = " ".join(said[b] for b in said if b[0] == "b" and said[b])
        denied = bool(said.get("escapes") or _NOT.search(between) or _NOT.search(before[-25:]))
        yield m, kind.lastgroup if kind else None if belongs else "udsat", area, not denied


def _told_generally(after: str, before: str, m: re.Match[str], belongs: bool) -> bool:
    """Is it of any area, of some, or only of what may come?"""
    said = m.groupdict()
    escapes, name = said.get("escapes"), said.get("name")
    if _ASKED.search(before) or after.rstrip().endswith("?"):
        return True
    so = said.get("so") or re.search(r"\b(?:dermed|derfor|altså|således)\b", said.get("between") or "", re.I)
    supposed = before + m[0]
    if _CONDITIONAL.search(re.sub(r"for at (?:være|blive)", "", supposed) if escapes or belongs else supposed) or _IF.search(after):
        return True
    if re.search(r"(?<!er )(?<!som )(?<!var )(?<!både )\bet (?:\w+ )?(?:bolig)?område\b(?! er)|(?<!begge )områder", before, re.I):
        return True
    some = re.search(r"\d|\b(?:dem|heraf|disse|hvilke\w*)\b", before) and not so and not name and not belongs
    return bool(some or re.match(r" (?:der|som|en|et)\b", after))
