"""Decisions without a heading: "Det blev besluttet at ...", "Rådet valgte ...", a lone "Godkendt." under an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.decisions.asides import own_sentences
from extractors.decisions.closing import called, closing
from extractors.decisions.concluded import concludes, names
from extractors.decisions.outcome import AFTER, BARE_FATE, judge
from extractors.decisions.phrases import outcomes
from extractors.decisions.spoken_words import (
    ACTIVE,
    AMENDMENT,
    AT_THE_TIME,
    BESIDES,
    BY_OTHERS,
    DECIDED,
    FOLLOWS,
    GATE,
    INVERTED,
    LABEL,
    NOW,
    OF_CASE,
    OTHERS_ACT,
    PASSIVE,
    PAST,
    SHORT,
    SINCE,
    SUBJECT,
    SURELY,
    TALKS,
    THEREUPON,
    THUS,
    WITH_VOTES,
)
from extractors.decisions.tallies import WORDS, tallies
from extractors.decisions.vote_runs import SO, told_votes
from extractors.decisions.voters import heads
from extractors.decisions.votes import last_vote
from extractors.layout import Flow
from extractors.sentences import sentences, unquoted
from extractors.structure import Section, Structure
from extractors.structure.names import BODY

_FORMAL = ("facts", "summary", "economy", "impact", "law", "hearing", "timetable", "annex", "route", "endorsement", "attendance",
           "signature", "contents")


@dataclass(slots=True)
class Spoken:
    """A decision in running text: the offsets of its sentence and of the lists of voters after it, the item's index and the outcome.

    `aside` is a vote that is not the item's decision: on an amendment, or another than the weightiest. `after`: it was taken after
    others. `voted`: it gives votes.
    """

    start: int
    end: int
    item: int
    outcome: str
    aside: bool = False
    after: bool = False
    voted: bool = False


def spoken(flow: Flow, structure: Structure, settled: set[int], taken: list[tuple[int, int]]) -> list[Spoken]:
    """The decisions of the items that have no decision heading, outside what is `taken` to tell of other meetings; of each item the
    weightiest, appointments apart."""
    active = _active(structure.body)
    found: dict[int, list[Spoken]] = {}
    for section in structure.sections:
        if section.item >= 0 and section.item not in settled and section.role not in ("decision", "remark", *_FORMAL):
            said = _of_section(flow, section, active, structure.items[section.item].title)
            found.setdefault(section.item, []).extend(s for s in said if not any(a < s.end and s.start < b for a, b in taken))
    for i in range(len(structure.items)):
        if i not in settled and not found.get(i):
            alone = _in_title(structure, i) or _below_title(flow, structure, i) or _at_the_end(flow, structure, i)
            alone = alone or _by_vote(flow, structure, i, taken)
            found[i] = [alone] if alone else []
    for i in range(len(structure.items)):
        if i not in settled and (last := _closing(flow, structure, i, found.get(i, []))):
            found[i] = [last]
    return [_with_its_vote(flow, structure, s) for item in sorted(found) for s in _weightiest(found[item])]


def _closing(flow: Flow, structure: Structure, i: int, found: list[Spoken]) -> Spoken | None:
    """What the last lines of an item without headings tell that the meeting did, where no more than that was `found`."""
    parts = [s for s in structure.sections if s.item == i and s.role not in ("remark", "attendance")]
    title = structure.items[i].title
    put = any(s.role not in ("", "route") and (s.heading or s.role != "recommendation") for s in parts)
    if not parts or parts[-1].role not in ("", "route") or put or _EVERY_MEETING.match(title) and not title.startswith("Orientering om"):
        return None
    at = parts[-1].content
    last = closing(unquoted(flow.text[at : parts[-1].end]), title, structure.body)
    weighty = [s for s in found if _WEIGHT.get(s.outcome, 4) > 2 and not s.aside]
    if weighty and last and last.outcome in _WEIGHT:
        return None
    chosen_now = last and last.outcome == "appointed" and not any(s.outcome == "appointed" for s in found)
    if not last or found and not last.surely and not chosen_now:
        return None
    apart = [s for s in weighty if s.end > at + last.start and last.outcome not in (s.outcome, *_REFINED.get(s.outcome, ()))]
    if apart and not last.put and not chosen_now:
        return None
    start, end = at + last.start, at + last.end
    around = [s for s in found if s.start < end and start < s.end]
    drawn = [s.start for s in around if _DRAWN.search(flow.text, start, end)]  # from a vote before it
    return Spoken(min([start, *drawn]), max([end, *(s.end for s in around)]), i, last.outcome)


_DRAWN = re.compile(r"\b(?:dermed|hermed|således|altså)\b")


_REFINED = {"adopted": ("adopted_amended", "recommended", "recommended_amended"), "referred": ("recommended",),
            "recommended": ("recommended_amended", "not_recommended")}
"""What a sentence alone tells of a decision, and what it is with those around it."""


def _active(body: str | None) -> re.Pattern[str]:
    """The body's own verbs: "Integrationsrådet besluttede", "Rådet vedtog"."""
    names = {"en enig bestyrelse", "et enigt udvalg", "et enigt råd", "vi", "man", "mødet", "forsamlingen", "et flertal", "parterne",
             "deltagerne", *called(body)}
    own = rf"(?:{'|'.join(map(re.escape, sorted(names)))})"
    told = rf"{own}\s(?:(?:(?:\w+\s){{0,2}}?|[a-zæøå]+(?:te|de) [^.,;]{{0,50}}?\bog ){ACTIVE}|(?P<talks>{TALKS}))\b"
    told += rf"|(?P<inverted>(?:{INVERTED}|{THEREUPON}){own})\b"
    return re.compile(rf"(?:^|(?<=[\s,]))(?:{told})|\A\W*(?P<subject>{own}s?)\b(?! havde\b)", re.I)


