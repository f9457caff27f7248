"""What the numbers of one sentence tell of a vote, and the words of what came of it."""

from __future__ import annotations

import re

from extractors.decisions.amended import PROPOSAL
from extractors.decisions.phrases import of_all
from extractors.decisions.tallies import WORDS, Tally, number
from extractors.decisions.voters import heads
from minutes.needs import led

_ALONE = re.compile(rf"(?<!\w)med\s(?:(?:alle|samtlige|de)\s)?(?:\w+s\s)?(?P<count>\d{{1,3}}|{'|'.join(WORDS)})\sstemmer"
                    r"(?!\w|\s(?:for|i?mod)\b)", re.I)
_WORD = r"[A-ZÆØÅ](?:[a-zæøå]{0,2}\.|[\w-]+)"
ALL = re.compile(rf"\b(?:alle|samtlige)(?: de)? (?P<count>\d{{1,3}}|(?!en\b|et\b){'|'.join(WORDS)})(?: (?:fremmødte|tilstedeværende))?"
                  r"(?: afgivne stemmer\b| med stemmeret| (?:stemte|var|er|gik ind|stod bag|bakkede|støttede|tilsluttede|kunne tilslutte)"
                  r"(?: (?:for|med på|enige|sig|op|bag))?\b)"
                  rf"|\b(?P<without>\d{{1,3}}|{'|'.join(WORDS)}) (?:stemmer|medlemmer)"
                  r" (?:uden (?:modstemmer|stemmer imod)|og ingen imod)", re.I)
""" "med samtlige 48 afgivne stemmer", "Alle syv med stemmeret var med på det", "fem stemmer uden modstemmer": nobody is against."""
_VOTER = rf"{_WORD}(?:\s{_WORD}){{1,3}}(?:\s\([^)]*\))?"
_NO_ONE = (r"(?:Ingen|Alle|Resten|De|Det|Der|Samtlige|Begge|Radikale|Konservative|Øvrige|Andre|Byen|\w*(?:erne|listen|partiet|gruppen|"
           r"alliancen|tallet|udvalget|rådet|bestyrelsen|foreningen|kommunen|ningen|sagen))\b")
ONE = rf"(?:{_VOTER}|(?!{_NO_ONE})[A-ZÆØÅ][a-zæøå]{{1,20}}(?:\s\([^)]*\))?)"
"""A voter, who in a small board may be known by the first name."""
_OPPOSED = re.compile(r"\W*I?mod (?:\w+ )?(?:var|er|stem\w+|gik)\b", re.I)
""" "Imod var V og C med 6 stemmer": those who are told in this sentence."""
_AGAINST_ONE = led(
    rf"\bi?mod (?:{_VOTER}s (?:ene )?stemme\b|[a-zæøå]+(?:ens|ets) (?:ene(?! stemmer)|stemme)\b)"
    rf"|\bstemmer i?mod {_VOTER}s(?= at\b|[.,;]|$)")
""" "Nævnet vedtog mod Ove Brinchs stemme, at …", "med 3 stemmer mod formandens ene"."""
N = rf"\d{{1,3}}|{'|'.join(WORDS)}"
_ON = (r"for (?!at\b|forslaget|indstillingen|og\b|punkt|pkt|dette\b"
       r"|de[tn]\b(?! (?:første|and(?:et|en)|ene|nye|gamle|[a-zæøå]+e(?=[,.]))\b)|\d)")
_CHOICE = r"(?:[Ff]orslag|[Mm]odel|[Ll]øsning|[Aa]lternativ|[Ss]cenarie|[Mm]ulighed|[Vv]ariant|[Uu]dkast|[Ss]kitse|[Pp]lan)(?:et|en)?"
ALTERNATIVES = led(
    rf"(?<!\w)(?P<some>{N})(?: medlemmer)?(?: stemmer| stemte)?(?: \([^()]*\))? {_ON}[^,.;]{{2,60}}?(?:,| og| mens)(?: (?:og"
    rf"|mens))?(?: de øvrige)?"
    rf" (?P<others>{N})(?: medlemmer)?(?: stemmer| stemte)?(?: \([^()]*\))? {_ON}(?![^.;]*\bi?mod\b)"
    rf"|\b(?:{_CHOICE} \w+(?: \([^()]*\))?|forslag(?:et)? (?:om|til|fra) [^,.;]{{2,60}}?)(?: (?:fik|opnåede|samlede)"
    rf"|[:,]) (?P<first>{N})(?: stemmer)?"
    rf"(?: \([^()]*\))?(?:[,;]| og| mens)(?: (?:og|mens))?(?:(?: {_CHOICE})? (?!og\b|mens\b|kun\b)\w+(?: \([^()]*\))?(?: fik|[:,])?"
    rf"|(?: [\w-]+){{1,8}}? (?:fik|opnåede|samlede))"
    rf" (?P<second>{N})(?!\w| undlod| (?:fik|opnåede|samlede)\b)"
    rf"|(?:^|(?<=[.:;]\s)|(?<=\bat ))(?P<here>{N})(?: medlemmer)?(?: \([^()]*\))? (?:ville|vil|ønskede|foretrak|pegede på|valgte"
    rf"|stemte på|var til|holdt på)"
    rf" [^,.;\d]{{2,40}}?(?:,| og)(?: og| mens| medens)?(?: de øvrige)? (?P<there>{N})(?: medlemmer)?(?: \([^()]*\))? "
    rf"(?!ikke\b|for\b|i?mod\b|undl|stemte i?mod|blank|hverken)"
    rf"[^,.;]{{2,40}}(?=[,.;])"
    rf"|(?-i:(?P<names>{ONE}(?:(?:,| og) {ONE})*)) stemte {_ON}[^,.;]{{2,60}}?,?(?: og| mens)? de øvrige (?P<rest>{N})(?: stemte)?"
    rf" {_ON}", re.I)
