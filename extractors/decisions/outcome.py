"""What came of an item, by the words of its decision.

Only the sentences of the deciding body count: quotations, remarks, attendance, reservations and votes on amendments are set aside first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.decisions.amended import CARRIED, PROPOSAL, amends
from extractors.decisions.asides import own_sentences
from extractors.decisions.phrases import Hit, of_all, outcomes
from extractors.decisions.tallies import sided, tallies
from extractors.sentences import sentences, unquoted
from extractors.structure.names import BODY, LETTERS, PERSON
from minutes.needs import holds, led, needs
from minutes.parties import A_PARTY

_PROPOSES = led(r"\b(?:foreslog|foreslår|stillede|stiller|anmodede om|begærede|fremsatte|fremlagde|ønskede"
                r"|begæret afstemning om|(?:blev|er|var) (?:stillet|fremsat) (?:et )?(?:\w*forslag|ønske))\b"
                r"|^\W*\w*(?:borgmester|formand|direktør|chef|forvaltning|administration|direktion)en indstille(?:r|de)\b", re.I)
_AMENDMENT = led(rf"{PROPOSAL}|forslag til ændring|\bÆF ?\d"
                 r"|forslag\w* om (?:udsættelse|hjemvisning|genbehandling)|\b(?:først stemt|stemte(?: først)?) om\b", re.I)
_CONDITION = re.compile(r"under forudsætning af|\bforudsat\b|betinget af|på betingelse af|med forbehold (?:for|om)|såfremt", re.I)
_RESERVED = led(r"(?:tog|tager|tage) forbehold|afventer (?:stillingtagen|sin stilling)|stillingtagen (?:ind)?til|forbeholdt sig|"
                r"forbeholder sig", re.I)
_SUSPENDED = re.compile(r"standset|standsningsret|(?:begæret|begærede|begærer|ønsker|ønskede)\b[^.]{0,80}(?:indbragt|forelagt) (?:for )"
                        r"?(?:byrådet|kommunalbestyrelsen|borgerrepræsentationen)"
                        r"|styrelseslovens § 23", re.I)
_PART = led(r"(?:(?<=^)|(?<=\n)|(?<=[.;]\s))\s*(?:Ad\.?\s?(?:pkt\.?\s?|punkt\s?)?|Pkt\.?\s?|Punkt\s?|At\s)?(\d{1,2}"
            r"|[a-h])(?:\)? og \d{1,2})?(?:[.)"
            r":]+|(?=\s))\s*(?=[A-ZÆØÅ\n])(?![A-ZÆØÅ]\w* \d{4})")
_OF_POINT = led(r"\b(?:punkt|pkt\.?|at-punkt|dot)\s?(?:\d|[a-h]\b)|(?:første|anden|andet|tredje) (?:del|punkt|at)|med undtagelse "
                r"af", re.I)
_HELD = re.compile(r"\W*(?:gennemført|afholdt|afviklet)\W*", re.I)
"""What was held, and not decided, whatever is told of it: "Gennemført. Skolelederen viste udvalget de nye lokaler"."""
_PROCEDURAL = re.compile(
    r"\s*(?!(?:der (?:var|er|fremkom) )?ingen indvend)(?:der (?:blev|var) ikke (?:stillet|rejst|indkommet|indsendt"
    r"|nogen) (?:\w+ )?(?:spørgsmål|bemærkninger|indlæg)?"
    r"|der (?:var|er) ikke (?:mødt|meldt|tilmeldt|indkommet) [^.,;]{3,40}"
    r"|(?:der (?:var|er|fremkom|forelå|blev) )?(?:ingen|intet)(?: \w+){0,2}|der (?:var|fremkom) (?:ingen|intet)(?: \w+){3,4}"
    r"|(?:der var |har )?ingen (?:\w+ )?bemærkninger (?:til|fra) [^.,;]{3,60}|intet at bemærke"
    r"|(?:\w+ ){1,3}gav ikke anledning til (?:\w+ )?bemærkninger"
    r"|der var ingen,? der [^.,;]{3,40}|ingen (?:havde|ønskede|mødte|meldte) (?!noget (?:i?mod|at indvende)|indvend)[^.,;]{3,40}"
    r"|ikke noget(?: \w+){0,2}|ingenting|(?:\w+ )?foretoges"
    r"|(?!\w*(?:orientering|redegørelse|gennemgang))(?:(?:[\w-]+ ){1,3}?(?:(?:blev|er|var) )?)?(?:foretaget|gennemført|afholdt|afviklet"
    r"|underskrevet|besvaret)"
    r"|ingen \w+ (?:under|til) (?:eventuelt|punktet|dagsordenen)"
    r"|(?:(?:punktet|sagen|emnet|spørgetiden|spørgetimen) )?(?:(?:blev|er) )?ikke (?:behandlet|drøftet|gennemgået|benyttet|brugt)"
    r"(?: endnu)?|-+"
    r"|(?:spørgsmål(?:et|ene)|forespørgsl(?:en|erne))(?: fra [^.\n]+)? (?:(?:blev|er) besvaret|besvaredes)[^.\n]*"
    r"|(?:[\w.]+ ){1,3}(?:besvarede|svarede på|besvarer) (?:\w+ )?spørgsmål(?:et|ene)?"
    r"|(?:(?:[\w-]+ ){1,3}(?:er|var|blev) )?(?:lovligt|rettidigt) ind(?:varslet|kaldt)(?: og (?:\w+ )?beslutningsdygtigt?)?"
    r"|(?:[\w-]+ ){1,2}(?:er|var) (?!ikke)(?:\w+ )?beslutningsdygtigt?"
    r"|mødet (?:startede|åbnes|sluttede|afsluttet|hævet|blev hævet|slut)[^\n]*|(?:\w+s )?næste (?:\w+ )?møde\b[^\n]*)\s*[.!]?\s*", re.I)
_SHOWN = re.compile(r"\s*(?!.*\bikke\b)(?:\w+ (?:[\w.]+ ){0,5}?)?(?:blev )?(?:gennemgået|fremlagt|forelagt|forelå|præsenteret)"
                    r"(?: (?:på|i|under|ved) \w+)?(?: uden (?:\w+ )?(?:bemærkninger|kommentarer|spørgsmål|indvendinger))?\s*[.!]?\s*", re.I)
"""A lone "Gennemgået." is notice taken; beside any other word it says nothing."""
_ACTS = re.compile(
    r"\b(?:indgås|sælges|købes|erhverves|igangsættes|iværksættes|sættes i (?:gang|værk)|videreføres|forlænges|nedlægges|oprettes|etableres|"
    r"tildeles|antages|udbydes|lukkes|forhøjes|nedsættes|optages (?:et )?(?:\w+ )?lån|lån optages|dækkes|finansieres|"
    r"afsættes|anlægges|opføres|gennemføres|ophører|udlejes|lejes|ansættes|anvises)\b", re.I)
""" "Ejendommen sælges.": where no word of decision stands, the body has decided what is then done."""
_OPEN = re.compile(r"\b(?:ikke|ingen|om|hvis|såfremt|når|kan|kunne|skal|bør|ønske\w*|fores(?:lå|log)\w*|spurgte|håb\w*|vil)\b", re.I)
_STRONG = ("postponed", "withdrawn", "returned", "rejected", "not_recommended", "adopted", "recommended", "appointed", "lapsed")
_UNANIMOUS = led(
    r"(?<!ikke )(?:enstemmig|et enigt |(?<!ikke var )(?<!ikke er )(?<!ingen )\b(?:enighed om|enige?\b)|alle (?:\w+ )?stemte for)", re.I)


@dataclass(slots=True)
class Outcome:
    """An outcome of the contract's list, with the flags that the words carry and what the adopted proposal itself does. `of_proposal`: the
    words tell only what came of a proposal beside the case."""

    outcome: str
    flags: list[str]
    effect: str | None = None
    of_proposal: bool = False


def judge(text: str) -> Outcome:
    """The outcome of a decision's text."""
    said = unquoted(text)
    flags = _flags(said)
    parts = _parts(said)
    if len(parts) > 1:
        each = [_best(p) for p in parts]
        known = [e for e in each if e] or [""]
        if len(set(known)) > 1:
            flags.append("partial")
        result = min(known, key=lambda one: (_rank(one), one not in ("adopted", "recommended")))
    else:
        result = _best(said)
        if result and len({h for h in _labels(said) if h in _STRONG}) > 1 and _OF_POINT.search(said):
            flags.append("partial")
    kept = own_sentences(said)
    of_proposal = result in ("rejected", "lapsed", "postponed", "returned") and len(parts) == 1 and _ranked(said)[0] >= _OF_PROPOSAL
    result = result or _by_count(said) or ("adopted" if any(_ACTS.search(one) and not _OPEN.search(one) for one in kept) else "")
    if not result:
        shown = any(_SHOWN.fullmatch(one) for one in kept)
        done = kept and (_HELD.fullmatch(kept[0]) or all(_PROCEDURAL.fullmatch(one) for one in kept))
        result = "noted" if shown else "procedural" if done else "unknown"
    if result == "rejected" and _INSTEAD.search(said):
        result = "adopted_amended"
    if result in ("adopted", "recommended") and (amends(_carried(said)) or _with_changes(said)):
        result += "_amended"
    return Outcome(result, flags, _effect(said, result), of_proposal)


