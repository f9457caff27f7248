"""What the headings of a table say of its cells: unit and scale, years, rate, total; by column and by row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes import terms
from minutes.days import A_MONTH
from minutes.needs import holds, led, needs
from minutes.records import Table

_MONEY = led(
    r"(?P<thousand>\b(?:hele )?1[.\s]?000[ -]?kr|\bt\. ?kr|\btkr|\btusinde? ?kr|\bthousand)"
    r"|(?P<million>\b(?:mio|mill)\.? ?kr|\bmio\b\.?|\bmill\b\.?|\bmillioner)"
    r"|(?P<milliard>\b(?:mia|mrd)\.? ?kr|\b(?:mia|mrd)\b\.?|\bmilliarder)"
    r"|(?P<one>\b(?:i |hele )?(?:kr\b\.?|kroner\b|dkk\b))",
    re.I,
)
SCALES = {"thousand": 1000, "million": 10**6, "milliard": 10**9, "one": 1}
_PERCENT = led(
    r"(?P<percentage_points>procent-?point|pct\.?[ -]?point|%-point)|(?P<permille>promille|‰)|(?P<percent>%|pct\b|procent"
    r"|\bandel(?:en)?\b)",
    re.I,
)
_COUNT = re.compile(
    r"\bantal\w*|\w*stillinger\b|\bansatte\b|\bmedarbejdere\b|\bhusstande\b|\bfamilier\b|\bdeltagere\b|\bstk\b|\bpersoner\b"
    r"|\bårsværk\b|\bfuldtidsstillinger\b|\bhelårs\w+|\bm2\b|\bm²|\bkvm\b|\bha\b|\bkm\b"
    r"|\belever\b|\bboliger\b|\bbeboere\b|\b(?:elev|børne?|folke|indbygger|beboer|medlems|besøgs|udlåns|person|bolig|ledigheds?)"
    r"tal(?:let)?\b"
    r"|\bborgere\b|\bindbyggere\b|\bpladser\b|\btimer\b|\bbørn\b|\bbrugere\b|\bmedlemmer\b|\blejemål\b|\bstemmer\b|\bdage\b",
    re.I,
)
_EACH = re.compile(
    rf"\bpr(?:\. ?| )(?!(?:{A_MONTH}|dato|udvalg|område)\b)"
    r"[a-zæøå]\w*",
    re.I,
)
"""What a column's numbers are for one of: "Leje pr. m2". A day is none, nor is what a table is divided by."""
_PRICED = re.compile(r"\b(?:\w*leje|sats|\w*pris|\w*takst|\w*gebyr|\w*betaling|\w*kontingent)\b", re.I)
_COUNTED = needs(_COUNT)
_RATED = re.compile(r"kr\.?\)?,? ?(?=pr\.|per |om |i kvartalet|/|årlig|månedlig|md[lr]\b)", re.I)
_MONTHLY = re.compile(r"\bmåned(?:lig|sleje|stakst)|pr\.? måned", re.I)
_YEARLY = re.compile(r"^(?:tabel \d+[.:]? )?årlige?t?\b|\bpr\.? år:?(?: \((?:mio\. |mill\. |1\.000 |t\.)?kr\.[^()]*\))?[.:]?$", re.I)
"""What a caption says of all its cells: "Årlig virkning (mio. kr.)", "Takster pr. husstand pr. år (kr.)"."""
_SPAN = re.compile(rf"(?<!\d)({terms.YEAR})\s?[-–/]\s?({terms.YEAR}|\d\d)(?!\d)")
_YEAR = re.compile(rf"(?:^|[^\d.,-]|\bB|\bR|\bBO)({terms.YEAR})(?![\d.,]\d|\d|[-–/]\d|\s?-?\s?(?:p/l|pl\b|pris))", re.I)
_UNTIL = re.compile(rf"\b(?:pr\.?|til|til og med) \d{{1,2}}[./-]\d{{1,2}}[./-]({terms.YEAR})\b", re.I)
"""What is spent of a year until a day: "Forbrug pr. 30.9.2016"."""
_PRICES = re.compile(rf"\b(?:p/l|pl|pris\w*|pris- og lønniveau\w*|(?:års)?priser i)[ -]+(?:(?:{A_MONTH}) )?{terms.YEAR}", re.I)
"""The year of the prices is not the money's year: "prisniveau 2023"."""
TOTAL = re.compile(r"\b(?:i ?alt|total(?:t|en)?|sum|samlet|hele perioden|alle år(?:ene)?|ialt|tilsammen)\b", re.I)