def _of_section(flow: Flow, section: Section, active: re.Pattern[str], title: str) -> Iterator[Spoken]:
    text = unquoted(flow.text[section.content : section.end])
    if not GATE.search(text):
        return
    strict = section.role == "recommendation"
    last: Spoken | None = None
    votes: int | None = None
    before = ""
    for a, b in sentences(text):
        one = LABEL.sub("", text[a:b].strip())
        if last and (FOLLOWS.match(one) or BESIDES.search(one) or "stemte" in one and not own_sentences(one)):
            last.end = section.content + b
            continue
        if last:
            yield last
        decides = GATE.search(one) and (
            _decides(one, active, strict) or not strict and (_of_topic(one, title) or _elects(one, title)))
        label = judge(one).outcome if decides else "unknown"
        since = votes if votes is not None and (THUS.search(one) or _voted(text[votes:a]) and not tallies(one)) else a
        votes = (a if votes is None else votes) if "stem" in one.lower() or FOLLOWS.match(one) or heads(one) else None
        fate = AMENDMENT.search(before) and BARE_FATE.fullmatch(one)
        aside, after = bool(AMENDMENT.search(one) or fate or _ROUTE.fullmatch(one)) or _counted(one), bool(AFTER.search(one))
        voted, before = since < a or bool(WITH_VOTES.search(one)), one
        found = Spoken(section.content + since, section.content + b, section.item, label, aside, after, voted)
        last = found if label != "unknown" else None
    if last:
        yield last


