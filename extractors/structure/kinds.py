"""What a paper is: minutes, agenda, proposal, statement, slides or other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.layout import Flow
from extractors.structure import held
from extractors.structure.header import Zone
from extractors.structure.sections import plain
from minutes.needs import led

_MINUTES = led(
    r"(?:godkendt |åben |tillægs)?(?:referat|beslutningsprotokol|protokol|udskrift)|beslutninger (?:fra|på) (?:\w+ )?\w*møde|"
    r"dagsorden med beslutninger", re.I)
_AGENDA = re.compile(r"(?:åben |tillægs)?dagsorden", re.I)
_STATEMENT = led(r"anbefalinger|høringssvar|udtalelse|åbent brev|(?:fælles|åben) ?(?:brev|henvendelse|erklæring)\b|henvendelse fra"
    r"|vedr(?:\.|ørende):? (?:\w+ )?høring\b|kommentarer til|bemærkninger til(?! det )"
    r"|^kære (?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|udvalg|borgmester|medlem|politiker)"
    r"|\bfra [^\n,]{3,60}(?:råd|nævn)\w*\b[^\n,]{0,40}, (?:vedtaget|tiltrådt|afgivet) på\b"
    r"|(?:be)?svar(?:else)? (?:på(?! (?:jeres|dit|din|dine|deres)\b)|til|af|fra)\b", re.I | re.M)
_PROPOSAL = re.compile(r"forslag\b|indstilling|oplæg til|ansøgning om|^(?:\w+ )?helhedsplan\b", re.I | re.M)
_DRAFT = re.compile(r"^udkast\b(?!.*\b(?:referat|notat|rapport))|(?:^|\. )til (?:politisk )?(?:behandling|godkendelse) i\b",
                    re.I | re.M)
"""What nobody has adopted yet, whatever it calls itself: an agreement or a policy on its way to a meeting."""
_REPORT = re.compile(r"(?:n ?otat|(?:(?:\w+s )?års)?regnskab|(?:status|midtvejs|slut|års)?rapport)\b|(?:års)?beretning(?!er|en\b|s)", re.I)
"""What the paper calls itself at its head: a report, though it may end with a recommendation."""
_NOTE = re.compile(r"notat(?::|$)")
"""The same below a box with sender, day and receiver."""
_ACCOUNT = re.compile(r"(?:status (?:på|for|over|pr\.)|redegørelse (?:for|om|til)|evaluering af)\s", re.I)
"""A topic of reports and of cases alike: a report if nothing is recommended."""
_BULLET = re.compile(r"[•▪◦‣·●–-]\s")
_PARAGRAPH = 250
"""Characters that no bullet of a slide has."""
_SHOWN = re.compile(r"\b\w*(?:seminar|præsentation)(?:et|en)?\b", re.I)
"""What a paper is shown at."""
_TELLS = re.compile(r"\b(?:blev|besluttede|stemte|enighed om|orienterede|efterlyser|mente|mener)\b")
_RESULT = re.compile(
    r"^(?:Godkendt|Vedtaget|Tiltrådt|Udsat|Drøftet|Afslået|Afvist|Bevilget|Taget til|Til efterretning|"
    r"Anbefales|Indstilles (?:godkendt|til)|Oversend(?:t|es)|Henvis(?:t|es)|Hjemvist|Forkastet|Udgår|Udgik|"
    r"Afslås|Imødekomme(?:t|s)|Bifaldt|Enstemmigt|Valgt blev|Valgt:|Til (?:underretning|orientering)|Tages til|Intet\b|"
    r"Der var (?:fuld )?enighed|"
    r"Sagen (?:udsat|trukket|udgår))\b|"
    r"(?:^|(?<=[.:] ))(?:Vi|Man|(?i:\w*(?:rådet|udvalget|bestyrelsen|nævnet|synet)))"
    r" (?:besluttede|enedes|tilsluttede sig|samtykkede|vælger|beslutter"
    r"|valgte|godkend(?:er|te)|vedt[ao]g(?:er)?|bevilge(?:r|de)|gav|giver|meddel(?:er|te)|drøftede|afslog"
    r"|tiltr(?:æder|ådte)|udsatte)\b"
    r"|\b(?:godkendt|tiltrådt|meddelt|henvist|oversendt|(?:gen|ny)?valgt|udsatt|afvist|bevilged|forkasted|udpeged|anbefaled)es\b"
    r"|\bvedtoges\b"
    r"|\bblev (?:\w+ )?(?:godkendt|vedtaget|meddelt|afslået|udsat|drøftet|bevilget|valgt|givet)\b", re.M)
"""A sentence of minutes that take down what came of an item and have no heading for it."""
_VOTED = re.compile(
    r"\bstemte (?:for|i?mod|nej|ja)\b|\bstemmer for\b|\b(?:til|i) (?:protokol|referat)(?:len|et)?\b|\bprotokolleret\b|\btog forbehold\b"
    r"|\b(?:\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|én|ét) (?:\w+ )?(?:var |stemte )?imod\b|\bimod (?:var|stemte)\b", re.I)
"""What only a meeting does."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in the paper; of items the number. `settled`: the last decision is no mere recommendation to the next body."""

    items: int
    decisions: bool
    recommendation: bool
    settled: bool


