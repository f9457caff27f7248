"""What the words around a figure say that sets it apart from others: marks ("heraf", "tidligere"), years, purposes, names."""

from __future__ import annotations

import re

from minutes.content import WORD, stem, stems
from minutes.needs import led

MARKS = {
    "old": r"(?:i|fra) (?:\w+s )?(?:\w*notat|\w*referat|dagsorden|indstilling|oplæg|\w*budgetforslag|svar|rapport|redegørelse)\w*"
           r"(?: \w+){0,4} (?:stod|nævnte|fremgik|blev|var)\b|udkastet (?:af|til|fra) [^,]{3,40} havde\b"
           r"|nuværende|hidtidig\w*|tidligere|sidste års?|året før|året forinden|forrige|oprindelig\w*|gamle?|dengang|førhen|i dag"
           r"|(?:heri|deri|dér|hvori|hvor der|der) (?:stod|skrev)\b|for nylig|ved en \w*fejl\w*"
           r"|(?:for|om) [\w-]+ (?:år|måneder|uger)(?: siden)?|(?:år|måneder) senere|(?<!som )i fjor",
    "part": r"heraf|hvoraf|deraf|yderligere|ekstra|rester\w*|øvrige|restbeløb\w*|tilbage|del af|dele? af|første? rate|hver\b|pr\. "
            r"|nordlige|sydlige|østlige|vestlige|uden (?!at\b)\w{4,}",
    "other": r"alternativ\w*|scenari\w*|variant\w*|hvis|eventuel\w*|ændringsforslag\w*|mulighed\w*|ellers|i stedet|prognose\w*|fremskriv\w*"
             r"|sammenlign\w*|tilsvarende|(?:ville|kunne) (?:have|være|blive)",
    "change": r"stig\w*|steg|fald\w*|vokse\w*|forhøj\w*|nedsæt\w*|øg\w*|reducer\w*|bespar\w*|spar\w*|forskel\w*|merudgift\w*"
              r"|mindreudgift\w*|dyrere|billigere|flere|færre|mere|mindre",
    "extreme": r"største|mindste|dyreste|billigste|ældste|yngste|højeste|laveste|længste|korteste",
    "among": r"(?:hos|blandt) (?:de|dem)",
    "amended": r"den ændring|ændres til|rettes til",
    "vat": r"inkl\.? moms|inklusive moms",
    "net": r"netto\w*",
    "gross": r"brutto\w*",
}
"""Words of one class set a figure apart from one without them: a part is not the whole, a former figure not the present one."""
ONE_SIDED = frozenset({"change", "extreme", "among", "net", "gross"})
"""These may be left out of one of two statements of the same thing."""


def _words_of(*names: str) -> re.Pattern[str]:
    """The words of these classes, in a text in lower case."""
    return led(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{MARKS[name]})' for name in names)})(?!\w)")


_MARK = _words_of(*MARKS)
_OF_SENTENCE = _words_of("old", "other", "amended")
_HALF = re.compile(r",\s+(?:og|mens|men)\s")
_LIMIT = led(r"(?i)(?<!\w)(?:mindst|højst|op til|op mod|indtil|maksimalt?|maks\.|under|over|end|minimum|grænsen? på|loft\w* på)"
             r"\s*(?:(?:må|kan|skal)\s+(?:\w+\s+){0,2})?(?:kr\.)?\s*$")
_AGAINST = led(r"(?<!\w)(?:mod|imod|fra|end|ned fra|op fra)\s*(?:knap|godt|ca\.|kr\.)?\s*$", re.I)

_MOST_OF_ALL = led(rf"(?<!\w)(?:{MARKS['extreme']}|størst|mindst|højest|lavest|flest|færrest)(?!\w)")
_REJECTED = re.compile(r"[^.;\n]{0,40}?\b(?:blev|er) (?:forkastet|nedstemt|ikke vedtaget|(?:siden )?(?:berigtiget|rettet))")
_COMPARED = re.compile(r"\s*(?:højere|lavere|større|mindre|mere|flere|færre|dyrere|billigere|længere|kortere) end\b")

_OTHER_TIL = ("svarer", "svarende", "op", "ned", "i stedet", "stilling", "forhold", "hensyn", "henvisning", "frem")
_NOT_PURPOSE = "".join(rf"(?<!{word} )" for word in _OTHER_TIL)
_PURPOSE = re.compile(rf"(?<!\w){_NOT_PURPOSE}(?:til|for|[Vv]edr\.?|[Vv]edrørende)\s+((?:[^\W\d_][\w-]*\s?){{1,4}})")
MONEY_HEADS = frozenset({"bevilling", "pris", "anskaffelse", "budget"})
"""What a sum is called says little: the grant is the cost."""

