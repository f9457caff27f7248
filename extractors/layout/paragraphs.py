"""Where one block ends and the next begins, from the place, the print and the words of two lines."""

from __future__ import annotations

import re

from extractors.layout.lines import Printed
from extractors.layout.marks import Mark, follows
from minutes.abbreviations import A_SHORT_WORD

_ENDS = re.compile(r"[.!?:;…][\"”»)\]]*$")
_ABBREVIATED = re.compile(
    rf"(?:(?<=\s)|^)(?:(?i:{A_SHORT_WORD})|kr|mia|mill|mio|p\.gr\.a|ifm|[A-ZÆØÅ])\.$"
)
_LONGEST_SHORT = 10
_ENTRY = re.compile(r"(\d{1,2}) (?=[A-ZÆØÅ])")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_OPEN_WORD = re.compile(
    r"(?:(?<=[\s(])|^)(?:og|eller|af|til|på|i|for|med|den|det|de|en|et|at|om|fra|ved|som|der|samt|ligesom|herunder|heraf|hvoraf"
    r"|idet|dels|over|under|mellem|mod|hos|efter|bilag|punkt|kr|ca|§|"
    r"er|var|blev|bliver|har|havde|kan|skal|vil|ikke|men|end|mindst|højst|inden|per|pr|à|a)$"
)
_WANTS_NUMBER = re.compile(
    r"(?:(?<=[\s(])|^)(?:og|eller|af|til|på|i|fra|den|ca\.|d\.|nr\.|pkt\.|jf\.|jfr\.|pr\.|stk\.|s\.|kl\.|§|§§|bilag|bilagene|punkt"
    r"|punkterne|side|mellem|inden|senest)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-ZÆØÅ][\w-]+(?: [\w-]+){0,2}: (?=[A-ZÆØÅ0-9])")
_SITTING = re.compile(
    r"(?:[A-ZÆØÅ][\w-]*,? (?:(?:og|&) )?){0,3}"
    r"[\wæøå-]*(?:udvalget|rådet|bestyrelsen|repræsentationen),? (?:den |d\. )?\d{1,2}[.-]",
    re.I,
)
"""A body and a day, as decisions begin on the way of a case: "Økonomiudvalget, 11. juni 2024, punkt 97: Anbefales."."""
_NAME_BEGUN = re.compile(r"\([A-ZÆØÅ]{1,3}\)(?: - \w+)?, [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)*$")
_NAME_ENDED = re.compile(r"[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)*[ \u00a0]\([A-ZÆØÅ]{1,3}\)")
"""A list of members that wraps inside a name, whose end is kept with its party: "Ida Holm (A), Bo | Ravn (V)"."""
_NAMED_LAST, _ITS_PARTY = re.compile(r"[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ][\w-]+$"), re.compile(r"\([A-ZÆØÅ]{1,3}\)(?:[,.;:]| [a-zæøå]|$)")
"""A line that breaks between a name and its party: "Ida Holm | (V) og Bo Ravn"."""
_COUNTS = re.compile(r"\S+\s+(?:\(?[a-zæøå]|m2)")
_HEADER_LABEL = re.compile(
    r"(?:Til ?stede|Afbud|Fraværende|Ikke til stede|Deltagere|Medlemmer|Mødedeltagere|Referent|Formand|Dato|Mødedato|Tid|Tidspunkt|"
    r"Mødetid|Mødetidspunkt|Sted|Mødested|Sagsnr\.?|Sagsid\.?|Sagsnummer|Dok\.?nr\.?|Journalnr\.?|Kompetence|Beslutning"
    r"|Indstilling|Udvalg|Bilag):(?:\s|$)"
)
_PAIR = re.compile(r"[A-ZÆØÅ][^.:!?]{1,45}:\s+\S")
_LONG_WORD = re.compile(r"[^\W\d_]{5}")
_TRAILING = ",-–(/„“&+"


