"""Counts beside names that are listed, whatever the words between: "Fem er holdt helt op: Nyborg, …", "tre af fem kriterier:" over points.

The names say it themselves: nothing counted before them is as many as they are, and one number is nearly so.
"""

from __future__ import annotations

import re

from extractors.claims.counting.below import points
from extractors.claims.counting.counted import SLIP, UNITS, say_count, whole_number
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import NUMBERED, Sentence, pattern
from minutes.needs import led

_CAPITAL = r"[A-ZÆØÅ][\w./'’-]*"
_NAME = re.compile(
    rf"(?:{_CAPITAL})(?: (?:(?:& )?{_CAPITAL}|\d{{1,2}}|(?:i|på|ved|af) {_CAPITAL})){{0,5}}"
    r"(?: (?:i|på|ved|med|fra|til|af|for|under|hos) [^:]{1,60})?"
)
_NAME_OR_NUMBER = re.compile(rf"\d{{1,4}}[a-z]?|{_NAME.pattern}")
_PLAIN = re.compile(rf"[a-zæøå-]+(?: [a-zæøå-]+){{0,2}}|{_NAME_OR_NUMBER.pattern}")
_HEAD = re.compile(r"[^,(:;–]+")
"""What a point begins with: "Lundtoftegade, København" names the first."""
_AND = re.compile(r",? (?:og|samt) ")
_TITLE = re.compile(r"[A-ZÆØÅ][\w-]*(?: (?:og |& )?[a-zæøå][\w-]*){0,4}")
_BETWEEN_TITLES = re.compile(r"(?:,| og|,? samt) (?=[A-ZÆØÅ])")
""" "Børn og unge, Uddannelse og job samt Tryghed": each begins with a capital."""
_NAMELY = re.compile(r"nemlig")
_HYPHENED = re.compile(r"- (?:og|eller) |(?<! )/(?! )")
""" "Social- og Sundhedsudvalget" is one name."""
_BROKEN = re.compile(r"(?<=[a-zæøå])-\s*\n(?=[a-zæøå])")
_BRACKET = re.compile(r" ?\([^(),:]*\)")
_LISTING = led(r": |,? nemlig |;? det drejer sig om |(?<=[a-zæøå]) (?:[-–] |\()(?=[A-ZÆØÅ][^\s,(])")
_CLOSE = re.compile(r" (?:\(|[-–] )")
"""A bracket or a dash names what stands right before it."""
_ENDS = re.compile(
    r"\)|;| [-–] |, (?:som|der|hvor|alle|i alt|begge|hvilket|mens|men|hver|begge|ialt|med|og (?:der|det|de)|samt (?:en|et) )\b.*|[. ]*$"
)
_THEY_ARE = re.compile(r"(?:De|Det|Disse) (?:er|var|bliver|(?P<plain>omfatter|gælder|drejer sig om)) (?!.*, (?:der|som)\b)")
_SOME = r"<some>|\b(?:eksempler|blandt (?:andet|andre)|m\.fl\.|med flere|osv\.|etc\.|m\.v\.|mv\.|vigtigste)(?!\w)"
_OPEN, _OPEN_NAMELY = pattern(_SOME + r"|\b(?:andre|flere|første|største)\b"), pattern(_SOME)
"""The list may leave some out; "nemlig" names them all."""
_OTHERS_LISTED = re.compile(
    r"\bfølgende [^\ue005]*$|\b(?:på|i|fra|til|ved|for|af|mellem|med|om)(?: [a-zæøå]+)? [a-zæøå]+(?:er|erne|ne)$"
    r"|\b(?:på|i|fra|til|ved|for|af|mellem|med|om)$"
)
"""What stands right before the list is not what was counted: "de fire kommuner har valgt følgende byer:", "udpeget af:"."""
_DEFINITE = re.compile(r"\b(?:de|disse|vores|alle|samtlige|begge|deres|\w{3,}s)(?: (?:første|\w+e))? $")
_EQUATED = re.compile(r"\b(?:er|var|hedder|bliver|blev)$")
_OF = pattern(r"(?P<n><N>) (?:ud )?af (?:de |disse )?(?P<of><N>)")
_RULE = re.compile(r"\b(?:mindst|skal|når|hvis|at)\b")
""" "To af fire kriterier skal være opfyldt:" leads up to all four."""
_AND_ANOTHER = re.compile(r"\b(?:og|samt|plus) (?:en|et|én|ét) [a-zæøå]+$")
_LEAST = 3
_ROW_NAME = rf"{_CAPITAL}(?: (?:(?:& )?{_CAPITAL}|\d{{1,2}}))*"
_ROW = re.compile(rf"(?:{_ROW_NAME})(?:, (?:{_ROW_NAME})){{1,20}},? (?:og|samt) (?:{_ROW_NAME})")
_THUS, _ALSO = pattern("<thus>"), re.compile(r"(?i)\b(?:også|desuden|endvidere|ligeledes|yderligere|foruden|hertil|dertil)\b")
BEFORE, BESIDE = 2, 40
"""Sentences before a conclusion that may hold the names, and characters from its count to the word that concludes."""
_ELECTED = ("medlem", "kandidat", "mandat", "plads", "repræsentant")
"""What a party or body may have several of."""


