"""Which rules a passage speaks of: which list, of which day, as law, proposal, history or the municipality's own.

A sentence's own words count first; what it leaves out it has from the sentences before it in its paragraph, from the paragraph that
leads up to its list or table, from its heading, and last from the document's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from extractors import own_day
from extractors.days import DAY, MONTH, MONTHS, day
from extractors.layout import Block, Flow
from extractors.sentences import sentences

GATE = re.compile(
    r"kriteri(?:et|erne) om|ghetto|parallelsamfund|omdannelsesområd|forebyggelsesområd|udsat(?:te)? (?:almen[et]? )?(?:bolig|by)?område"
    r"|område\w* (?:\w+ ){0,4}?udsat\b|at være udsat\b(?! for| til)",
    re.I,
)
"""Without one of these words a document says nothing of the lists."""

KIND = re.compile(
    r"(?P<haard>[\"”“']?hård[et]?[\"”“']? ?(?:ghetto\w*|liste\w*|områder?\b)|omdannelsesområd\w*)"
    r"|(?P<forebyggelse>forebyggelsesområd\w*)"
    r"|(?P<ghetto>ghetto(?!\w*(?:udspil|plan|pakke|aftale|strategi|forlig|stemp|isering))\w*|(?<!uden )parallelsamfund(?!s)"
    r"|særligt udsat(?:te)? boligområd\w*)"
    r"|(?P<udsat>udsat(?:te)? (?:almen[et]? )?(?:bolig)?område\w*|kategoriser\w* som udsat\b|(?<=at være )udsat\b(?! for| til)"
    r"|(?<=område )(?:(?:er|bliver|betegnes|regnes|anses|for|som|særligt|altså|derfor|dermed|ikke|nu|stadig|også) ){0,4}udsat\b"
    r"|(?<=området )(?:(?:er|bliver|betegnes|regnes|anses|for|som|særligt|altså|derfor|dermed|ikke|nu|stadig|også) ){1,4}udsat\b(?! til))",
    re.I,
)
TOPIC = re.compile(r"kriteri|liste(?:n|r|s|rne)?\b|opfyld|almenbolig|§ ?61|defin|betegne|kategoriser|udpeg|grænse", re.I)
"""Words of rules and lists: what a date in the sentence is then a date of."""
_PROPOSAL = re.compile(
    r"udspil|samfundsaftale|\b(?:lovforslag\w*|forslag\w*|foresl\w+|skal fremover|fremover skal|fremtidig\w*|kommende"
    r"|regeringen (?:vil|ville|ønske[rd]e?)|(?:vil|ville|ønske[rd]e?) regeringen"
    r"|lægge[rs]? op til|indgået en (?:ny )?aftale|ny(?:e)? aftale|vil blive ændret|ventes at vedtage|ventes i \w+ \w+ at vedtage"
    r"|udvides fra|ønske[rs]?|anbefale[rs]?|politisk\w* aftale|ghettoaftale\w*|boligforlig\w*"
    r"|aftalen? (?:fra|af) (?:\d\. )?(?:maj|juni))\b",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:sat (?:op|ned)|(?:hæve|sænke|skærpe|revidere|ændre|lempe|forhøje)(?:[srt]|de (?!kriterier\b|grænser\b|krav\b|regler\b))?"
    r"|(?:lov|regel)ændring\w*|ændring(?:en|er|erne)?)(?!\w)",
    re.I,
)
_HISTORY = re.compile(
    r"\b(?:dengang|(?:i )?de første år|tidligere|oprindelig\w*|daværende|i sin tid|hidtil\w*|indtil|forhen|før (?:i tiden|loven|20\d\d))\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:kommunens (?:ege[nt]|egne|mål)|egne (?:kriterier|mål|grænser)|vores (?:egne |eget )?(?:mål|kriteri)\w*|lokale? (?:mål|kriteri"
    r"|grænse)\w*"
    r"|mål(?:et|ene|sætning\w*|tal\w*)|som mål|mål om|mål for|succeskriteri\w*|pejlemærke\w*|ambition\w*|byrådets? mål\w*"
    r"|helhedsplan\w*|resultatmål\w*|delmål\w*|skal sikre|(?:skal )?nedbringe\w*|skal (?:ned|op) på|tryghedsmåling\w*|politiets)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:i dag|nuværende|gældende|gælder|seneste liste|aktuelle (?:liste|kriteri|regler)\w*|efter loven|ifølge loven|lovens)\b", re.I
)
_TODAY = re.compile(r"\b(?:i dag|nuværende|i øjeblikket|nu (?:gælder|er|skal)|det gælder nu)\b|^\W*nu\b", re.I)
_MONTH = re.compile(r"\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december) (20[0-3]\d)\b", re.I)
_SINCE = re.compile(r"\b(?:siden|fra og med|lige siden) (?:år )?(20[0-3]\d)\b(?!-)", re.I)
_BETWEEN = re.compile(
    r"\b(?:fra|mellem|i(?: årene| perioden)?|perioden|årene) (20[0-3]\d) ?(?:-|–|til|og) ?(20[0-3]\d|\d\d)\b"
    r"|(?<![\d/.-])(20[0-3]\d) ?[-–] ?(20[0-3]\d)(?![\d/-])",
    re.I,
)
_SINCE_WHEN = re.compile(r"\bsiden (?:den|det|man|listen?|loven|de) [^,.;]{0,60}?20[0-3]\d", re.I)
"""A look back: "det laveste antal, siden listen blev opgjort første gang i 2010"."""
_FROM_MONTH = re.compile(
    rf"\b(?:fra|mellem) (?:\d+\. ?)?(?P<m1>{MONTH}) (?P<y1>20[0-3]\d) (?:og )?(?:til|og)(?: og med)?(?: \w+ i)? (?:\d+\. ?)?(?P<m2>{MONTH}) "
    r"(?P<y2>20[0-3]\d)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:indtil|før|frem til|til og med) (?:udgangen af |år |\w+ )?(20[0-3]\d)\b", re.I)
_YEAR_FIRST = re.compile(r"[-–•*\s]*20[0-3]\d ?[:–]")
"""A point that begins with its year: "2020: 15 områder". """
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d.,/]\d|-\d|\d)")
EARLIEST = date(2010, 10, 26)


@dataclass(frozen=True, slots=True)
class Regime:
    """What a statement is to be held against.

    `kind` of list (None: not said), `bound` where that is said: sentence, passage, heading, section or "". `first` to `last`: the days
    spoken of, None when nothing says; `dated` where that is said, "document" or "window" for the document's own (extractors.own_day). `since`: the text says that
    it has been so all the time. `mood`: stated, proposal, change, history or own. `proposed`: a proposal was told under this
    heading before. `topic`: words of rules or lists stand near. `kinds`: the lists named in the sentence, `near` those in its paragraph
    and the next.
    """

    kind: str | None = None
    bound: str = ""
    first: date | None = None
    last: date | None = None
    dated: str = ""
    since: bool = False
    mood: str = "stated"
    proposed: bool = False
    topic: bool = False
    kinds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


@dataclass(slots=True)
class Sentence:
    """A sentence with what it says itself (`kinds` with their offsets, `days`) and what it has from before (`context`)."""

    start: int
    end: int
    block: Block
    text: str
    kinds: list[tuple[int, str]] = field(default_factory=list)
    context: Regime = Regime()


class Regimes:
    """The sentences of a document with their regimes."""

    def __init__(self, flow: Flow, meeting_date: date | None) -> None:
        self.flow, self.own = flow, own_day.find(flow, meeting_date)
        self.today = self.own.last if self.own.dated == "document" else self.own.first
        self.sentences: list[Sentence] = []
        self.headings: dict[int, str] = {}
        self._walk()
        self._starts = [s.start for s in self.sentences]

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds the character at `at`."""
        i = bisect_right(self._starts, at) - 1
        return self.sentences[i] if i >= 0 else None

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before this one."""
        i = bisect_right(self._starts, sentence.start) - 2
        return self.sentences[i] if i >= 0 else None

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence after this one."""
        i = bisect_right(self._starts, sentence.start)
        return self.sentences[i] if i < len(self.sentences) else None

    def at(self, at: int) -> Regime:
        """The regime of what stands at `at`: of the lists named in the sentence the nearest before it, else the first after it."""
        sentence = self.sentence(at)
        if sentence is None:
            return Regime()
        before = [kind for place, kind in sentence.kinds if place <= at]
        named = before[-1:] or [kind for place, kind in sentence.kinds[:1]]
        regime = replace(sentence.context, near=self._near(sentence))
        regime = self._clause(sentence, at - sentence.start, regime)
        now = _TODAY.search(sentence.text)
        if now and at - sentence.start < now.start() and _HISTORY.search(sentence.text, 0, now.start()):
            regime = replace(regime, mood="history", first=None, last=None, dated="")
        if not named:
            return regime
        among = next(place for place, kind in reversed(sentence.kinds) if kind == named[0])
        chosen = _AMONG.search(sentence.text, 0, among - sentence.start)
        return replace(regime, kind=named[0], bound="passage" if chosen else "sentence")

    def _clause(self, sentence: Sentence, at: int, regime: Regime) -> Regime:
        """Of two parts with a semicolon between, only the one that names a day is of that day."""
        cut = sentence.text.find("; ")
        if cut < 0 or regime.dated != "sentence" or regime.since:
            return regime
        own, other = (sentence.text[:cut], sentence.text[cut:]) if at < cut else (sentence.text[cut:], sentence.text[:cut])
        if span(own, self.today) or not span(other, self.today):
            return regime
        return replace(regime, first=self.own.first, last=self.own.last, dated=self.own.dated, mood="stated")

    def _near(self, sentence: Sentence) -> frozenset[str]:
        """The lists named in the paragraph of a sentence, and in the sentence after it."""
        i = bisect_right(self._starts, sentence.start) - 1
        around = self.sentences[max(i - 6, 0) : i + 2]
        return frozenset(kind for s in around if s.block is sentence.block or s.start > sentence.start for _, kind in s.kinds)

    def _walk(self) -> None:
        flow, blocks = self.flow, self.flow.blocks
        starts = [b.start for b in blocks]
        heading = section = lead = running = Regime()
        now: Regime | None = None
        block = None
        for start, end in _cut(flow.text):
            here = blocks[max(bisect_right(starts, start) - 1, 0)] if blocks else Block("paragraph", 0, len(flow.text), 1)
            said = self._read(start, end, here)
            if here.kind == "heading":
                heading = section = lead = running = _demoted(self._said(said, Regime()), "heading")
                said.context = running
            else:
                if here is not block:
                    listed = here.kind in ("point", "row", "note") or said.text[:1] in "-–•*"
                    running = _demoted(lead, "passage") if listed else _new_paragraph(heading, section)
                    now = None
                if now is not None and _PRESENT.search(said.text) and not _PAST.search(said.text):
                    running, now = now, None
                earlier = running
                running = said.context = self._said(said, running)
                if not (here.kind in ("point", "row", "note") or said.text[:1] in "-–•*"):
                    lead = running
                section = _carried(section, running)
                if running.mood == "history" and earlier.mood != "history" and _ASIDE.match(said.text):
                    now = earlier
                running = _demoted(running, "passage")
                if running.since:
                    running = replace(running, first=earlier.first, last=earlier.last, dated=earlier.dated, since=False)
            block = here
            self.sentences.append(said)

    def _read(self, start: int, end: int, block: Block) -> Sentence:
        text = self.flow.text[start:end]
        kinds = [(start + m.start(), m.lastgroup or "") for m in KIND.finditer(text)]
        return Sentence(start, end, block, text, kinds)

    def _said(self, said: Sentence, before: Regime) -> Regime:
        """The regime at a sentence: its own words over what it has from before."""
        kind = said.kinds[-1][1] if said.kinds else before.kind
        topic = bool(said.kinds) or bool(TOPIC.search(said.text))
        mood = _mood(said.text, before.mood, said.block.kind, topic or before.topic)
        if not topic and mood == before.mood and not before.since and (before.first or not self.own.first) and not before.topic:
            return before
        regime = replace(
            before,
            kind=kind,
            bound="sentence" if said.kinds else before.bound,
            topic=topic or before.topic,
            kinds=frozenset(k for _, k in said.kinds) or before.kinds,
            mood=mood,
            since=False,
        )
        dates = topic or before.topic and (said.block.kind == "heading" or _YEAR_FIRST.match(said.text))
        found = span(said.text, self.today) if dates else None
        if found:
            first, last, since = found
            return replace(regime, first=first, last=last, dated="sentence", since=since)
        today = _TODAY.search(said.text) or _NOW.search(said.text) and regime.dated not in ("sentence", "passage")
        if today and self.own.dated == "document":
            return replace(regime, first=self.own.first, last=self.own.last, dated="sentence")
        if regime.first is None:
            return replace(regime, first=self.own.first, last=self.own.last, dated=self.own.dated)
        return regime