def ends_sentence(text: str, following: str) -> bool:
    """Whether a line's end ends a sentence; an abbreviation does so before a capital only, and "kr." may."""
    if not _ENDS.search(text):
        return False
    if following[:1].islower() and _ORDINAL.search(text):
        return False
    if text.endswith(".)") and following[:1].islower() and _abbreviates(text[:-1]):
        return False  # "… inventar (16,5 mio. kr.) | og kloak"
    if _abbreviates(text):
        return following[:1].isupper() and text.endswith(("kr.", "mio.", "mia.", "stk.", "evt."))
    return True


def _abbreviates(text: str) -> bool:
    """Does a line end with a short word and its full stop?"""
    return text.endswith(".") and bool(_ABBREVIATED.search(text, max(len(text) - _LONGEST_SHORT, 0)))


def forced(above: Printed, line: Printed) -> bool:
    """Whether the line above was ended on purpose: the next word would have found room on it."""
    space = 0.28 * above.size + 1.0 if above.drawn else 0.07 * above.right
    return above.right - above.x1 > line.first_width + space


def begins(above: Printed, line: Printed, below: Printed | None, mark: Mark | None, block) -> bool:
    """Whether `line` begins a new block after `above`, the last line of `block`; `below` is the line after it."""
    if line.gap < 0:
        return False
    if line.kind:
        return line.kind != "line" or mark is not None or not line.text[0].islower() or line.text.startswith("at ")
    if line.page != above.page or line.gap == 0:
        return not _goes_over(above, line, mark, block)
    if _restyled(above, line):
        return True
    if mark is not None and _is_point(above, line, mark, block):
        return True
    if _at_point(above, line):
        return True
    if line.drawn and line.gap > 1.18 and (ends_sentence(above.text, line.text) or _after_point(above, line, block)):
        return True
    if line.gap > (1.33 if line.drawn else 1.5):
        return not (line.text[0].islower() and not forced(above, line) and not ends_sentence(above.text, line.text))
    if _indents(above, line, block) or ((_LABEL.match(line.text) or _SITTING.match(line.text)) and ends_sentence(above.text, line.text)):
        return True
    caps = line.text.isupper() or line.text.isdigit()  # the year may be all that a line of capitals has no room for
    if _is_caps(above.text) != _is_caps(line.text) and not (above.text.isupper() and caps):
        return True
    if (
        _HEADER_LABEL.match(line.text)
        or (_PAIR.match(line.text) and _PAIR.match(above.text))
        or _is_label(line)
        or _is_title(above, line, below)
    ):
        return above.text[-1] not in _TRAILING and not _OPEN_WORD.search(above.text)
    return forced(above, line) and (_forced_end(above, line) or _counts_on(above.text, line.text))


def _counts_on(above: str, text: str) -> bool:
    """ "1 Forslag til svømmehal med bilag" and "2 Høringssvar": two entries of a list, not bilag 2."""
    first, second = _ENTRY.match(above), _ENTRY.match(text)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _is_caps(text: str) -> bool:
    """Whether a whole line is in capitals, as headings are: a word of five letters or more, and no small ones."""
    return text.isupper() and _LONG_WORD.search(text) is not None


def _is_label(line: Printed) -> bool:
    """ "Sagsfremstilling:" on a line of its own."""
    return line.text[-1] == ":" and line.text[0].isupper() and line.x1 < 0.45 * line.right and len(line.text.split()) <= 3


def _is_title(above: Printed, line: Printed, below: Printed | None) -> bool:
    """A short line after the end of a sentence that ends none itself, before a line that begins anew: a heading without print."""
    if below is None or below.text[0].islower() or below.gap <= 0 or not (_ENDS.search(above.text) or above.text[-1] == ")"):
        return False
    return line.x1 < 0.6 * line.right and line.text[0].isupper() and line.text[-1] not in ".,;!?" and len(line.text.split()) <= 8


def _goes_over(above: Printed, line: Printed, mark: Mark | None, block) -> bool:
    """Whether a sentence goes on over a page or column break."""
    if not block.prose or mark is not None or _restyled(above, line) or ends_sentence(above.text, line.text):
        return False
    first = line.text[0]
    if first.islower() or above.text[-1] in ",-(/" or _OPEN_WORD.search(above.text):
        return not line.text.startswith("at ") or not above.text.endswith((",", ":"))
    if above.bold or (block.lines == 1 and forced(above, line)):
        return False
    full = line.x1 > 0.8 * line.right or ends_sentence(line.text, "A")
    return above.x1 > 0.7 * above.right and full and (first.isalnum() or first in '("”»')