def kind(head: Zone, flow: Flow, has: Contents) -> str:
    """The kind. A case paper with its agenda number and the decision that settled it is an excerpt of minutes, else a proposal, as is
    one that begins with its number. Several items with decisions are minutes."""
    opening = [t for t in head.blocks[:12] if len(t) < 250]
    top = "\n".join([*opening, *head.heads])
    if any(_MINUTES.search(t[:60]) or t.isupper() and _MINUTES.fullmatch(t.replace(" ", "")) for t in [*opening, *head.heads]):
        return "minutes"
    if any(t.strip(" :") == "BESLUTNINGER" for t in opening[:3]):
        return "minutes"
    if _reports(head, has):
        return "other"
    called = [*opening, *(t.replace(" ", "") if t.isupper() else t for t in head.heads)]
    if has.items and any(_AGENDA.match(t) and len(t) < 100 for t in called):
        told = held.was_there(head) and held.names_meeting(head) and (has.decisions or _tells_results(flow.text, has.items))
        return "minutes" if told else "agenda"
    if has.items and has.decisions:
        return "minutes" if has.settled or has.items > 1 else "proposal"
    if not has.items and not has.recommendation:
        if not has.decisions and _slides(flow, head):
            return "slides"
        if _STATEMENT.search(top[:600]):
            return "statement"
    if has.items and not has.decisions and held.came(head) and held.names_meeting(head):
        return "minutes"
    recommended = has.recommendation and not (has.items > 1 and head.blocks)
    if has.decisions or recommended or _PROPOSAL.search(top[:800]) or _DRAFT.search(top[:800]):
        return "proposal"
    met = held.came(head) or held.names_meeting(head) and not _AGENDA.search(top)
    if has.items and (len(_TELLS.findall(flow.text)) > 2 or met and _tells_results(flow.text, has.items)):
        return "minutes"
    to_meet = has.items > 1 and has.recommendation and held.names_meeting(head)
    return "agenda" if to_meet or _AGENDA.search(top) else "other"


def _tells_results(text: str, items: int) -> bool:
    """Does it tell what came of half of the items, or of a vote on one of several?"""
    return 2 * len(_RESULT.findall(text)) >= items or items > 1 and bool(_VOTED.search(text))


def of_meeting(head: Zone, decided: bool) -> bool:
    """Is it the head of a meeting's paper, which tells who came or "Referat", if nothing is headed as `decided`?"""
    told = decided or held.came(head) or any(_MINUTES.search(t[:60]) for t in [*head.blocks, *head.heads])
    return told and held.names_meeting(head) and not names_statement(head)


def names_statement(head: Zone) -> bool:
    """Does one of its first lines call the paper a statement? Its numbered headings are no agenda."""
    return any(_CALLED.match(text) for text in head.blocks[:8] if len(text) < 160)


_CALLED = re.compile(
    r"(?:(?:[A-ZÆØÅ][\w-]+s (?:høringssvar|udtalelse|bemærkninger|anbefalinger)"
    r"|Høringssvar|Udtalelse|Bemærkninger|Anbefalinger)"
    r" (?:til(?! (?:[Ii]ngen|dagsorden\w*)\b)|om|fra|vedrørende|over)|Vedr(?:\.|ørende):? (?:\w+ )?høring)\b"
)


def _reports(head: Zone, has: Contents) -> bool:
    """Is it a report, a note or an account: so named at its head, and not the case that was decided on it?"""
    titles = [plain(t) for t in head.blocks[:4] if len(t) < 160]
    if has.decisions and (has.items or has.recommendation):
        return False
    named = any(_NOTE.match(plain(t)) for t in head.blocks[:8])
    return named or any(_REPORT.match(t) or (not has.recommendation and _ACCOUNT.match(t)) for t in titles)


def _slides(flow: Flow, head: Zone) -> bool:
    """Wide pages, or a text of bullets; with hardly a paragraph, as a report on wide pages has them."""
    wide = sum(p.width_pt > p.height_pt > 0 for p in flow.pages) > len(flow.pages) / 2
    texts = [flow.text[b.start : b.end] for b in flow.blocks if b.kind != "row"]
    bullets = sum(1 for t in texts if _BULLET.match(t))
    long = sum(1 for t in texts if len(t) > _PARAGRAPH)
    named = any(_SHOWN.search(t) for t in head.blocks[:4])
    listed = bullets > 0.25 * len(texts)
    shown = wide and len(flow.pages) > 1 or listed and (wide or named or len(texts) > 9)
    return shown and long < 0.1 * len(texts)
