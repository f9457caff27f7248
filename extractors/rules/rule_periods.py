"""What a text says of the rule beside its numbers: over how many years, what it was before, which indicators count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_

from extractors.rules.met_words import NUMBER, number
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import Regimes, Sentence
from extractors.rules.rule import Rule, make, may_tell
from minutes.danish import ORDINALS
from minutes.needs import needs

_YEARS = re.compile(
    rf"(?:(?:liste\w*|kriteri\w*|opfyldt\w*|ghettoområde|parallelsamfund)[^.;:]{{0,40}}? (?:i |de )?(?:mindst |mere end "
    rf"|de )?(?:seneste |sidste )?(?P<n1>{NUMBER}) "
    rf"(?:på hinanden følgende |sammenhængende )?år\b"
    rf"|(?<!\w)(?P<n2>{NUMBER}) (?:på hinanden følgende |sammenhængende )?år (?:i træk|i streg|på listen|på ghettolisten)"
    rf"|(?<!\w)(?P<n3>{NUMBER}) på hinanden følgende (?:år|lister)|(?<!\w)(?P<n4>{NUMBER}) (?:gange|lister) i (?:træk|streg)"
    r"|\b(?P<nth>anden|tredje|fjerde|femte|sjette) (?:år|gang|liste) i (?:træk|streg)"
    rf"|ikke har forladt \w*listen i (?P<n5>{NUMBER}) år)",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:er|bliver|blev|gælder|kræve\w*|krav\w*|skal|skulle|betyder|tæller|regnes|kaldes|hedder|før|hvis|når|i træk|i streg"
    r"|på hinanden)\b",
    re.I,
)
"""What tells a rule, in a sentence that does not name its list."""
_CHANGED = re.compile(
    rf"\bfra (?P<a>{NUMBER})(?: (?:\w+ )?kriterier)? (?:og )?til (?P<b>{NUMBER})(?= kriterier|[.,;)]| og | på | i |$)", re.I
)
_LAWFUL = re.compile(
    r"antallet af (?:\w+ )?kriterier|kriterierne|\bman\b|\blov\w*|\bL \d|folketing|regering|udvid|\bkriterier, der skal|regler", re.I
)
_OF_AN_AREA = re.compile(r"\b(?:området|områder|afdeling\w*|boliger|bebyggelse\w*)\b", re.I)
_AVERAGE = re.compile(
    rf"(?:gennemsnit\w*|opgjort|målt|beregnet|beregnes|opgøres|måles) (?:som (?:et )?gennemsnit )?(?:af|over|for|i) (?:de )?(?:seneste "
    rf"|sidste )?(?P<n>{NUMBER}) år\b|(?<!\w)(?P<n2>to|tre|fire|fem|[2-5])-?[ -]?års?(?:ig\w*)?[ -]?gennemsnit",
    re.I,
)
_ETHNIC = re.compile(r"\b(?:kriteri\w*)\b.{0,120}\b(?:etnicitet|etnisk\w*|ikke-vestlig\w*)", re.I)
_COMPOSED = re.compile(r"\b(?:baser\w+|handle\w*|indgår|omhandle\w*|vedrører|er andelen|bygger|drejer|er etnicitet)\b", re.I)
_ETHNIC_ONLY = re.compile(r"\bet af (?:de |lovens )?\w*kriteri", re.I)


def find(regimes: Regimes) -> Iterator[Rule]:
    """Every such statement, in order."""
    for sentence in regimes.sentences:
        if sentence.holds & _TOLD and may_tell(regimes, sentence):
            for need, form in _FORMS:
                if sentence.holds & need:
                    yield from form(regimes, sentence)


def _years(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    for m in _YEARS.finditer(sentence.text):
        said = next(m[name] for name in ("n1", "n2", "n3", "n4", "n5", "nth") if m[name])
        many = ORDINALS.get(said.lower()) or number(said)
        if many > 1 and _hard(regimes, sentence, m.start()):
            yield make("years", regimes, sentence, m.start(), m.end(), least=many, kind="haard")


def _hard(regimes: Regimes, sentence: Sentence, at: int) -> bool:
    """Is it the hårde lists' rule, told in the sentence or, of no area by name, after a sentence on them?"""
    if "haard" in {k for _, k in sentence.kinds}:
        return True
    above = regimes.above(sentence)
    after = above and above.kinds and above.kinds[-1][1] == "haard"
    told = _TELLS.search(sentence.text) and (after or regimes.at(sentence.start + at).kind == "haard")
    return bool(told) and subject(sentence.text) is None


def _changes(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    """ "Antallet af kriterier udvides fra tre til fem"."""
    for m in _CHANGED.finditer(sentence.text):
        of_rules = "kriteri" in sentence.text.lower() and _LAWFUL.search(sentence.text, 0, m.start())
        if of_rules and not _OF_AN_AREA.search(sentence.text, 0, m.start()) and subject(sentence.text[: m.start()]) is None:
            yield make("changed", regimes, sentence, m.start(), m.end(), least=number(m["a"]), of=number(m["b"]))


def _averages(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    for m in _AVERAGE.finditer(sentence.text):
        above = regimes.before(sentence) if m.start() < 40 else None
        near = (above.text if above else "") + sentence.text[max(m.start() - 160, 0) : m.end() + 60]
        if re.search(r"uden|tilknytning|arbejdsmarked|beskæftigelse|dømt|domme|kriminalitet", near, re.I):
            yield make("average", regimes, sentence, m.start(), m.end(), least=number(m["n"] or m["n2"]))


def _ethnicity(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    m = _ETHNIC.search(sentence.text)
    if (
        m
        and _ETHNIC_ONLY.search(sentence.text)
        and _COMPOSED.search(sentence.text)
        and {k for _, k in sentence.kinds} <= {"udsat"}
        and re.search(r"udsat", sentence.text, re.I)
    ):
        yield make("indicator", regimes, sentence, m.start(), m.end(), kind="udsat", extra={"indicator": "ikke_vestlig"})


_FORMS = (
    (needs(_YEARS), _years),
    (needs(_CHANGED), _changes),
    (needs(_AVERAGE), _averages),
    (needs(_ETHNIC), _ethnicity),
)
"""What a form cannot do without, and the form."""
_TOLD = reduce(or_, (need for need, _ in _FORMS))
