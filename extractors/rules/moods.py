"""The mood of a sentence on rules or lists: stated, a proposal, a change, history, or the municipality's own."""

from __future__ import annotations

import re

from minutes.needs import led, needs

_PROPOSAL = led(
    r"udspil|samfundsaftale|\b(?:lovforslag\w*|forslag\w*|skal fremover|fremover skal|fremtidig\w*"
    r"|regeringen (?:vil|ville|ønske[rd]e?)|(?:vil|ville|ønske[rd]e?) regeringen"
    r"|lægge[rs]? op til|(?:har )?aftalte?|indgået en (?:ny )?aftale|ny(?:e)? aftale|vil blive ændret|ventes (?:i \w+ \w+ )?at vedtage"
    r"|udvides fra|politisk\w* aftale|ghettoaftale\w*|boligforlig\w*"
    r"|ville være (?:en|et|mere)|aftalen? (?:fra|af) (?:\d\. )?(?:maj|juni))\b",
    re.I,
)
_WISH = re.compile(r"\b(?:foresl\w+|kommende|ønske[rs]?|anbefale[rs]?|burde)\b", re.I)
_OF_RULES = re.compile(
    r"\bregl|\bregel|grænse|kriteri|\bkrav|\blov|defin|\w*liste[nr]?\b|pct|procent|%|halv|tærsk|\b(?:to|tre|fire) (?:ud )?af ", re.I
)
"""What a wish must be about to be a proposal: "det anbefales at planlægge for det" proposes no rule."""
_ENACTED = re.compile(
    r"\b(?<!ikke )(?:indført|gennemført|vedtaget|trådte i kraft|trådt i kraft|udmøntet|blev til lov|begyndte|førte til)\b(?! ikke)", re.I
)
"""What has come of a proposal is none: "listen blev indført med regeringens udspil i 2010"."""
_CHANGE = led(
    r"\b(?:sat (?:op|ned)|(?:hæve|sænke|skærpe|revidere|ændre|lempe|forhøje)(?:[srt]|de (?!kriterier\b|grænser\b|krav\b|regler\b))?"
    r"|(?:lov|regel)ændring\w*|ændring(?:en|er|erne)?)(?!\w)",
    re.I,
)
HISTORY = led(
    r"\b(?:dengang|hed det|de(?:n|t)? gamle|(?:i )?de første år|tidligere|oprindelig\w*|daværende|i sin tid|hidtil\w*|indtil(?! videre)"
    r"|forhen|før (?:i tiden|lov\w*|aftalen|ændringen|de[nt]? nye?|20\d\d)|(?<!ret )før (?:var|skulle|gjaldt|havde|lød|hed)"
    r"|(?:frem )?til (?:\w+ )?20\d\d (?:var|gjaldt|skulle|havde|blev)|på det tidspunkt)\b"
    r"|^\W*(?:før\b|forud\b|(?:sidste år|året før) (?:skulle|krævede)|(?:da|den gang) (?:var|blev|skulle|gjaldt|havde|kunne)\b)",
    re.I,
)
_OWN = led(
    r"\b(?:kommunens (?:ege[nt]|egne|mål|[a-zæøå]*liste)|observationsliste\w*"
    r"|egne (?:kriterier|mål|grænser)|vores (?:egne |eget )?(?:mål|kriteri)\w*|lokale? (?:mål|kriteri|grænse)\w*"
    r"|mål(?:et|ene|sætning\w*|tal\w*)|som mål|mål om|mål for|succeskriteri\w*|pejlemærke\w*|ambition\w*|byrådets? mål\w*"
    r"|(?:vi|byrådet|udvalget|kommunen|boligforeningen|afdelingen) (?:har (?:selv )?(?:sat|fastsat)|sætter|fastsætter)|selvvalgte?"
    r"|helhedsplan\w*|resultatmål\w*|delmål\w*|byområde\w*|skal sikre|(?:skal )?nedbringe\w*|tryghedsmåling\w*|politiets)\b",
    re.I,
)
NOW = re.compile(
    r"\b(?:i dag|nuværende|gældende|gælder(?! ikke (?:længere|mere))|seneste liste"
    r"|aktuelle (?:liste|kriteri|regler)\w*|siden (?:[a-z]+ )?20\d\d (?:er|skal|har|gælder)"
    r"|(?:efter|ifølge) (?:almenbolig)?lovens?|lovens)\b",
    re.I,
)
TODAY = re.compile(r"\b(?:i dag|nuværende|i øjeblikket|nu (?:gælder|er|skal)|det gælder nu)\b|^\W*nu\b", re.I)