def _with_changes(said: str) -> bool:
    """Was a proposal to change the case adopted, and the case itself: "Ændringsforslaget blev vedtaget. Sagen godkendt."?"""
    carried = [m.span() for m in CARRIED.finditer(said) if not ((n := _COUNTED.match(said, m.end())) and int(n[1]) <= int(n[2]))]
    passed = [m.start() for m in _PASSED.finditer(said)] if carried else []
    return any(not any(a <= at < b for a, b in carried) for at in passed)


_COUNTED = re.compile(r" med (\d{1,2}) (?:stemmer )?i?mod (\d{1,2})")
_PASSED = re.compile(r"(?<!ikke )\b(?:vedt(?:aget|ages)|godkend(?:t|es)|tiltr(?:ådt|ædes))\b", re.I)
_INSTEAD = re.compile(r"\bikke\b[^.;]*, men (?:\w+ )?(?:tillader|tillod|godkend(?:er|te)|bevilge(?:r|de)|accepterer|accepterede|tiltræder"
                      r"|tiltrådte|imødekommer|imødekom|g(?:iver|av) (?:tilladelse|dispensation|tilskud|lov))\b")
""" "kan ikke tiltræde et skilt, men tillader klinikken": a part is denied, the rest is given."""


def of_title(title: str, said: str) -> str:
    """What came of an item whose decision says it with the words of its title, "Dispensation fra ...: Givet.", or tells something below
    one under which nothing else is done; "unknown" elsewhere."""
    given = _IS_GIVEN.match(said)
    whole = (judge(f"{word} {given[0].lower()}").outcome for word in title.split() if given and len(word) > len("for"))
    below = "noted" if _NEWS.match(title) else "adopted" if _PAPERS.fullmatch(title) and _CONTENT.fullmatch(said) else "unknown"
    return next((outcome for outcome in whole if outcome != "unknown"), below)


