"""What a figure in running text is about: the words that govern it, its years, and the words that set it apart from others.

Two figures state the same thing when their words agree and nothing sets them apart; `alike` says how well they agree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from minutes.records import Amount, Document, Figure, Source, Threshold
from minutes.content import WORD, akin, shared, stem, stems

_SENTENCE = re.compile(r"\n|(?<=[\w)%”\"»])[.!?]\s+(?=[A-ZÆØÅ”\"»])")
_SHORT = re.compile(r"(?<!\w)(?:nr|jf|jfr|ca|bl|stk|pkt|kl|inkl|ekskl|dvs|evt|fx|pr|d|[A-ZÆØÅ]|\d{1,2})$")
_RIGHT_END = re.compile(r"[.,;:()\n]|\s(?:og|mens|men|samt|som|der|hvoraf|heraf|idet|fordi|når|hvis|at|eller|hvilket|hvortil|svarende)\s")
_LEFT_CUT = re.compile(r"[,;:(]\s|\s(?:mens|men|idet|som|hvoraf|heraf|hvortil|fordi|når|hvis)\s")
_PURPOSE = re.compile(r"(?<!\w)(?<!svarer )(?<!svarende )(?<!op )(?<!ned )(?<!i stedet )(?<!stilling )(?<!forhold )(?<!hensyn )(?<!henvisning )(?<!frem )(?:til|for|vedr\.?|vedrørende)\s+((?:[^\W\d_][\w-]*\s?){1,4})")
_YEAR_RIGHT = re.compile(
    r"\s*(?:kr\.?\s*)?(?:årligt\s*)?\(?(?:i|for|til|fra|pr\.?|ultimo|primo|medio|om året i|årligt fra)?\s*(?:hele\s+)?(?:perioden|årene|budget|budgetåret|regnskab|\d{1,2}\.\s\w+)?\s*"
    r"((?:19|20)\d\d)(?:\s*(?:-|–|til|og)\s*((?:19|20)?\d\d)(?!\d))?(?!-?\s?(?:p/l|pl\b|pris))(?:\s*og)?")
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)?\d\d)(?!\d))?(?![\d.,]\d|-?\s?(?:p/l|pl\b|pris))")
_MARKS = {
    "old": r"nuværende|hidtidig\w*|tidligere|sidste år|sidste års|året før|året forinden|forrige|oprindelig\w*|gamle?|dengang|førhen|i dag|for nylig",
    "part": r"heraf|hvoraf|deraf|yderligere|ekstra|resterende|rester\w*|øvrige|restbeløb\w*|tilbage|del af|dele? af|først[e]? rate|hver\b|pr\. |nordlige|sydlige"
            r"|østlige|vestlige",
    "other": r"alternativ\w*|scenari\w*|variant\w*|hvis|eventuel\w*|ændringsforslag\w*|mulighed\w*|ellers|i stedet|prognose\w*|fremskriv\w*|sammenlign\w*|tilsvarende",
    "change": r"stig\w*|steg|fald\w*|faldt|vokse\w*|forhøj\w*|nedsæt\w*|øg\w*|reducer\w*|bespar\w*|spar\w*|forskel\w*|merudgift\w*|mindreudgift\w*"
              r"|dyrere|billigere|flere|færre|mere|mindre",
    "vat": r"inkl\.? moms|inklusive moms",
    "net": r"netto\w*",
    "gross": r"brutto\w*",
}
_MARK = re.compile("|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _MARKS.items()), re.I)
_LIMIT = re.compile(r"(?i)(?<!\w)(?:mindst|højst|op til|op mod|indtil|maksimalt?|maks\.|under|over|end|minimum|grænsen? på|loft\w* på)\s*(?:kr\.)?\s*$")
_AGAINST = re.compile(r"(?<!\w)(?:mod|imod|fra|end|ned fra|op fra)\s*(?:knap|godt|ca\.|kr\.)?\s*$", re.I)
_GOVERNED = re.compile(r"\s*(?:kr\.?\s*)?(?:(?:årligt|om året|om måneden|ekstra|mere|mindre|netto|brutto|fordelt)\s+)?"
                       r"(?:til|for|i|på|af|fra|ved|hos|om|pr|ekskl|inkl|over|under|mellem|inden)\b")
_DECIDERS = re.compile(r"udvalg|forvaltning|byråd|kommunalbest|direkt|magistrat|regionsråd|administration|^råd")
_DEFINITE = re.compile(r"(?<!\w)(?:[Dd]e|[Dd]isse)\s+(?:(?:nævnte|ansøgte|samlede|i alt|kr\.)\s+)?$")
_MONEY_HEADS = frozenset({"bevilling", "pris", "anskaffelse", "budget"})
"""What a sum is called says little: the grant is the cost."""
_SIGN = re.compile(r"(?<!\w)(?:[Ee]tape|[Ff]ase|[Ss]por|[Mm]odel|[Ss]cenarie|[Ff]orslag|[Dd]el|[Aa]fdeling|[Aa]lternativ|[Zz]one|[Pp]ulje|[Rr]ate|[Ss]kema"
                   r"|[Tt]rin|[Vv]ariant|[Tt]ilbud|[Hh]us|[Bb]lok|[Oo]mråde|[Ll]ot|[Bb]ud|[Tt]ype|[Hh]old|[Dd]istrikt|[Rr]unde)\s+([A-ZÆØÅ]|\d{1,2})(?!\w)")
_OPENS = re.compile(r"[\W\d]*(?:[a-zA-Z]\)|Ad)?[\W\d]*")
SMALL_COUNT = 12
_BACK = 90
_FAR_MARKS = ("old", "other")
_ONE_SIDED = frozenset({"change", "net", "gross"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure with what is said of it.

    `unit` is "kr", "percent", ... or "count:bolig". `words` are the content stems that govern the figure, `purpose` those of "til …" and
    "for …", `names` the proper names, `marks` the classes of words that set a figure apart (old, part, other, change ...), `years` the years it
    is given for. `sentence` counts the sentences of the document; `near` is the clause and `clause` the sentence up to its end, with # for the number.
    `definite`: "de 240 boliger", which speaks of what was named before. `borrowed`: its own clause has no content words ("og 3 mio. kr.").
    """

    record: Amount | Figure
    unit: str
    value: Decimal
    low: Decimal
    high: Decimal
    words: frozenset[str]
    purpose: frozenset[str]
    names: frozenset[str]
    marks: frozenset[str]
    years: frozenset[int]
    sentence: int
    near: str
    clause: str
    definite: bool
    borrowed: bool

    @property
    def source(self) -> Source:
        """The place of the figure."""
        return self.record.source

    @property
    def item(self) -> str | None:
        """The agenda item that holds it."""
        return self.record.item

    @property
    def noun(self) -> str:
        """What a count counts."""
        return self.unit.partition(":")[2]

    def agrees(self, other: Subject) -> bool:
        """Whether one number can be both; signs are left aside, for a surplus is printed with and without one."""
        return meets((self.low, self.high), (other.low, other.high))


