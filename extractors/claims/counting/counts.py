"""Counts announced before lists: "fem indsatsområder:"."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractors.claims.counting.below import ORDINARY, count_points, points
from extractors.claims.counting.counted import SLIP, UNITS, say_count, whole_number
from extractors.claims.counting.inline_lists import DATE, ENTRY, EXAMPLES, QUANTIFIED, count_inline, too_few
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import NUMBERED, Sentence, pattern
from minutes.content import like
from minutes.days import A_WEEKDAY
from minutes.needs import needs

_THEN = r"(?::\s*|;\s*(?=[eé][nt] )(?!.*:\s*$)|(?:,| [-–]) <namely> )"
_ANNOUNCED = pattern(rf"(?P<n><N>)(?P<what>[^\ue000-\ue007:;]{{2,140}}){_THEN}(?P<list>.*)$")
_FEW_WORDS_EACH = r"[a-zæøå-]*(?:[^\Weå]|lse)(?: [a-zæøå-]*(?:[^\Weå]|lse))?"
_THESE_ARE = pattern(
    rf"^(?:de|disse|vores|\w+s) (?P<n><N>)(?P<what>(?: [a-zæøå-]+){{1,2}}) (?:er|hedder|bliver|omfatter) "
    rf"(?P<list>(?:{_FEW_WORDS_EACH}, )+{_FEW_WORDS_EACH},? (?:og|samt) (?!for |så ){_FEW_WORDS_EACH}\.?)\s*$"
)
"""None of the list ends as adjectives do: "de tre skoler er slidte, mørke og kolde"."""
_NO_COLON = pattern(r"^der ~70(?P<n><N>)(?P<what>[^\ue000-\ue007:;]{2,70})\.\s*(?P<list>)$")
_FOLLOWING_FEW = pattern(rf"\bfølgende (?P<n><N>)(?P<what>[^:]{{0,200}}?){_THEN}(?P<list>.*)$")
_PLURAL_WORDS = """
r e er mål spor tiltag forslag krav bud bilag input trin ord råd fag hold udvalg forhold punkt greb skridt hjem anlæg værk lag ting sæt
snit rum stop valg job team kryds led løft køb salg kort tal
"""
_PLURAL = tuple(_PLURAL_WORDS.split())
_COUNT_ALONE = re.compile(r"\ue005 [a-zæøå]+(?: [a-zæøå]+)?\s*$")
_AND_ANOTHER = re.compile(r"\b(?:og|samt|plus) (?:en|et|én|ét) [a-zæøå]+ ?$")
"""What is counted with one more of another kind: "fem partier og en løsgænger: …"."""
_FOLLOWING = re.compile(r"\bfølgende $")
_LEADS_ON = re.compile(r"(?:af|at|for|fra|hos|i|om|på|til|ved)")
""" "Der er kommet fire svar, nemlig fra" above points that go on from there."""
_OTHER_LIST = re.compile(
    r"\b(?:har|følgende|skal|mener|siger|svarer|foreslår|ønsker|opfyldt|svarede|bemærker|følger|sendt|fået)\b"
    r"|\b(?:for|af|fra|med|ved|til|på|om|således|sådan)\s*$"
)
_AS_FOLLOWS = re.compile(
    r" (?:(?:er|var|bliver|blev) (?!(?:for|op|ud)?del)\w+|lyder|lød|hedder|ser \w+)(?: ud)? (?:som følger|således|sådan)$"
)
""" "De fire aftener blev afholdt som følger:": only leads up to the list."""
_OR_ONE, _MORE = r"(?:<N>|[eé][nt])", r"\b[^\ue000-\ue007,;:()–]{2,60}?"
_APPOSED = pattern(
    rf"(?P<n><N>)(?: [a-zæøå]+){{1,3}}(?P<mark> [-–] | \(|, )(?P<list>{_OR_ONE} (?P<word>fra|til|for|af|ved|i|på|med|valgt|udpeget){_MORE}"
    rf"(?:(?:,? og |,? samt |, ){_OR_ONE} (?P=word){_MORE})+)(?= [-–]|[).,;]|$)"
)
""" "fem medlemmer – to fra kommunen, et fra foreningen og et fra havnen –": the same small word after each."""
_APPOSED_ONE = re.compile(r"(?:(?:^|, | og | samt )[eé][nt](?= ))")
_PEOPLE = frozenset(("personer", "borgere", "elever", "deltagere", "mennesker", "ansøgere", "beboere"))
_BY_DAY = re.compile(rf"(?i)\W*(?:(?:{A_WEEKDAY}),? )?(?:den |d\. ?)?(?:{DATE.pattern})")
_OWN_CLAUSE = re.compile(r"(?:, ?(?:som|der|hvor\w*|før|inden|når|hvis|så|for at|jf\.?)|\b(?:som|der))\s[^,]*")
"""A clause that only says more of what is counted: "tre oplysninger, før den kan indgå i behandlingen:"."""
_ANOTHER_MATTER = re.compile(r", (?:og|men|mens|samt)\b|\b(?:således|sådan|kort|derfor|bl)\b")
_FEW_WORDS, _MANY_WORDS = 5, 14
IN_TURN = 8
"""Sentences in which what is counted may be told of in turn."""
_ORDINALS = ("første", "andet", "tredje", "fjerde", "femte", "sjette", "syvende")
_ORDINAL = re.compile(rf"(?i)\b(?:det|den) ({'|'.join(_ORDINALS)})\b(?! (?:år|halvår|kvartal|møde|behandling|gang|maj|juni))")
_THESE = re.compile(r"(?:(?P<of>[a-zæøå]{4,}s) )?(?P<what>[a-zæøå]{3,}) (?:er|var|lyder|lød)(?: (?:følgende|disse|som følger))?:")
FEW_BEFORE = 3
"""Sentences before the words that lead up to a list."""
_DEFINITE = re.compile(r"\b(?:de|disse|vores|alle|samtlige|begge)(?: \w+)? $")
_OF_THEM = pattern(r"(?P<n><N>) af (?:dem|disse)(?: [a-zæøå]+)?: *$")
_NOT_IT = re.compile(r"(?i)\b(?:ikke|ingen|intet|afslag|afvist|afslås|nej|udgår|0 kr)\b")
"""An entry that is none of those counted."""
_APPOSES, _SOME = needs(_APPOSED), needs(_OF_THEM)
_WORD = re.compile(r"[a-zæøå-]{4,}", re.I)


def find(ledger: Ledger) -> None:
    """Every announced count with what follows it."""
    for s in ledger.sentences:
        if s.holds & NUMBERED:
            _announced(ledger, s)
        else:
            _leading(ledger, s)
        if s.holds & _APPOSES:
            _apposed(ledger, s)
        if s.holds & NUMBERED:
            _told_in_turn(ledger, s)


def _announced(ledger: Ledger, s: Sentence) -> None:
    """ "fem kriterier:" with points after it, or "fire navneforslag: A, B, C og D"."""
    if s.holds & _SOME and _some_of_them(ledger, s):
        return
    match = _FOLLOWING_FEW.search(s.skeleton) or _ANNOUNCED.search(s.skeleton) or _THESE_ARE.match(s.skeleton) or _before_points(ledger, s)
    if not match:
        _heading(ledger, s)
        _leading(ledger, s)
        return
    n, inline = s.of(match.start("n")), match["list"].strip()
    following = bool(_FOLLOWING.search(s.skeleton, 0, match.start("n")))
    several = inline and all(QUANTIFIED.match(e.strip()) for e in ENTRY.split(inline) if e.strip())
    if n.noun in UNITS and not several and not (following and n.noun in _PEOPLE):
        _days(ledger, s, n)
        if n.noun in _PEOPLE:
            too_few(ledger, s, n, match.start("list"))
        return
    lead = s.skeleton[: match.start("list")]
    if not whole_number(n) or EXAMPLES.search(lead) or _AND_ANOTHER.search(match["what"]):
        return
    inline = "" if _LEADS_ON.fullmatch(inline) else inline
    named = following or names_things(n, match["what"])
    if not named and not _told_at_length(n, lead, match) and (inline or not _named_in_points(ledger, s, n)):
        return
    if inline:
        count_inline(ledger, s, n, match.start("list"))
        too_few(ledger, s, n, match.start("list"))
    else:
        count_points(ledger, s, n, "error" if named and lead.rstrip().endswith(":") else "warning")


def _told_in_turn(ledger: Ledger, s: Sentence) -> None:
    """ "Tre forslag. Det første … I det andet … Det tredje … Og så det fjerde": more are told of than are counted."""
    counted = [m for m in s.mentions if _lists(m)]
    if len(counted) != 1 or _taken_up(s, counted[0]):
        return
    at = bisect_right(ledger.sentences, s.start, key=lambda t: t.start)
    block = ledger.flow.blocks[s.block]
    after = ledger.flow.text[s.end : max(block.end, *(t.end for t in ledger.sentences[at : at + IN_TURN] if t.item == s.item), block.end)]
    told = [_ORDINALS.index(m[1].lower()) for m in _ORDINAL.finditer(after)]
    last = next((i for i, n in enumerate(told) if n != i and n not in told[:i]), len(told))
    count = max(told[:last], default=-1) + 1
    if count > 1 and counted[0].value <= count <= counted[0].value + 1:
        say_count(ledger, s, counted[0], count, "warning")


def _apposed(ledger: Ledger, s: Sentence) -> None:
    """Parts that stand in brackets, between dashes or after a comma beside what they are of; after a comma two may be but examples."""
    for match in _APPOSED.finditer(s.skeleton):
        if s.skeleton.startswith(match["word"], match.start() + 2):
            continue  # it is itself one of them: "11 fra A, 8 fra V og 3 fra C"
        if re.match(rf" [a-zæøå]+ {match['word']} ", s.skeleton[match.start() + 1 :]) and match["mark"] == ", ":
            continue  # so here: "fire repræsentanter for beboerne, to for kommunen og en for skolen"
        n, more = s.of(match.start("n")), s.between(match.start("list"), match.end("list"), "number")
        ones = len(_APPOSED_ONE.findall(match["list"]))
        count = sum(int(m.value) for m in more) + ones
        close = abs(count - n.value) <= SLIP and (match["mark"] != ", " or len(more) + ones > 2 or _alike(match))
        if not close or not all(map(whole_number, (n, *more))) or EXAMPLES.search(s.skeleton):
            continue
        if ones:
            say_count(ledger, s, n, count, "warning")
        else:
            ledger.say(s, "sum", "sum", n, more, if_not="warning")


def _alike(match: re.Match[str]) -> bool:
    """Do the parts go on with the same two words: "9 er stoppet, seks på grund af sygdom og to på grund af arbejde"?"""
    after = [words.split()[1:3] for words in re.split(r",? og |,? samt |, ", match["list"])]
    return len(after[0]) > 1 and all(words == after[0] for words in after)


def _some_of_them(ledger: Ledger, s: Sentence) -> bool:
    """ "… seks ansøgninger, og rådet gav penge til fem af dem:" with points that each give something; whether it says so."""
    match = _OF_THEM.search(s.skeleton)
    n = s.of(match.start("n")) if match and s.end == ledger.flow.blocks[s.block].end else None
    if n is None or not whole_number(n):
        return False
    entries, sure = points(ledger, s, int(n.value))
    of_them = not any(_NOT_IT.search(ledger.flow.text, b.start, b.end) for b in entries)
    if of_them and len(entries) > 1 and abs(len(entries) - n.value) <= SLIP:
        say_count(ledger, s, n, len(entries), "warning" if sure else "unverifiable")
    return True


def _leading(ledger: Ledger, s: Sentence) -> None:
    """Words that run on into the points below them: what they count, what they take up, or the one thing that their paragraph counts."""
    blocks, said = ledger.flow.blocks, s.skeleton.rstrip()
    below = s.end == blocks[s.block].end and s.block + 1 < len(blocks) and blocks[s.block + 1].kind in ORDINARY
    if below and (these := _THESE.fullmatch(said)):
        _counted_far_above(ledger, s, these["of"] or "", these["what"])
    if not below or s.kind != "paragraph" or said.endswith((".", "!", "?")) or EXAMPLES.search(said):
        return
    before = [t for t in ledger.right_before(s, FEW_BEFORE) if t.block == s.block]
    counted = [(t, m) for t in (*before, s) for m in t.mentions if _lists(m)]
    own = [(t, m) for t, m in counted if t is s]
    taken = [(t, m) for t, m in counted if t is not s and any(like(m.noun, word) for word in _WORD.findall(said)[:1])]
    chosen = (own if not said.endswith(":") else []) or taken or ([] if own else counted)
    if len(chosen) != 1 or EXAMPLES.search(chosen[0][0].skeleton) or _taken_up(*chosen[0]):
        return
    far = abs(len(points(ledger, s, int(chosen[0][1].value))[0]) - chosen[0][1].value) > 1
    if own or taken or not far:
        count_points(ledger, *chosen[0], "warning")


def _counted_far_above(ledger: Ledger, s: Sentence, of: str, what: str) -> None:
    """ "Revisionens råd er følgende:" over points, where the item has told once how many there are, and of whom, or has just told it."""
    told = [(t, m) for t in ledger.sentences if t.item == s.item for m in t.mentions if _lists(m) and like(m.noun, what)]
    if len(told) != 1 or _taken_up(*told[0]) or not of and told[0][0] not in ledger.right_before(s, 1):
        return
    t, n = told[0]
    entries, sure = points(ledger, s, int(n.value))
    owned = of[:-1] in ledger.flow.text[ledger.flow.blocks[t.block].start : t.end].lower()
    if sure and owned and len(entries) > 1 and abs(len(entries) - n.value) <= 1:
        say_count(ledger, t, n, len(entries), "warning")


def _lists(m: Mention) -> bool:
    """May it be announced, and be that of a list?"""
    return m.unit == "number" and whole_number(m) and m.value > 1 and m.noun.endswith(_PLURAL) and m.noun not in UNITS


def _taken_up(s: Sentence, m: Mention) -> bool:
    """ "De to øvrige områder": counted before."""
    return _DEFINITE.search(s.skeleton, 0, s.position(m)) is not None


def _days(ledger: Ledger, s: Sentence, n: Mention) -> None:
    """ "Fem åbne dage:" above points that each begin with a day."""
    entries, sure = points(ledger, s, int(n.value)) if n.noun == "dage" and s.end == ledger.flow.blocks[s.block].end else ([], False)
    if sure and len(entries) > 1 and all(_BY_DAY.match(ledger.flow.text, b.start) for b in entries):
        say_count(ledger, s, n, len(entries), "warning")


def _heading(ledger: Ledger, s: Sentence) -> None:
    """A heading "Fem indsatsområder" with points below it."""
    if s.kind == "heading" and len(s.mentions) == 1 and _COUNT_ALONE.match(s.skeleton) and whole_number(s.mentions[0]):
        count_points(ledger, s, s.mentions[0], "warning" if names_things(s.mentions[0], "") else "unverifiable")


def _before_points(ledger: Ledger, s: Sentence) -> re.Match[str] | None:
    """ "Der er indkommet fem forslag." with nothing but points after it, and no other number in it."""
    blocks = ledger.flow.blocks
    alone = len(s.mentions) == 1 and s.kind == "paragraph" and s.end == blocks[s.block].end
    return _NO_COLON.match(s.skeleton) if alone and s.block + 1 < len(blocks) and blocks[s.block + 1].kind in ORDINARY else None


def names_things(n: Mention, what: str) -> bool:
    """Is what is counted a kind of thing that gets listed, with few words between the count and the colon?"""
    after = _AS_FOLLOWS.sub("", what.split(n.noun, 1)[-1] if n.noun else what)
    return bool(n.noun) and n.noun.endswith(_PLURAL) and len(after.split()) <= _FEW_WORDS and not _OTHER_LIST.search(after)


def _told_at_length(n: Mention, lead: str, match: re.Match[str]) -> bool:
    """ "Der er opstillet fire modeller for den fremtidige struktur, som udvalget bad om:": a count that the sentence leads up to."""
    after = _OWN_CLAUSE.sub("", match["what"].split(n.noun, 1)[-1]) if n.noun else ""
    short = len(after.split()) <= _MANY_WORDS and not _OTHER_LIST.search(after) and not _ANOTHER_MATTER.search(after)
    led_up_to = match.start() > 0 and not _DEFINITE.search(lead, 0, match.start())
    return n.noun.endswith(_PLURAL) and bool(n.noun) and short and led_up_to


def _named_in_points(ledger: Ledger, s: Sentence, n: Mention) -> bool:
    """ "de otte vandværker, der er i drift: - Årup Vandværk, … - Vandværket Fælleslyst, …": do most points name what is counted?"""
    entries, _ = points(ledger, s, int(n.value))
    named = [b for b in entries if any(like(n.noun, word.lower()) for word in _WORD.findall(ledger.flow.text, b.start, b.end))]
    return bool(n.noun) and 2 * len(named) > len(entries)
