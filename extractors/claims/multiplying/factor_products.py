"""Products that their sentence sets up: "4 x 1,4 mio. kr. = 5,6 mio. kr.", "to rum på hver af de tre skoler"."""

from __future__ import annotations

from decimal import Decimal

from extractors.claims.ledger import Ledger
from extractors.claims.sentence import Sentence, pattern

_NO_MORE = r"(?:(?!\b(?:med|inkl|inklusive|plus|hertil|dertil)\b)[^\ue000-\ue007;]){0,40}?"
"""Words before the total that add nothing: "40 x 20 m, med randzoner i alt 1.000 m2" is more than the product."""
_TIMES = pattern(rf"(?P<a><NYK>)\s*~30<at> (?P<b><NYK>){_NO_MORE}(?:<equals>|,? <all>|,? <is>)~30(?P<t><KN>)")
_EACH_COUNT = pattern(rf"(?P<a><N>)~40(?:<at>|\bhver(?: af(?: de)?)?) (?P<b><N>){_NO_MORE}(?:<equals>|<all>|<is>)~30(?P<t><N>)")
_IN_OTHER_WORDS = pattern(r"(?P<t><KN>)~12(?:<equals>|:)~12(?P<a><N>)(?: [a-zæøå]+){0,2} (?:à|á|@|×|x) (?P<b><KN>)(?! og| samt|,? plus)")
""" "i alt 132.000 kr. eller 1.200 timer à 110 kr."."""
_FACTORS = pattern(r"(?:<NYK>(?: [a-zæøå]+){0,2}\s*<at>\s*)+$")
_UNREAD_FACTOR = pattern(r"\d\s*<at>\s*(?:<NYK>(?: [a-zæøå]+){0,2}\s*<at>\s*)*$")
_ON_EACH = pattern(r"(?P<a><N>)~20\b(?:med|af|à) (?P<b><N>)~20\b(?:på|i|til|for) hvert?\b~20(?:<equals>|<all>|<is>)~30(?P<t><N>)")
_TO_EACH = pattern(
    r"(?P<t><N>)(?: [a-zæøå]+){1,2},? (?:<shared> |nemlig )?(?:med )?(?P<a><N>)(?: [a-zæøå]+)? (?:på|til|fra|i|hos|for) hvert? af (?:de )?"
    r"(?P<b><N>)(?![^;]*(?:\b(?:og|samt|plus|foruden)\b|<ANY>))"
)
MULTIPLIER = pattern(r"<NYK>(?:(?<=[×x*àá@a] .)|(?<=ange .)|(?<= med .)|(?<=hver .)|(?<= (?:af|de) .))")
"""What every product holds: a quantity after "×", "à", "gange", "med", "hver", "af" or "de"."""
HALF = Decimal("0.5")


def factors_told(ledger: Ledger, s: Sentence) -> None:
    """ "4 x 1,4 mio. kr. = 5,6 mio. kr.", "5 x 12 x 300 kr. = 18.000 kr.", "24 boliger à 85 m2, i alt 2.040 m2"."""
    for match in (m for form in (_TIMES, _IN_OTHER_WORDS, _EACH_COUNT, _ON_EACH, _TO_EACH) for m in form.finditer(s.skeleton)):
        a, b, t = (s.of(match.start(g)) for g in "abt")
        if (t.unit == "kr") == ("kr" in (a.unit, b.unit)) and (a.unit, b.unit) != ("kr", "kr"):
            if _UNREAD_FACTOR.search(s.skeleton, 0, match.start("a")):
                continue
            more = _FACTORS.search(s.skeleton, 0, match.start("a"))
            factors = s.between(more.start(), more.end()) if more else []
            alone = s.skeleton[: match.start("t")].rstrip().endswith("=") or s.holds_only(t, *factors, a, b)
            if match.re is _IN_OTHER_WORDS and b.value and abs(t.value / b.value - a.value) <= HALF:
                continue  # "11.050 timer eller 299 stillinger à 37 timer": rounded to whole ones
            ledger.say(s, "product", "product", t, [*factors, a, b], alone=alone)