def find(ledger: Ledger) -> None:
    """Every list of names in a sentence, in the one after it, and in points below it."""
    for i, s in enumerate(ledger.sentences):
        if not s.holds & NUMBERED:
            continue
        for mark in _LISTING.finditer(ledger.flow.text, s.start, s.end):
            _listed(ledger, s, mark.start(), mark.end(), s)
        _below(ledger, s)
        after = ledger.sentences[i + 1] if i + 1 < len(ledger.sentences) else s
        _concluded(ledger, s)
        if after.block == s.block and (they := _THEY_ARE.match(ledger.flow.text, after.start, after.end)):
            _listed(ledger, s, s.end, they.end(), after, bool(they["plain"]))


def _listed(ledger: Ledger, s: Sentence, lead_ends: int, start: int, where: Sentence, plain: bool = False) -> None:
    """The names (or plain nouns) from `start` on against the numbers of sentence `s` before `lead_ends`."""
    counted = _counted(s, lead_ends)
    text = ledger.flow.text[start : where.end]
    two = _NAMELY.search(ledger.flow.text, lead_ends, start)
    if not counted or "," not in text and not two:
        return
    names = _names(text, plain, 2 if two else _LEAST)
    if names and not (_OPEN_NAMELY if two else _OPEN).search(s.skeleton) and _of_the_list(ledger, s, counted[-1], lead_ends, names):
        _say_nearest(ledger, s, counted, len(names), [start])


def _concluded(ledger: Ledger, s: Sentence) -> None:
    """ "Rådhuset, Hallen og Bakkegården har D. … Tre bygninger har altså klasse D": the one row of names right before it."""
    said = _THUS.search(s.skeleton)
    near = [m for m in _counted(s, s.end) if m.noun and abs(s.position(m) - said.start()) < BESIDE] if said else []
    before = [t for t in ledger.right_before(s, BEFORE) if t.block == s.block] if len(near) == 1 else []
    start = min([s.start, *(t.start for t in before)])
    rows = list(_ROW.finditer(ledger.flow.text, start, near[0].start)) if len(near) == 1 else []
    if len(rows) != 1 or _ALSO.search(ledger.flow.text, rows[0].end(), near[0].start):
        return
    if not any(_OPEN.search(t.skeleton) for t in before) and not _OPEN.search(s.skeleton, 0, s.position(near[0])):
        names = len(re.findall(_ROW_NAME, rows[0][0]))
        if abs(names - near[0].value) <= 1:
            say_count(ledger, s, near[0], names, "warning", [rows[0].start()], "named")


