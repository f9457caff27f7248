"""The lists of who voted how: "For: A (8), V (4) og Lone Dam (løsgænger), i alt 13"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.decisions.tallies import MORE, SIDES, WHO, WORDS, Tally, number
from extractors.layout import Flow
from extractors.structure.names import LETTERS, PERSON, is_letter, party
from minutes.needs import led
from minutes.parties import A_PARTY, PARTIES, is_local, is_person, seats
from minutes.records import VoteList

LABEL = led(
    r"(?:(?<=^)|(?<=[.:;,\n()]\s)|(?<=[.:;\n(”\"]))"
    r"(?P<label>(?:Følgende\s|Stemmer\s)?(?P<side>For|Ja|Nej|Imod|Mod|Undlod|Undlader|Undladt|Hverken\sfor\seller\simod|Blankt|Afstod)"
    r"(?P<about>\s(?:at\sstemme|at\s[^:.\n]{3,90}\sstemmer?(?=\s?:)"
    r"|at\s(?:(?!\simod\s|\sstemte\s)[^:.;\n]){3,90}\sstemte(?=\s(?-i:[A-ZÆØÅ])(?![^:.,;\n]*\s(?:i?mod|for)\b))|stemte(?:\sfor)?|stemmer|gjorde|forslaget|indstillingen"
    r"|behandling|ændringsforslaget|[\wæøå]*indstillingen(?:\sfra\s\w+)?|[a-zæøå]{3,}(?:en|et|ne)(?=\s?:\s(?-i:[A-ZÆØÅ])))){0,3}"
    r"(?:\s\((?P<total>\d{1,3})\)(?=\s?:))?\s?(?P<colon>:)?"
    rf"\s?(?P<number>\d{{1,3}}(?!\s(?:medlem(?:mer)?\s)?(?:af|fra)\s(?-i:[A-ZÆØÅ]))|(?:{'|'.join(WORDS)})(?=\s\())?)(?=[\s(,.;:]|$)",
    re.I,
)
"""How a list begins: "For:", "Imod stemte:", "Følgende undlod at stemme:", "For flertalsindstillingen fra ØK stemte 11", "For (12):"."""

_NUMBER = r"(?:i alt )?\d{1,2}(?: (?:stemmer?|mandat(?:er)?|medlem(?:mer)?))?"
_NAMED = rf"(?:(?:Liste|Gruppe) )?(?:[A-ZÆØÅ]{{1,3}}[23]?(?![a-zæøå])|{A_PARTY})(?:\s\({_NUMBER}\))?"
_EACH = rf"(?:{LETTERS}|{A_PARTY}) \d{{1,2}}(?!\d)"
_LEADING = led(
    rf"(?<![\w-])(?P<who>{_NAMED}(?:(?:,\s|\sog\s|\ssamt\s|\s?\+\s?){_NAMED})*)\s"
    r"(?:(?:stemte|stemmer|har\sstemt)\s(?P<side>for|i?mod)(?!\w)|(?<=\)\s)(?P<brief>i?mod)(?!\w)|(?P<idle>undlod|undlader)"
    r"|(?<=\d\)\s)(?:(?P<backs>anbefale(?:r|de)|indstille(?:r|de)|tiltr(?:æder|ådte)|godkend(?:er|te)|støtte(?:r|de))"
    r"|(?P<cannot>k(?:an|unne)\sikke\s(?:anbefale|tiltræde|godkende|støtte)))\b)"
)
_TOGETHER = re.compile(r"(?P<who>[^()]+(?:,|\sog|\ssamt|\+)\s?[^()]+?)\s\((?:i alt )?(?P<count>\d{1,2})[^()\d]*\)")
""" "A, V, C og B (12) stemmer for": the number of them all."""
_TOTAL = re.compile(r"(?P<told>,?\s*(?:i alt|ialt)\s(?P<count>\d{1,3})(?:\sstemmer)?)", re.I)
_ALL_TOGETHER = re.compile(r"^[^()]*(?:,|\bog\b)[^()]*(?P<told>\((?:i alt )?(?P<count>\d{1,2}) stemmer\))$")
""" "A, F, B, Ø (15 stemmer)"."""
_COUNTED_LAST = re.compile(rf"(?P<party>\({LETTERS}\))?(?P<told>\s\((?P<count>\d{{1,2}})\))\W*$")
_SUPPORTED = re.compile(
    rf"\b(?P<verb>\w+) med (?:stemmerne |stemmer |opbakning |støtte )fra (?P<who>{_NAMED}(?:(?:, | og | samt ){_NAMED})*(?:,? i alt \d+)?)"
    rf"|\b(?P<did>\w+) med stemmerne (?P<each>{_EACH}(?:(?:, | og | samt ){_EACH})+(?:,? i alt \d+)?)")
""" "Vedtaget med stemmerne fra A (9) og F (3), i alt 12", "med stemmerne A 9 og F 3"."""
_ANNOUNCED = led(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}|{'|'.join(WORDS)})(?:\s(?:medlem(?:mer)?|stemmer))?\sstemte\s(?P<side>for|i?mod)(?!\w)(?:\s[^.:;()]{{3,80}})?:"
    rf"\s(?P<who>{_NAMED}(?:(?:,\s|\sog\s|\ssamt\s){_NAMED})*)\W*$", re.I)
""" "16 medlemmer stemte for forslaget om skolen: V (6), B (5) og Ø (6)"."""
_BETWEEN = re.compile(r"[()]|\s*,\s*(?:og\s)?|\s+(?:og|samt)\s+|\s*\+\s*")
_OPENS = re.compile(r"\(([^()]*)\)")
_SOME_OF = re.compile(r"^(\d{1,3}|én|et|to|tre|fire|fem|seks)\s(?:medlem(?:mer)?\s)?(?:af|fra)\s(.+?)(?:\s\([^()]*\))?$", re.I)
_ALL_BUT_SOME = re.compile(r"^([^(]+?),?\s\(?(?:med undtagelse af|undtagen|bortset fra|på nær)\s")
""" "F med undtagelse af 1 medlem (Ida Holm)"."""
_GROUP = re.compile(r"^(?:[Ll]iste|(?:[A-ZÆØÅ]\w+)?[Gg]ruppen?|[Pp]artiet)\s(?=[A-ZÆØÅ]\b)")
_GOES_ON = re.compile(
    r",\s(?:som|der|da|idet|fordi|hvilket|hvorfor|med\s(?:den\s)?(?:begrundelse|henvisning)|under\shenvisning)\b"
    r"|[,;]?\s(?:mens|medens|hvorimod)\b|,\s(?:og\s)?\d{1,3}\s(?:medlem(?:mer)?(?!\s(?:af|fra)\s\w+(?:,|\sog\b|\s\(|\W*$))|undlod|afholdt|stemte)\b"
    r"|[,;]\s(?:og\s)?(?:resten|de(?:t)?\s(?:øvrige|resterende|andre))\b"
)
"""Where a list ends and says why, or how others voted: "Imod stemte Bo Lund og Ida Holm, som finder, at …", "Imod stemte Ø (1), mens …"."""
_ASIDE = re.compile(r", (?:som|der) [^,;.]*(?=,? (?:og|samt) [A-ZÆØÅ])")
""" "Stine Holt (Å), som foretrak mulighed 3, og Kurt Vad (I)": what is told of one in the middle of a list."""
_WHO = re.compile(rf"\s?(?:(?:medlem(?:mer)?|stemmer?) )?{WHO}")
_IN_BRACKETS = re.compile(rf"\s?{WHO}(?=,? (?:(?:og |mens )?\d|(?:og |mens )?(?:i?mod|for|undlod)\b))")
"""A list that ends where another number or side begins: "imod stemte 8 (F, C og Ø), og 1 undlod (B)", "for stemte 6 (A), imod 3"."""
_SIDE_LAST = re.compile(r"\s(?:stemte |stemmer )?(?:i?mod|for)$", re.I)
""" "Anbefales med 5-2 (A imod)"."""
_BARE_COUNT = re.compile(rf"(?P<name>{LETTERS}|{A_PARTY}):? (?P<count>\d{{1,2}})")
"""A party with its number beside it: "A 7"."""
_STEMMER = re.compile(r"\D*(?:stemme|medlem).*$")


def lists(flow: Flow, base: int, sentence: str, counted: list[Tally]) -> list[VoteList]:
    """The lists in a sentence that begins at `base` of the running text: at most one a side. `counted` are its numbers with their sides."""
    found: dict[str, VoteList] = {}
    for form in (_labelled(sentence), _bracketed(sentence, counted), _leading(sentence), _supported(sentence), _announced(sentence)):
        for side, start, end, entries, stated in form:
            if side not in found:
                found[side] = as_list(flow, base + start, base + end, side, entries, stated)
    return list(found.values())


_Part = tuple[str, int, int, str, int | None]
"""Side, start, end, entries, stated number."""


def heads(sentence: str) -> list[re.Match[str]]:
    """Where lists begin: after a colon, a number or a verb, or with a side after such a list ("For stemte V (9), imod A (7)"); "mod 4 (C)"
    begins none, nor "F (2) undlod at stemme og O (3) …"."""
    found: list[re.Match[str]] = []
    for m in LABEL.finditer(sentence):
        told = m["colon"] or _VOTED.search(m[0]) and (m["about"] or m["number"])
        told = told or m["number"] and not sentence[: m.start()].strip() and _BY_PARTY.match(sentence, m.end())
        if (told or found and _VOTERS.match(sentence, m.end())) and not sentence.startswith(" og ", m.end()):
            found.append(m)
    return found


_BY_PARTY = re.compile(rf"\s\({_EACH}")
""" "For 9 (V 5, C 2 og O 2)."."""
_VOTED, _VOTERS = re.compile(r"stemte|stemme|undlod", re.I), re.compile(rf"\s(?:{_NAMED}(?!\w)|{PERSON})")


def _labelled(sentence: str) -> Iterator[_Part]:
    labels = heads(sentence)
    for i, label in enumerate(labels):
        stop = labels[i + 1].start() if i + 1 < len(labels) else len(sentence)
        if i + 1 < len(labels) and not sentence[labels[i + 1].end() :].strip(" .\n") and (own := _OWN.search(sentence, label.end(), stop)):
            stop = own.start()  # "Imod stemte Ø (2), og Ida Holm (F) undlod at stemme."
            yield SIDES[labels[i + 1]["side"].lower().split()[0]], own.start("who"), len(sentence), own["who"], None
        inside = (_WHO if label["number"] else _IN_BRACKETS).match(sentence, label.end(), stop)
        after = _ASIDE.sub("", sentence[label.end() : stop])
        if inside and label["number"] and (more := MORE.match(sentence, inside.end())):
            turned = _COUNT_FIRST.sub(r"\2 (\1)", f"{label['number']} ({inside['who']}){more[0]}")
            yield SIDES[label["side"].lower().split()[0]], label.start(), more.end(), turned, None
            continue
        entries = f"({inside['who']})" if inside else _GOES_ON.split(after, maxsplit=1)[0].strip(" \n.,;:–-")
        rest = _THE_REST.fullmatch(entries)
        if (entries or label["number"] or label["total"]) and not _ALL_BUT.match(entries):
            stated = number(rest[1] if rest else label["number"] or label["total"])
            yield SIDES[label["side"].lower().split()[0]], label.start(), stop, "" if rest else entries, stated


_OWN = re.compile(rf",\s(?:og\s|mens\s)?(?P<who>(?:{PERSON}|{LETTERS})(?:\s\([^()]*\))?)\s$")
_COUNT_FIRST = re.compile(r"(\d{1,2}) \(([^()]*)\)")
_ALL_BUT = re.compile(r"(?:alle|samtlige)\b[^.;]* (?:undtagen|på nær|bortset fra) ", re.I)
_THE_REST = re.compile(r"(?:de )?(?:øvrige|andre|resterende) (\d{1,3})(?: medlemmer)?", re.I)
""" "For stemte de øvrige 21"."""


def _bracketed(sentence: str, counted: list[Tally]) -> Iterator[_Part]:
    """The names in brackets beside a number: "4 stemmer for (A, F og O)", "7 stemmer (A og V) mod 2 (O)"."""
    for tally in counted:
        if tally.who:
            names = _each_once(_SIDE_LAST.sub("", _GOES_ON.split(sentence[slice(*tally.who)], maxsplit=1)[0]), tally.count)
            yield tally.side, tally.start, max(tally.end, tally.who[1] + 1), names, None


def _each_once(entries: str, count: int) -> str:
    """ "A, A, B og F" beside the number 4 are persons by their parties: two of A; "Leif Ege, A" beside the number 1 is one."""
    if count == 1 and (one := _WITH_LETTER.fullmatch(entries)):
        return f"{one[1]} ({one[2]})"
    letters = entries_of(entries)
    each = Counter(letters)
    persons = len(letters) == count > len(each) and all(map(is_letter, letters))
    return ", ".join(f"{name} ({n})" for name, n in each.items()) if persons else entries


_WITH_LETTER = re.compile(rf"({PERSON}), ({LETTERS})")


def _leading(sentence: str) -> Iterator[_Part]:
    """ "A, B og V stemte for, C og O stemte imod, og Ø undlod at stemme": two groups at least, one alone explains its vote."""
    groups = list(_LEADING.finditer(sentence))
    for match in groups if len(groups) > 1 or groups and groups[0]["who"].endswith(")") else ():
        together = _TOGETHER.fullmatch(match["who"])
        who, stated = (together["who"], int(together["count"])) if together else (match["who"], None)
        side = "for" if match["backs"] else "imod" if match["cannot"] else match["side"] or match["brief"] or match["idle"]
        yield SIDES[side], match.start(), match.end(), who, stated


def _supported(sentence: str) -> Iterator[_Part]:
    """ "Vedtaget med stemmerne fra A og F": those of the winning side."""
    for match in _SUPPORTED.finditer(sentence):
        lost = (match["verb"] or match["did"]).lower().startswith(("forkast", "fald", "nedstem"))
        yield "against" if lost else "for", match.start(), match.end(), match["who"] or match["each"], None


def _announced(sentence: str) -> Iterator[_Part]:
    """The list behind a number and a colon."""
    if match := _ANNOUNCED.search(sentence):
        yield SIDES[match["side"].lower()], match.start(), match.end(), match["who"], number(match["number"])


def as_list(flow: Flow, start: int, end: int, side: str, entries: str, stated: int | None) -> VoteList:
    """The voters of one side, as printed between two offsets; `stated` is the number that is said of them."""
    total = _TOTAL.search(entries) or _ALL_TOGETHER.match(entries) or _of_persons(entries) or _of_letters(entries)
    told = total.span("told") if total else (0, 0)
    body = entries[: told[0]] + entries[told[1] :]
    if body.startswith("(") and body.endswith(")"):
        body = body[1:-1]
    printed = entries_of(body)
    each = [_PARTED_OFF.sub(r"\1\2", e) if e[0] in printed else e for e in printed]
    read = [(entry, *voter(entry)) for entry in each]
    named = [(entry, count, divided) for entry, name, count, divided in read if name]
    counts = [count for _, count, _ in named if count is not None]
    return VoteList(
        side,
        tuple(" ".join(entry.split()) for entry, _, _ in named),
        sum(counts) if counts and len(counts) == len(named) else None,
        int(total["count"]) if total else stated,
        flow.source(start, end),
        tuple(dict.fromkeys(p for _, _, divided in named for p in divided)),
    )


_PARTED_OFF = re.compile(r"\A([A-ZÆØÅ]) ([23])\Z")
"""The group that left a party, where that is on the same list: "A, V, V 2 og Ø"."""


def _of_persons(entries: str) -> re.Match[str] | None:
    """ "Karen Holm, Bo Lund og Ida Krogh (3)": the number of them all, where it is as many as they are or follows the last one's party."""
    total = _COUNTED_LAST.search(entries)
    names = entries_of(entries[: total.start("told")]) if total else []
    persons = all(is_person(name) and seats(name) is None for name in names)
    return total if total and persons and (len(names) > 1 and int(total["count"]) == len(names) or total["party"]) else None