def meets(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Whether two intervals, without their signs, have more than an end in common: 11 and 12 mio. are two figures, though 11,5 rounds to both."""
    (a, b), (c, d) = sorted(map(abs, one)), sorted(map(abs, other))
    return a <= d and c <= b if a == b or c == d else a < d and c < b


def subjects(document: Document) -> list[Subject]:
    """Every figure of the running text with its subject, in reading order; cells of tables are left out."""
    text = document.text
    ends = [m.start() for m in _SENTENCE.finditer(text) if text[m.start()] == "\n" or not _SHORT.search(text, max(m.start() - 8, 0), m.start())]
    records = sorted((r for r in (*document.amounts, *document.figures, *document.thresholds)
                      if getattr(r, "table", -1) < 0 and r.source.at >= 0), key=lambda r: r.source.at)
    found: list[Subject] = []
    free = 0
    for i, record in enumerate(records):
        start, end = record.source.at, record.source.at + len(record.source.quote)
        sentence = bisect_right(ends, start)
        first, last = (ends[sentence - 1] + 1 if sentence else 0), (ends[sentence] if sentence < len(ends) else len(text))
        stop = min([last] + [r.source.at for r in records[i + 1 : i + 4] if not _part_of_text(r) and r.source.at > end][:1])
        years, taken = _years_right(text[end:stop])
        if not isinstance(record, Threshold) and not _unclear(record):
            found.append(_subject(record, text, max(first, free), first, start, end, max(stop, end), sentence, years))
        if not _part_of_text(record):
            free = end + taken
    return found


def _part_of_text(record: Amount | Figure | Threshold) -> bool:
    """Small counts in words belong to the phrase: "de to afdelinger"."""
    return isinstance(record, Figure) and record.unit == "count" and record.value <= SMALL_COUNT


def _unclear(record: Amount | Figure) -> bool:
    return isinstance(record, Figure) and record.unit in ("ratio", "years", "hours") or _part_of_text(record)


def _subject(record: Amount | Figure, text: str, free: int, first: int, start: int, end: int, stop: int, sentence: int,
             years: frozenset[int]) -> Subject:
    begin = _left(text, free, first, start)
    left, far, right = text[begin:start], text[first:start], text[end:stop]
    cut = _RIGHT_END.search(right)
    right = right[: cut.start()] if cut else right
    right = right if _GOVERNED.match(right) or not stems(left) else ""
    unit, noun = _unit(record)
    marks = {m.lastgroup for m in _MARK.finditer(f"{left} | {right}")} | ({"old"} if _AGAINST.search(left) else set())
    marks |= {"limit"} if _LIMIT.search(left) else set()
    marks |= {m.lastgroup for m in _MARK.finditer(far) if m.lastgroup in _FAR_MARKS}
    purpose = frozenset(s for part in (left, right) for m in _PURPOSE.finditer(part) for s in stems(m[1]) if s not in _MONEY_HEADS)
    low, high, value = ends(record)
    words = frozenset(w for w in stems(left) | stems(right) if not _DECIDERS.search(w) and not (noun and akin(w, noun)))
    return Subject(record, unit, value, low, high, words, purpose, _names(text, begin, start, first) | _names(right, 0, len(right), -1),
                   frozenset(marks), _years(record, left, years), sentence, f"{left.strip()} # {right.strip()}", f"{far.strip()} # {right.strip()}",
                   bool(_DEFINITE.search(text, max(start - 20, 0), start)), begin < free and not stems(text[end:stop]))


def _years(record: Amount | Figure, left: str, right: frozenset[int]) -> frozenset[int]:
    """The years a figure is given for: those that its record has, else those right after it, else those before it."""
    period = getattr(record, "period", None)
    if period:
        return frozenset(range(period[0], min(period[1], period[0] + 30) + 1))
    return right or frozenset(y for m in _YEAR.finditer(left) for y in _span(m))


def ends(record: Amount | Figure) -> tuple[Decimal, Decimal, Decimal]:
    """Low end, high end and value of a record, money in kroner."""
    if isinstance(record, Amount):
        return Decimal(record.low_oere) / 100, Decimal(record.high_oere) / 100, Decimal(record.oere) / 100
    return record.low, record.high, record.value


def _unit(record: Amount | Figure) -> tuple[str, str | None]:
    if isinstance(record, Amount):
        return f"kr/{record.per or ''}", None
    return (f"count:{record.noun or ''}", record.noun and stem(record.noun)) if record.unit == "count" else (record.unit, None)


def _left(text: str, free: int, first: int, start: int) -> int:
    """Where the words begin that lead up to a figure: in its own clause, or in the clause before when its own has no content words."""
    own = text[free:start]
    cuts = [0, *(m.end() for m in _LEFT_CUT.finditer(own))]
    while len(cuts) > 1 and not stems(own[cuts[-1] :]):
        cuts.pop()
    if stems(own[cuts[-1] :]) or free <= first:
        return free + cuts[-1]
    space = text.find(" ", max(first, start - _BACK), start)
    return first if start - first <= _BACK or space < 0 else space


def _years_right(text: str) -> tuple[frozenset[int], int]:
    found = _YEAR_RIGHT.match(text)
    return (frozenset(_span(found)), found.end()) if found else (frozenset(), 0)


def _span(match: re.Match[str]) -> range:
    first = int(match[1])
    last = int(match[2]) if match[2] else first
    last += first // 100 * 100 if last < 100 else 0
    return range(first, last + 1) if first <= last <= first + 60 else range(first, first + 1)


def _names(text: str, begin: int, end: int, first: int) -> frozenset[str]:
    """Proper names in a stretch: capitalised words that do not begin the sentence; bodies and offices are none."""
    found = [m[0] for m in WORD.finditer(text, begin, end) if m[0][0].isupper() and not (first >= 0 and _OPENS.fullmatch(text, first, m.start()))]
    signs = {f"={m[1]}" for m in _SIGN.finditer(text, begin, end)}
    return frozenset(s for s in map(stem, found) if s and not _DECIDERS.search(s)) | signs


def years_apart(one: Subject, other: Subject) -> bool:
    """Whether the two are given for other years: one names some and the other others."""
    return bool(one.years and other.years) and one.years != other.years


def apart(one: Subject, other: Subject, lenient: bool = False) -> bool:
    """Whether something sets the two apart: years, price level, net and gross, part and whole, old and new, purpose or name.

    `lenient`: a word like "netto" or "stiger" beside one of the two alone does not.
    """
    a, b = one.record, other.record
    marks = one.marks ^ other.marks
    if marks - (_ONE_SIDED if lenient else frozenset()) or {"net", "gross"} <= marks or years_apart(one, other):
        return True
    if isinstance(a, Amount) and isinstance(b, Amount) and (
            a.price_level and b.price_level and a.price_level != b.price_level or a.bound != b.bound):
        return True
    if isinstance(a, Figure) and isinstance(b, Figure) and any(
            x and y and x != y for x, y in ((a.area, b.area), (a.indicator, b.indicator), (a.as_of, b.as_of))):
        return True
    return _other(one.purpose, other.purpose) or _other(one.names, other.names)


def _other(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not shared(one, other)


def common(one: Subject, other: Subject) -> tuple[frozenset[str], bool]:
    """The content words that two subjects share, and whether all words of the shorter stand in the longer."""
    both = shared(one.words, other.words)
    least = min(len(one.words - _MONEY_HEADS | both), len(other.words - _MONEY_HEADS | both))
    return both, bool(both) and len(both) >= least


def same_head(one: Subject, other: Subject) -> bool:
    """Whether both are called by a word for a sum of money, whichever."""
    return bool(one.words & _MONEY_HEADS and other.words & _MONEY_HEADS)


def same_clause(one: Subject, other: Subject) -> bool:
    """Whether the two stand in the same words, their numbers aside."""
    a, b = stems(one.clause), stems(other.clause)
    return len(a) >= 3 and a == b
