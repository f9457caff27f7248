"""What the last lines of an item without a heading for its decision tell that the meeting did: a whole paragraph, or the last sentences.

Where they stand, who acts in them and in what tense make them the decision; what it is, stems tell (closing_words). What others did,
said and want, and what was before, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.decisions.amended import amends
from extractors.decisions.asides import own_sentences
from extractors.decisions.closing_words import (
    ACTS,
    AGREED,
    ALL_FOR,
    BEFORE,
    CASE,
    CHANGED,
    ELECTED,
    FOLLOWED,
    OF_PERSONS,
    OUTCOMES_OF_STEMS,
    OWN,
    PASSIVE_NOW,
    PUTS,
    SAYS,
    SPEAKER,
    TALK,
    THEREFORE,
)
from extractors.decisions.doings import heard
from extractors.decisions.outcome import NEXT_TIME, judge
from extractors.decisions.spoken_words import AT_THE_TIME, BESIDES, BY_OTHERS, GENERIC, OTHERS_ACT
from extractors.decisions.tallies import sided, tallies
from extractors.sentences import sentences
from extractors.structure.names import BODY, PERSON, body_name, level


@dataclass(frozen=True, slots=True)
class Closing:
    """The outcome, the offsets of the lines that tell it, and whether their words do, and not only that
    something is done. `put`: the sentence before the last tells it, with which all agree."""

    outcome: str
    start: int
    end: int
    surely: bool = False
    put: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """The outcome that a clause tells, where its sentence begins, and how surely: 3 by its words, 2 because it tells what came of it, 1
    because something is done."""

    outcome: str
    start: int
    sure: int


def called(body: str | None) -> set[str]:
    """What minutes call the body that met, in small letters: "rådet", "integrationsrådet"; every kind where its own is not known."""
    names = set(GENERIC.values())
    if body:
        names |= {body.lower(), body.lower().partition(" for ")[0]}
        names -= {word for stem, word in GENERIC.items() if stem not in body.lower()}
        if "råd" in body.lower():
            names.add(body.lower().split()[-1] + ("" if body.lower().endswith("et") else "et"))
    return names


def closing(text: str, title: str, body: str | None) -> Closing | None:
    """What the last lines of an item with that title tell that the body did, of a text without quotations."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if "\t" not in m[0] and _own(text, m.start(), m.end())]
    if not lines:
        return None
    start, end = lines[-1]
    if points := _by_points(text, lines):
        return points
    own = _own(text, start, end)[0 if len(lines) > 1 else -_LAST :]
    late = own[-_LAST][0] if len(own) > _LAST else own[0][0]
    found = [told for a, b in own for told in _told(text[a:b], a, title, body) if told.sure > 1 or a >= late]
    last = text[own[-1][0] : own[-1][1]]
    if len(last.split()) <= _WORDS and (bare := judge(last).outcome) not in ("unknown", "procedural"):
        found = [_Told(bare, own[-1][0], 3)]
    if OF_PERSONS.match(title) and not any(t.outcome in _NOT_DONE for t in found):
        return Closing("appointed", start, end) if _elects(text, start, end) else None
    if not found:
        told = "" if ", at " in last else heard(last)
        return Closing(told, *own[-1]) if told else None
    best = _weightiest(found)
    put = _put(text, best, start if len(lines) < 2 else lines[-2][0])
    if put:
        return Closing(put[1], put[0], end, True, True)
    agreed = len(lines) > 1 and ALL_FOR.search(text, best.start, end)
    told_from = _own(text, *lines[-2])[-1][0] if agreed else best.start
    until = end if agreed else next(b for a, b in own if a == best.start)
    return Closing(_amended(best.outcome, text[told_from:until]), own[0][0] if len(lines) > 1 else best.start, end, best.sure > 1)


_LAST = 2
"""Sentences at the end of an item told in one paragraph that may be its decision."""
_NOT_DONE = ("postponed", "withdrawn", "returned", "referred")


_WORDS = 3
"""Of a last sentence that is no more than a decision: "Drøftet."."""