_IS_GIVEN = re.compile(r"\W*(?:(?:af)?giv(?:et|es)|meddel(?:t|es)|yde[ts]|udsted(?:t|es))(?: ikke)?\b", re.I)
_PAPERS = re.compile(r"(?:godkendelse af )?(?:dagsorden|referat|protokol)(?:en|et|len)?(?: (?:fra|af|for) .*)?\W*", re.I)
_CONTENT = re.compile(r"\W*(?:der var )?(?:fin|god|ok|i orden|uændret|uden bemærkninger|ingen indvendinger)(?: \w+){0,4}\W*", re.I)
"""What is said of an agenda or of minutes with which all are content."""
_NEWS = re.compile(r"(?:\w+ )?(?:orientering(?:er)?|meddelelser)(?: fra .*| og .*|\W*)$", re.I)


def _by_count(said: str) -> str:
    """What the numbers alone tell, those of the last vote: "Fem stemte for at bevare hallen, to stemte imod"; "" without both sides, and
    on a tie."""
    counts: dict[str, int] = {}
    for a, b in sentences(said):
        if not _AMENDMENT.search(said[a:b]):
            told = {t.side: t.count for t in reversed(sided(tallies(said[a:b]), ""))}
            counts = told if {"for", "against"} <= told.keys() else told | counts
    ahead = counts["for"] - counts["against"] if {"for", "against"} <= counts.keys() else 0
    return "adopted" if ahead > 0 else "rejected" if ahead < 0 else ""


