"""The lists that a text names: ghettos, vulnerable areas, hard ghettos, prevention areas; and the words that speak of lists and rules."""

from __future__ import annotations

import re

from minutes.needs import led, needs

GATE = led(
    r"kriteri(?:et|erne) om|kriteri\w+\tgrænse|(?:uddannelses|indkomst|kriminalitets|beskæftigelses|arbejdsmarkeds|herkomst"
    r"|etnicitets)kriteri"
    r"|af de (?:tre|fire|fem) (?:\w+ ){0,2}kriterier (?:er )?(?:\w+ ){0,2}opfyldt|ghetto|parallelsamfund|omdannelsesområd"
    r"|forebyggelsesområd|udsat(?:te)? (?:almen[et]? )?(?:bolig|by)?område"
    r"|område\w* (?:\w+ ){0,4}?udsat\b|at (?:være|blive) udsat\b(?! for| til)"
    r"|\b(?:de|lovens) (?:tre|fire|fem) (?:\w+ )?kriterier\b|\bliste pr\. 1\. (?:december|februar|oktober)|\b(?:ét|et|to|tre"
    r"|fire)(?: eller flere)? (?:ud )?af (?:de )?(?:\w+ )?(?:tre|fire|fem) (?:\w+ )?(?:kriterier|forhold|betingelser|krav)\b"
    r"|\b(?:ministeriets|regeringens|statens) (?:\w+ )?(?:liste|opgørelse)|\bliste(?:n|rne)?,?(?: (?:pr\.|af|fra|i|den|til))?"
    r" (?:(?:1\. )?(?:december|februar|oktober)\b|20[0-3]\d)"
)
"""Without one of these words, in lower case, a document says nothing of the lists."""
GATED = (
    "kriteri", "ghetto", "parallelsamfund", "omdannelsesområd", "forebyggelsesområd", "udsat", "liste", "opgørelse", "forhold",
    "betingelser", "krav",
)
"""Parts of them, of which each has one."""
STANDING = led(r"ikke-?vestlig|\bdømte?\b|(?:kun|alene) (?:har )?grundskole")
"""With one of these it may still say how an area stands; with words of three criteria it may speak of them by no name."""

KIND = led(
    r"(?P<haard>[\"”“']?hård[et]?[\"”“']? ?(?:ghetto\w*|liste\w*|områder?\b)|omdannelsesområd\w*)"
    r"|(?P<forebyggelse>forebyggelsesområd\w*)"
    r"|(?P<ghetto>ghetto(?!\w*(?:udspil|plan|pakke|aftale|strategi|forlig|stemp|isering))\w*|(?<!uden )parallelsamfund(?!s)"
    r"|særligt udsat(?:te)? boligområd\w*)"
    r"|(?P<udsat>udsat(?:te)? (?:almen[et]? )?(?:bolig)?område\w*|kategoriser\w* som udsat\b|(?<=at være )udsat\b(?! for| til)"
    r"|(?<=at blive )udsat\b(?! for| til)|(?<=område )(?:(?:er|bliver|betegnes|regnes|anses|for|som|særligt|altså|derfor|dermed"
    r"|ikke|nu|stadig|også|kan|skal|kaldes|tæller|være|først) ){0,4}udsat\b"
    r"|(?<=området )(?:(?:er|bliver|betegnes|regnes|anses|for|som|særligt|altså|derfor|dermed|ikke|nu|stadig|også) ){1,4}udsat\b(?! til))",
    re.I,
)
TOPIC = led(
    r"kriteri|liste(?:n|r|s|rne)?\b|opfyld|almenbolig|§ ?61|defin|betegne|kategoriser|udpeg|grænse|tærsk[el]|skillelinje"
    r"|\bregle(?:n|r|rne)\b|skæring|\bkrav(?:et|ene)\b|\b(?:to|tre|fire) (?:ud )?af (?:de )?(?:tre|fire|fem)\b",
    re.I,
)
"""Words of rules and lists: what a date in the sentence is then a date of."""
_KINDS = needs(KIND)


def named(text: str, held: int) -> list[re.Match[str]]:
    """The names of lists in a sentence, each with its kind as the last group, without those that only say what another is. `held`: the
    bits of minutes.needs in the text."""
    if not held & _KINDS:
        return []
    return [m for i, m in enumerate(KIND.finditer(text)) if not (_defines(text, m) if i else _DEFINED_BY.match(text))]


def _defines(text: str, kind: re.Match[str]) -> bool:
    """Does a list only say what another is: "et parallelsamfund er et udsat boligområde, hvor"?"""
    return bool(_IS_A.search(text, 0, kind.start()) and _WHERE.match(text, kind.end()))


_IS_A = re.compile(r"\b(?:(?:er|betyder|menes)(?: \w+)? et|forstås(?: et| de| \w+)?|dvs\.|det vil sige(?: et)?) $", re.I)
_DEFINED_BY = re.compile(
    r"\W*(?:et )?udsat boligområde,? (?:og|plus|\+|samt|med|hvor|der)\b[^.;]{0,30}"
    r"\b(?:over|mere end|flere end|mindst|halvdelen)\b[^.;]*vestlig",
    re.I,
)
"""Below the name of a list, what its areas are: "Udsat boligområde og mere end 50 procent ikke-vestlige"."""
_WHERE = re.compile(r",? (?:hvor|som|der|med)\b", re.I)