def _by_points(text: str, lines: list[tuple[int, int]]) -> Closing | None:
    """The last lines where they take the points of the case one by one: "Ad 1. Godkendt.", "Ad 2. Udsat."."""
    first = len(lines)
    while first and _POINT.match(text, lines[first - 1][0]):
        first -= 1
    if len(lines) - first < _POINTS:
        return None
    start, end = lines[first][0], lines[-1][1]
    outcome = judge(text[start:end]).outcome
    return Closing(outcome, start, end, True) if outcome != "unknown" else None


_POINT = re.compile(r"\W*(?:Ad|Pkt\.?|Punkt)\.? ?\d{1,2}[.:)]")
_POINTS = 2


def _put(text: str, best: _Told, since: int) -> tuple[int, str] | None:
    """What somebody put to the meeting in the sentence before "Det var alle med på": where, and what."""
    before = [(since + a, since + b) for a, b in sentences(text[since : best.start])][-1:]
    if best.outcome != "adopted" or not before or not _SO.match(text, best.start):
        return None
    one = text[slice(*before[0])]
    off = next((outcome for outcome, stems in OUTCOMES_OF_STEMS if outcome in _NOT_DONE and stems.search(one)), "")
    return (before[0][0], off) if off and _PUT_FORWARD.search(one) else None


_SO = re.compile(r"\W*(?:Det|Dette|Sådan)\b")
_PUT_FORWARD = re.compile(r"\b(?:foresl\w+|bad|anmodede|ønskede|ville) ")


def _elects(text: str, start: int, end: int) -> bool:
    """Does a sentence tell that somebody is chosen, and is somebody named?"""
    told = (text[start + a : start + b] for a, b in sentences(text[start:end]))
    return (re.search(PERSON, text) or _IS_CHOSEN.search(text)) is not None and any(
        ELECTED.search(one) and not BEFORE.search(one) and not _PROPOSED.search(one) for one in told)