def _flags(said: str) -> list[str]:
    held = holds(said)
    return [name for name, need, pattern in _FLAGS if held & need and pattern.search(said)]


_WITHOUT = re.compile(r"uden afstemning", re.I)
_MINORITY = re.compile(r"mindretalsudtalelse|mindretalsindstilling|særindstilling", re.I)
_FLAGS = [
    (name, needs(pattern), pattern)
    for name, pattern in (
        ("unanimous", _UNANIMOUS), ("without_vote", _WITHOUT), ("has_reservation", _RESERVED), ("conditional", _CONDITION),
        ("suspended", _SUSPENDED), ("has_minority_statement", _MINORITY))
]


def _parts(said: str) -> list[str]:
    """The parts of a decision that mirrors the points of its recommendation: "Ad 1. Anbefales. Ad 2. Udsat." """
    cuts = list(_PART.finditer(said))
    if len(cuts) < 2 or said[: cuts[0].start()].strip() and _best(said[: cuts[0].start()]):
        return [said]
    ends = [c.start() for c in cuts[1:]] + [len(said)]
    parts = [said[c.end() : e] for c, e in zip(cuts, ends, strict=True)]
    return parts if sum(1 for p in parts if _best(p)) > 1 else [said]


def _carried(said: str) -> str:
    """The sentences in which the body itself decides, without those on amendments that fell: what these would change is not changed."""
    return " ".join(one for one in own_sentences(said) if not (_AMENDMENT.search(_first_clause(one)) and _fell(one)))


def _first_clause(one: str) -> str:
    return _IN_BRACKETS.sub("", one).split(",")[0]


_IN_BRACKETS = re.compile(r" \([^()]*\)")


def _fell(one: str) -> bool:
    labels = {hit.label for hit in outcomes(one)}
    return bool(labels) and labels <= {"rejected", "lapsed", "withdrawn"}


def _labels(said: str) -> list[str]:
    return [hit.label for one in own_sentences(said) for hit in outcomes(one)]


def _best(said: str) -> str:
    """The outcome of the sentences, "" for none."""
    return _ranked(said)[2]


_OF_PROPOSAL = 12
"""How far the fate of a proposal beside the case stands back."""


def _ranked(said: str) -> tuple[int, int, str]:
    """The outcome of the sentences with its rank and place: a decision before mere notice, the first before the later, amendments last.

    "Forslaget faldt" after "O foreslog, at ..." is the fate of that proposal, not of the item.
    """
    ranked: list[tuple[int, int, str]] = []
    proposed, put = _AMENDMENT.match(said.lstrip()) is not None, ""
    for n, one in enumerate(own_sentences(said)):
        label = _of_sentence(one) or next((said for form, said in _FORMS if form.match(one)), "")
        if put and label == "adopted" and _THAT_CARRIED.match(one):
            ranked.append((_rank(put), n, put))
        put = _put_forward(one, label)
        label = put if put and _ACCEPTED.search(one) else label
        if label:
            ranked = [] if _AS_CHANGED.match(one) else ranked
            stands_back = _stands_back(one, label, proposed)
            if label in _STRONG and label != "lapsed" and not stands_back and AFTER.search(one):
                ranked = [(rank + 8 * (earlier == "rejected"), at, earlier) for rank, at, earlier in ranked]
            ranked.append((_rank(label) + stands_back, n, label))
        proposed = proposed or bool(_PROPOSES.search(one) or _AMENDMENT.search(one) or _SOMEBODYS.match(one))
    return min(ranked, default=(0, 0, ""))


_AS_CHANGED = re.compile(r"\W*(?:Det|Den) (?:således |nu |dermed )?ændrede ")
"""How the sentence begins on the case as votes before it have changed it."""
AFTER = led(r"\b(?:herefter|derefter|herpå|derpå|til sidst)\b", re.I)
"""In the sentence of a decision that was taken after others: "Høringssvaret blev derefter godkendt"."""


