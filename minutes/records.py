"""Every record the toolkit makes of a document, each with the exact place where it stands.

The field names are those of the output of `minutes extract` (docs/contract.md). Numbers are `Decimal`,
money is whole øre in an `int`, dates are `datetime.date`; None means that the document does not say.
Nothing here reaches out: no reading, no judging, no storing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points; the origin is the page's top left corner."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document: `pages[page].text[start:end] == quote` always holds.

    `page` counts from 1. `boxes` has one box a line; it is empty where the file has no geometry (text, HTML).
    `at` is where the quote begins in the document's running text (extractors.layout.Flow); it orders
    records by reading order and is no part of the output.
    """

    page: int
    start: int
    end: int
    quote: str
    boxes: tuple[Box, ...] = ()
    at: int = field(default=-1, compare=False)

    @property
    def flat(self) -> str:
        """The quote on one line."""
        return " ".join(self.quote.split())


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read. `width_pt` and `height_pt` are 0 where the file has no geometry."""

    number: int
    text: str
    width_pt: float = 0.0
    height_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item; `number` as printed, without the dot. `closed` when it was treated behind closed doors."""

    number: str | None
    title: str
    source: Source
    case_numbers: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a recommendation: "1. at ..."."""

    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An indstilling: `by` recommends to `to`."""

    item: str | None
    by: str | None
    to: str | None
    points: tuple[Point, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes as printed; None where the text gives no number. Parties as printed: letter or name."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


@dataclass(frozen=True, slots=True)
class VoteList:
    """One printed list of voters: `side` is "for", "against" or "abstained"; `voters` as printed.

    `count` is how many votes the list names when that can be told: "A (9), B (4) og Ida Krogh" is 14.
    `total` is a printed total ("i alt 30"), `split` the parties named with single members or a count.
    """

    side: str
    voters: tuple[str, ...]
    count: int | None
    total: int | None
    source: Source
    split: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body decided on one item on one day. Outcomes and flags: docs/contract.md.

    `effect` tells what the adopted proposal itself does when that is another thing ("postponed" for an
    adopted proposal to postpone). `raw` is the text of the decision, cleaned.
    """

    item: str | None
    body: str | None
    date: date | None
    outcome: str
    source: Source
    flags: tuple[str, ...] = ()
    votes: Votes | None = None
    for_parties: tuple[str, ...] = ()
    against_parties: tuple[str, ...] = ()
    abstained_parties: tuple[str, ...] = ()
    lists: tuple[VoteList, ...] = ()
    effect: str | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote as it stands in the text, also those on amendments; `outcome` is what the text says came of it."""

    item: str | None
    votes: Votes
    lists: tuple[VoteList, ...]
    outcome: str
    source: Source


@dataclass(frozen=True, slots=True)
class Remark:
    """A protocol remark or minority statement. `kind`: protocol_remark, minority_statement, other."""

    item: str | None
    speaker: str | None
    party: str | None
    kind: str
    source: Source
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money.

    `oere` is the value with scale and sign applied; `low_oere` to `high_oere` is what the printed digits allow.
    `per`: year, month, quarter, unit or None. `period`: first and last year. `price_level`: year of the prices.
    `bound`: "upper" for "op til", "lower" for "mindst". `flow`: "expense" or "income" where the words tell.
    `basis`: "net" or "gross" where the words tell. `one_off`: True for "engangs-", False for "varigt", else None.
    `purpose`: the words that say what the money is for. `table`, `row`, `column` for a cell (counted from 0), else -1.
    """

    source: Source
    oere: int
    low_oere: int
    high_oere: int
    approximate: bool = False
    per: str | None = None
    period: tuple[int, int] | None = None
    price_level: int | None = None
    item: str | None = None
    bound: str | None = None
    flow: str | None = None
    basis: str | None = None
    one_off: bool | None = None
    purpose: str | None = None
    table: int = -1
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated, measured number that is neither money nor a limit.

    `unit`: percent, percentage_points, permille, count, ratio, years, hours. `noun` is what a count counts ("boliger").
    `low` to `high` is what the printed digits and words allow. `as_of`: date, or year as an int.
    """

    source: Source
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    indicator: str | None = None
    area: str | None = None
    as_of: date | int | None = None
    approximate: bool = False
    noun: str | None = None
    item: str | None = None
    table: int = -1
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that the text sets. `operator`: > >= < <=. `unit`: as for figures, "kr" (whole kroner), "m2", "km"."""

    source: Source
    operator: str
    value: Decimal
    unit: str
    indicator: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An entry in the list of annexes."""

    number: str | None
    title: str
    source: Source
    item: str | None = None


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """A reference in the text to annexes, ranges expanded."""

    numbers: tuple[str, ...]
    source: Source
    item: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a span of dates in the text. `value` is None when no such day exists.

    `weekday` (0 is Monday) when one is printed with it. `role`: meeting, decision, deadline, span or "".
    `until` is the end of a span that is printed as one ("fra den 1. maj 2024 til den 3. juni 2024").
    """

    source: Source
    value: date | None
    weekday: int | None = None
    until: date | None = None
    role: str = ""
    item: str | None = None


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A printed number in a numbered list that is no agenda item: points of a recommendation, headings, goals.

    `run` tells which list it belongs to (a counter in the document).
    """

    number: int
    run: int
    source: Source
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, as printed. `members` are named without a word on who came; `present_count` and `member_count` are stated numbers
    ("23 af byrådets 25 medlemmer")."""

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    chair: str | None = None
    present_count: int | None = None
    member_count: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number in a claim, with the interval that its digits and words allow. Money is in kroner here.

    `unit` is "kr", "percent", "percentage_points", "permille", "years", or the counted noun in its base form.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    source: Source | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a named document. `sha256` is that of a document other than the one that was judged, which may have the same name; then
    both are `called` otherwise (minutes.called)."""

    document: str
    source: Source
    sha256: str = ""
    called: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """What its document is called among those that are shown with it."""
        return self.called or self.document

    def stands_in(self, judged: Document) -> bool:
        """Whether it is a place in the document that was judged; what was stored without a sum is told by its name."""
        return not self.sha256 and self.document == judged.file


@dataclass(frozen=True, slots=True)
class Claim:
    """What the text says of its own figures.

    The extractors leave `verdict` None and give `relation`, `stated` and `operands`; the checks judge. `check` is the
    name of the finding that a difference raises. `kind`, `verdict`: docs/contract.md. `exhaustive` is False
    where the parts need not make up the whole ("heraf"). `reason` says why a claim is unverifiable.
    """

    kind: str
    relation: str
    source: Source
    check: str
    stated: Quantity | None = None
    operands: tuple[Quantity, ...] = ()
    exhaustive: bool = True
    item: str | None = None
    verdict: str | None = None
    computed: str | None = None
    reason: str | None = None
    calculation: str | None = None
    evidence: tuple[Evidence, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict, compare=False)

    def states(self, at: int) -> bool:
        """Is the figure that it states the one at this place of the text?"""
        return self.stated is not None and self.stated.source is not None and self.stated.source.at == at

    def takes(self, at: int) -> bool:
        """Is the figure at this place of the text one that it reckons with?"""
        return any(q.source is not None and q.source.at == at for q in self.operands)


@dataclass(frozen=True, slots=True)
class StatedClaim(Claim):
    """A claim that states a figure, as the checks that reckon with the figure know it."""

    stated: Quantity

    @classmethod
    def of(cls, claim: Claim, evidence: tuple[Evidence, ...] = ()) -> StatedClaim:
        """The same claim, whose `stated` is not None, with its evidence."""
        return cls(**{name: getattr(claim, name) for name in Claim.__slots__} | {"evidence": evidence})


@dataclass(frozen=True, slots=True)
class Finding:
    """Two things that cannot both be right, or a rule that is not followed. It accuses nobody.

    `template` is one sentence that a clerk understands, in Danish, with `{names}` of `values`; it is the key of its translation
    (minutes.language). `calculation` shows the numbers; `suggestion` is the smallest change that would mend it, offered
    as a possibility, never as the truth. The first evidence is where the reader should look.
    """

    check: str
    severity: str
    template: str
    evidence: tuple[Evidence, ...]
    values: dict[str, str] = field(default_factory=dict, compare=False)
    stated: str | None = None
    computed: str | None = None
    calculation: str | None = None
    suggestion: str | None = None

    @property
    def message(self) -> str:
        """The sentence in Danish."""
        return self.said(self.template)

    def said(self, template: str, worded: Callable[[str], str] = str) -> str:
        """The values in a template, of this or another language; every sentence ends with one dot, also behind an abbreviation."""
        values = {name: worded(value) for name, value in self.values.items()}
        said = template.format(**values)
        return re.sub(r"(?<!\.)\.\.(?!\.)", ".", said if said.endswith((".", "?")) else said + ".")

    @property
    def key(self) -> str:
        """A short name that stays while the text stays: by check, files, quotes and numbers, not by position; the same from each of the
        documents that a finding across documents stands in, so that it is waived once."""
        parts = [self.check, self.stated or "", self.computed or ""]
        places = [f"{e.document}\x1f{e.source.flat}" for e in self.evidence]
        parts += sorted(places) if any(e.sha256 for e in self.evidence) else places
        return sha256("\x1e".join(parts).encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was seen and could not be read: counted beside every "0 findings". `start`: where on the page it begins, when it is a
    part of one."""

    what: str
    why: str
    page: int | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell. `source` is None for an empty one."""

    text: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table over one page or more: `rows[i][j]`. `header_rows` come first. `caption` is the text above it.

    `scale` is what a printed unit multiplies its numbers by ("1.000 kr." is 1000), in kroner, None when no unit of money is printed.
    """

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    caption: str
    source: Source
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document with all its records, in reading order. One that is shown with others of its name is `called` otherwise
    (minutes.called)."""

    file: str
    sha256: str
    kind: str
    pages: tuple[Page, ...]
    title: str | None = None
    municipality: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    meeting_time: str | None = None
    place: str | None = None
    case_numbers: tuple[str, ...] = ()
    attendance: Attendance = Attendance()
    items: tuple[Item, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    remarks: tuple[Remark, ...] = ()
    amounts: tuple[Amount, ...] = ()
    figures: tuple[Figure, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    annexes: tuple[Annex, ...] = ()
    annex_references: tuple[AnnexReference, ...] = ()
    annex_list: bool = False
    dates: tuple[DateMention, ...] = ()
    list_numbers: tuple[ListNumber, ...] = ()
    tables: tuple[Table, ...] = ()
    claims: tuple[Claim, ...] = ()
    text: str = ""
    unread: tuple[Unread, ...] = ()
    extractor_version: str = ""
    called: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """What it is called among the documents that are shown with it."""
        return self.called or self.file
