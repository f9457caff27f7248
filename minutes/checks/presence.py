"""Votes beside those who were there: more votes than members, a vote by somebody absent, parties of another size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes.checks.ledger import at
from minutes.checks.polls import SIDES, Poll, parts
from minutes.clause import clause, locate
from minutes.danish import SMALL_NUMBERS, whole
from minutes.needs import led
from minutes.parties import named, party, seats
from minutes.records import Document, Finding

_SUBSTITUTE = led(r"(?i)\bsuppleant|\bstedfortræder|\bi stedet (?:for (?-i:[A-ZÆØÅ])|mød|deltog)"
                  r"|\bi (?:hans|hendes|deres|dennes) sted\b|\bfor [^.;]{3,60}\s(?:mødte|deltog)\b|\bindkaldt\b")
_NO_SUBSTITUTE = led(r"(?i)\b(?:ikke (?:var )?indkaldt (?:en )?|ingen |uden )(?:suppleant|stedfortræder)\w*"
                     r"|\b(?:suppleant|stedfortræder)\w* (?:var|er|blev) ikke indkaldt")
_HEAD = 1500
_PARTLY = re.compile(r"(?i)\b(?:fraværende|afbud|forfald)\b\s*[^\n]*\b(?:sag|pkt\.?|punkt\w*) \d")
"""Away for a part of the meeting."""
_FIRST_NAMES = re.compile(r"(?i:\belev(?:råd|repræsentant|er\b)\w*)[^\n.;]{0,30}?"
                          r"(?<![^\W\d] )\b[A-ZÆØÅ][a-zæøå]+(?! [A-ZÆØÅ])(?:,| og| \(|\n|$)"
                          r"|\b(?:[Tt]il ?stede|[Dd]eltag\w+|[Mm]ødt\w*|[Ff]remmødt\w*)[^\n]{0,200}?[,)] (?:og )?"
                          r"[A-ZÆØÅ][a-zæøå]+(?=, | og [A-ZÆØÅ])")
"""Those who are named by their first names only, as pupils are, which are not read as those who were there."""
_FOR_A_PART = re.compile(r"(?i)(?:(?!stemte|undlod)[^;.\n]){0,60}?"
                         r"\b(?:til og med|fra og med|punkt\w*|pkt\b|sag(?:en|erne)?|kl\b|ankom|forlod|under)\b")
_N = rf"\d{{1,3}}|{SMALL_NUMBERS}"
_HOUSE = led(rf"(?i)(?<!bestående )\b(?:\w{{3,}}s|de|alle|samtlige|af|består af|har|tæller|(?P<there_are>der (?:er|sidder))) (?P<n>{_N})"
             r" (?:\w+)?medlemmer\b(?P<there>[^.\n]{0,12}\b(?:deltog i afstemningen|stemte$|stemte\b))?")
_ABSENT = re.compile(rf"(?i)\b(?P<n>{_N}) (?:(?:ud )?af (?:de |\w+s )?(?:{_N}) medlemmer |medlem(?:mer)? |af dem |af medlemmerne )?"
                     r"(?:var |er |havde |har |meldte )?(?:meldt )?(?:fraværende|forhindret|afbud|forfald|inhabile?)")
_SPLIT = re.compile(rf"(?i)\bflertal(?:let)? på (?P<n>{_N})\b[^\n]{{0,200}}?\bmindretal(?:let)? på (?P<m>{_N})\b")
_SOME_OF = re.compile(rf"(?i)\b(?P<n>{_N}) (?:ud )?af (?:de |\w+s )?$")
""" "23 af de 25 medlemmer deltog i afstemningen"."""
_BESIDE, _FEW = 250, 30
_ANOTHER_BODY = 2
"""A vote with twice the members that are told of is that of another body."""
_BODY = re.compile(r"(?i)\b\w*(?:møde(?:t)?|forsamling(?:en)?|udvalget|bestyrelsen|rådet|klubben|foreningen)\b")
THERE = "Der er afgivet {total} stemmer, men {present} medlemmer var til stede."
MEMBERS = "Der er afgivet {total} stemmer, men der er {present} medlemmer."
_AWAY = re.compile(r"(?i)inhabil|deltog ikke|ikke deltog|forlod|forladt|ikke til stede|fraværende|afbud|ankom")


def full_house(document: Document) -> int | None:
    """How many members were there, as printed: stated, or those named less those who were away."""
    said = document.attendance
    if said.present_count is not None:
        return said.present_count
    if said.member_count is not None and not (said.absent and (said.present or said.members)):
        away = len(_away(document))
        replaced = away if _substituted(document) else 0
        return said.member_count - max(away - replaced, len(_NO_SUBSTITUTE.findall(document.text)))
    return len(there(document)) or None


def _substituted(document: Document) -> bool:
    """Did a substitute come for somebody who was away?"""
    return _SUBSTITUTE.search(_NO_SUBSTITUTE.sub("", document.text)) is not None


def _most(document: Document) -> tuple[int | None, bool]:
    """The most votes that can be, and whether that number is stated: names alone may leave out a chair or a substitute."""
    said = document.attendance
    stated = said.present_count or said.member_count
    return (stated, True) if stated else (len({*said.members, *said.present, *said.absent}) or None, False)


def there(document: Document) -> list[str]:
    """The names of those present: the list of members may hold the absent, too."""
    said, away = document.attendance, _away(document)
    return list(dict.fromkeys(name for name in said.present or said.members if name not in away))


def _away(document: Document) -> list[str]:
    """Those who were away all the meeting."""
    return [name for name in document.attendance.absent if not for_a_part(document, name)]


def against_presence(document: Document, poll: Poll, full: int | None, sizes: Counter[str], taken: Sequence[Poll]) -> Iterator[Finding]:
    """More votes than members; fewer, with all three sides stated, is a note: a member may have left. `sizes`: as of parties_present."""
    most, stated = _most(document)
    if not poll.own or not most or not full or not poll.total or not stated and _substituted(document):
        return
    said = document.attendance
    values = {"total": str(poll.total), "present": str(full)}
    counted = said.present_count is not None or said.present or said.absent
    if poll.total > full:
        if _SUBSTITUTE.search(document.text, 0, _HEAD) and poll.total <= (said.member_count or poll.total):
            return  # it is not told whether the substitute is one of those present
        if not stated and poll.total > _ANOTHER_BODY * full:
            return  # the names of those present were not all read
        surely = poll.total > (said.member_count or most) and (stated or not _FIRST_NAMES.search(document.text, 0, _HEAD))
        sure = surely or stated or _all_named(document, poll, full, sizes, taken)
        severity = "error" if surely and stated else "warning" if sure else "note"
        template = THERE if counted else MEMBERS
    elif poll.total < full - (len(said.absent) - len(_away(document))) and poll.all_stated and not _AWAY.search(poll.text):
        severity = "note"
        template = "Stemmerne giver {total}, men {present} medlemmer var til stede." if counted else (
            "Stemmerne giver {total}, men der er {present} medlemmer.")
    else:
        return
    yield Finding("votes-differ", severity, template, at(document, poll.source), values=values, stated=str(poll.total), computed=str(full),
                  calculation=parts(poll))


def _all_named(document: Document, poll: Poll, full: int, sizes: Counter[str], taken: Sequence[Poll]) -> bool:
    """Are the names all who were there: did as many vote another time, or has one side the votes of all its parties' members?"""
    if _PARTLY.search(document.text, 0, _HEAD):
        return False
    if any(p.own and p.total == full and not _AWAY.search(p.text) for p in taken):
        return True
    sides = [(poll.stated(v.side), [party(name) for name in v.voters if seats(name) is None]) for v in poll.lists]
    return sizes.total() == full and any(len(parties) > 1 and stated == sum(sizes[p] for p in set(parties)) for stated, parties in sides)


