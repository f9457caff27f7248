"""Doubts about our own gold: is what the annotation says really on the page, is anything left out, is the arithmetic right?

Independent of the extractors: plain searches in the text that pypdfium2 gives.
"""

from __future__ import annotations

import ast
import operator
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from corpus import MADE, render
from corpus.markup import CELL_UNIT, decimal, plain
from corpus.source import Source
from minutes.days import A_MONTH, A_WEEKDAY, MONTHS, WEEKDAYS

PERCENT = {"percent", "percentage_points", "permille"}
WEEKDAY = re.compile(rf"({A_WEEKDAY})\s+(?:den\s+|d\.\s+)?(\d{{1,2}})\.\s+({A_MONTH})\s+(\d{{4}})", re.I)
MONEY = re.compile(
    r"(?!1\.000 kr|1000 kr)(?<![\w.,-])(?:kr\. ?)?[-\u2212]?(?:\d[\d.,]*|½)(?: \d{3})*(?= ?(?:mio|mia|mill|t\. ?kr|tkr|kr\b|kroner))")
SHARE = re.compile(r"\d[\d.,]*(?= ?(?:%|pct|procent|promille))")
DIGITS = re.compile(r"[\d½][\d.,]*(?: \d{3})*")
EQUATION = re.compile(r"(?<![\d.,])(-?\(?\d[\d., ]*(?:\s*[-+x*/]\s*\(?\d[\d.,]*\)?)+)\s*=\s*(-?\d[\d.,]*)")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def pages(name: str) -> list[str]:
    """The text of each page of a made PDF, with white space evened out."""
    import pypdfium2

    sheets = pypdfium2.PdfDocument(MADE / f"{name}.pdf")
    return [plain(sheet.get_textpage().get_text_range().replace("\ufffe", "-").replace("-\r\n", "- ")) for sheet in sheets]


def words(source: Source) -> list[str]:
    """What the document says, page by page; a scan says what was printed on it."""
    return [plain(render.text(source, 10**6))] if source.scanned else pages(source.name)


def doubts(source: Source) -> Iterator[str]:
    """A line for everything in a document's gold that a person should look at again."""
    said = words(source)
    loose = [_tight(page) for page in said]
    yield from _quotes(source, said, loose)
    yield from _places(source, loose)
    yield from _left_out(source, said)
    yield from _weekdays(source, said)
    yield from _equations(source)
    yield from _totals(source)


def summary(source: Source) -> str:
    """How much a document holds."""
    counts = {key: len(value) for key, value in source.gold.items() if isinstance(value, list) and value}
    return f"{len(words(source))} pages, " + ", ".join(f"{n} {key}" for key, n in counts.items())


def _quotes(source: Source, said: list[str], loose: list[str]) -> Iterator[str]:
    for kind in ("amounts", "thresholds", "figures"):
        for quote, wanted in Counter(r["quote"] for r in source.gold[kind]).items():
            found = max(sum(page.count(quote) for page in said), sum(page.count(_tight(quote)) for page in loose))
            if found < wanted:
                yield f"{kind}: {quote!r} is annotated {wanted} times, printed {found} times"


def _places(source: Source, loose: list[str]) -> Iterator[str]:
    """Anchors and titles that stand on no page."""
    gold = source.gold
    anchors = [r["anchor"] for r in gold["findings"] + gold["look_alikes"]] + [r["title"] for r in gold["items"] + gold["annexes"]]
    for anchor in anchors:
        if not any(_tight(anchor) in page for page in loose):
            yield f"not on any page: {anchor!r}"
    for finding in gold["findings"]:
        other = finding.get("with_document")
        if other and not any(_tight(finding["other_anchor"]) in _tight(p) for p in pages(Path(other).stem)):
            yield f"not in {other}: {finding['other_anchor']!r}"


def _tight(text: str) -> str:
    """Without spaces and hyphens, which come and go with the lines."""
    return re.sub(r"[-\s]", "", plain(text))


def _left_out(source: Source, said: list[str]) -> Iterator[str]:
    """Sums and percentages on the page that no record covers."""
    text, gold = " ¶ ".join(said), source.gold
    shares = gold["figures"] + [t for t in gold["thresholds"] if t["unit"] in PERCENT]
    for expression, records, kind in ((MONEY, gold["amounts"], "amount"), (SHARE, shares, "percentage")):
        printed = Counter(_digits(m) for m in expression.findall(text))
        covered = Counter(_digits(end) for r in records for end in _ends(r["quote"]))
        for digits, n in (printed - covered).items():
            yield f"{kind} without a record: {digits} ({n})"