def _decides(one: str, active: re.Pattern[str], strict: bool) -> bool:
    """Is the sentence the meeting's own decision, and not a tale of one?"""
    if one.endswith("?") or OTHERS_ACT.match(one) or strict and _PUT.match(one):
        return False
    if len(one) <= 250 and _lone(one.lstrip(_ARROWS)) or _counted(one):
        return True
    if SINCE.match(one):
        return not strict
    if BY_OTHERS.search(one) or AT_THE_TIME.search(one):
        return False
    if DECIDED.match(one):
        return not strict
    if PASSIVE.search(one) and not PAST.search(_EXPLAINED.sub("", one).split(", og ")[0]):
        return bool(SUBJECT.match(one)) or not strict
    if strict and (own := active.match(one.lstrip())):
        if _TO_OTHERS.match(one.lstrip(), own.end()):
            return True
        now = own[0].endswith("er") and not SURELY.match(one.lstrip(), own.end()) or own["talks"] and NOW.match(own["talks"])
        return not now  # "Bestyrelsen anbefaler" may be what is recommended
    one = _EXPLAINED.sub("", one)
    if strict or PAST.search(one):
        return False
    told = active.search(one)
    if told and told["subject"]:
        hits = outcomes(one)
        told = told if hits and hits[0].start - told.end() < _NEXT else active.search(one, told.end())
    return bool(told or len(one.split()) <= SHORT and OF_CASE.match(one))


_PUT = re.compile(r"\W*Det (?:indstilles|foreslås|anbefales)(?: derfor)?,? at\b")
"""How a recommendation begins, of whatever the body then decided."""
_NEXT = 20
"""Characters within which what a body did stands behind its name: "Rådets flertal bestemte"."""


def tells(text: str, body: str | None) -> bool:
    """Does a text without a heading tell what that body decided?"""
    active = _active(body)
    said = (text[a:b].strip() for a, b in sentences(unquoted(text)))
    return any(judge(one).outcome not in ("unknown", "procedural") for one in said if _decides(one, active, False))


def _of_topic(one: str, title: str) -> bool:
    """ "Temadagen udskydes til foråret." under "Temadag": what becomes of what the item is on, in a short sentence."""
    told = _BECOMES.match(one) if len(one.split()) <= SHORT else None
    return told is not None and names(told["topic"], title)


_ROUTE = re.compile(rf"\W*(?:Indstilles|Forelægges|Oversendes) (?:til|for) (?:{BODY.pattern})\W*")
"""Who is to decide, which may stand below the title."""
_TO_OTHERS = re.compile(r"(?: \w+)? (?:til|over for) (?!at\b)")


def _elects(one: str, title: str) -> bool:
    """ "Gruppen udpegede Ida Holm." under "Valg af viceborgmester": one is elected, whoever does it."""
    return bool(_OF_CHOICE.match(title)) and judge(one).outcome == "appointed" and not (PAST.search(one) or _NOT_YET.search(one))


_NOT_YET = re.compile(r"\b(?:foresl\w+|indstil\w+|opstil\w+|stille\w*|kandidat\w*|skal|skulle|kan|kunne|ønske\w*|ikke|om)\b")
_EXPLAINED = re.compile(r",\s(?:som|der|da|idet|fordi|eftersom|efter at)\s[^.]*\W*$")
""" "… med de rettelser, som Ida Holm havde foreslået": what is told at the end of it."""
_BECOMES = re.compile(r"\W*(?P<topic>[A-ZÆØÅ][\w-]+(?:en|et|n|rne)) (?:udskydes|udsættes|udgår|godkendes|vedtages|afvises"
                      r"|bortfalder|oversendes|genoptages|aflyses)\b")
_ARROWS = "=>→–-•▪◦ "
"""What may lead to a decision: "→ Godkendt."."""


def bare(text: str) -> bool:
    """Does a text begin with the word of a decision: "Vedtaget med 10 stemmer. Ida Holm stemte imod", "Indstilles godkendt"?"""
    hits = outcomes(text[:160])
    return bool(hits) and hits[0].start == 0 and text[0].isupper() and not _OF_TITLE.match(text)