def told_house(document: Document, poll: Poll, taken: Sequence[Poll]) -> Iterator[Finding]:
    """The members of whom the text beside a vote tells, with no other vote between: "Af byrådets 27 medlemmer var to fraværende"."""
    if None in (poll.votes.in_favour, poll.votes.against):
        return
    low, high = max(poll.source.at - _BESIDE, 0), poll.source.at + len(poll.source.quote) + _BESIDE
    told = list(_HOUSE.finditer(document.text, low, high))
    away = list(_ABSENT.finditer(document.text, low, high)) if told else []
    if len(told) != 1 or len(away) > 1:
        return
    if any(poll.source.at < p.source.at < told[0].start() for p in taken):
        return
    size = whole(told[0]["n"])
    if size in (poll.votes.in_favour, poll.votes.against) and told[0].start() < poll.source.at + len(poll.source.quote):
        return  # "Anbefalet af 5 medlemmer, X stemte imod": those of one side
    if told[0]["there_are"] and of_another_body(document.text, (poll.source.at, poll.source.at + len(poll.source.quote)), told[0].span()):
        return
    places = (clause(document, place) for m in (*told, *away) if (place := locate(document, *m.span())))
    some = _SOME_OF.search(document.text, max(told[0].start() - _FEW, 0), told[0].start("n"))
    voting = whole(some["n"]) if some and "deltog" in (told[0]["there"] or "").lower() else size - sum(whole(m["n"]) for m in away)
    left = not away and _AWAY.search(document.text, low, high)
    if voting < poll.total < _ANOTHER_BODY * size or poll.total < voting and told[0]["there"] and not left:
        were_there = away or "deltog" in (told[0]["there"] or "").lower()
        yield Finding("votes-differ", "error", THERE if were_there else MEMBERS, at(document, poll.source, *places),
                      values={"total": str(poll.total), "present": str(voting)}, stated=str(poll.total), computed=str(voting),
                      calculation=parts(poll))


def of_another_body(text: str, vote: tuple[int, int], house: tuple[int, int]) -> bool:
    """Does the sentence of the vote name a body or a meeting that the sentence of the members does not?"""
    here, there = (_BODY.findall(text[text.rfind(". ", 0, start) + 1 : end].lower()) for start, end in (vote, house))
    return bool(set(here) - set(there))