"""Two proposals of which one is chosen: those for the lesser are against the other."""
AMENDMENT = re.compile(rf"{PROPOSAL}|forslag til ændring|\bÆF ?\d"
                       r"|\b(?:for|imod) (?:hjemvisning|udsættelse|tilbagesendelse)\b"
                       r"|\bforeslog\b[^.]*\b(?:det|dette|forslaget) (?:[^.;]{0,40} og )?(?:blev )?"
                       r"(?:faldt|bortfaldt|nedstemt|forkastet|ikke vedtaget)\b",
                       re.I)
_ON_ELSE = re.compile(rf"{AMENDMENT.pattern}|\b(?:i?mod|punkt|pkt)\b", re.I)
"""What keeps two numbers with "for" from being those of two proposals."""
_IN_ALL = re.compile(r"\b(?:i alt|tilsammen|sammenlagt)\b")
"""Before the numbers that count, where others are told before them."""
BOTH = {"for", "against"}
_RESOLVED = re.compile(r"\b(?:besluttede|vedtog)\b[^.,]{0,40}\d[^.,]{0,40} at (?:give|meddele) afslag\b"
                       r"|\b[Ff]asthold(?:er|t|es) [^.;]{0,20}\bafslag|\b[Aa]fslaget (?:\w+ )?fasthold(?:es|t)\b")
"""What was carried by a vote, though it says no: "besluttede med 3 stemmer mod 2 at give afslag"."""
_VERDICTS = frozenset(
    ("adopted", "rejected", "recommended", "appointed", "not_recommended", "postponed", "lapsed", "referred", "withdrawn", "returned"))
_FOR_WHAT = re.compile(r"(?<=\bstemte for )[^.,;]*?(?= og |[.,;(]|$)|(?<=\bstemte imod), (?:da|idet|fordi|eftersom) [^.;]*")
"""What some voted for, which need not be what was decided: "3 stemte for afslag, 4 stemte imod"; and why some voted against."""


_FELL = re.compile(rf"\bfaldt (?:med (?:{N}) (?:stemmer|for|i?mod)\b|med \d+\s?[-–]\s?\d)|\bfaldt, idet (?:{N}) stemte i?mod\b")
""" "Et forslag fra A om, at lokalrådene skal have flertal i udvalget, blev sat under afstemning og faldt med 8 stemmer mod 11"."""


def came_of(sentence: str) -> str:
    """What a sentence says to have come of a vote, "" where it does not."""
    if _RESOLVED.search(sentence):
        return "adopted"
    told = next((hit.label for hit in of_all(_FOR_WHAT.sub("", _unheaded(sentence))) if hit.label in _VERDICTS), "")
    return told or ("rejected" if _FELL.search(sentence) else "")


def _unheaded(sentence: str) -> str:
    """The sentence without the words that head a list: "For at punkt 4 tages af dagsordenen stemmer:" decides nothing."""
    for head in heads(sentence):
        sentence = sentence[: head.start()] + " " * len(head[0]) + sentence[head.end() :]
    return sentence


def numbers(sentence: str, counted: list[Tally], outcome: str) -> dict[str, int]:
    """Numbers by side; the first of each side counts. "Godkendt med 5 stemmer" tells the winning side's only."""
    total = _IN_ALL.search(sentence) if len({t.side for t in counted}) < len(counted) else None
    said = {t.side: t.count for t in reversed(counted) if not total or t.start >= total.start()}
    if (between := ALTERNATIVES.search(sentence)) and not _ON_ELSE.search(sentence):
        sides = [n for name in ("some", "others", "first", "second", "here", "there", "rest") if (n := number(between[name])) is not None]
        sides += [len(re.findall(ONE, between["names"]))] if between["names"] else []
        return said | {"for": max(sides), "against": min(sides)}
    winning = "against" if outcome == "rejected" or _OPPOSED.match(sentence) else "for"
    alone = _ALONE.search(sentence) if winning not in said else None
    if alone and (count := number(alone["count"])) is not None:
        said[winning] = count
    if all_of := said.keys() <= {"for"} and winning == "for" and ALL.search(sentence):
        said |= {"for": number(all_of["count"] or all_of["without"]) or 0, "against": 0}
    if "against" not in said and _AGAINST_ONE.search(sentence):
        said["against"] = 1
    return said