@dataclass(slots=True)
class Heading:
    """What a heading says: `unit` kr, percent, percentage_points, permille, count or None; `scale` in kroner for money."""

    words: str = ""
    unit: str | None = None
    scale: int | None = None
    years: tuple[int, int] | None = None
    per: str | None = None
    total: bool = False


def heading(words: str) -> Heading:
    """Read the words of a heading, a caption or a row's label."""
    unit, scale = _unit(words)
    return Heading(words, unit, scale, _years(words), _per(words), bool(TOTAL.search(words)))


def _unit(words: str) -> tuple[str | None, int | None]:
    if money := _MONEY.search(words):
        return "kr", SCALES[money.lastgroup or ""]
    if share := _PERCENT.search(words):
        return share.lastgroup, None
    found = _COUNT.search(_EACH.sub(" ", words)) if holds(words) & _COUNTED else None
    return ("count", None) if found else (None, None)


def _years(words: str) -> tuple[int, int] | None:
    if match := _SPAN.search(words):
        return terms.years(match[1], match[2])
    found = _YEAR.findall(_PRICES.sub(" ", words)) or _UNTIL.findall(words)
    return (int(found[0]), int(found[0])) if len(set(found)) == 1 else None


def _per(words: str) -> str | None:
    match = _RATED.search(words)
    found = terms.per_after(words[match.end() :]) if match else None
    return found or ("month" if _MONTHLY.search(words) else None)


def yearly(caption: str) -> str | None:
    """The rate of all cells by the caption, beside those whose own headings say otherwise."""
    return "year" if _YEARLY.search(caption.strip()) else None


def columns(table: Table) -> list[Heading]:
    """One heading a column, from the table's heading rows; a heading that spans columns counts for all of them."""
    width = max((len(row) for row in table.rows), default=0)
    rows = [_spread([cell.text for cell in row], width) for row in table.rows[: table.header_rows]]
    found = [heading(" ".join(dict.fromkeys(row[j] for row in rows if row[j]))) for j in range(width)]
    for h in found:
        h.per = h.per or _of_one(h, found) or (yearly(h.words) if h.unit != "count" else None)
    stated = [h.years for h in found if h.years and not h.total]
    if stated:
        span = min(first for first, _ in stated), max(last for _, last in stated)
        for h in found:
            if not h.years and h.total:
                h.years = span
    return found


def _of_one(head: Heading, heads: list[Heading]) -> str | None:
    """The rate of a column by its own words: "Pr. m2"; a price beside what it comes to is the price of one: "Antal | Pris | I alt"."""
    if each := of_each(head.words):
        return each
    alone = head.unit == "kr" and _PRICED.match(head.words)
    return "unit" if alone and any(h is not head and (h.total or _COMES_TO.match(h.words)) for h in heads) else None


def of_all(caption: str) -> str | None:
    """The rate of all cells by a caption that is no sentence: "Tabel 3. Udgift pr. elev (kr.)"."""
    return yearly(caption) or (of_each(caption) if _EACH_OF_ALL.fullmatch(caption.strip()) else None)


_EACH_OF_ALL = re.compile(
    r"(?:tabel \d+[.:]? )?(?:\w+ ){1,2}pr\. [a-zæøå]\w*(?: [^.()]{1,40})?(?: \((?:i )?(?:hele )?kr\.[^()]*\)| i (?:hele )?kr\.?)[.:]?", re.I
)


def of_each(words: str) -> str | None:
    """What a heading or a label says its numbers are for one of: "Vand pr. m3"."""
    each = _EACH.search(words)
    return terms.per_after(each[0]) if each else None


_COMES_TO = re.compile(r"(?:indtægt|udgift|beløb|provenu|samlet|tilskud)", re.I)


def corner(heads: list[Heading]) -> tuple[int, int] | None:
    """The years that the heading of the labels tells of all columns, where they have headings and none of them years."""
    told = heads[1:] and any(h.words for h in heads[1:]) and not any(h.years for h in heads[1:])
    return heads[0].years if told else None


def priced(head: Heading) -> bool:
    """Does a column without a printed unit hold prices: "Leje pr. måned"? They are kroner."""
    return head.per is not None and _PRICED.search(head.words) is not None and head.unit is None


def _spread(cells: list[str], width: int) -> list[str]:
    """A row of headings with every empty cell after a year filled with the heading to its left; years that a row without ruling lines
    holds together go one to a column."""
    cells = cells + [""] * (width - len(cells))
    together = " ".join(cells[1:]).split()
    if len(together) == width - 1 and all(re.fullmatch(terms.YEAR, year) for year in together):
        return [cells[0], *together]
    for j in range(2, width):
        if not cells[j].strip() and _years(cells[j - 1]):
            cells[j] = cells[j - 1]
    return cells
