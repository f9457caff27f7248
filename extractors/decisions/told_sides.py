"""The parties that a sentence puts on a side without a number: "Enhedslisten stemte imod", "Et flertal bestående af A og V anbefaler".

They are the decision's parties only: what no number and no list tells, no check adds up.
"""

from __future__ import annotations

import re

from extractors.decisions.amended import PROPOSAL
from extractors.decisions.vote_numbers import came_of
from extractors.decisions.voters import entries_of, party_of
from extractors.sentences import sentences, unquoted
from extractors.structure.names import LETTERS, PERSON
from minutes.needs import led
from minutes.parties import A_PARTY

_OF = r"(?:(?:[Ll]iste|(?:[A-ZÆØÅ]\w+)?[Gg]ruppen?|[Pp]artiet) )?"
_PARTY = (rf"(?:{A_PARTY}|{LETTERS}(?![\w-])"
          r"|(?!Vente|Pris|Navne|Deltager|Stemme)[A-ZÆØÅ][\w-]*(?:listen|partiet)\b)")
_ENTRY = rf"(?:{_OF}{_PARTY}|{PERSON})(?: ?\([^()]{{1,60}}\))?"
_WHO = rf"(?P<who>{_ENTRY}(?:(?:,? (?:og|samt|&) |, | ?\+ ?){_ENTRY}){{0,12}})"
_DO = r"(?:tiltræde|anbefale|godkende|støtte|tilslutte sig|gå ind for|stemme for|medvirke til|bakke op)\b(?! at)"
_VOTED = led(
    rf"(?:(?:(?<=^)|(?<=[.;:,\n]\s)|(?<=\n)|(?<=\sog\s)|(?<=\sidet\s)|(?<=\smens\s)|(?<=\sdog\s)){_WHO}"
    rf"|(?:(?<=^)|(?<=[.;:]\s))\((?P<bare>{_PARTY}(?:(?:, | og ){_PARTY}){{0,12}})\)) (?:dog )?"
    r"(?:(?:stemte|stemmer) (?:(?P<against>i?mod)|(?P<on>for))\b(?! (?:at|forslag|ændring))|(?P<idle>undlod|undlader)\b"
    rf"|(?P<dissents>k(?:an|unne) (?:derfor )?ikke {_DO})"
    r"|(?P<backs>tiltr(?:ådte|æder)|godkend(?:te|er)|anbefale(?:r|de)|støtte(?:r|de)) (?:indstillingen|forslaget|sagen)\b)")
""" "V og Ø stemte imod", "liste O undlod", "Ø kan ikke tiltræde", "(Ø) stemte imod"."""
_TURNED = led(rf"(?<=\s)(?:(?:og|idet|mens|dog|men) )(?:(?P<idle>undlod|undlader) {_WHO}(?: at stemme|[.,;]|\s*$)"
              rf"|k(?:an|unne) (?P<cannot>{_ENTRY}(?:(?:, | og ){_ENTRY})*) ikke {_DO})")
""" "dog undlod Å", "dog kan Ø ikke tiltræde"."""
_PARTED = led(
    rf"(?P<side>[Ff]lertal|[Mm]indretal)(?:let)?(?: (?:i|af) \w*(?:udvalget|rådet|bestyrelsen))?"
    rf"(?: \((?!\d)| ?,? (?:bestående )?af |, ){_WHO}(?:, i alt \d+)?\)?(?: \(\d+\))?,? "
    rf"(?P<verb>(?:kan|kunne) ikke {_DO}|anbefale[rd]e?|indstille[rd]e?|godkend(?:te|er)|tiltr(?:ådte|æder)|stemte for|vedt(?:og|ager)"
    rf"|støtte(?:r|de)|stem(?:te|mer) i?mod|ønske(?:r|de))")
_AGAINST_VOTES = led(rf"\b(?:i?mod) (?:(?:stemmer(?:ne)? fra )(?P<from>{_ENTRY}(?:(?:, | og ){_ENTRY}){{0,8}})"
                     rf"|{_OF}(?P<whose>{LETTERS})'?s stemmer)")