def _stands_back(one: str, label: str, proposed: bool) -> int:
    """How far the outcome of a sentence stands back behind those of others."""
    fate = _SOMEBODYS.match(one) or proposed and (_THAT_PROPOSAL.match(one) or BARE_FATE.fullmatch(one) or _NOT_THAT.search(one))
    if fate and label in ("rejected", "lapsed"):
        return _OF_PROPOSAL
    if label == "referred" and _FOR_NEWS.search(one):
        return _NEWS_BACK
    again = label == "postponed" and _AGAIN.search(one)
    elsewhere = label == "withdrawn" and not _OF_CASE.search(one)
    return 5 if fate and label == "adopted" or again else max(5, _weight(one)) if elsewhere else _weight(one)


_NEWS_BACK = 2
"""How far what is only sent on for information stands back: behind what was noted, and level with what was discussed."""
_OF_CASE = re.compile(
    r"^\W*(?:Udg|Taget|Tages|Trukket|Trækkes|Frafald|Aflys|Går ud)|\b(?:sag|punkt|pkt|forslag|emne|indstilling|beslutning|behandling"
    r"|ansøgning|dagsorden|orientering|møde)|\b(?:trukket|trak|trækker)\b", re.I)
"""In a sentence on the case itself; "trappevasken udgår" withdraws no case, where something else was decided."""
_AGAIN = re.compile(r"\b(?:tages|tager|kommer|sættes) (?:\w+ ){0,3}?(?:op|på|resten|igen)\b", re.I)
"""That a case comes back, which postpones it where nothing else was decided."""
_SOMEBODYS = re.compile(rf"\W*(?:(?:Et )?[Ff]orslag(?:et)?|Ændringen) (?:\w+ )?(?:fra|af) (?:{PERSON}|{LETTERS}(?!\w)|{A_PARTY})")
BARE_FATE = re.compile(r"\W*(?:Ikke (?:vedtaget|godkendt|tiltrådt)|Forkastet|Nedstemt|Bortfaldt|Faldet)\W*")
_NOT_THAT = re.compile(r"\bikke (?:støtte|tiltræde|imødekomme|godkende|anbefale|tilslutte sig|gå ind for) "
                       r"(?:det|dette|denne|den|forslaget|ændringen|tilføjelsen|ønsket|kravet)\b(?! \w*(?:indstilling|sag))"
                       r"|\bikke (?:tilslutning|flertal|opbakning|stemning) (?:her|der)(?:til|for)\b")


def _put_forward(one: str, label: str) -> str:
    """What somebody proposes to do with the case: "Formanden foreslog, at sagen blev udsat", "foreslog at udsætte sagen"."""
    if not _PROPOSES.search(one):
        return ""
    put = _TO_PUT_OFF.search(one)
    return "postponed" if put and put["off"] else "returned" if put else label if label in _OFF_THE_TABLE else ""


_OFF_THE_TABLE = ("postponed", "withdrawn", "returned", "referred")
_TO_PUT_OFF = re.compile(r"\bat (?:(?P<off>udsætte|udskyde)|hjemvise|tilbagesende) ")
_THAT_CARRIED = re.compile(r"\W*(?:Det|Dette|Forslaget) (?:blev |er )?(?:herefter |enstemmigt )?(?:vedtaget|tiltrådt|godkendt)")
"""After "Formanden foreslog, at sagen blev udsat": what was put forward is what was decided."""
_THAT_PROPOSAL = re.compile(r"\W*(?:Forslaget(?! til\b)|Ændringen|Dette|Det)\b")


def _weight(one: str) -> int:
    """How far a sentence stands back: it tells of another item, of an amendment, of a proposal or of what happened before."""
    if _AMENDMENT.search(_first_clause(one)) and not _THEREBY.search(one) and (not amends(one) or _fell(one)):
        return 20
    if _OTHER_ITEM.search(one):
        return 15
    if _NOMINATES.match(one):
        return 10
    return 10 if _PROPOSES.search(one) and not _ACCEPTED.search(one) or (_TOLD.search(one) and "bemærkning" not in one) else 0


_NOMINATES = re.compile(
    rf"\W*(?:{PERSON}|(?:(?:{LETTERS}|{A_PARTY})(?:, | og )?)+)(?: \([^()]*\))? (?:anbefale|indstille)(?:de|r) "
    rf"(?:[A-ZÆØÅ][^.]*? som |{PERSON}(?: \([^()]*\))?(?:\W*$|, (?:og |mens )?(?:{PERSON}|{LETTERS}|{A_PARTY})\b))")