def _of_letters(entries: str) -> re.Match[str] | None:
    """ "V, D, A og C (6)": the number of them all, where none of the others has one and it is at least as great as they are many."""
    total = _LAST_NUMBER.search(entries)
    names = entries_of(entries[: total.start()]) if total else []
    plain = len(names) > 1 and all(is_letter(name) or name in PARTIES for name in names)
    return total if total and plain and int(total["count"]) >= len(names) else None


_LAST_NUMBER = re.compile(r"(?P<told>\s\((?P<count>\d{1,2})\))\W*$")


def entries_of(text: str) -> list[str]:
    """The entries of a list; what stands in brackets is not cut."""
    out, depth, begin = [], 0, 0
    for match in _BETWEEN.finditer(text):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        elif depth == 0:
            out.append(text[begin : match.start()])
            begin = match.end()
    return [e.strip(" .:;") for e in [*out, text[begin:]] if e.strip(" .:;")]


def voter(entry: str) -> tuple[str, int | None, list[str]]:
    """One entry: name, how many votes it is (None when it does not say), and the parties that it shows in part."""
    entry = _GROUP.sub("", entry)
    if some := _SOME_OF.match(entry):
        return some[2], number(some[1]), [some[2]]
    if but := _ALL_BUT_SOME.match(entry):
        return but[1], None, [but[1]]
    if bare := _BARE_COUNT.fullmatch(entry):
        return bare["name"], int(bare["count"]), [bare["name"]]
    inside = _OPENS.search(entry)
    name = entry[: inside.start()].strip() if inside else entry
    if not name or name.lower() in ("ingen", "0"):
        return "", 0, []
    if name.lower() == "øvrige":
        return name, number(inside[1].strip()) if inside else None, []
    grouped = _is_party(name)
    if not inside:
        return (name, 1, []) if not grouped and is_person(name) else (name, None, [])
    value = inside[1].strip()
    counted = number(_STEMMER.sub("", value).strip())
    if counted is not None:
        return name, counted, [name]
    if grouped:
        return name, len(entries_of(value)) if not is_letter(value) else None, [name]
    return name, 1, [value] if is_letter(value) else []


def party_of(entry: str) -> str | None:
    """The party that an entry of a list is, letter or name: "A (9)", "Gruppe F"; None for a person."""
    name, _, _ = voter(entry)
    return name if name and _is_party(name) else None


def _is_party(name: str) -> bool:
    return is_letter(name) or party(name) == name or is_local(name)