_NOT_PRICES = r"(?!-?\s?(?:p/l|pl\b|pris))"
_YEAR_RIGHT = re.compile(
    r"\s*(?:kr\.?\s*)?(?:årligt\s*)?\(?(?:i|for|til|fra|pr\.?|ultimo|primo|medio|om året i|årligt fra)?\s*(?:hele\s+)?"
    r"(?:perioden|årene|budget|budgetåret|regnskab|\d{1,2}\.\s\w+)?\s*"
    rf"((?:19|20)\d\d)(?:\s*(?:-|–|til|og)\s*((?:19|20)?\d\d)(?!\d))?{_NOT_PRICES}(?:\s*og)?")
_YEAR = re.compile(rf"(?<![\d.,/-])((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)?\d\d)(?!\d))?(?![\d.,]\d){_NOT_PRICES}")

DECIDERS = led(r"udvalg|forvaltning|byråd|kommunalbest|direkt|magistrat|regionsråd|administration|^råd")
"""Bodies and offices decide on a figure; they are not what it is about."""
_NUMBERED = re.compile(
    r"(?<!\w)(?:[Ee]tape|[Ff]ase|[Ss]por|[Mm]odel|[Ss]cenarie|\w*[Ff]orslag|[Dd]el|[Aa]fdeling|[Aa]lternativ|[Zz]one|[Pp]ulje"
    r"|[Rr]ate|[Ss]kema|[Tt]rin"
    r"|[Vv]ariant|[Tt]ilbud|[Hh]us|[Bb]lok|[Oo]mråde|[Ll]ot|[Bb]ud|[Tt]ype|[Hh]old|[Dd]istrikt|[Rr]unde)\s+([A-ZÆØÅ]|\d{1,2})(?!\w)")
_DIGIT = re.compile(r"\d")
_OPENS = re.compile(r"[\W\d]*(?:[a-zA-Z]\)|Ad)?[\W\d]*")
_DEFINITE = led(r"(?<!\w)(?:[Dd]e|[Dd]isse|[Aa]lle|[Ss]amtlige)\s+(?:(?:nævnte|ansøgte|samlede|i alt|kr\.)\s+)?$")


def marks(left: str, right: str, sentence: str, after: str = "", antecedent: str = "") -> frozenset[str]:
    """The classes of marks in the clause around a figure, and the far-reaching ones in its half of the sentence; what `after` it is said
    to have been rejected is another proposal; what its clause is said of (`antecedent`) may be an extreme."""
    found = {m.lastgroup for m in _MARK.finditer(f"{left} | {right}".lower())}
    half = _HALF.split(sentence)[-1].lower()
    found |= {m.lastgroup for m in _OF_SENTENCE.finditer(half, 0, max(len(half) - len(left), 0))}
    found |= {"extreme"} if _MOST_OF_ALL.search(antecedent) else set()
    found |= {"other"} if _REJECTED.match(after) else set()
    found |= {"change"} if _COMPARED.match(after) else set()
    found |= {"old"} if _AGAINST.search(left) else set()
    return frozenset(m for m in found | ({"limit"} if _LIMIT.search(left) else set()) if m)


def purposes(*parts: str) -> frozenset[str]:
    """The stems of what a sum is for: "til byggemodning", "for børnene"."""
    return frozenset(s for part in parts for m in _PURPOSE.finditer(part) for s in stems(m[1]) if s not in MONEY_HEADS)


def years_after(text: str) -> tuple[frozenset[int], int]:
    """The years that stand right after a figure, and how far the words about them run."""
    found = _YEAR_RIGHT.match(text) if "20" in text or "19" in text else None
    return (frozenset(_span(found)), found.end()) if found else (frozenset(), 0)


def years_in(text: str) -> frozenset[int]:
    """All years in a text; those of price levels are none."""
    dated = "20" in text or "19" in text
    return frozenset(year for match in _YEAR.finditer(text) for year in _span(match)) if dated else frozenset()


def _span(match: re.Match[str]) -> range:
    first = int(match[1])
    last = int(match[2]) if match[2] else first
    last += first // 100 * 100 if last < 100 else 0
    return range(first, last + 1) if first <= last <= first + 60 else range(first, first + 1)


def names(text: str, begin: int, end: int, sentence: int = -1) -> frozenset[str]:
    """Proper names in a stretch, as stems, and the letters and numbers of "Forslag A", "etape 2" as "=A", "=2".

    Capitalised words at the beginning of the sentence (`sentence`, where it begins in `text`), bodies and offices are none.
    """
    if text[begin:end].islower() and not _DIGIT.search(text, begin, end):
        return frozenset()
    found = [m[0] for m in WORD.finditer(text, begin, end)
             if m[0][0].isupper() and not (sentence >= 0 and _OPENS.fullmatch(text, sentence, m.start()))]
    numbered = {f"={m[1]}" for m in _NUMBERED.finditer(text, begin, end)}
    return frozenset(s for s in map(stem, found) if s and not DECIDERS.search(s)) | numbered


def definite(text: str, start: int) -> bool:
    """Whether a figure at `start` speaks of what was named before: "de 240 boliger"."""
    return _DEFINITE.search(text, max(start - 20, 0), start) is not None