""" "Ida Holm anbefalede Bo Ravn som formand", "V indstillede Bo Ravn": who is put forward in an election."""
_ACCEPTED = re.compile(
    r"\b(?:det|dette|den) (?:tilsluttede|godkendte|vedtog|tiltrådte|besluttede) \w|\b(?:hvilket|og (?:det|dette)|det) (?:blev |er )?"
    r"(?:\w+ )?(?:vedtaget|godkendt|tiltrådt|besluttet|vedtoges|tiltrådtes|godkendtes|besluttedes)\b", re.I)
"""What became of a proposal in the sentence that tells of it: "Ida foreslog et svar, og det tilsluttede rådet sig"."""


def _of_sentence(one: str) -> str:
    plain = _EMBEDDED.sub("", one)
    one = plain if plain != one and outcomes(plain) else one
    hits: Sequence[Hit] = of_all(one)
    if sides := _TAKE_SIDES.match(one):
        hits = [h for h in hits if h.start >= sides.end()]
    if reported := _REPORTED.search(one):
        hits = [h for h in hits if h.start < reported.end()]
    if asked := _ASKED.search(one):
        hits = [h for h in hits if h.start < asked.start()]
    hits = [h for h in hits if not _SOMEBODY_HAS.search(one, 0, h.start)]
    if hits and (why := _WHY.search(one, hits[0].end)):
        hits = [h for h in hits if h.start < why.start() or h.label not in ("rejected", "not_recommended")]
    aside = _RELATIVE.search(one, hits[0].end) if hits else None
    later = (*_NOT_UNTIL.finditer(one), *NEXT_TIME.finditer(one))
    beside = [m.span() for m in (aside, *_DESCRIBES.finditer(one), *later) if m] if hits else []
    labels = [_denied(one, h) for h in hits if all(h.end <= a or h.start >= b for a, b in beside)]
    if not labels:
        return ""
    if thereby := _THEREBY.search(one) or _THUS.search(one):
        over = [_denied(one, h) for h in hits if h.start < thereby.end() < h.end]
        labels = over or [h.label for h in outcomes(one[thereby.end():])] or labels
    agreed = [h for h in hits if h.label == "adopted"]
    if labels[0] == "discussed" and agreed and all(one[h.start : h.end].lower().startswith("enig") for h in agreed):
        labels = [label for label in labels if label != "adopted"]
    if set(labels) == {"withdrawn", "postponed"}:
        return "postponed"
    if {"rejected", "not_recommended"} <= set(labels):
        return "not_recommended"
    if "appointed" in labels and labels[0] == "recommended" and _AS_MEMBER.search(one):
        return "appointed"
    if "med bemærkning" in one:
        after = [h.label for h in outcomes(one[one.index("med bemærkning"):])]
        labels = after or labels
    if labels[0] == "noted" and _FOR_NEWS.search(one):
        labels = [label for label in labels if label != "referred"]
    return min(labels, key=lambda label: (_rank(label), labels.index(label)))


_FOR_NEWS = re.compile(r"send\w*\b[^.;]*\btil (?:orientering|efterretning|underretning)\b")
"""What is sent on so is treated nowhere else: "Videresendes til Byrådet til orientering"."""


def _denied(one: str, hit: Hit) -> str:
    """The outcome of a phrase, turned where the sentence denies its verb: "bifalder ikke ansøgningen"."""
    denied = one[hit.start : hit.end].endswith(_FINITE) and _DENIES.match(one, hit.end)
    return {"adopted": "rejected", "recommended": "not_recommended"}.get(hit.label, hit.label) if denied else hit.label


_SOMEBODY_HAS = re.compile(r"\b(?:han|hun|de) (?:har|havde) \Z")
""" "med den henvendelse, han har sendt til udvalget": what was done before the meeting."""
_FINITE = ("er", "ede", "te", "es", "og", "tår", "tod")
_DENIES = re.compile(r" ikke\b(?! (?:kun|blot|alene|mindst|uden|længere|at)\b)")
_NAMED = rf"{PERSON}(?: \([^()]*\))?"
_TAKE_SIDES = re.compile(rf"\W*{_NAMED}(?:(?:, | og | samt ){_NAMED})* (?:kunne|kan|ville|ønskede|støttede|tilsluttede|var)\b"
                         r".*?(?:, og|, så|;) (?=(?:\w+ )?(?:forslaget|sagen|indstillingen|punktet|ansøgningen)\b)", re.S)