def _below(ledger: Ledger, s: Sentence) -> None:
    """Points below a sentence that ends with a colon: names, or the first of "tre ud af fem kriterier"."""
    colon = s.skeleton.rstrip().endswith(":") and s.end == ledger.flow.blocks[s.block].end
    counted = _counted(s, s.end) if colon else []
    if not counted or _OPEN.search(s.skeleton):
        return
    entries, sure = points(ledger, s, int(counted[-1].value))
    heads = [_HEAD.match(ledger.flow.text, b.start, b.end) for b in entries]
    names = [h[0].lstrip("-–•*0123456789. ").rstrip(" .") for h in heads if h]
    if not sure or len(entries) < _LEAST:
        return
    of = _OF.search(s.skeleton)
    if of and not _RULE.search(s.skeleton, 0, of.start()) and abs(s.of(of.start("n")).value - len(entries)) == 1:
        _say_nearest(ledger, s, [s.of(of.start("n")), s.of(of.start("of"))], len(entries), [b.start for b in entries])
    elif all(map(_NAME.fullmatch, names)) and _of_the_list(ledger, s, counted[-1], s.end - 1, names):
        _say_nearest(ledger, s, counted, len(entries), [b.start for b in entries])


def _counted(s: Sentence, end: int) -> list[Mention]:
    """The numbers before a place that may be that of a list."""
    return [m for m in s.mentions if m.end <= end and m.unit == "number" and whole_number(m) and m.value > 1 and m.noun not in UNITS]


def _names(text: str, plain: bool, least: int) -> list[str]:
    """The names that a text begins with up to where their list ends; none where that is not clear, or where they are fewer than `least`."""
    text = _BRACKET.sub("", _HYPHENED.sub("-", " ".join(_BROKEN.sub("", text).split())))
    text = re.sub(r"^(?:nr\.|numrene) ", "", _ENDS.split(text, maxsplit=1)[0])
    head, *tail = _AND.split(text)
    names = [*head.split(", "), *tail]
    entry = _PLAIN if plain else _NAME_OR_NUMBER
    if len(tail) == 1 and len(names) >= least and all(map(entry.fullmatch, names)):
        return names
    titles = _BETWEEN_TITLES.split(text)
    return titles if len(titles) >= _LEAST and " og " in text and all(map(_TITLE.fullmatch, titles)) else []


def _of_the_list(ledger: Ledger, s: Sentence, n: Mention, lead_ends: int, names: list[str]) -> bool:
    """May the number be that of the names: they are no parties or bodies with several seats, and nothing else is listed?"""
    lead = ledger.flow.text[n.end : lead_ends].rstrip(" :")
    if _AND_ANOTHER.search(lead) or any(len(name) < _LEAST and not name.isdigit() for name in names):
        return False
    own = lead.lower().endswith(n.noun) if n.noun else not lead
    if _CLOSE.match(ledger.flow.text, lead_ends):
        return own and bool(n.noun)
    seats = n.noun.startswith(_ELECTED) and not all(" " in name for name in names)
    known = _DEFINITE.search(ledger.flow.text[max(s.start, n.start - 30) : n.start].lower())
    return not seats and (own or not _OTHERS_LISTED.search(lead) and (not known or bool(_EQUATED.search(lead))))


def _say_nearest(ledger: Ledger, s: Sentence, counted: list[Mention], count: int, places: list[int]) -> None:
    """As many as are listed, or the one number that is nearly so."""
    same = [m for m in counted if m.value == count]
    near = [m for m in counted if abs(m.value - count) == 1] or [m for m in counted if abs(m.value - count) <= SLIP]
    chosen = same[-1:] or (near if len(near) == 1 else [])
    counts = [c.stated for c in ledger.claims if c.kind == "count" and c.extra["if_not"] != "unverifiable"] if chosen else []
    told = {q.source.at for q in counts if q and q.source}
    for n in chosen:
        if n.number not in told:
            say_count(ledger, s, n, count, "warning", places, "named")