def _lone(one: str) -> bool:
    """ "Godkendt.", "Indstilles over for byrådet til vedtagelse.", "Ingen bemærkninger." """
    one = one if _PARTICIPLE_FIRST.match(one) else _ADVERB.sub(lambda m: m["next"].upper(), one)
    if _ELLIPTIC.fullmatch(one) or _PAPER.fullmatch(one):
        return True
    hits = outcomes(one)
    if (not hits or hits[0].start == 0) and _PARTICIPLE_FIRST.match(one) or _FOUND_TO_BE.match(one):
        return True
    if not hits or hits[0].start > 7 or not one[0].isupper() or _OF_TITLE.match(one) or PAST.search(one, 0, hits[0].start):
        return judge(one).outcome == "procedural"
    return len(one) <= 110 and len(one.split()) <= 6


_ADVERB = re.compile(
    r"^(?:Endeligt?|Foreløbigt?|Principielt|Enstemmigt|Herefter|I princippet|[A-ZÆØÅ][a-zæøå]+t og) (?P<next>[a-zæøå])(?=\w)")
_PARTICIPLE_FIRST = re.compile(
    r"(?:Godkendt|Vedtaget|Tiltrådt|Bevilget|Imødekommet|Udsat|Udskudt|Hjemvist|Oversendt|Henvist|Forkastet|Nedstemt|Afvist|Afslag|Afslået"
    r"|Anbefalet|Anbefales|Indstilles|Drøftet|Udgår|Udgik|Tilsluttet|Meddelt|Stadfæstet|Fastsat|Henlagt|Henlægges|Fordelt|Tilladelse"
    r"|Dispensation|Kendelse"
    r"|Taget (?:til efterretning|af dagsordenen))"
    r"(?=[.,;:]|\s(?:således|fordi|dermed|hermed|herefter|med|til|idet|under|uden|som|efter|enstemmigt|dog|for|i|og|på|mod|imod|af|at"
    r"|godkendt|da)\b|$)")
"""How a decision begins that is a word and what belongs to it; no title does."""
_FOUND_TO_BE = re.compile(
    r"(?:Ønskes|Findes|Anses|Skønnes) [a-zæøå][^.]*?\bog (?:\w+ )?(?:anbefale|indstille|godkende|vedtage|tiltræde|bevilge)s\b")
""" "Ønskes ændret, så fristen bliver en uge, og anbefales herefter"."""
_ELLIPTIC = re.compile(
    rf"(?:[A-ZÆØÅ][\wæøå-]*(?:en|et|erne|ne)|(?:{BODY.pattern}|[A-ZÆØÅ][\wæøå-]*(?: (?:for|og) [\w-]+){{0,4}}s)"
    r" \w*(?:indstilling|forslag|oplæg|anbefaling|udtalelse|erklæring|svar)(?: (?:af|fra) \d{1,2}\. \w+(?: \d{4})?)?"
    r"(?:,? om,? at [^.;:]{3,160},| (?:om|til|vedrørende|på)(?: (?!(?:blev|bliver|er|var|som|der)\b)[\w-]+){1,12})?)"
    r"(?: (?:enstemmigt|herefter|derefter|endeligt|foreløbigt|principielt|uændret|således))? "
    r"(?:godkend(?:t|es)|vedt(?:aget|ages)|tiltr(?:ådt|ædes)|bevilge[ts]|(?:ikke )?imødekomme[ts]|forkast(?:et|es)|udsat|udsættes"
    r"|trukket|afsl(?:ået|ås)"
    r"|frafald(?:et|es)|bortfaldet|afvis(?:t|es|tes)|meddel(?:t|es)"
    r"|(?:anbefale[ts]|indstilles)(?: (?:godkendt|vedtaget|fremmet|sendt i (?:\w+ )?høring))?|oversend(?:t|es)"
    r"|henvis(?:t|es)|hjemvis(?:t|es))"
    r"(?:,? (?:da|idet|til|med|uden|enstemmigt|som|og|dog|efter|på|mod|under|fordi)\b.*)?\W*", re.S)
