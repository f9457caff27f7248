"""Sums that nearly come to a stated figure, whatever the words: a whole and the figures right after it or right before it.

Something must tie them: a word for sharing or for all of it, an article that takes the figures up again ("de 162 boliger"), parts that
stand bare beside what they are parts of ("88 husstande, 51 midlertidigt og 37 permanent"), some of it ("heraf"), who pays it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extractors.claims.adding.enumerations import ANSWERS, PEOPLE, UNREAD, describes
from extractors.claims.comparing.rests import after_an_untold_part
from extractors.claims.counting.counted import some_of
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import FRACTION, TOTALLED, YEAR, Passage, comes_near, given, same

NEAR, NEAR_LISTED = Decimal("0.12"), Decimal("0.25")
"""How far from the stated figure the sum may be, as a part of it: what a mistake leaves; and where a colon opens the parts."""
ENDING, MANY = 5, 3
"""Letters at the end by which one word is a kind of another ("ungdomsboliger" are "boliger"); so many parts are hardly some by chance."""
SHORT = 4
"""Letters: a shorter word is a measure ("m2", "km") and counts nothing but itself."""
SHARED = re.compile(
    r"\b(?:afs(?:at|ættes) med|fordel\w*|opdel\w*|finansier\w*|dele[st]|delt|består|omfatter|dækker|dækkes|sammensæt\w*"
    r"|sammensat|resterende|øvrige|sidste"
    r"|resten(?=,? [\ue000\ue005])|anvendes|bruges|går til|\w*poster\w*|findes|hentes|skaffes|fremkommer|stammer|hovedparten|størstedelen"
    r"|flertallet|de fleste)\b"
)
_TAKEN_UP = re.compile(r"(?:^|[ (])(?:de|disse|alle|begge|samtlige)(?: (?:i alt|ialt|tilsammen))? $")
_APPOSED = re.compile(r"[^,:;(]* [^,:;(]*(?:,|:| \(| –| -) (?:[a-zæøå]+ )?")
_COSTS = re.compile(r"\b(?:koste[rd]\w*|lyder|\w*(?:pris|udgift|budget|bevilling|ramme|overslag|tilbud|investering)\w*)\b")
_PAYS = re.compile(
    r"\b(?:betal(?:er|te)|dække[rs]|dækkede|bidrager|bidrog|giver|gav|yder|ydede|skyder|givet|bevilget|henlagt|optages|lånes|lægger)\b"
)
_OPEN = re.compile(
    r"\b(?:blandt andet|bl\.a\.|f\.eks\.|fx|primært|især|hovedsagelig\w*|navnlig|fortrinsvis|herunder|delvis\w*|først og fremmest|mere end"
    r"|største|vigtigste|væsentligste|blandt|stem(?:mer|te|t)|imod|(?:her|der|hvor)til kommer|derudover|desuden|herudover"
    r"|yderligere|sidste år|året før|tidligere|oprindelig\w*|eksklusive|ekskl)"
    r"|\b(?:resten|restbeløb\w*|(?:det|den|de) (?:øvrige|resterende|sidste))(?!,? [\ue000\ue005])|\beller\b|\bmod [\ue000\ue005]"
)
_SOME_OF_THEM = re.compile(r"\W*\ue005 (?:af (?:dem|disse)|heraf) ")
""" "Vi har set 68 bygninger. 25 af dem har fået grøn smiley, 27 gul og 18 rød": no more than there are."""
_WORD = re.compile(r"[a-zæøå]+")
_OUT_OF_IT = re.compile(r"\baf (?:\w+(?:en|et|ne|ens|ets)|de[nt]?)\b[^,;]*$")
""" "Af puljen på 850.000 kr. bruges …": perhaps not all of it."""
_NESTED = re.compile(r"\b(?:her|hvor|der)af\b")
"""What follows is a part of the part before it."""
_JOINED = re.compile(r",|\bog\b|\bsamt\b|\bm(?:ed)?ens\b")


def sums(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """Every figure that those right before it or right after it nearly come to, and that nothing near by gives."""
    told, counted = [], set()
    for t in passage.sentences:
        alike = [m for m in t.mentions if m.unit == figures[0].unit]
        number = next((i for i, m in enumerate(alike[:-MANY]) if m.noun and m.value == len(alike) - i - 1), None)
        counted |= {m.start for m in alike[number + 1 :]} if number is not None else set()
        told.append([m for i, m in enumerate(alike) if i != number])
    if figures[0].unit == "kr" and all(len(alike) < 2 for alike in told):
        return
    for i, whole in enumerate(figures):
        if whole.bounded or whole.value <= 0 or whole.unit == "number" and not whole.noun:
            continue
        runs = [r for r in _runs(passage, told, whole) if _come_near(r, whole, _room(passage, whole, r))]
        if not runs or whole.unit == "number" and some_of(passage.at[whole.start], whole):
            continue
        near = [r for r in runs if _may_be_parts(passage, whole, r) and _tied(passage, whole, r)]
        near = [r for r in near if not after_an_untold_part(passage.at[r[-1].start], r[-1])]
        if len(near) != 1 or _all_parts(figures, [whole, *near[0]]):
            continue
        closed = {m.start for m in near[0]} <= counted or near[0][0].start > whole.start and _of_them(passage, near[0][0])
        if closed or not given(whole, [*figures[:i], *figures[i + 1 :]]):
            ledger.say(passage.at[whole.start], "sum", "sum", whole, near[0], if_not="error" if closed else "note")


def _come_near(parts: list[Mention], whole: Mention, room: Decimal) -> bool:
    return len(parts) > 1 and comes_near(sum((p.value for p in parts), Decimal(0)), whole, room)


def _room(passage: Passage, whole: Mention, parts: list[Mention]) -> Decimal:
    listed = whole.start < parts[0].start and passage.lead(parts[0]).endswith(": ") and parts[-1] is passage.at[parts[0].start].mentions[-1]
    return NEAR_LISTED if listed else NEAR


def _all_parts(figures: list[Mention], some: list[Mention]) -> bool:
    """Are these, with those between and before them, the parts of another figure: "af de 851 er 152 …, 332 …, 263 …, og de sidste 104"?"""
    first, last = min(m.start for m in some), max(m.start for m in some)
    for total in figures:
        parts = [m for m in figures if m is not total and m.start <= last]
        runs = (parts[k:] for k in range(len(parts)) if parts[k].start <= first)
        if total not in some and any(adds_up(total, run) for run in runs):
            return True
    return False


def _runs(passage: Passage, told: list[list[Mention]], whole: Mention) -> Iterator[list[Mention]]:
    """What may be its parts, of the figures `told` by each sentence: those on one side of it; those of its kind before its sentence; as
    far as they come near it."""
    new = [ms for ms in (told if passage.new(whole) else told[-1:]) if len(ms) > 1]
    sides = (side for ms in new for side in ([m for m in ms if m.start > whole.start], [m for m in ms if m.start < whole.start]))
    runs = [r for r in sides if _come_near(r, whole, NEAR_LISTED)]
    yield from (r for r in runs if all(counts_part(m, whole) or _of_them(passage, m) for m in r))
    if whole.unit == "number" and passage.new(whole):
        earlier = [m for ms in told for m in ms if m.start < passage.at[whole.start].start and counts_part(m, whole)]
        if _come_near(earlier, whole, NEAR) and earlier not in runs and any(m.noun for m in earlier) and taken_up(passage, whole):
            yield earlier


def _of_them(passage: Passage, m: Mention) -> bool:
    """Is it told of some of those just counted, by a word that is no plural: "25 af dem har fået grøn smiley, 27 gul og 18 rød"?"""
    return not m.noun.endswith("er") and _SOME_OF_THEM.match(passage.at[m.start].skeleton) is not None


def taken_up(passage: Passage, whole: Mention) -> bool:
    """Does an article take counts of the sentences before up again: "de 162 boliger"?"""
    return whole.unit == "number" and bool(_TAKEN_UP.search(passage.lead(whole)))


def counts_part(m: Mention, whole: Mention) -> bool:
    """Does it count parts of the whole: no word, the same or a kind of it, a word that only describes, or one for people?"""
    noun = m.noun
    if len(whole.noun) < SHORT and whole.unit == "number":
        return noun == whole.noun
    return same(m, whole) or noun.endswith(whole.noun[-ENDING:]) or noun in PEOPLE or noun in ANSWERS or describes(noun)


def _may_be_parts(passage: Passage, whole: Mention, parts: list[Mention]) -> bool:
    """Are they joined, each smaller than the whole and told for the same time, and does nothing say that there are more?"""
    if any(p.bounded or not 0 < p.value < whole.value for p in parts):
        return False
    if any(
        p.per not in (None, whole.per) or whole.period and p.period not in (None, whole.period) or passage.at[p.start].is_rate(p)
        for p in parts
    ):
        return False
    if whole.per != "year" and passage.at[whole.start].is_rate(whole):
        return False
    gaps = [_gap(passage, a, b) for a, b in pairwise(parts) if passage.at[a.start] is passage.at[b.start]]
    words = " ".join(dict.fromkeys(passage.at[m.start].skeleton for m in (whole, *parts)))
    if any(map(_NESTED.search, gaps)):
        return False
    return all(map(_JOINED.search, gaps)) and not any(form.search(words) for form in (_OPEN, UNREAD, FRACTION))


def _gap(passage: Passage, a: Mention, b: Mention) -> str:
    """The words between two figures of one sentence."""
    s = passage.at[a.start]
    return s.skeleton[s.position(a) + 1 : s.position(b)]


def _tied(passage: Passage, whole: Mention, parts: list[Mention]) -> bool:
    """Does something tie the whole to its parts?"""
    s, told = passage.at[parts[0].start], passage.at[whole.start]
    if s is not told and taken_up(passage, whole) and whole.start > parts[0].start or s is not told and _paid(passage, whole, parts):
        return True
    if s is not told and not set(YEAR.findall(told.skeleton)) <= set(YEAR.findall(s.skeleton)):
        return False
    if whole.start > parts[0].start:
        return bool(TOTALLED.search(passage.lead(whole)))
    between = s.skeleton[s.position(whole) + 1 if s is told else 0 : s.position(parts[0] if s is told else parts[-1])]
    if s is not told and len(parts) >= MANY and _SOME_OF_THEM.match(s.skeleton) and sum(p.value for p in parts) > whole.value:
        return parts[0] is s.mentions[0] and parts[-1] is s.mentions[-1]
    shared = SHARED.search(between) and not (_OUT_OF_IT.search(passage.lead(whole)) and not slips(whole, parts, [1] * len(parts)))
    return bool(shared or s is told and _bare(passage, whole, parts, between))


def _paid(passage: Passage, whole: Mention, parts: list[Mention]) -> bool:
    """Is it what something costs, and the parts what several pay of it; no more than it only where they are many or a digit slipped?"""
    s, told = passage.at[parts[0].start], passage.at[whole.start]
    pays = whole.unit == "kr" and whole.start < parts[0].start and _COSTS.search(told.skeleton) and _PAYS.search(s.skeleton)
    return bool(pays) and (len(parts) >= MANY or slips(whole, parts, [1] * len(parts)))


def _bare(passage: Passage, whole: Mention, parts: list[Mention], between: str) -> bool:
    """Do they count nothing of their own, right after a clause that tells what they are of, and otherwise told than it is?"""
    if whole.unit != "number" or whole.noun in PEOPLE or not _APPOSED.fullmatch(between):
        return False
    s = passage.at[whole.start]
    after = {_WORD.search(s.skeleton, s.position(p) + 1) for p in parts}
    own = {*s.lead(whole).split(), *between.replace(f" {whole.noun}", "", 1).split()[:1]}
    return all(describes(p.noun) or p.noun in PEOPLE for p in parts) and not any(w and w[0] in own for w in after)
