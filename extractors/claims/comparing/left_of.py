"""What is left of a whole that is told behind it, and what was taken told before: "27 er skiftet, og der er 15 tilbage af i alt 42"."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.comparing.remainders import TAKEN
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import VOTES, Passage, same
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.needs import needs

_OF = r"(?:ud )?af (?:(?:de|den|det|i alt|alle|oprindelige|oprindeligt|samlede|[a-zæøå]+ede) )*(?P<w><KN>)"
_LEFT = (
    pattern(rf"(?P<c><KN>)(?: [a-zæøå]+)?~25(?:<left>|\b(?:til salg|på lager)\b)~15\b{_OF}"),
    pattern(
        rf"(?P<c><KN>)(?: [a-zæøå]+)? {_OF}(?: [a-zæøå]+){{0,2}} (?:er|står|mangler|ligger|henstår|venter)\b[^\ue000-\ue007;,.]{{0,12}}"
        r"(?:\b(?:stadig|endnu|fortsat|til salg)\b|<left>)"
    ),
    pattern(rf"\b(?:mangler|resterer|udestår)(?: (?:stadig|nu|endnu|således|altså|dermed))* (?P<c><KN>)(?: [a-zæøå]+)? {_OF}"),
)
_TOLD = needs(*_LEFT)
_DONE = re.compile(
    r"\b(?:når de (?:er|har)|efter at|revet ned|nedrevet|kommet ind|indkommet|afleveret|besvaret|skiftet|ombyttet|ryddet|flyttet)\b"
)
_APART = re.compile(r"\b(?:i fjor|sidste år|året før|tidligere|egne|i (?:19|20)\d\d|siden (?:19|20)\d\d|pr\.|hver)\b")
"""Words of another time, or of each of several."""
_OF_ITS_OWN = re.compile(r"(?: [a-zæøå]+)? (?:til|ved|på|fra) (?!salg)")
"""What tells the whole apart from other things of its kind: "de 120 til møder"."""
NEAR = Decimal("0.15")
"""How far from the whole the two may come, as a part of it."""


def find(ledger: Ledger) -> None:
    """Every such rest, where one figure alone can have been taken."""
    for s, before in ledger.in_turn(1, COUNTING, _TOLD):
        match = next((m for form in _LEFT if (m := form.search(s.skeleton))), None)
        if not match or VOTES.search(s.skeleton):
            continue
        c, whole = s.of(match.start("c")), s.of(match.start("w"))
        if c.unit == whole.unit and same(c, whole) and c.value < whole.value and not any(m.bounded or m.qualifier for m in (c, whole)):
            _rest(ledger, s, s.under_one_item(before), c, whole)


def _rest(ledger: Ledger, s: Sentence, near: list[Sentence], c: Mention, whole: Mention) -> None:
    others = [m for m in s.mentions if m.unit == c.unit and m not in (c, whole)]
    t = s if others else near[0]
    taken = others or [m for m in t.mentions if m.unit == c.unit and t is not s]
    done = TAKEN.search(t.skeleton) or _DONE.search(t.skeleton)
    if len(taken) != 1 or not done or _APART.search(t.skeleton) or _APART.search(s.skeleton):
        return
    b = taken[0]
    apart = b.bounded or b.qualifier or t.is_rate(b) or b.noun and not same(b, c if c.noun else whole)
    if apart or _OF_ITS_OWN.match(s.skeleton, s.position(whole) + 1) or Passage([s]).reasoned(c):
        return
    off = abs(whole.value - b.value - c.value)
    if adds_up(c, [whole, b], [1, -1]) or off <= NEAR * whole.value or slips(whole, [b, c], [1, 1]):
        ledger.say(s, "difference", "sum", c, [whole, b], weights=[1, -1], if_not="warning")
