"""Which rules a passage speaks of: which list, of which day, as law, proposal, history or the municipality's own.

A sentence's own words count first; what it leaves out it has from the sentences before it in its paragraph, from the paragraph that
leads up to its list or table, from its heading, and last from the document's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from extractors.layout import Block, Flow
from extractors.rules import moods, own_day
from extractors.rules.list_kinds import KIND, TOPIC, named
from extractors.rules.moods import ASIDE, FROM_THEN, HISTORY, NOW, ONCE, PRESENT, SINCE_THEN, THEN, TODAY
from extractors.rules.regime import Regime, as_of, carried, demoted, new_paragraph
from extractors.rules.spans_said import DAY_ALONE, LIST_DAY, YEAR_FIRST, newest_list, span, span_at
from extractors.sentences import sentences
from minutes.needs import holds, led, needs

_TOPICS = needs(TOPIC)
_OF_BEFORE = re.compile(r"\b(?:den|denne|den slags) (?:kategori|gruppe|liste)\b", re.I)
""" "For den kategori er grænsen stadig 40 pct., mens …": the kind of list that the sentence before names."""


@dataclass(slots=True)
class Sentence:
    """A sentence with what it says itself (`kinds` with their offsets), the regime `before` it, and `context`: its own words over that.

    `holds`: the bits of minutes.needs, which patterns may match in its text.
    """

    start: int
    end: int
    block: Block
    text: str
    holds: int
    kinds: list[tuple[int, str]] = field(default_factory=list)
    context: Regime = Regime()
    before: Regime = Regime()


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

    def above(self, sentence: Sentence) -> Sentence | None:
        """The sentence before this one in its paragraph; None for the first."""
        before = self.before(sentence)
        return before if before and before.block is sentence.block else None

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
        told = moods.retold(sentence.text) if sentence.context.mood == "proposal" else ""
        regime = replace(sentence.context, near=self._near(sentence), retold=told)
        regime = self._clause(sentence, at - sentence.start, regime)
        after = self.after(sentence)
        if _WRONGLY.search(sentence.text) or after and _DENIES.match(after.text):
            regime = replace(regime, mood="denied")
        now = TODAY.search(sentence.text) if sentence.holds & PRESENT else None
        if now and at - sentence.start < now.start() and HISTORY.search(sentence.text, 0, now.start()):
            regime = replace(regime, mood="history", first=None, last=None, dated="")
        if not named or not before and _OF_BEFORE.search(sentence.text, 0, at - sentence.start):
            return replace(regime, kind=sentence.before.kind) if named else regime
        if clause := self._kinds_beside(sentence, at):
            regime = replace(regime, kinds=frozenset([clause]))
            named = [clause]
        among = next(place for place, kind in reversed(sentence.kinds) if kind == named[0])
        chosen = _AMONG.search(sentence.text, 0, among - sentence.start)
        return replace(regime, kind=named[0], bound="passage" if chosen else "sentence")

    def _kinds_beside(self, sentence: Sentence, at: int) -> str | None:
        """Of a sentence on several lists the one that its own part names alone: "; i et parallelsamfund er det 50 pct."."""
        if len({kind for _, kind in sentence.kinds}) < 2:
            return None
        cuts = [0, *(m.start() for m in _CONTRASTED.finditer(sentence.text)), len(sentence.text)]
        i = bisect_right(cuts, at - sentence.start, 1, len(cuts) - 1)
        own = {kind for place, kind in sentence.kinds if cuts[i - 1] <= place - sentence.start < cuts[i]}
        return own.pop() if len(own) == 1 and len(cuts) > 2 else None

    def _clause(self, sentence: Sentence, at: int, regime: Regime) -> Regime:
        """Of several parts each is of the day that it names; beside a semicolon one without a day is of the document's own."""
        if regime.dated != "sentence":
            return regime
        cuts = [0, *(m.start() for m in _PARTED.finditer(sentence.text)), len(sentence.text)]
        i = bisect_right(cuts, at, 1, len(cuts) - 1)
        own = sentence.text[cuts[i - 1] : cuts[i]]
        if found := span(own, self.today):
            return replace(regime, first=found[0], last=found[1], since=found[2])
        until = span(sentence.text[: cuts[i - 1]], self.today) if _THEREAFTER.match(own) else None
        if until and self.own.last and until[1] < self.own.last:
            return replace(regime, first=until[1] + timedelta(days=1), last=self.own.last, since=False)
        if regime.since or THEN.search(own) or moods.told_as_past(own):
            return regime
        beside = own.startswith(";") or sentence.text.startswith(("; ", " ("), cuts[i]) or len(cuts) > 2 and SINCE_THEN.search(own)
        if not beside or not span(sentence.text, self.today):
            return regime
        return replace(as_of(regime, self.own), mood="stated")

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
                over = heading if block and block.kind == "heading" else Regime()
                heading = section = lead = running = demoted(self._said(said, over), "heading")
                said.context = running
            else:
                if here is not block:
                    listed = here.kind in ("point", "row", "note") or said.text[:1] in "-–•*"
                    running = demoted(lead, "passage") if listed else new_paragraph(heading, section)
                    if here.kind == "paragraph" and not running.topic and _tells_criteria(flow.text, here):
                        running = replace(running, topic=True)
                    now = None
                if now is not None and moods.told_as_now(said.text):
                    running, now = now, None
                earlier = running
                said.before, running = running, self._said(said, running)
                said.context = running
                headed = here.kind == "row" and (block is None or block.kind != "row") and running.topic
                if headed or not (here.kind in ("point", "row", "note") or said.text[:1] in "-–•*"):
                    lead = running
                section = carried(section, running)
                aside = running.mood == "history" and earlier.mood != "history" and ASIDE.match(said.text)
                if aside or _looks_back(said, earlier, running):
                    now = earlier
                running = demoted(running, "passage")
                if running.since or _longer(running, earlier):
                    running = replace(as_of(running, earlier), since=False)
            block = here
            self.sentences.append(said)

    def _read(self, start: int, end: int, block: Block) -> Sentence:
        text = self.flow.text[start:end]
        held = holds(text)
        return Sentence(start, end, block, text, held, [(start + m.start(), m.lastgroup or "") for m in named(text, held)])

    def _said(self, said: Sentence, before: Regime) -> Regime:
        """The regime at a sentence: its own words over what it has from before."""
        kind = said.kinds[-1][1] if said.kinds else before.kind
        topic = bool(said.kinds or said.holds & _TOPICS and TOPIC.search(said.text))
        mood = moods.mood_of(said.text, said.holds, before.mood, said.block.kind, topic or before.topic)
        labelled = DAY_ALONE.fullmatch(said.text)
        unsaid = not (topic or before.topic or before.since or labelled)
        if unsaid and mood == before.mood and (before.first or not self.own.first):
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
        dates = labelled or topic or before.topic and (said.block.kind == "heading" or _DATES.search(said.text))
        if FROM_THEN.match(said.text) and before.last and self.own.last and before.last < self.own.last:
            if moods.told_as_past(said.text):
                return replace(regime, last=self.own.last, dated="passage")
            return replace(as_of(regime, self.own), mood="stated")
        if self.own.dated == "document" and THIS_YEAR.search(said.text):
            return replace(regime, first=self.own.first, last=self.own.last, dated="document")
        found = span_at(ONCE.sub(" ", said.text), -1, self.today) if dates and not _SAME_AS.search(said.text) else None
        if found:
            first, last, since = found
            return replace(regime, first=first, last=last, dated="sentence", since=since)
        today = said.holds & PRESENT and self.own.dated == "document"
        if today and (TODAY.search(said.text) or NOW.search(said.text) and regime.dated not in ("sentence", "passage")):
            return replace(regime, first=self.own.first, last=self.own.last, dated="sentence")
        if regime.first is None:
            return as_of(regime, self.own)
        return regime