""" "Låneoptagelsen godkendt.", "Skole- og kulturudvalgets indstilling om, at der gives garanti, tiltrådt.", "Sagen trukket, da høringen
er aflyst"."""
_PAPER = re.compile(r"(?:Referat|Protokol|Dagsorden|Budget|\w*[Rr]egnskab)(?: (?:af|fra|for|til)\b.{2,60}?)? "
                    r"(?:godkendt|vedtaget|tiltrådt|underskrevet)(?: uden bemærkninger| enstemmigt)?\W*")
""" "Referat af 25. oktober godkendt."."""
_OF_TITLE = re.compile(r"(?:Godkend|Vedtag|Drøft|Valg|Beslut)\w*(?:else|ning) ")


def _voted(said: str) -> bool:
    """Do the sentences give a vote with both its sides, which is not on an amendment?"""
    return {"for", "against"} <= {t.side for a, b in sentences(said) for t in tallies(said[a:b])} and not AMENDMENT.search(said)


def _counted(one: str) -> bool:
    """ "Fire stemte for at bevare skolen, en stemte imod": a vote with both its sides."""
    return bool("stemte" in one or "støtte" in one or _BARE_TALLY.match(one)) and {"for", "against"} <= {t.side for t in tallies(one)}


_N = rf"(?:\d{{1,3}}|{'|'.join(WORDS)})"
_BARE_TALLY = re.compile(rf"\W*{_N} (?:stemmer |var )?for(?:,| og|, og|,? mens) {_N} (?:stemmer |var )?i?mod\b", re.I)
""" "5 for, 2 imod, 1 undlod.", "Ni var for, to imod." in a sentence of its own."""
_SAYS_SO = re.compile(r"(?:t|udgår|udgik|efterretning|orientering)\W?$")
"""How a title ends that says what was decided."""


def _in_title(structure: Structure, i: int) -> Spoken | None:
    """ "1. Dagsorden og referat godkendt." says its decision in its title."""
    item = structure.items[i]
    hits = outcomes(item.title)
    ends = bool(hits) and _SAYS_SO.search(item.title, hits[-1].start) and len(item.title.split()) > 1
    if ends and hits[-1].label in ("adopted", "noted", "discussed", "postponed", "withdrawn"):
        section = structure.section_at(item.source.at)
        length = len(item.source.quote)  # as printed, which may be longer than the running text
        return Spoken(item.source.at, min(item.source.at + length, section.content if section else length), i, hits[-1].label)
    return None


def _at_the_end(flow: Flow, structure: Structure, i: int) -> Spoken | None:
    """The last thing told of an item that has no headings, where it says what was decided."""
    parts = [s for s in structure.sections if s.item == i]
    if any(s.role for s in parts) or _EVERY_MEETING.match(structure.items[i].title):
        return None
    text = unquoted(flow.text[parts[-1].content : parts[-1].end]) if parts else ""
    own = [(a, b) for a, b in sentences(text) if own_sentences(text[a:b])]
    one = text[own[-1][0] : own[-1][1]].strip() if own else ""
    if not one or OTHERS_ACT.match(one) or BY_OTHERS.search(one) or PAST.search(_EXPLAINED.sub("", one)):
        return None
    outcome = concludes(one, structure.items[i].title, structure.body)
    end = max((b for a, b in sentences(text) if "stem" in text[a:b]), default=0)  # who voted how is told behind it
    return Spoken(parts[-1].content + own[-1][0], parts[-1].content + max(own[-1][1], end), i, outcome) if outcome else None


def _by_vote(flow: Flow, structure: Structure, i: int, taken: list[tuple[int, int]]) -> Spoken | None:
    """The vote that an item tells last, where nothing else says what was decided."""
    for section in reversed([s for s in structure.sections if s.item == i and s.role not in ("decision", "remark", *_FORMAL)]):
        text = unquoted(flow.text[section.content : section.end])
        poll = last_vote(text)
        if not poll or any(a < section.content + poll.end and section.content + poll.start < b for a, b in taken):
            continue
        said = text[poll.start : poll.end]
        if OTHERS_ACT.match(said) or BY_OTHERS.search(said) or AT_THE_TIME.search(said):
            continue
        outcome = poll.outcome or poll.won or "lapsed"
        return Spoken(section.content + poll.start, section.content + poll.end, i, outcome, voted=True)
    return None