_AMONG = re.compile(r"(?i)(?:^|\W)(?:ud )?af (?:de |disse )?$")
""" "Af forebyggelsesområderne er 10 udvalgt, som …": those among which others are chosen."""
_ASIDE = re.compile(r"\W*(?:tidligere|dengang|oprindelig\w*|før\b|forhen)", re.I)
_PRESENT = re.compile(r"\b(?:er|skal|har|gælder|udgør)\b")
_PAST = re.compile(r"\b(?:var|skulle|havde|blev|gjaldt|kunne|dengang|tidligere)\b", re.I)
"""A sentence about how it was is an aside: one in the present tense after it goes on from before it."""
_AFTER_PERCENT = re.compile(r"(?<=pct\.) (?=[A-ZÆØÅ])")


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, cut also where "pct." ends one."""
    for start, end in sentences(text):
        for m in _AFTER_PERCENT.finditer(text, start, end):
            yield start, m.start()
            start = m.end()
        yield start, end


def _demoted(regime: Regime, to: str) -> Regime:
    """The same as something said further up."""
    if "sentence" not in (regime.bound, regime.dated):
        return regime
    bound, dated = (to if place == "sentence" else place for place in (regime.bound, regime.dated))
    return replace(regime, bound=bound, dated=dated)


def _new_paragraph(heading: Regime, section: Regime) -> Regime:
    """What a new paragraph has from its heading, else from the paragraphs before it under the same heading."""
    kind, bound = (heading.kind, "heading") if heading.kind else (section.kind, "section")
    dated = heading if heading.dated == "heading" else section
    return replace(
        heading,
        kind=kind,
        bound=bound if kind else "",
        first=dated.first,
        last=dated.last,
        dated="heading"
        if dated is heading and heading.dated == "heading"
        else "section"
        if dated.dated in ("sentence", "section")
        else dated.dated,
        topic=heading.topic or section.topic,
        since=False,
        proposed=section.proposed,
    )


def _carried(section: Regime, said: Regime) -> Regime:
    """What a section's later paragraphs may have from this sentence."""
    topic, proposed = section.topic or said.topic, section.proposed or said.mood == "proposal"
    if (topic, proposed) != (section.topic, section.proposed):
        section = replace(section, topic=topic, proposed=proposed)
    if said.bound == "sentence":
        section = replace(section, kind=said.kind, bound="section")
    if (
        said.dated == "sentence"
        and said.mood == "stated"
        and said.last
        and (section.dated != "section" or section.last is None or said.last >= section.last)
    ):
        section = replace(section, first=said.first, last=said.last, dated="section")
    elif section.first is None and said.dated in ("document", "window"):
        section = replace(section, first=said.first, last=said.last, dated=said.dated)
    return section