def _looks_back(said: Sentence, before: Regime, now: Regime) -> bool:
    """Does a sentence in the past tense tell of an older list than the one before it: "Da den første liste kom i 2010, var der 29"?"""
    if now.dated != "sentence" or not (before.first and now.first and now.last) or now.last >= before.first:
        return False
    last = newest_list(before.first)
    return not (last and now.first <= last <= now.last) and moods.told_as_past(said.text)


def _longer(now: Regime, before: Regime) -> bool:
    """Does a sentence only go on from the days before it: "Herefter skulle tre af fem være opfyldt"?"""
    return now.first == before.first and now.last != before.last


def _tells_criteria(text: str, block: Block) -> bool:
    """Does a paragraph name a list further on, or two criteria that are told together nowhere else?"""
    own = text[block.start : block.end]
    return bool("vestlig" in own and "dømt" in own or KIND.search(own))


_DATES = led(rf"^{YEAR_FIRST.pattern}|{LIST_DAY.pattern}|\b(?:regel|regle[nr]|reglerne|krav(?:et|ene)?)\b", re.I)
"""Beside words of rules or lists before it, a date in a sentence with one of these is one of them."""
_CONTRASTED = re.compile(r"; |,? (?:mens|medens|hvorimod|samt|men|og(?= (?:for|i|et|ved|hos) ))\b")
_PARTED = re.compile(
    r"; |, (?:og|men|mens|medens|hvorimod|før|tidligere|dengang|fra(?= \d)|i(?= (?:\w+ )?20\d\d))\b| og (?=(?:siden|fra|i dag|nu)\b)"
    r"|,? (?:og )?(?=(?:derefter|herefter)\b)"
    r"| (?=\([^()]*20\d\d[^()]* (?:af|kriterier|pct\.|procent)\b[^()]*\))|(?<=\)) "
)
"""A bracket that tells the rule of another day is a part too: "tre af fem (før 2014 to af tre)"."""
_THEREAFTER = re.compile(r"(?i)\W*(?:og )?(?:derefter|herefter)\b")
""" "To af tre indtil 2014, derefter tre af fem": from the day on that the part before it ends with."""
THIS_YEAR = re.compile(r"\bi år\b(?!tier)", re.I)
_SAME_AS = re.compile(r"\b(?:samme|uændre\w+)\b[^.;]{0,20}? (?:som|siden) (?:\w+ ){0,3}(?:19|20)\d\d", re.I)
""" "De samme som i 2018": a year that is only compared with."""
_WRONGLY = led(
    r"\bI (?-i:skriver|nævner|anfører|oplyser|hævder)\b[^.]{0,30}?\bat\b|\bfejlagtig\w*|\bmisforst\w+|\burigtig\w*"
    r"|\b(?:ikke (?:rigtigt|korrekt|sandt)|forkert|en myte|passer ikke),? at\b",
    re.I,
)
_DENIES = re.compile(
    r"\W*(?:Men )?(?:det|dette|tallet|oplysningen|påstanden) (?:(?:er|var) (?:desværre |dog )?(?:ikke (?:rigtigt|korrekt|sandt"
    r"|tilfældet)|forkert|en (?:myte|misforst|fejl))|(?:passer|stemmer|holder) (?:dog )?ikke)"
    r"|\W*(?:det|sådan) (?:var|gjaldt|lød) (?:reglen|reglerne|det|kravet|engang|tidligere)\b",
    re.I,
)
"""The sentence before was somebody else's, and is not so."""
_AMONG = re.compile(r"(?i)(?:^|\W)(?:ud )?af (?:de |disse )?$")
""" "Af forebyggelsesområderne er 10 udvalgt, som …": those among which others are chosen."""
_AFTER_PERCENT = re.compile(r" (?<=pct\. )(?=[A-ZÆØÅ])")


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, cut also where "pct." ends one."""
    for start, end in sentences(text):
        for m in _AFTER_PERCENT.finditer(text, start, end):
            yield start, m.start()
            start = m.end()
        yield start, end