def _with_its_vote(flow: Flow, structure: Structure, said: Spoken) -> Spoken:
    """A decision with the vote that stands right before or behind it."""
    section = structure.section_at(said.start)
    if section is None:
        return said
    text = unquoted(flow.text[section.content : section.end])
    drawn = SO.match(flow.text[said.start : said.end])
    for start, end, _ in told_votes(text):
        start, end = section.content + start, section.content + end
        if end <= said.start and (drawn or not flow.text[end : said.start].strip()):
            said.start = start
        elif said.end <= start and not flow.text[said.end : start].strip():
            said.end = end
    return said


_EVERY_MEETING = re.compile(
    r"(?:siden sidst|nyt fra|meddelelser|eventuelt|evt\.?(?: og .*)?\W*$|velkomst|(?:næste|kommende) møde|orientering|bordet rundt"
    r"|spørgetid)", re.I)
"""Items under which a last sentence tells of anything."""


def _below_title(flow: Flow, structure: Structure, i: int) -> Spoken | None:
    """ "Valg af kasserer", and nothing but a name below it."""
    parts = [s for s in structure.sections if s.item == i]
    if len(parts) != 1 or not chosen(structure.items[i].title, flow.text[parts[0].content : parts[0].end]):
        return None
    return Spoken(parts[0].content, parts[0].end, i, "appointed")


def chosen(title: str, said: str) -> bool:
    """Does a text say no more than who was chosen, below a title that tells so: "Ida Holm og Bo Ravn", "Ida Holm afløser Bo Ravn"?"""
    return bool(_OF_CHOICE.match(title) and _NAMES.fullmatch(said.strip()))


_OF_CHOICE = re.compile(
    r"(?:(?:Gen|Ny)?[Vv]alg|Udpegning|Udpegelse|Konstituering|Deltagelse|Hvem)\b|Nye? (?:repræsentant|suppleant|formand)"
    r"|Nyt? (?:\w*formand|medlem|kasserer|repræsentant)\b")
_NAME = (r"(?!(?:Lukket|Lukkede|Fortroligt?|Åbent?|Sag|Punkt|Udgår|Udgået)\b)"
         r"[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][\w.]*){0,4}(?: \([^()]{1,20}\))?")
_NAMES = re.compile(rf"(?:(?:Det blev|Valgt blev|Valget faldt på|Valget blev) )?{_NAME}(?:(?:, | og | samt ){_NAME})*"
                    r"(?: (?:deltager|fortsætter|genvælges|indtræder|overtager|modtog (?:gen)?valg|påtager sig (?:det|opgaven)"
                    rf"|(?:afløser|erstatter|efterfølger|i stedet for|indtræder (?:for|efter)) {_NAME}))?\.?")

_WEIGHT = {"procedural": 0, "discussed": 1, "noted": 2, "referred": 3}


def _weightiest(found: list[Spoken]) -> list[Spoken]:
    """One decision an item, besides an appointment; the others are set aside."""
    if not found:
        return []
    appointed = [s for s in found if s.outcome == "appointed"][:1]
    others = [s for s in found if s.outcome != "appointed"]
    if not others:
        return found[:1]
    best = max(others, key=lambda s: (not s.aside, _WEIGHT.get(s.outcome, 4), s.after, s.voted, -s.start))
    kept = appointed if appointed and (best.aside or _WEIGHT.get(best.outcome, 4) < 4) else [*appointed, best]
    for s in found:
        s.aside = s not in kept
    return sorted(found, key=lambda s: s.start)