FROM_THEN = re.compile(r"\W*(?:Siden (?:da|hen|har|er)|Derefter|Herefter|Fra da af|Efter lovændringen|Efter ændringen)\b")
THEN = re.compile(r"\b(?:dengang|den gang|på det tidspunkt|på den liste)\b", re.I)
SINCE_THEN = re.compile(r"\b(?:siden da|siden hen|derefter|herefter|nu|i dag)\b", re.I)
ASIDE = re.compile(r"\W*(?:tidligere|dengang|oprindelig\w*|før\b|forhen|frem til|indtil|på det tidspunkt)", re.I)
ONCE = re.compile(r", (?:der|som) (?:tidligere |også |ellers |i \d{4} )?(?:stod|var|kom|optrådte)\b[^,;]*, ")
"""A past of its own inside a sentence: "Kvaglund, der stod på listen i 2012, er ikke med". """
_IS = re.compile(r"\b(?:er|skal|har|gælder|udgør|opfylder|omfatter|kommer)\b")
_WAS = re.compile(
    r"\b(?:var|skulle|havde|blev|gjaldt|kunne|dengang|tidligere|rummede|omfattede|talte|bestod|stod|lå|kom|gik|steg|faldt|krævede|hed)\b",
    re.I,
)
"""A sentence about how it was is an aside: one in the present tense after it goes on from before it."""


def told_as_past(text: str) -> bool:
    """Are the words all in the past tense?"""
    return bool(_WAS.search(text)) and not _IS.search(text)


def told_as_now(text: str) -> bool:
    """Are they all in the present tense?"""
    return bool(_IS.search(text)) and not _WAS.search(text)


_SUPPOSED = re.compile(r"(?:^\W*(?:var|havde|gjaldt)\b|\b(?:hvis|såfremt)\b)[^.]{0,90}\bville\b", re.I)
"""What would be if another rule were in force: "Var der stadig kun de tre gamle kriterier, ville ..."."""
_PROPOSED, _ADOPTED, _OWNED, _CHANGED, _UNREAL = needs(_PROPOSAL, _WISH), needs(_ENACTED), needs(_OWN), needs(_CHANGE), needs(_SUPPOSED)
PASSED, PRESENT = needs(HISTORY), needs(NOW, TODAY)


_OF_A_PROPOSAL = re.compile(
    r"\b(?:(?P<bill>(?:efter|ifølge|med) (?:det )?(?:fremsatte )?lovforslag(?:et)?)|udspil\w*|regeringen foreslår|foreslår regeringen)\b",
    re.I,
)
_BESIDE_IT = re.compile(r"\b(?:i dag|nu|gældende|gælder|nuværende|tidligere|hidtil|stadig|rådet|bør|burde|kommunen)\b", re.I)


def retold(text: str) -> str:
    """What a sentence retells and nothing beside it: "bill", which became law, "proposal", else ""."""
    m = None if _BESIDE_IT.search(text) else _OF_A_PROPOSAL.search(text)
    return "" if m is None else "bill" if m["bill"] else "proposal"


_PUBLISHED = re.compile(r"\blisten?,? (?:fra|af|pr\.) (?:den )?(?:1\. ?)?(?:december|februar|oktober) 20\d\d", re.I)
"""A list that has come out is no proposal."""


def mood_of(text: str, holds: int, before: str, kind: str, topic: bool) -> str:
    """The mood of a sentence, which has the bits `holds` (minutes.needs); where nothing near speaks of rules or lists, only a proposal
    is looked for."""
    proposed = holds & _PROPOSED and (_PROPOSAL.search(text) or _WISH.search(text) and _OF_RULES.search(text))
    if proposed and not (holds & _ADOPTED and _ENACTED.search(text)):
        mixed = kind == "heading" and re.search(r"\b(?:og|eller|samt)\b", text)
        return before if mixed else "proposal"
    if not topic:
        return before if before == "proposal" or kind in ("point", "row") else "stated"
    if holds & _OWNED and _OWN.search(text):
        return "own"
    now = holds & PRESENT and NOW.search(text)
    if before == "proposal" and not now and not _PUBLISHED.search(text):
        return before
    if holds & PASSED and HISTORY.search(text) or holds & _UNREAL and _SUPPOSED.search(text):
        return "history"
    if holds & _CHANGED and _CHANGE.search(text):
        return "change"
    if now:
        return "stated"
    return before if kind in ("point", "row") else "stated"