""" "Tiltrådt mod liste Ø's stemmer", "vedtaget mod stemmerne fra V og C"."""
_ON_ANOTHER = led(
    rf"{PROPOSAL}|forslag (?:fra|om)\b"
    r"|\b(?:foreslog|foreslår|stillede|begærede|anmodede om|fremsatte)\b"
    r"|\b(?:punkt|pkt\.?|at-punkt|ad\.?|dot|del) ?(?:\d|[a-h]\b)|(?:første|anden|sidste) (?:del|punkt)|til og med", re.I)
"""A sentence on something else than the whole of the case: an amendment, a proposal, one of its points."""
_PROPOSAL = re.compile(r"\W*Forslag(?:et)? (?:fra|om|til|\d|[A-ZÆØÅ]\b)")
"""How what came of a proposal is told; where nothing else is decided, that is the case: "Forslag om støtte blev forkastet"."""
_CASE_AGAIN = led(r"^\W*(?:Indstillingen|Hovedforslaget|Sagen|Det samlede)\b|\b(?:herefter|derefter)\b", re.I)
"""How the text comes back to the case, after an amendment."""
_POINTS = re.compile(r"(?m)^\s*(?:(?:Ad\.?|Pkt\.?|Punkt|At) ?\d{1,2}\b|(?:\d{1,2}|[a-h])[.):])")
_WRAPPED = re.compile(r"\n(?=[a-zæøå(])|(?<=\sog)\n(?=[^\n()]{1,80}\))")
"""A line end inside a sentence."""
_NUMBER = re.compile(r"^\s*(?:Punkt|Pkt\.?) \d+ ?:\s*")
"""The item's own number above what was decided."""
_LISTED = led(rf"(?<![\w.,])\d{{1,3}} (?:stemmer?|medlem(?:mer)?) (?:(?P<on>for)|i?mod) ?: {_WHO}")
""" "12 stemmer for: A, B og Ø."."""
_OF_PERSON = re.compile(rf"{PERSON}, {LETTERS}(?=,|$)")
""" "Bo Ravn, V,": one member of the party."""
_GATE = led(r"\bstem|undlod|undlader|ikke |flertal|mindretal", re.I)

Sides = dict[str, tuple[str, ...]]


def told_sides(text: str, outcome: str) -> Sides:
    """Side → the parties that the sentences of a decision put on it; nothing where they may speak of an amendment or a single point."""
    if not _GATE.search(text) or len(_POINTS.findall(text)) > 1:
        return {}
    said = unquoted(_WRAPPED.sub(" ", _NUMBER.sub("", text)))
    found: dict[str, list[str]] = {}
    ends = [a for a, b in sentences(said) if came_of(said[a:b])]
    if ends and all(_PROPOSAL.match(said, a) for a in ends):
        said = said[: ends[0]] * (len(ends) == 1) + _PROPOSAL.sub("", said[ends[-1] :], count=1)
    apart = False
    for a, b in sentences(said):
        one = said[a:b]
        apart = (apart or bool(_ON_ANOTHER.search(one))) and not (_CASE_AGAIN.search(one) and not _ON_ANOTHER.search(one))
        for side, who in () if apart else _of_sentence(one, outcome):
            found.setdefault(side, []).extend(party for entry in entries_of(who) if (party := party_of(entry)))
    twice = [p for names in found.values() for p in dict.fromkeys(names)]
    return {side: tuple(dict.fromkeys(p for p in names if twice.count(p) == 1)) for side, names in found.items()}


def _of_sentence(one: str, outcome: str) -> list[tuple[str, str]]:
    out = []
    for told in _VOTED.finditer(one):
        side = "for" if told["on"] or told["backs"] else "abstained" if told["idle"] else "against"
        out.append((side, told["who"] or told["bare"]))
    out += [("for" if told["on"] else "against", told["who"]) for told in _LISTED.finditer(one)]
    out += [("abstained", told["who"]) if told["idle"] else ("against", told["cannot"]) for told in _TURNED.finditer(one)]
    for told in _PARTED.finditer(one) if outcome.startswith(("adopted", "recommended")) else ():
        less = told["side"].lower() == "mindretal"
        no = "ikke" in told["verb"] or told["verb"].endswith("mod")
        if less or not no:
            out.append(("against" if less else "for", told["who"]))
    out += [("against", told["from"] or told["whose"]) for told in _AGAINST_VOTES.finditer(one)]
    return [(side, who) for side, who in out if not _OF_PERSON.search(who)]