""" "Ida Holm kunne tilslutte sig planen; Bo Ravn og Per Dal var imod, og forslaget bortfalder": who was for decides nothing."""
_WHY = re.compile(r", (?:idet|da|fordi|eftersom) ")
_ASKED = re.compile(r"\bom (?:\w+ ){1,3}?(?:skulle|skal|burde|bør)\b")
"""What was asked: "drøftede, om sagen skulle udsættes"."""
_RELATIVE = re.compile(r", hvor[i]? [^,.]*")
"""What is told of a paper after the decision on it: "drøftede et udkast, hvor forslaget frarådes"."""
_DESCRIBES = re.compile(r", (?:(?:der|som) (?:er|har|var|havde)|hvoraf|heraf|hvem|hvad|hvordan|hvorfor) [^,.]*")
"""What is told of a person or a thing, and what is asked: "medlemmer, der er bevilget orlov", "kampagnen, hvem har besluttet den"."""
_NOT_UNTIL = re.compile(r", (?:før(?:end)?|inden|indtil|når|hvis|såfremt|dersom)(?!,) [^,.;]*")
"""What must come first, or may come: "bad om et notat, før sagen kan godkendes", "taler videre, hvis planen bliver vedtaget"."""
NEXT_TIME = re.compile(r", (?:hvilket|som|der) (?:\w+ )?(?:drøftes|behandles|forelægges|fremlægges|tages op) [^,.;]*\b(?:næste|kommende"
                        r"|senere)\b[^,.;]*")
"""What will be done with a paper that is made first: "et udkast, hvilket drøftes på næste møde"."""
_EMBEDDED = re.compile(r" \([^()]*\)|, (?:der|som|hvori) [^,.]*(?=, (?:blev|bliver|er|var|kan|[a-zæøå]{3,}es)\b)")
"""What stands in brackets, and what is told of a thing before the sentence says what was decided of it: "Et svar, der fraråder planen,
blev vedtaget"."""
_REPORTED = led(
    r"\b(?:meddelte|oplyste|fortalte|nævnte|(?:blev|er) (?:oplyst|meddelt|nævnt|fortalt|orienteret om)"
    r"|orienterede(?: \w+)?(?: om)?|gjorde opmærksom på|redegjorde for|til efterretning|til orientering|bekendt med|noterede sig"
    r"|noterer sig)(?: med (?:ønske|bemærkning|opfordring|henstilling|tilføjelse) om)?,? at\b", re.I)