def _restyled(above: Printed, line: Printed) -> bool:
    """The print changes: another size, or bold begins or ends with the line."""
    if not line.drawn:
        return False
    if abs(above.size - line.size) > 0.07 * max(above.size, line.size):
        return True
    if above.bold == line.bold:
        return False
    return not (line.text[0].islower() and not forced(above, line) and not ends_sentence(above.text, line.text))


def _is_point(above: Printed, line: Printed, mark: Mark, block) -> bool:
    """Whether a list mark begins a point here, and is not a number or a dash that the line break put first."""
    if _ITS_PARTY.match(line.text) and _NAMED_LAST.search(above.text):
        return False
    if (
        line.lead
        or forced(above, line)
        or ends_sentence(above.text, line.text)
        or line.gap > 1.3
        or above.text[-1] in ",;"
        or above.text.endswith(" at")
    ):
        return not _wrapped_number(above, line, mark)
    if block.kind == "point" and mark.number is None:
        return True
    return mark.number is not None and block.number is not None and follows(block.number, mark.number)


def _wrapped_number(above: Printed, line: Printed, mark: Mark) -> bool:
    """ "... jf. bilag | 3. Kommunen" and "... er | - ud over": the words before want a number or go on."""
    if line.gap > 1.3 or line.lead or mark.number is None or forced(above, line):
        return False
    return bool(_WANTS_NUMBER.search(above.text)) and (mark.number != "1" or not above.text.endswith((" og", " eller")))


def _at_point(above: Printed, line: Printed) -> bool:
    """A line that begins with "at" after a comma or colon: a point of a recommendation on a line of its own."""
    if not line.text.startswith(("at ", "At ")):
        return False
    opened = above.text[-1] in ",;:." or above.text.startswith(("at ", "At "))
    return line.gap > 1.3 or (forced(above, line) and (opened or above.text.endswith(("indstiller", "anbefaler", "foreslår"))))


def _after_point(above: Printed, line: Printed, block) -> bool:
    """A line that begins anew at the edge of a list whose last point has no full stop."""
    anew = line.text[0].isupper() and above.text[-1] not in _TRAILING and not _OPEN_WORD.search(above.text)
    return block.kind == "point" and anew and line.x0 <= block.x0 + 1


def _indents(above: Printed, line: Printed, block) -> bool:
    if not line.drawn:
        return False
    step = line.x0 - above.x0
    if block.kind == "point":
        out = line.x0 < min(block.x0, above.x0) - 3 and not (block.lines == 1 and _first_line_in(above, line))
        return out or (step < -6 and line.x0 <= block.x0 + 1 and ends_sentence(above.text, line.text))
    return step > 6 and ends_sentence(above.text, line.text)


def _first_line_in(above: Printed, line: Printed) -> bool:
    """Whether a line goes on, further left, with what the full line above it began: print that draws first lines in."""
    if forced(above, line) or ends_sentence(above.text, line.text):
        return False
    return not line.text[0].isupper() or above.text[-1] in _TRAILING or bool(_OPEN_WORD.search(above.text))


def _forced_end(above: Printed, line: Printed) -> bool:
    if above.bold and line.bold and _OPEN_WORD.search(above.text):
        return False  # a heading in a narrow column: "Beslutning Plan- og | Miljøudvalget"
    if _NAME_BEGUN.search(above.text) and _NAME_ENDED.match(line.text):
        return False
    if ends_sentence(above.text, line.text):
        return True
    if above.x1 < 0.6 * above.right and line.text[0].isupper() and above.text[-1] not in _TRAILING:
        return True
    if above.text[-1] in _TRAILING and not above.text.endswith(",-") or _OPEN_WORD.search(above.text) or _abbreviates(above.text):
        return False
    first = line.text[0]
    if first.isdigit() and not _COUNTS.match(line.text):
        return True
    return first.isupper() or (not first.islower() and (above.x1 < 0.6 * above.right or not above.text[-1].islower()))