def _ends(quote: str) -> list[str]:
    """A range is read as one record and printed as two numbers."""
    return [quote, *re.split(r"(?<=\d)[-–](?=\d)", quote)[1:]]


def _digits(text: str) -> str:
    found = DIGITS.search(text)
    return found.group(0).rstrip(".,") if found else text


def _weekdays(source: Source, said: list[str]) -> Iterator[str]:
    """A weekday that the calendar contradicts, unless a finding says so."""
    known = " ".join(plain(f["anchor"]) for f in source.gold["findings"] if f["check"] == "date-impossible").lower()
    for page in said:
        for day, number, month, year in WEEKDAY.findall(page):
            true = WEEKDAYS[date(int(year), MONTHS.index(month.lower()) + 1, int(number)).weekday()]
            if day.lower() != true and f"{number}. {month}".lower() not in known:
                yield f"{day} den {number}. {month} {year} was a {true}"


def _equations(source: Source) -> Iterator[str]:
    """An equation in a `why` that is wrong by more than its last digit."""
    for record in source.gold["findings"] + source.gold["look_alikes"]:
        for left, right in EQUATION.findall(record["why"]):
            computed, stated = _value(left), Fraction(decimal(right.rstrip(".,")))
            ways = {computed, computed * (100 if "/" in left else 1)}
            if min(abs(way - stated) for way in ways) > _step(right):
                yield f"{left.strip()} is {float(computed):g}, not {right}: {record['anchor']!r}"


def _value(expression: str) -> Fraction:
    """The value of a printed sum or product: "8 + 2,5 x (3 - 1)"."""
    plainly = re.sub(r"\d[\d.,]*", lambda m: str(decimal(m[0].rstrip(".,"))), expression.replace("x", "*"))
    return _node(ast.parse(plainly.strip(), mode="eval").body)


def _node(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_node(node.left), _node(node.right))
    if isinstance(node, ast.UnaryOp):
        return -_node(node.operand)
    return Fraction(ast.unparse(node))


def _step(printed: str) -> Fraction:
    """How far a rounded number may be off: a unit of its last digit."""
    places = len(printed.rstrip(".,").partition(",")[2])
    return Fraction(1, 10**places) if places else Fraction(1)


def _totals(source: Source) -> Iterator[str]:
    """Total rows that are neither the sum of the rows above nor explained by a finding or a look-alike."""
    from lxml import html

    known = [_tight(a) for f in source.gold["findings"] + source.gold["look_alikes"] for a in (f["anchor"], *f.get("also_anchor", []))]
    for table in html.fromstring(f"<div>{source.html}</div>").iter("table"):
        above: list[list[Decimal | None]] = []
        totals: list[list[Decimal | None]] = []
        for row in table.iter("tr"):
            cells = [_number(c.text_content()) for c in row.iter("td")][1:]
            if row.get("class") == "tot":
                label = plain(" ".join(c.text_content() for c in row.iter("td")))
                wrong = [i for i, cell in enumerate(cells) if cell is not None and not _fits(cell, i, above, totals)]
                if wrong and not any(k in _tight(label) or _tight(label) in k for k in known):
                    yield f"columns {wrong} of the total row do not add up: {label!r}"
                totals.append(cells)
                above = []
            elif cells:
                above.append(cells)


def _number(cell: str) -> Decimal | None:
    try:
        return decimal(CELL_UNIT.sub("", cell.strip()))
    except ArithmeticError:
        return None


def _fits(total: Decimal, column: int, above: list, totals: list) -> bool:
    """Does a total follow from the rows since the last total, from the totals before it, or from both?"""
    def add(rows: list) -> Decimal:
        return sum((row[column] for row in rows if column < len(row) and row[column] is not None), Decimal(0))

    slack = Decimal(1).scaleb(int(total.as_tuple().exponent)) * (len(above) + len(totals) + 1) / 2
    ways = [add(above), add(totals), add(above) + add(totals), add(above) + add(totals[-1:]), add(totals[-2:])]
    return any(abs(way - total) <= slack for way in ways)