"""What somebody told the meeting is no decision of its own: "Formanden oplyste, at byrådet har vedtaget …"."""
_WHAT = r"(?:(?:Sagen|Punktet|Emnet|Behandlingen|Forslaget) )?"
_FORMS = (
    (re.compile(rf"\W*(?:Som (?:(?:{BODY.pattern})|(?:fag)?udvalgets?)(?: (?:flertal\w*|indstilling|anbefaling|beslutning))?"
                r"|(?:I overensstemmelse med|Jf\.|Jævnfør|Efter) (?:\w+ ){0,2}indstillingen|OK|Ok|Ja)\W*$"),
     "adopted"),
    (re.compile(r"\W*(?:Kendelse|Afgørelse|Beslutning) (?:i overensstemmelse med|efter|som) "), "adopted"),
    (re.compile(r"\W*Efterretning\s*(?:[.,]|$)"), "noted"),
    (re.compile(r"\W*(?:Tilladelse|Dispensation|Bevilling|Samtykke|Tilsagn)(?: til [^.,]{3,60}?)?(?: (?:med|på|uden|for)\b|\W*$)"),
     "adopted"),
    (re.compile(rf"\W*{_WHAT}(?:blev |er )?(?:trukket|tages af|taget af|går ud(?! på))(?:$|\W)", re.I), "withdrawn"),
    (re.compile(rf"\W*{_WHAT}(?:hviler|beror|rykkes|skydes|skubbes|venter) ?(?:til\b|$|\W)", re.I), "postponed"),
    (re.compile(rf"\W*{_WHAT}(?:blev |er )?\w+(?:t|es) til (?:efter|senere|næste møde|mødet|(?:et )?(?:nyt|senere|kommende) møde)\b", re.I),
     "postponed"),
    (re.compile(r"\W*(?:Medtages|Indgår|Tages med) i (?:[a-zæøå]+ ){0,3}\w*budget"), "referred"),
    (re.compile(r"\W*(?:Gen|Ny)?[Vv]alg\W*$"), "appointed"),
    (re.compile(r"\W*Aftalt,? at\b"), "adopted"),
    (re.compile(rf"\W*(?:{BODY.pattern}|Udvalget|Rådet|Bestyrelsen|Vi) (?:gav|giver|fordelte|fordeler|uddelte|uddeler)\b"
                r"(?: følgende(?: \w+)?| tilskud| penge(?:ne)?)?(?:\s?:| (?:[^.]|\.(?=\d))*\d kr)"), "adopted"),
    (re.compile(r"\W*Vi (?:søger|sender|køber|holder|bruger|laver|giver|skriver|beder|inviterer|bestiller|støtter|betaler)\b"), "adopted"),
)
"""What a short sentence says that has no word of the vocabulary: "Som Teknisk Udvalg." is what the body before decided,
"Jf. indstillingen." what was put to this one."""
_AS_MEMBER = re.compile(r"\bsom\b|valgt|udpeg", re.I)
_OTHER_ITEM = re.compile(r"\b(?:udsætte|udskyde|tage|trække) (?:\w+ )?(?:punkt(?:er(?:ne)?)?|pkt\.|sag(?:er(?:ne)?)?(?: nr\.)?) \d"
                         r"|\b(?:punkt(?:er(?:ne)?)?|pkt\.?|sag(?:er(?:ne)?|\snr\.?)?)\s\d{1,4}\b\.?[^.]*\b"
                         r"(?:udgår|udgik|udsættes|udsat|udskydes|tages af|taget af|trækkes|trukket|genoptages|sendes tilbage"
                         r"|hjemvises)", re.I)
_THEREBY = re.compile(r"(?:vedtaget|godkendt|tiltrådt),? (?:og|så|hvorefter|hvorfor) (?=(?:sagen|punktet|behandlingen)\b)", re.I)
_THUS = re.compile(r"\b(?:er|blev|bliver|sagde|siger) (?:altså|dermed|hermed|således) |, og (?=\w*forslaget [^.;]*\bbortf[ao]ld\w*)"
                   r"|, (?:som|der|og|hvorfor|hvorefter) (?:\w+ )?(?:dermed|hermed|derfor|herefter|således) "
                   r"(?=(?:er |blev )?bortf[ao]ld\w*)"
                   r"|, så (?=(?:[\w-]+ ){1,4}(?:faldt|falder|bortfald\w+|forkast\w+)\b)")
""" "Dette vedtog byrådet; planen er altså hjemvist": what came of the case, behind what was done."""
_TOLD = re.compile(r"\b(?:har|havde|har været)\s(?:(?:den )?\d{1,2}\. ?\w+ \d{4} )?(?:\w+\s){0,3}?"
                   r"(?:godkendt|vedtaget|tiltrådt|besluttet|anbefalet|udsat|afvist|valgt)", re.I)


def _rank(label: str) -> int:
    return 0 if label in _STRONG else {"referred": 1, "noted": 2, "discussed": 3}.get(label, 4)


_PUTS_OFF = re.compile(r"(?:forslag(?:et)?|indstilling(?:en)?)\s(?:om|til)\s(?:at\s)?(?P<what>udsætte|udsættelse|udskyde|afvise|afslå|"
                       r"tilbagesende|hjemvise|sende (?:sagen|forslaget|punktet) (?:tilbage|retur))", re.I)


def _effect(said: str, result: str) -> str | None:
    """ "Forslaget om at udsætte sagen blev vedtaget": adopted, and what is adopted is a postponement."""
    match = _PUTS_OFF.search(said) if result.startswith("adopted") else None
    if not match:
        return None
    return "rejected" if match["what"].lower().startswith("af") else "returned" if match["what"].lower()[0] in "ths" else "postponed"