def _own(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a line in which the meeting itself may act."""
    told = ((start + a, start + b) for a, b in sentences(text[start:end]))
    return [(a, b) for a, b in told
            if own_sentences(text[a:b]) and not text[a:b].rstrip().endswith(":") and not _ENTERED.search(text, a, b)]


_ENTERED = re.compile(r"protokol|[Mm]indretalsudtalelse|[Ss]ærstandpunkt|\b(?:til|i) (?:\w*referat|mødereferat)\w*|bemærket i "
                      r"|[Tt]ilfør(?:e|t|es)\b|[Rr]efereret\b|\b(?:få|fik|have|bad om|forlangte) (?:at få )?(?:noteret|skrevet|ført ind"
                      r"|indført|med)\b")
"""In a sentence on what somebody had put into the minutes."""


_IS_CHOSEN = re.compile(r"(?m)(?:^|[.;] )(?!Der |Det |Den |De |Han |Hun |Vi )[A-ZÆØÅ][a-zæøå]+ (?:blev|er|bliver|fik|fortsætter|overtager"
                      r"|indtræder|tager)\b")
_PROPOSED = re.compile(r"\b(?:foresl\w+|opstillede|indstillede|skal vælges|skal udpege\w*)\b(?![^.;]*, (?:og|hvorefter|så)\b)")


def said(text: str, title: str) -> str:
    """The outcome of a text that is certain to be the decision on an item with that title, in any words; "unknown" where none tell it."""
    found = [told for a, b in sentences(text) if own_sentences(text[a:b]) for told in _told(text[a:b], a, title, None, True)]
    if OF_PERSONS.match(title) and not any(t.outcome in _NOT_DONE for t in found) and _elects(text, 0, len(text)):
        return "appointed"
    best = max(found, key=lambda t: (t.sure, -t.start), default=None)
    return _amended(best.outcome, text) if best else "unknown"


def _weightiest(found: list[_Told]) -> _Told:
    """The last of the surest; a case that was returned comes again."""
    best = max(found, key=lambda t: (t.outcome != "discussed", t.sure, t.start))
    if best.outcome == "adopted" and (asked := [t for t in found if t.outcome == "recommended"]):
        return asked[-1]
    gone = [t for t in found if t.outcome in ("returned", "referred", "withdrawn") and t.sure > 1]
    return gone[-1] if gone and best.outcome in ("postponed", "noted", "discussed") else best


def _amended(outcome: str, text: str) -> str:
    changed = outcome in ("adopted", "recommended") and (amends(text) or CHANGED.search(text))
    return f"{outcome}_amended" if changed else outcome


def _told(one: str, at: int, title: str, body: str | None, sure: bool = False) -> Iterator[_Told]:
    """What the clauses of a sentence tell. `sure`: whoever acts in them, it is the decision."""
    begins = OTHERS_ACT.match(one) or _REST.match(one) or _SOMEBODYS.match(one) or _SUPPOSES.match(one)
    if not sure and (begins or AT_THE_TIME.search(one) or BESIDES.search(one) or _QUOTED.search(one)):
        return
    ours = others = False
    for clause, so in _clauses(one):
        own = _acts(body).search(_BELOW.split(clause, maxsplit=1)[0])
        ended = so and not others
        ours = ours if _GOES_ON.match(clause) and not own else ended or _ours(clause, own, title, body)
        others = others or _others(clause, body)
        if not (ours or sure) or _before(clause) or _OPEN.search(clause) and not (own or FOLLOWED.search(clause)):
            continue
        if outcome := _by_words(clause, body):
            yield _Told(outcome, at, 3)
        elif (done := _done(clause, own, title, ended)) and not others:
            yield _Told(done, at, 2 if ended else 1)


def _before(clause: str) -> bool:
    """Is a clause on what was before, and not on what becomes of a thing in a coming year?"""
    told = BEFORE.search(clause)
    return told is not None and not (_YEAR.match(told[0]) and PASSIVE_NOW.search(clause))


_YEAR = re.compile(r"(?:i|siden) \d{4}")


def _clauses(one: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a sentence without what joins them, each with whether it tells what came of those before: ", så der købes bus"."""
    asked = False
    for clause in _CUT.split(_TOLD_THAT.sub("", _ASIDE.sub("", NEXT_TIME.sub("", one.strip())))):
        joined = _JOINED.match(clause)
        rest = clause[joined.end() :] if joined else clause
        if not re.search(r"\w", rest):
            continue
        if asked and joined and joined["so"]:
            return
        ended = bool(joined and joined["so"] and rest.strip() and not _EXPECTS.search(rest))
        yield rest, ended
        asked = _ASKED.search(rest) is not None


_TOLD_THAT = re.compile(r"^\W*(?:Det )?(?:kan|skal) (?:\w+ )?(?:oplyses?|meddeles|oplyse)(?:,? at|:) ", re.I)
""" "Det kan dog oplyses, at": before what was decided behind closed doors."""
_ASKED = re.compile(r"\b(?:spurg\w*|vide|undre\w*|forklare\w*|spørgsmål\w*)\b")
"""That a question follows: "Der er spurgt, hvorfor byrådet vedtog planen"."""
_SUPPOSES = re.compile(r"\W*(?:Hvis|Såfremt|(?:Spørger|Ser|Regner|Ventes|Blev|Bliver|Tager|Trækker) (?:man|vi|der|\w+e[nt]))\b")
_SOMEBODYS = re.compile(r"\W*(?:Et )?[Ff]orslag(?:et)? (?:fra|af|stillet) |\W*(?:\w+ ){0,2}[Ææ]ndringsforslag")
_REST = re.compile(r"\W*Resten\b")
_JOINED = re.compile(r"(?:[;:]|, og|, men|, hvilket|, mens|, medens| og|(?P<so>, så|, hvor(?:for|efter|ved))) ")
_GOES_ON = re.compile(r"(?!de[rtn]?\b)(?:[a-zæøå]+(?:ede|te|er|es)|kom|gav|lod|tog|gik|fik|kan|vil|må|ser|til|med|for|uden) ")
"""A clause that goes on with the subject of the one before."""
_QUOTED = re.compile(rf", (?:sagde|mente|skrev|spurgte) (?:{PERSON}|[A-ZÆØÅ]\w+|\w*formanden)\W*$")


def _ours(clause: str, own: re.Match[str] | None, title: str, body: str | None) -> bool:
    """Is the clause on what the meeting did, or on what becomes of its case?"""
    main = _BELOW.split(clause, maxsplit=1)[0]
    if _others(clause, body) or _TELLS.match(clause):
        return False
    if own or _WAS_FOLLOWED.search(main) or _GIVEN_UP.search(main) or _BACKWARDS.search(main) or THEREFORE.search(main):
        return True
    if ALL_FOR.search(clause) or {"for", "against"} <= {t.side for t in tallies(clause)}:
        return True
    if _EXPECTS.search(main):
        return False
    acted = PASSIVE_NOW.search(main)
    subject = main if main.lstrip().startswith("Der ") else _VERB.split(main, maxsplit=1)[0]
    topic = acted and _of_topic(acted[0], title) or _of_topic(subject, title)
    became = _BECAME.search(main) and (judge(clause).outcome in _SURE or any(stems.search(clause) for _, stems in OUTCOMES_OF_STEMS[:4]))
    case = CASE.match(main) or topic and (_SETTLED.search(clause) or became or not _PERFECT.search(main))
    return bool(case or _ELLIPTIC.match(main) or _GETS.search(main) or _IT.match(main) or _AGREEING.search(main))


_WAS_FOLLOWED = re.compile(r"\b(?:indstilling|forslag|anbefaling)(?:en|et)? (?:fulgtes|følges|(?:blev|er|bliver) (?:\w+ )?fulgt)\b")
_VERB = re.compile(r"(?<=\w)\s(?:[a-zæøå]+(?:er|es|ås|ede|te)|er|blev|var|gav|tog|gik|kom|får|fik|må|har|lod)\b")
_TELLS = re.compile(r"\W*(?:Næste møde\b|Der (?:er|har|skal|kan) (?!(?:altså|dermed|hermed|således)\b(?![^.;]*\d)|(?:ikke"
                    r"|ingen) (?:opbakning|stemning|flertal|tilslutning|plads|råd)\b))")
_GIVEN_UP = re.compile(r"\b(?:trak|trækker|frafald(?:t|er)|(?:har|havde) (?:\w+ )?trukket) (?:sin|sit|sine|den|det|sig|forslag\w*"
                       r"|ansøgning\w*|sag\w*"
                      r"|klagen)\b")
_BACKWARDS = re.compile(rf"\b(?:[a-zæøå]{{3,}}es|blev|bliver|går|kommer|må|er) (?!\W)(?:{CASE.pattern})")
""" "Til den tid optages sagen igen"."""
_SETTLED = re.compile(r"\b(?:er|blev) (?:\w+ )?(?:besluttet|vedtaget|godkendt|tiltrådt|bevilget|afslået|forkastet|afvist|antaget|givet"
                      r"|nægtet)"
                      r"(?=\W*$| (?:med|enstemmigt|uden)\b)")
""" "Salget er besluttet.", and no more."""
_EXPECTS = re.compile(r"\b(?:forvente[rs]|ventes|ønske\w*|kan|kunne|skal|skulle|vil|ville|burde|bør)\b")
_BECAME = re.compile(r"\bbl(?:ev|iver)\b")
_SURE = ("adopted", "rejected", "postponed", "withdrawn", "returned", "referred")
_PERFECT = re.compile(r"\b(?:er|var|blev|har|havde) \w+(?:t|et)\b")
_ELLIPTIC = re.compile(r"\W*(?!(?:Hendes|Deres|Vores|Alles|Dets)\b)[A-ZÆØÅ][a-zæøå]+(?:t|es|ås)\b(?! (?:er|var|blev|har|[a-zæøå]+(?:te"
                      r"|ede|er|es))\b)")
_AGREEING = re.compile(r"\b(?:var|blev|er) (?:der|man|alle) (?:\w+ )?(?:enig|stemning|flertal)\w*")
_GETS = re.compile(r"\b(?:får|fik|modtager|kan regne|gives|gik|går|tilfaldt|tilfalder)\b[^.;]*\b(?:lov|hvad de[nt]?|medhold|pengene"
                   r"|beløbet|det ansøgte|nej|afslag"
                   r"|tilladelse"
                   r"|dispensation|støtte|tilskud|til|med|kr)\b")
_IT = re.compile(r"\W*(?:[Dd]et|[Dd]ette|[Dd]en) (?:blev?|bliver|kommer|tilsluttede|kunne|er|var|førte|endte|[a-zæøå]{3,}es(?!,? at))\b"
                 r"|\W*[Dd]er (?:bliver"
                 r"|[a-zæøå]{3,}es(?!,? at))\b|\W*Medlemmerne\b|\W*[Mm]ere (?:blev"
                 r"|skete)|\W*(?:Ingen|Kun \w+|De fleste|Flest) |.*\b(?:bliver|blev) det\b")


_CUT = re.compile(r"(?=[;:] |, (?:og|men|så|hvor(?:for|efter|ved|til)|hvilket|mens|medens) "
                  r"|(?<!,) og (?:det|dette|den|rådet|udvalget|bestyrelsen|man|vi|sagen|punktet|forslaget|derfor|dermed|så|enden|alle"
                  r"|flertallet"
                  r"|[a-zæøå]+(?:ede|te|er)) )")
_ASIDE = re.compile(r"\([^()]*\)")
_OPEN = re.compile(r"\?|^\W*(?:Hvis|hvis|Såfremt|Når|Bliver)\b|\b(?:foresl(?:og|år|ået)|bør|burde|indstiller (?:over for udvalget)?"
                   r"|vil gerne have)\b")
_INVERTED = re.compile(rf"\b(?:anbefalede|indstillede|tiltrådte|godkendte|vedtog|drøftede) (?P<who>{BODY.pattern})")
_SPEAKS = re.compile(rf"\W*(?:Men |Også )?(?:{SPEAKER})(?:,[^,]*,| \w+)? (?:{SAYS})\b")


def _others(clause: str, body: str | None) -> bool:
    """Does somebody else act in it: a person who speaks, another body, the administration that proposes?"""
    if _SPEAKS.match(clause) or PUTS.search(_BELOW.split(clause, maxsplit=1)[0]) or BY_OTHERS.search(clause):
        return True
    who = BODY.match(clause.lstrip()) or _INVERTED.search(clause)
    return who is not None and body_name(who.groupdict().get("who") or who[0]) != body


@lru_cache(maxsize=8)
def _acts(body: str | None) -> re.Pattern[str]:
    """The meeting and what it does: "rådet afgiver", "herefter tilsluttede byrådet sig"."""
    names = rf"(?:{'|'.join(map(re.escape, sorted(called(body), key=len, reverse=True)))}|{OWN})s?(?! for (?-i:[A-ZÆØÅ]))"
    return re.compile(rf"(?<!\w)(?:{names}(?!\w)(?: (?P<verb>[a-zæøå]+)\b)?|(?P<first>[a-zæøå]+(?:ede|te|tog|gav|lod"
                      rf"|er)) {names}(?!\w))", re.I)


def _by_words(clause: str, body: str | None) -> str:
    """The outcome that its stems tell."""
    hit = next(((outcome, found) for outcome, stems in OUTCOMES_OF_STEMS if (found := stems.search(clause))), None)
    stems = hit[0] if hit else ""
    followed = FOLLOWED.search(clause)
    if followed and not (hit and stems in _NOT_DONE and hit[1].start() < followed.end() + _NEAR):
        return "adopted"
    if stems == "recommended" and level(body) == _HIGHEST:
        stems = ""
    known = judge(clause[:1].upper() + clause[1:]).outcome
    if known == "procedural":
        return ""
    if known == "rejected" and _ASKED_FOR.search(clause) and level(body) < _HIGHEST:
        return "not_recommended"
    if known == "appointed" and not _A_PERSON.search(clause):
        return "adopted"
    if known == "adopted" and stems in _NOT_DONE and _AGREE_TO.search(clause):
        return stems
    if known == "recommended" and stems == "not_recommended":
        return stems
    if "referred" in (known, stems) and _WITH_ADVICE.search(clause):
        return "recommended"
    if known == "adopted" and _TO_NEXT.search(clause) and level(body) < _HIGHEST:
        return "recommended"
    if known != "unknown":
        return known
    counts = {t.side: t.count for t in sided(tallies(clause), "")}
    if {"for", "against"} <= counts.keys() and counts["for"] != counts["against"]:
        return "adopted" if counts["for"] > counts["against"] else "rejected"
    agreed = AGREED.search(clause) and not _NOT.search(_BELOW.split(clause, maxsplit=1)[0])
    return stems or ("adopted" if agreed or ALL_FOR.search(clause) else "")


_NEAR = 12
"""Characters within which what is done stands behind whose proposal it was: "Efter formandens forslag udsættes sagen"."""
_ASKED_FOR = re.compile(r"\b(?:opfordrer|anmoder|henstiller|råder|beder)\b[^.;]*\b(?:byrådet|kommunalbestyrelsen|regionsrådet|udvalget)\b")
_A_PERSON = re.compile(r"(?<=[\wæøå,;.)] )[A-ZÆØÅ]|formand|medlem|repræsentant|suppleant|kasserer|borgmester|gruppe|genvalg")
_WITH_ADVICE = re.compile(r"\b(?:anbefaler|anbefalede|foreslår|foreslog|indstiller|indstillede)\b|\bmed (?:\w+ ){0,2}(?:anbefaling|ja)\b")
_AGREE_TO = re.compile(r"\b(?:enige?|enighed|beslutte\w*|valgte|aftal\w+) (?:\w+ )?(?:om )?,?(?:at|til)\b")
_TO_NEXT = re.compile(r"\b(?:støtte|ønske|bakke|går ind for|gik ind for|ser gerne)\w*[^.;]*, at (?:byrådet|kommunalbestyrelsen"
                      r"|regionsrådet|kommunen)\b")
_HIGHEST = 3


def _done(clause: str, own: re.Match[str] | None, title: str, ended: bool) -> str:
    """ "adopted" where something is then done, "rejected" where it is then not, "" where nothing is told of it."""
    verb = own and (own["verb"] or own["first"]) or ""
    acts = bool(ACTS.fullmatch(verb) or verb.endswith("r") and not re.fullmatch(rf"{TALK}|medlemmer", verb))
    becomes = PASSIVE_NOW.search(clause) or _STANDS.search(clause)
    case = becomes and not _EXPECTS.search(clause) and (_IT.match(clause) or CASE.match(clause) or _of_topic(clause, title))
    if _OVER.search(clause) or not (acts or _LEADS.match(clause)) and _FACTS.search(_DATES.sub("", clause)):
        return ""
    if not (acts or ended or THEREFORE.search(clause) or case):
        return ""
    return "rejected" if _NOT.search(_BELOW.split(clause, maxsplit=1)[0]) else "adopted"


_LEADS = re.compile(r"\W*(?:Afgørelsen|Enden|Udfaldet|Resultatet|Beslutningen|Konklusionen|Kendelsen|Aftalen)\b[^,]*\b(?:blev|er|lyder"
                    r"|lød)\b")
_DATES = re.compile(r"\b(?:den|kl\.|pr\.|fra|til|nr\.|model|uge|punkt|i) \d[\d./:-]*(?: [a-zæøå]+ \d{4})?(?! ?(?:kr|pct|mio"
                    r"|procent))", re.I)
_FACTS = re.compile(r"\d|\b(?:steget|faldet|vokset|lavere|højere|færre|flere|mindre|underskud|overskud|utilfredse|vedlagt)\b")
"""In a clause that reckons or tells how things stand, where nobody does a thing."""
_OVER = re.compile(r"\b(?:er|var|blev) [^.;]*\b(?:af|be)?(?:sluttet|slut|hævet|færdig\w*|besvaret|beslutningsdygtigt?)\b"
                   r"|^\W*Mødet (?:åbn|indled|slutt)")
_STANDS = re.compile(r"\b(?:kommer|gælder|træder i kraft|starter|begynder|får|bliver|fortsætter|beholder|går til|gik til)\b")
_NOT = re.compile(r"\b(?:ikke(?! kun| mindst| længere)|intet|ingen)\b")
_BELOW = re.compile(r"(?:, | )som |, (?:der|hvis|da|når|fordi|idet|eftersom|at)\b")
_WORD = re.compile(r"[^\W\d]{4,}")


def _of_topic(clause: str, title: str) -> bool:
    """Does it name the thing, or what is to be done with it, that the title names?"""
    lowered = title.lower()
    return any(_stem(word) in lowered for word in _WORD.findall(clause.lower())[:_FIRST])


_FIRST = 8


def _stem(word: str) -> str:
    """A word without its ending: "pladserne" → "plads", "nedklassificeres" → "nedklassific"."""
    stem = re.sub(r"(?<=\w{4})(?:erne|ene|eres|ering|en|et|er|es|e|s|n|t)s?$", "", word)
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem
