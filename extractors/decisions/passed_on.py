"""What other bodies said of a case on its way, told in a sentence: "Planudvalget tiltrådte den 27. oktober at anbefale sagen."

A body that is not the meeting's own, a verb of handing on, and a day not long before the meeting. What a council decided long ago, what a
body will treat and what the administration proposes to it are the history of the case, and no step on its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.decisions.concluded import names
from extractors.sentences import sentences
from extractors.structure.days import told as told_day
from extractors.structure.names import BODY, body_name
from minutes.needs import led

LONG_AGO = timedelta(120)
"""What a body said longer before the meeting is the history of the case, and no step on its way."""
_WHOSE = (r"(?:(?:[A-ZÆØÅ][\w-]*(?:,? og|-)? ?)+s|(?:[a-zæøå-]+ og )?[a-zæøå-]+udvalgets|flertallets|mindretallets|forvaltningens"
          r"|administrationens)")
_CASE = rf"(?:sagen|det samme|dette|indstillingen|forslaget(?! om)|ansøgningen|{_WHOSE} indstilling)"
_DATE = r"\d{1,2}(?:\. ?[a-zæøå]{3,9}|[-./]\d{1,2}\b)(?: ?\d{4}|[-./]\d{2,4})?"
_WHEN = rf"(?:(?:på|i|ved) (?:(?:sit|et) )?møde[t]? )?(?:\w+dag )?(?:(?:den|d\.) )?{_DATE}"
_VOTES = (r"(?:, )?med (?:\d[^;.:]{1,60}?(?:\([^()]*\)|stemmer)(?: i?mod \d+(?: \([^()]*\))?)?|\d+ i?mod \d+"
          r"|\d+ for(?:,| og) \d+ i?mod),?")
_ASIDE = rf"(?: {_WHEN},?| \([^()]*\)| (?:også|enstemmigt|derfor|herefter|ligeledes)| {_VOTES},?){{0,3}}"
_ITSELF = r"at (?:anbefale|indstille)"
_DID = (r"(?:anbefale[rd]e?|indstille(?:r|de)|tiltr(?:æder|ådte)|(?:til)?slutte(?:r|de) sig(?: (?:hertil|dertil))?|foresl(?:år|og)"
        rf"|(?:vedtog|besluttede){_ASIDE} {_ITSELF})")
_HAS = rf"ha(?:r|vde).{{0,60}}? (?:anbefalet|indstillet|tiltrådt|tilsluttet sig|foreslået|(?:vedtaget|besluttet) {_ITSELF})"
_ENDS = r"(?=[.,;]|\s(?:med|og|over|til|enstemmigt|den|d\.|(?:på|i|ved) (?:(?:sit|et) )?møde\w*|afslået|godkendt|vedtaget)(?!\w)|\s*$)"
_PASSES_ON = led(
    rf"{_ASIDE}\s(?:{_DID}|{_HAS}|(?:kan|kunne)(?= [^;]{{0,40}}?\b(?:ikke )?(?:anbefale|tiltræde))"
    rf"|(?P<treated>(?:har{_ASIDE} )?(?:behandle(?:de|t)|drøfte(?:de|t))(?: [a-zæøå-]+)?{_ASIDE},? og (?:{_DID}|har anbefalet"
    rf"|(?:over)?sen(?:der|dte) (?:den|sagen) (?:videre )?med (?=[^.;]*\banbefaling))\b))"
    rf"(?:{_ASIDE}(?P<what>(?: (?:ikke|enstemmigt|at|anbefale|tiltræde))* {_CASE}{_ENDS}|,? at\b)|{_ASIDE})"
)
"""What follows the name of a body that says yes or no to a case on its way to another."""
_WORDS = ("anbefal", "indstil", "tiltr", "tilslut", "slutte", "foresl")
"""One of these it has."""
_MAJORITY = re.compile(r"^(?:Et flertal|Flertallet) (?:i|af) ")
_TREATED = re.compile(r" (?:behandlede|drøftede)(?: sagen| forslaget)?,?(?: (?:i|på) (?:sit )?møde[t]?)? (?:den|d\.) \d")
"""When a body had the case, before the sentence with what it said of it."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A sentence, as offsets of the text, with the body and the day; a day is missing only below the points of a recommendation.

    `puts`: it tells in full what the body puts to the next ("indstillede, at budgettet vedtages med de nævnte ændringer").
    """

    start: int
    end: int
    body: str | None
    date: date | None
    puts: bool


def passed_on(text: str, own: str | None, meeting: date | None, recommends: bool, title: str = "") -> Iterator[PassedOn]:
    """The sentences of a part of the case with that title in which a body hands it on. `recommends`: they stand below a recommendation."""
    treated: dict[str, date | None] = {}
    if not any(word in text for word in _WORDS):
        return
    for (a, b), one in ((place, one) for place in sentences(text) for one in _straight(text[slice(*place)].lstrip())):
        who = BODY.match(one)
        if not who or body_name(who[0]) == own:
            continue
        body, told = body_name(who[0]), _PASSES_ON.match(one, who.end())
        if not told:
            treated[body] = told_day(one, meeting) if _TREATED.match(one, who.end()) else None
            continue
        when = _said_on(told, meeting) or treated.get(body)
        if _hands_on(told, title) and _of_late(when, meeting, recommends and not _puts(told)):
            yield PassedOn(a, b, body, when, _puts(told))


def put_off(text: str, own: str | None, meeting: date | None) -> Iterator[PassedOn]:
    """The sentences that tell of an earlier meeting, of the body's own where they name no other, which put the case off: "Sagen blev
    udsat på mødet den 13. april", "Udvalget behandlede ansøgningen den 3. april og udsatte den"."""
    for a, b in sentences(text) if "uds" in text else ():
        if "uds" not in text[a:b]:
            continue
        one = _UNTIL.sub(" ", text[a:b].strip(" \n("))
        who, when = BODY.match(one), told_day(one, meeting)
        same = _OF_CASE.match(one) if not who else None
        if (who or same) and when and when != meeting and _PUT_OFF.search(one) and _of_late(when, meeting, False):
            yield PassedOn(a, b, body_name(who[0]) if who else own, when, False)


_PUT_OFF = re.compile(r"\b(?:udsat(?:te|tes)?|udskudt|udskød)\b(?: (?:den|det|sagen|punktet))?(?=[,.;]| (?:og|til|på|i|ved|efter)\b)"
                      r"|\b(?:udsatte|udskød|udsat|udskudt) (?:\w+ )?(?:sagen|punktet|behandlingen|forslaget|ansøgningen)\b")
_UNTIL = re.compile(rf" til (?:\w+ )?(?:\w*møde[t]? )?(?:\w+dag )?(?:den|d\.) {_DATE}")
_OF_CASE = re.compile(
    r"(?:Sagen|Punktet|Forslaget|Ansøgningen|Emnet|Behandlingen|Har|Er|Blev|Udvalget|Rådet|Nævnet|Bestyrelsen|På (?:sit )?møde)\b")


def _straight(one: str) -> Iterator[str]:
    """A sentence as it would be with the body for its subject, once for each: "Sagen blev anbefalet af Økonomiudvalget den 3. maj 2021",
    "Den 3. maj anbefalede Økonomiudvalget sagen"."""
    if told := _DONE_BY.match(one):
        for by in _BY.finditer(one, told.end() - 3):
            yield f"{by['who']} {_PAST[told['done']]} {by['when']} {told['thing'].lower()}"
    elif treated := _TREATED_IN.match(one):
        yield f"{treated['who']} {treated['when']} {one[treated.end() :]}"
    elif turned := _TURNED.match(one):
        yield f"{turned['who']} {turned['did']} {turned['when'].lower()}{one[turned.end() :]}"
    else:
        yield _MAJORITY.sub("", one)


_PAST = {"anbefalet": "anbefalede", "indstillet": "indstillede", "tiltrådt": "tiltrådte"}
_DONE_BY = re.compile(rf"(?P<thing>[A-ZÆØÅ][\w-]+(?:en|et|ne)) (?:blev|er|bliver) (?:\w+ )?(?P<done>{'|'.join(_PAST)})(?: \w+)? af ")
_BY = re.compile(rf"(?:af|og|,) (?P<who>{BODY.pattern}),? (?P<when>{_WHEN})")
_TREATED_IN = re.compile(rf"[A-ZÆØÅ][\w-]+(?:en|et) (?:har været|er|blev|var) (?:behandlet |forelagt |på )?(?:i|af"
                      rf"|for) (?P<who>{BODY.pattern}),? "
                         rf"(?P<when>{_WHEN}), (?:der|som|hvor man) ")
""" "Sagen har været behandlet i Planudvalget den 11. august, der kunne anbefale den"."""
_TURNED = re.compile(rf"(?P<when>(?i:{_WHEN})) (?P<did>anbefalede|indstillede|tiltrådte) (?P<who>{BODY.pattern})")


def _hands_on(told: re.Match[str], title: str) -> bool:
    """Is it the case that is handed on, the thing that its title names or one that is to be adopted, or whatever was decided at a meeting
    of which the sentence tells?"""
    if told["what"] or told["treated"] or "møde" in told[0]:
        return True
    thing = _THING.match(told.string, told.end()) if _BACKS.search(told[0]) else None
    words = thing["words"].split() if thing else ()
    return thing is not None and (bool(thing["adopted"]) or any(names(word, title) or _begins(word, title) for word in words))


def _begins(word: str, title: str) -> bool:
    """ "budgetforslaget" under "Budget 2020-2023"."""
    return any(len(told) > _SHORT and word.lower().startswith(told) for told in title.lower().split())


_SHORT = 4
_BACKS = re.compile(r"\b(?:anbefale|indstille|tiltr)")
_THING = re.compile(r" (?P<words>(?!at\b|om\b|til\b|over\b)[\w-]+(?: [\w-]+){0,5}?)"
                    r"(?P<adopted> (?:godkendt|vedtaget|tiltrådt|imødekommet))?"
                    r"(?=[.,;]|\s*$| (?:med|i|på|til|for|af|om|fra|over|frem)\b)")
"""What a body backs: "anbefalede den 22. marts 2022 et toårigt forsøg", "tiltrådte standarderne"."""


def _puts(told: re.Match[str]) -> bool:
    """ "Økonomiudvalget anbefaler, at salget godkendes": what is put to the meeting itself, without a day."""
    return (told["what"] or "").endswith("at")


def _said_on(told: re.Match[str], meeting: date | None) -> date | None:
    """The day of the sentence; in one that goes on with "at" only a day before that word."""
    end = told.end() if _puts(told) or not told["what"] else len(told.string)
    return told_day(told.string[:end], meeting)


def _of_late(when: date | None, meeting: date | None, may_lack: bool) -> bool:
    if not when or not meeting:
        return bool(when) or may_lack
    return timedelta(0) <= meeting - when <= LONG_AGO
