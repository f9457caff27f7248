"""A calculation in print, and the smallest change that would mend it: a possibility, never the truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from minutes import retold
from minutes.closeness import SLIPS, misprinted, one_digit, swapped
from minutes.danish import in_print
from minutes.glossary import FRACTIONS
from minutes.interval import WIDE
from minutes.records import Quantity, StatedClaim

MOST_PARTS = 10
"""More parts than this, and a single part left out is still tried, but no pairs."""
_MILLION = Decimal(1_000_000)
THOUSANDS = "i 1.000 kr."
OF_CELLS = {Decimal(1): "i kr.", Decimal(1000): THOUSANDS, _MILLION: "i mio. kr."}
"""What one is of the bare numbers of a table, in kroner → their unit."""
_AFTER = {"years": " år", "i kr.": " kr.", "i mio. kr.": " mio. kr."}
IN_THOUSANDS = " (1.000 kr.)"
"""Behind a bare number of a table in thousands, as the table prints it."""


def amount(value: Decimal, unit: str, millions: bool = False, decimals: int = 1) -> str:
    """A quantity with its unit, money in millions where the text does so, and percent with so many decimals."""
    if unit == "kr":
        return f"{_in_millions(value / _MILLION)} mio. kr." if millions else f"{in_print(value)} kr."
    if unit in ("percent", "fraction"):
        return f"{in_print(value, decimals)} pct."
    if unit == "percentage_points":
        return f"{in_print(value, decimals)} procentpoint"
    if unit == "year":
        return str(value)
    return in_print(value) + _AFTER.get(unit, "")


def _in_millions(value: Decimal) -> str:
    """What is printed has few decimals and keeps them; what is computed may have no end."""
    return in_print(value, _KRONE if value == value.quantize(_A_MILLIONTH, context=WIDE) else _THOUSAND)


_THOUSAND, _KRONE, _A_MILLIONTH = 3, 6, Decimal("0.000001")


def decimals(*told: Quantity) -> int:
    """How many decimals a percentage is shown with: as many as are printed with any of these, one at least."""
    printed = [-int(q.value.as_tuple().exponent) for q in told if q.unit in ("percent", "percentage_points")]
    return min(max([1, *printed]), _MOST_DECIMALS)


_MOST_DECIMALS = 4


def in_millions(claim: StatedClaim) -> bool:
    """Does the text state this sum in millions?"""
    money = [(q.value, q.source.quote) for q in (claim.stated, *claim.operands) if q.unit == "kr" and q.source]
    return bool(money) and all(
        "mi" in quote.lower() or abs(value) >= _MILLION / 10 and not _to_the_krone(quote) for value, quote in money
    )


def _to_the_krone(quote: str) -> bool:
    return sum(c.isdigit() for c in quote) > 4


def weights(claim: StatedClaim) -> Sequence[Decimal | int]:
    """What each operand is multiplied by in a sum."""
    return claim.extra.get("weights") or [1] * len(claim.operands)


def calculation(claim: StatedClaim, computed: Decimal) -> str:
    """The formula with its numbers: "310.000 + 95.000 + 60.000 = 465.000 kr.; angivet 455.000 kr."."""
    millions = in_millions(claim)
    unit = claim.stated.unit
    shown = [amount(q.value, q.unit, millions, decimals(q)) for q in claim.operands]
    bare = [s.removesuffix(" kr.").removesuffix(" mio.").removesuffix(" pct.") for s in shown]
    formula = {
        "sum": lambda: _added(claim, bare),
        "at_most": lambda: _added(claim, bare),
        "difference": lambda: f"{max(claim.operands, key=_value) and _larger_first(claim, bare)}",
        "percent_change": lambda: f"({bare[1]} - {bare[0]}) / {bare[0]}",
        "grown_by": lambda: f"{bare[0]} / ({bare[1]} - {bare[0]})",
        "shrunk_by": lambda: f"{bare[0]} / ({bare[1]} + {bare[0]})",
        "product": lambda: " × ".join(bare),
        "quotient": lambda: f"{bare[0]} / {bare[1]}",
        "share": lambda: f"{bare[0]} / {bare[1]}",
        "percent_of": lambda: f"{_in_words(claim.operands[0]) or bare[0] + ' pct.'} af {shown[1]}",
        "permille_of": lambda: f"{bare[0]} promille af {shown[1]}",
        "rest": lambda: "100 - " + " - ".join(bare),
        "named": lambda: "optalt",
        "count": lambda: "optalt" if len(bare) < 2 else " + ".join(bare),
    }.get(claim.relation, lambda: " og ".join(bare))()
    stated = amount(claim.stated.value, unit, millions, decimals(claim.stated))
    if claim.kind == "restated" and len(shown) == 1:
        return f"{shown[0]} {'=' if claim.stated.low <= computed <= claim.stated.high else '≠'} {stated}"
    limit = "højst " if claim.relation == "at_most" else ""
    if limit and len(bare) == 1:
        return f"{shown[0]}; angivet {limit}{stated}"
    falls = claim.relation == "percent_change" and 0 <= claim.operands[1].value < claim.operands[0].value
    computed = -computed if falls else computed
    unit_told = IN_THOUSANDS if unit == THOUSANDS else ""
    return f"{formula} = {amount(computed, unit, millions, decimals(claim.stated, *claim.operands))}; angivet {limit}{stated}{unit_told}"


def _in_words(q: Quantity) -> str | None:
    """ "en tredjedel", which no percentage prints as it is."""
    said = q.source.flat.lower() if q.source else ""
    return said if said in FRACTIONS else None


def _value(q: Quantity) -> Decimal:
    return q.value


def _larger_first(claim: StatedClaim, bare: list[str]) -> str:
    first, last = claim.operands[0], claim.operands[1]
    more, less = bare if first.value >= last.value else bare[::-1]
    return f"{more} + {less[1:]}" if less.startswith("-") else f"{more} - {less}"


def _added(claim: StatedClaim, bare: list[str]) -> str:
    out, each = "", f" {claim.extra['each']}" if "each" in claim.extra else ""
    for text, weight in zip(bare, weights(claim), strict=True):
        sign = " - " if (weight < 0) != text.startswith("-") else " + "
        times = f"{in_print(abs(Decimal(weight)), _MOST_DECIMALS)}{each} × " if abs(weight) != 1 else ""
        out += (sign if out or sign == " - " else "") + times + text.removeprefix("-")
    return out.removeprefix(" ").replace("- ", "-", 1) if out.startswith(" - ") else out


def mend(claim: StatedClaim, computed: Decimal) -> str | None:
    """The smallest change that would make the calculation fit, as a sentence; None when nothing small does."""
    found = next(_mends(claim, computed), None)
    return retold.WOULD_FIT.format(change=found.rstrip(".")) if found else None


def _mends(claim: StatedClaim, computed: Decimal) -> Iterator[str]:
    stated, millions = claim.stated, in_millions(claim)
    unit, places = stated.unit, decimals(claim.stated)
    if swapped(stated.value, computed):
        right, wrong = amount(computed, unit, millions, places), amount(stated.value, unit, millions, places)
        yield retold.DIGITS_OF_TOTAL.format(right=right, wrong=wrong)
    if claim.relation == "sum":
        yield from _mended_sum(claim, computed, millions)
    if unit == "kr" and one_digit(stated.value, computed):
        yield retold.DIGIT_OF_TOTAL.format(right=_meant(stated, computed, millions))
    if claim.relation == "sum":
        yield from _other_digit(claim, computed, millions)
        yield from _doubled(claim, millions)
    if stated.value and computed / stated.value in SLIPS:
        yield retold.COMMA.format(right=amount(computed, unit, millions, places))


def as_fine(computed: Decimal, stated: Quantity) -> Decimal:
    """The computed number rounded as the stated one is printed: 4.266.667 kr. beside "2,47 mio. kr." is 4.270.000."""
    step = (stated.high - stated.low).normalize()
    if step.as_tuple().digits == (1,):
        return (computed / step).quantize(_ONE, context=WIDE) * step
    return computed.quantize(stated.value) if int(stated.value.as_tuple().exponent) in PRINTED else computed


def slipped(claim: StatedClaim, computed: Decimal) -> bool:
    """Would it fit if one digit, two neighbouring digits or the comma of one number or one minus stood otherwise, or with a factor less?"""
    stated = claim.stated.value
    due = as_fine(computed, claim.stated) if claim.relation in _DRAWN else computed
    telling = due == computed or abs(stated) >= _TELLING_STEPS * (claim.stated.high - claim.stated.low or _ONE)
    pairs, crossed = [(claim.stated, due if telling else computed)], []
    if claim.relation in ("sum", "at_most"):
        pairs += [(q, q.value + (stated - computed) / w) for q, w in zip(claim.operands, weights(claim), strict=True)]
    if claim.relation == "difference":
        less, more = sorted(claim.operands, key=lambda q: q.value)
        pairs += [(more, less.value + stated), (less, more.value - stated)]
        crossed = [(more, less.value - stated), (less, more.value + stated)]
    if claim.relation == "product" and computed and any(swapped(q.value, q.value * stated / computed) for q in claim.operands):
        return True
    if claim.relation in _IN_PERCENT and _share_slips(claim, computed):
        return True
    if claim.relation == "product" and any(q.value > 1 and stated * q.value == computed for q in claim.operands):
        return True
    terms = zip(claim.operands, weights(claim), strict=True) if claim.relation == "sum" else ()
    if any(w < 0 and stated == computed - 2 * w * q.value for q, w in terms):
        return True
    room = sum((q.high - q.low for q in (claim.stated, *claim.operands)), Decimal(0)) / 2 if claim.relation in ("sum", "at_most") else 0
    moved = (q.value and b and (b / q.value in SLIPS or _slips_to(q.value, b, room)) for q, b in pairs)
    return any(_like(q, b) for q, b in (*pairs, *crossed)) or any(moved)


def _like(q: Quantity, meant: Decimal) -> bool:
    """Does it look like the other number but for one digit or two neighbouring ones?"""
    return one_digit(q.value, meant) or swapped(q.value, meant) or misprinted(q.value, meant, q.high - q.low)


_TELLING_STEPS = 10
"""Steps of a printed number: one of fewer has but one digit, which may be any by chance."""
_IN_PERCENT, _DRAWN = ("share", "percent_change"), ("percent_of", "product")


def _share_slips(claim: StatedClaim, computed: Decimal) -> bool:
    """The same of a percentage, which is a rounded one: another digit of two may be chance where words do not say plainly what it is of."""
    stated, (part, whole) = claim.stated, claim.operands
    plain, width = claim.extra.get("if_not") == "error", (stated.high - stated.low) / 2
    due = computed.quantize(stated.value) if int(stated.value.as_tuple().exponent) in PRINTED else computed
    if swapped(due, stated.value) or one_digit(due, stated.value) and (plain or len(due.as_tuple().digits) >= _TELLING):
        return True
    if claim.relation != "share" or not stated.value:
        return False
    of_whole, for_part = stated.value * whole.value / 100, part.value * 100 / stated.value
    if swapped(of_whole.quantize(_ONE), part.value) or _slips_to(part.value, of_whole, whole.value * width / 100):
        return True
    return _slips_to(whole.value, for_part, for_part * width / stated.value)


_ONE, PRINTED = Decimal(1), range(-4, 1)
"""A count, and the exponents of what is printed with so many decimals."""


def _slips_to(a: Decimal, b: Decimal, room: Decimal | int) -> bool:
    """Is the number but for rounding, `room`, the other with its comma moved, two neighbouring digits exchanged or one digit changed?"""
    sign, digits, exponent = a.as_tuple()
    if not room or len(digits) < _TELLING or a * b < 0:
        return False
    turned = [(*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :]) for i in range(len(digits) - 1)]
    turned += [(*digits[:i], other, *digits[i + 1 :]) for i in range(len(digits)) for other in range(10)]
    meant = [Decimal((sign, other, int(exponent))) for other in turned if other[0]] + [a * factor for factor in SLIPS]
    return any(abs(m - b) <= min(room, abs(b) / _CLOSE) for m in meant if m != a)


_CLOSE = 50
"""Rounding is less than this part of a number."""
_TELLING = 3
"""Digits of a number of which another is told apart by one."""


def _mended_sum(claim: StatedClaim, computed: Decimal, millions: bool) -> Iterator[str]:
    target, parts = claim.stated, claim.operands
    gap = target.value - computed
    terms = [q.value * w for q, w in zip(parts, weights(claim), strict=True)]
    for q, term, weight in zip(parts, terms, weights(claim), strict=True):
        part, missing = _named(q, millions), gap / weight
        if target.low <= computed - term <= target.high:
            yield retold.LEFT_OUT.format(part=part)
        if target.low <= computed - 2 * term <= target.high:
            yield retold.DEDUCTED.format(part=part)
        if swapped(q.value, q.value + missing):
            wrong, right = (amount(value, q.unit, millions, decimals(q)) for value in (q.value, q.value + missing))
            yield retold.DIGITS_OF_PART.format(wrong=wrong, right=right)
    if "table" in claim.extra and claim.extra.get("lacks_row"):
        yield retold.LOST_ROW.format(amount=amount(gap, target.unit, millions, decimals(target)))


def _meant(q: Quantity, value: Decimal, millions: bool) -> str:
    """The number that was meant, with as many decimals as the one that stands there: "7,0 mio. kr." for "7,5 mio. kr."."""
    said, printed = amount(value, q.unit, millions), amount(q.value, q.unit, millions)
    (number, name), lacking = said.split(" ", 1), _decimals(printed) - _decimals(said)
    return f"{number}{',' if lacking > 0 and ',' not in number else ''}{'0' * lacking} {name}"


def _decimals(said: str) -> int:
    return len(said.split(" ")[0].partition(",")[2])


def _other_digit(claim: StatedClaim, computed: Decimal, millions: bool) -> Iterator[str]:
    for q, weight in zip(claim.operands, weights(claim), strict=True):
        meant = q.value + (claim.stated.value - computed) / weight
        if q.unit == "kr" and one_digit(q.value, meant):
            yield retold.DIGIT_OF_PART.format(wrong=amount(q.value, q.unit, millions), right=_meant(q, meant, millions))


def _doubled(claim: StatedClaim, millions: bool) -> Iterator[str]:
    """Twice the parts, or twice all parts but one: applied amounts and the same again in co-financing."""
    terms = [q.value * w for q, w in zip(claim.operands, weights(claim), strict=True)]
    low, high, unit = claim.stated.low, claim.stated.high, claim.stated.unit
    total = sum(terms, Decimal(0))
    if low <= 2 * total <= high:
        yield retold.DOUBLE.format(amount=amount(total, unit, millions))
    if not 2 < len(terms) <= MOST_PARTS:
        return
    for kept in combinations(range(len(terms)), len(terms) - 1):
        chosen = sum((terms[i] for i in kept), Decimal(0))
        left = claim.operands[next(i for i in range(len(terms)) if i not in kept)]
        if low <= 2 * chosen <= high:
            once = amount(chosen, unit, millions)
            yield retold.DOUBLE_BUT_ONE.format(amount=once, part=_named(left, millions))


def _named(q: Quantity, millions: bool) -> str:
    shown = amount(q.value, q.unit, millions, decimals(q))
    return retold.NAMED.format(name=q.label, amount=shown) if q.label and q.unit == "kr" else shown
