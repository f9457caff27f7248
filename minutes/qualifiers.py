"""The words before a number that move its ends: "ca.", "knap", "godt", and those that set a bound: "op til", "mindst", "over"."""

from __future__ import annotations

import re
from decimal import Decimal

from minutes.danish import SEVERAL
from minutes.interval import Interval
from minutes.needs import led

ABOUT = (
    "ca.", "ca", "cirka", "circa", "omkring", "omtrent", "rundt regnet", "tæt på", "henved", "i omegnen af", "i størrelsesordenen",
    "i størrelsesorden", "tilnærmelsesvis", "skønsmæssigt", "afrundet", "afrundet til", "+/-", "~", "c.", "nogenlunde", "plus/minus",
    "i nærheden af",
)
BELOW = ("knap", "knapt", "næsten", "lidt under", "lidt mindre end", "lige under", "små", "en anelse under", "lidt færre end")
ABOVE = ("godt", "godt og vel", "lidt over", "lidt mere end", "lige over", "en anelse over", "lidt flere end")
UPPER = (
    "op til", "indtil", "op mod", "op imod", "højst", "højest", "maksimalt", "maximalt", "maks.", "maks", "max.", "max", "maksimum",
    "ikke over", "under", "mindre end", "ikke mere end", "færre end",
)
LOWER = ("mindst", "minimum", "min.", "over", "mere end", "større end", "flere end", "ikke under", "ikke mindre end")

KINDS = {
    **dict.fromkeys(ABOUT, "about"),
    **dict.fromkeys(BELOW, "below"),
    **dict.fromkeys(ABOVE, "above"),
    **dict.fromkeys(UPPER, "upper"),
    **dict.fromkeys(LOWER, "lower"),
}
_LONGEST_FIRST = "|".join(re.escape(w) for w in sorted(KINDS, key=len, reverse=True))
_NO_BOUND = "".join(f"(?<!{verb} )" for verb in ("råder", "råde", "rådede", "disponerer", "disponerede", "fordelt", "fordeles"))
"""What stands before an "over" that sets no bound."""
_BEFORE = led(rf"(?<![\w-]){_NO_BOUND}({_LONGEST_FIRST}) ?(?:(?:netto|brutto|på|i alt|de|kun) )?$")
_COMPARES = re.compile(r"\b(?:over|under|(?:mere|mindre|flere|færre|større) end)\b")
_FIGURE = re.compile(
    rf"(?:(?<![\d.,])(?!(?:19|20)\d\d\b)[\d.]*\d(?:,\d+)?|\b(?:én|ét|{SEVERAL}))"
    r"(?: (?:mio\. |mia\. |t)?kr\.?| pct\.?| ?%| procent(?:point)?)? $"
)
"""What a comparison is said of: in "26 mio. kr. over de 925 mio. kr." the last is no bound."""
_RAISED = re.compile(
    r"\b(?:sættes|sætte[rs]?|satte?s?|går|gik|gået|rundes?|rundet|skrives|skrevet|bringes|bragt|gøres?|gjort|gjorde|løber|løb|tælles|talt"
    r"|lægges|lagt|regnes|regnet) $"
)
""" "Prisen sættes op til 1.520 kr.", "er gjort op til 3 mio. kr.": what it becomes or comes to, and no bound."""
MEASURED = re.compile(r"(?:nedgang|stigning|fald|vækst|fremgang|tilbagegang|(?:over|under)skud|forbrug|steget|faldet|vokset) (?:på|med) $")
""" "En nedgang på ikke mindre end 62 pct.": how much it was, with emphasis, and no bound."""
_LAST = frozenset(w.split()[-1] for w in KINDS) | {"netto", "brutto", "på", "alt", "de", "kun"}
WINDOW = 30


def before(text: str, start: int) -> tuple[str | None, int]:
    """The kind of qualifier right before `start` (about, below, above, upper, lower) and where it begins; None and `start` without one."""
    window = text[max(0, start - WINDOW) : start]
    words = window.rsplit(None, 1)
    if not words or words[-1].lstrip("(").lower() not in _LAST:
        return None, start
    match = _BEFORE.search(window.replace("\u00a0", " ").lower())
    if not match or _COMPARES.match(match[1]) and _FIGURE.search(window[: match.start()].lower()):
        return None, start
    said_of = window[: match.start()].lower()
    if match[1] == "op til" and _RAISED.search(said_of) or match[1] == "ikke mindre end" and MEASURED.search(said_of):
        return None, start
    return KINDS[match[1]], start - len(window) + match.start()


def allows(value: Decimal, step: Decimal, kind: str | None, unit: str = "kr") -> Interval:
    """What a printed number allows with the word before it.

    "ca." adds a step on both sides, "knap" runs from a step below up to the number, "godt" from the number to a step above; a bound word
    leaves the number as printed. A whole count (`unit` "count") is exact. For money and counts printed to the unit the step of "ca." is
    the last digit that is not nought, halved when there is no other: "ca. 620.000" is 610,000 to 630,000, "ca. 300" is 250 to 350.
    """
    printed = Interval.exact(value) if unit == "count" and value == value.to_integral_value() else Interval.rounded(value, step)
    if kind not in ("about", "below", "above"):
        return printed
    room = max(step, _place(value)) if step == 1 and unit in ("kr", "count") else step
    if kind == "about":
        return printed.widened(room)
    away, near = (abs(value) + room, abs(value)) if kind == "above" else (abs(value), max(abs(value) - room, Decimal(0)))
    return Interval(near, away) if value >= 0 else Interval(-away, -near)


def _place(value: Decimal) -> Decimal:
    """What the last digit that is not nought counts in a whole number; half of it when it is the only one."""
    least = value.normalize().as_tuple()
    exponent = int(least.exponent)
    if not value or exponent < 0:
        return Decimal(0)
    place = Decimal(1).scaleb(exponent)
    return place if len(least.digits) > 1 else place / 2
