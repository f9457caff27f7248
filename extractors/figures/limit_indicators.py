"""What a limit is a limit of: the indicator in the words around it, in its paragraph, or the one that the law ever limited so."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.figures import enumerated, indicators
from extractors.figures.passage import Passage
from minutes.criteria import load
from minutes.measures import Measure

NEAR_CHARS = 600
"""So far above a limit its paragraph may tell what it is of."""


def indicator(passage: Passage, i: int, start: int, unit: str, lawful: str | None = None) -> str | None:
    """The indicator of a limit: in the words after it when it begins its clause, else before it, else the law's, else in its paragraph
    before. `lawful`: the law's."""
    measure = passage.measures[i]
    if unit == "count":
        before, noun = passage.text[passage.sentence(start)[0] : start], passage.until_next(i)[:14]
        if measure.value >= 500 and ("beboere" in noun or _INHABITED.search(before) and "mennesker" in noun):
            return "beboere"
        return "doemte" if "dømte" in before or noun.startswith(" dømte") else None
    if unit not in ("percent", "ratio"):
        return None
    begin, end = passage.sentence(start)[0], passage.sentence(measure.end - 1)[1]
    if own := enumerated.indicator(passage.text[begin:end], start - begin, unit):
        return own
    limits = [m for m in passage.measures[max(i - 4, 0) : i + 5] if m.unit in ("percent", "permille") or _TIMES.match(passage.text, m.end)]
    lists = [m.end() for m in _OF_LIST.finditer(passage.text, begin, start)]
    low = max([begin, *lists, *(m.end for m in limits if m.end <= start)])
    high = min([end, *(m.start for m in limits if m.start > measure.end)])
    before, after = passage.text[low:start], passage.text[measure.end : high]
    if _OF_HOMES.search(before):
        return None
    leads = _LEADS.fullmatch(_CLAUSE.split(before)[-1].strip(" \t")) and not _RESUMED.search(before)
    if unit == "ratio" and "gennemsnit" in after[:60] and _CRIME.search(before, max(len(before) - 60, 0)):
        return "doemte_ratio"
    found = indicators.first_after(before, after, unit) if leads else indicators.nearest(before, _NEXT_CLAUSE.split(after)[0], unit)
    if not found and _OTHER_GOAL.match(after):
        return None
    found = found or lawful or indicators.nearest(passage.text[begin:low], "", unit)
    if not found and _OWN_SUBJECT.match(passage.text, begin):
        return None
    return found or _in_block(passage, start, unit) or _led_in(passage, start, unit)


def by_law(passage: Passage, i: int, operator: str, value: Decimal, unit: str) -> str | None:
    """The one indicator that the law ever gave such a limit, else a proposal, where a sentence lists bare limits.

    "For udsatte boligområder er grænserne over 40 pct., mindst tre gange landsgennemsnittet og under 55 pct."
    """
    measure, said = passage.measures[i], sentence_of(passage, passage.measures[i])
    if unit not in ("percent", "ratio") or not _BARE_LIMITS.search(said):
        return None
    if not _AREAS.search(said) and not _in_block(passage, measure.start, unit):
        return None
    fits = {(r.status, c.indicator) for r in load().rule_sets.values() for c in r.criteria.values()
            if (c.operator, c.value, c.unit) == (operator, value, unit)}
    named = {name for status, name in fits if status == "law"} or {name for _, name in fits}
    if _OF_LIST.search(said):
        named.discard("ikke_vestlig")  # it stands beside the list of four since 2018
    return named.pop() if len(named) == 1 else None


_OF_LIST = re.compile(r"\b(?:to|2) af (?:de )?(?:fire|4):", re.I)
_BARE_LIMITS = re.compile(rf"\bgrænser|{_OF_LIST.pattern}", re.I)
_AREAS = re.compile(r"boligområde|ghetto|parallelsamfund|forebyggelsesområde|omdannelsesområde", re.I)
_INHABITED = re.compile(r"\b(?:bor|boede|beboet)\b")
_OF_HOMES = re.compile(r"\bandel(?:en)? af (?:\w+ )?\w*boliger\b[^.,;]*$", re.I)
_OTHER_GOAL = re.compile(
    r" af (?:de |alle )?\w+ (?:skal (?!være\b|ligge\b|udgøre\b)|(?:går|kommer|deltager|gennemfører|består|vælger|bruger|fortsætter)\b)"
)
"""A goal with a verb of its own: "mindst 75 pct. af beboerne skal føle sig trygge"."""
_OWN_SUBJECT = re.compile(
    r"(?!(?:Andel|Grænse|Krav|Mål|Kriteri|Tal|Regl|Område|Afdeling|Betingels|Sats|Kommune|Procent|Regering|Minister|Folketing)\w*)"
    r"[A-ZÆØÅ][a-zæøå]{5,}(?:en|et)\b(?! (?:for|af|om|på)\b)"
)
"""A sentence on something else than the one before it: "Fraflytningen skal være under 11 pct."."""
_CRIME = re.compile(r"kriminal|dømt|straffe", re.I)
_TIMES = re.compile(r" gange\b")
_CLAUSE = re.compile(r"[,;:]| (?:og|eller) ")
_NEXT_CLAUSE = re.compile(r"[,;] (?:og|mens|men) ")
_LEADS = re.compile(r"[-–•*]?\s*(?:\w{1,2}[.)])?\s*(?:er|har|og|at|hvis|når|desuden|samtidig|også|mere|er desuden|,| )*", re.I)
_RESUMED = re.compile(r",\s(?:der|som|hvis|hvor)\s[^,;:]+,\s(?:er|ligger|udgør|lå|var|skal være|overstiger)(?:\s\w+)?\s*$")
""" "Andelen af de 30-59-årige, der alene har grundskole, er over 60 %": the verb after a clause within its own."""
_BARE = re.compile(r"\b(?:andelen|den) (?:er|ligger|udgør|skal|må)\b", re.I)
_STEP_CHARS = 120
"""No line of a list of steps is longer."""


def _led_in(passage: Passage, start: int, unit: str) -> str | None:
    """What the words before a list speak of, where its lines say "andelen": "efter andelen uden job: / Rødt: andelen er over 35"."""
    block, text = passage.flow.block_at(start), passage.text
    if not block or not _BARE.search(text, block.start, start):
        return None
    colon = text.rfind(":\n", max(block.start - NEAR_CHARS, 0), block.start)
    if colon < 0 or any(len(line) > _STEP_CHARS for line in text[colon + 2 : block.start].split("\n")):
        return None
    return indicators.nearest(text[passage.sentence(colon)[0] : colon], "", unit)


def _in_block(passage: Passage, start: int, unit: str) -> str | None:
    """What the paragraph, or the row of a table, speaks of before the limit."""
    block = passage.flow.block_at(start)
    if not block:
        return None
    row = (
        passage.text[block.start : block.end].replace("\t", " ")
        if block.kind == "row"
        else passage.text[max(block.start, start - 240) : start]
    )
    return indicators.nearest(row, "", unit)


def sentence_of(passage: Passage, measure: Measure) -> str:
    """The sentence that a number stands in."""
    return passage.text[passage.sentence(measure.start)[0] : passage.sentence(measure.end - 1)[1]]