def _mood(text: str, before: str, kind: str, topic: bool) -> str:
    """The mood of a sentence; where nothing near speaks of rules or lists, only a proposal is looked for."""
    if _PROPOSAL.search(text):
        mixed = kind == "heading" and re.search(r"\b(?:og|eller|samt)\b", text)
        return before if mixed else "proposal"
    if not topic:
        return before if before == "proposal" or kind in ("point", "row") else "stated"
    if _OWN.search(text):
        return "own"
    if before == "proposal" and not _NOW.search(text):
        return before
    if _HISTORY.search(text):
        return "history"
    if _CHANGE.search(text):
        return "change"
    if _NOW.search(text):
        return "stated"
    return before if kind in ("point", "row") else "stated"


def span(text: str, today: date | None) -> tuple[date, date, bool] | None:
    """The days that a sentence about rules or lists speaks of, and whether it speaks of all of them ("siden 2010")."""
    text = _SINCE_WHEN.sub("", text)
    if m := _BETWEEN.search(text):
        first, until = m[1] or m[3], m[2] or m[4]
        last = int(until) if len(until) == 4 else int(first) // 100 * 100 + int(until)
        if int(first) <= last:
            return date(int(first), 1, 1), date(last, 12, 31), False
    if m := _FROM_MONTH.search(text):
        start, end = (date(int(m[y]), MONTHS[m[n][:3].lower()], 1) for n, y in (("m1", "y1"), ("m2", "y2")))
        if start <= end:
            return start, end.replace(day=28), False
    if m := _SINCE.search(text):
        since = date(int(m[1]), 12, 1)
        return max(since, EARLIEST), max(today or date(int(m[1]) + 1, 12, 1), since), True
    if m := _UNTIL.search(text):
        return EARLIEST, date(int(m[1]) - 1, 12, 31), False
    named = [found for m in DAY.finditer(text) if (found := day(m))]
    if named:
        return named[-1], named[-1], False
    if m := _MONTH.search(text):
        month = MONTHS[m[1][:3].lower()]
        return date(int(m[2]), month, 1), date(int(m[2]), month, 28), False
    if m := _YEAR.search(text):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31), False
    return None