def told_split(document: Document, polls: Sequence[Poll]) -> Iterator[Finding]:
    """ "Et flertal på fire … et mindretal på fire …" beside "udvalgets syv medlemmer", where no vote holds both numbers."""
    for split in _SPLIT.finditer(document.text) if "indretal" in document.text else ():
        low, high = max(split.start() - _BESIDE, 0), split.end() + _BESIDE
        told, away = (list(p.finditer(document.text, low, high)) for p in (_HOUSE, _ABSENT))
        known = any(None not in (p.votes.in_favour, p.votes.against) and low <= p.source.at < high for p in polls)
        voting = whole(told[0]["n"]) - sum(whole(m["n"]) for m in away) if len(told) == 1 else 0
        both = whole(split["n"]), whole(split["m"])
        if not known and 0 < voting < sum(both) < _ANOTHER_BODY * voting and len(away) < 2:
            places = [clause(document, place) for m in (split, *told, *away) if (place := locate(document, *m.span()))]
            if not places:
                continue
            yield Finding("votes-differ", "error", THERE if away else MEMBERS, at(document, *places),
                          values={"total": str(sum(both)), "present": str(voting)}, stated=str(sum(both)), computed=str(voting),
                          calculation=f"{both[0]} + {both[1]} = {sum(both)}")


def absent_voter(document: Document, poll: Poll) -> Iterator[Finding]:
    """Somebody who was away all the meeting stands on a list of voters."""
    if not poll.own or not document.attendance.absent:
        return
    said = document.attendance
    away = {name.casefold() for name in said.absent}
    for voters in poll.lists:
        for name in map(party, voters.voters):
            if " " in name and name.casefold() in away and name not in said.present and not for_a_part(document, name):
                yield Finding("votes-differ", "warning", "{name} står som fraværende, men også på en stemmeliste.",
                              at(document, clause(document, voters.source)), values={"name": name}, stated=name)


def for_a_part(document: Document, name: str) -> bool:
    """Was somebody away for some of the items only: "Fraværende: Ida Holm (V) til og med punkt 2"?"""
    text = document.text[:_HEAD]
    return any(_FOR_A_PART.match(text, m.end()) for m in re.finditer(re.escape(name), text))


def parties_present(document: Document) -> Counter[str]:
    """How many members of each party were there; empty when the party of one of them is not printed."""
    sizes: Counter[str] = Counter()
    for name in there(document):
        letter = _letter(document.text, name)
        if letter is None:
            return Counter()
        sizes[letter] += 1
    return sizes


def party_sizes(document: Document, poll: Poll, sizes: Counter[str]) -> Iterator[Finding]:
    """Bare parties on a list, counted by the members of theirs who were there."""
    if not poll.own or poll.total != sizes.total():
        return
    for voters in poll.lists:
        stated = poll.stated(voters.side)
        parties = [party(v) for v in voters.voters]
        if stated is None or not parties or not sizes.keys() >= set(parties) or any(seats(v) is not None for v in voters.voters):
            continue
        count = sum(sizes[p] for p in set(parties))
        if count < stated or count > stated and not _split(poll, parties):
            listed = " + ".join(f"{p} ({sizes[p]})" for p in dict.fromkeys(parties))
            yield Finding("votes-differ", "warning",
                          "Der står {stated} stemmer {side}, men de nævnte partier har {count} medlemmer til stede.",
                          at(document, poll.source, voters.source), stated=str(stated), computed=str(count),
                          calculation=f"{listed} = {count}",
                          values={"stated": str(stated), "side": SIDES[voters.side], "count": str(count)})


def _letter(text: str, name: str) -> str | None:
    """The party printed with a name: "Ida Krogh (B)", "Ida Krogh, B"."""
    at = text.find(name)
    while at >= 0:
        if found := _ITS_LETTER.match(text, at + len(name)):
            return found[1]
        at = text.find(name, at + 1)
    return None


_ITS_LETTER = re.compile(r"\s*(?:,\s*|\()\(?([A-ZÆØÅ]{1,2})(?![\w])")


def _split(poll: Poll, parties: Sequence[str]) -> bool:
    others = Counter(party(v) for voters in poll.lists for v in voters.voters)
    return any(others[p] > 1 for p in parties)


def changing_sizes(document: Document, polls: Sequence[Poll]) -> Iterator[Finding]:
    """A party with another number of votes in two votes in which as many took part; only a note."""
    known: dict[tuple[str, int], tuple[int, Poll]] = {}
    for poll in (p for p in polls if p.own and p.all_stated):
        sizes: Counter[str] = Counter()
        unsaid: set[str] = set()
        for voter in (v for voters in poll.lists for v in voters.voters if named(v)):
            count = seats(voter)
            sizes[party(voter)] += count or 0
            if count is None:
                unsaid.add(party(voter))
        for name, count in sizes.items():
            if len(name) > 2 or name in unsaid:
                continue
            size, first = known.setdefault((name, poll.total), (count, poll))
            if size != count:
                yield Finding("votes-differ", "note", "{name} har {one} stemmer her, men {other} i en anden afstemning på mødet.",
                              at(document, poll.source, first.source), stated=str(count), computed=str(size),
                              values={"name": name, "one": str(count), "other": str(size)})
