"""Pages that come as one line: where the headings, labels and items stand, and ordinary paragraphs that are left whole."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.structure import parse
from extractors.structure.lost_lines import line_starts
from tests.test_structure import PAPER
from tests.written_flow import flow_of

LINE = (
    "Nordby Byråd Referat Mødedato: Tirsdag den 25. april 2023 Mødested: Byrådssalen Fraværende: Ida Holm (V) 41. Godkendelse af dagsorden "
    "Beslutning Godkendt. 42. Ombygning af mejeriet Sagsnr. 20.20.00-P20-2-23 Resume Mejeriet bygges om. Det koster 21,6 mio. kr. i 2023. "
    "Indstilling Forvaltningen indstiller, at ombygningen godkendes. Sagsfremstilling Kommunen købte mejeriet den 4. maj 2019. Der er 3 "
    "forslag. Økonomi Der er afsat 22,0 mio. kr. Økonomiudvalget, 18. april 2023, punkt 63: Anbefales. Beslutning Godkendt med 13 stemmer "
    "for og 5 imod. 43. Meddelelser Beslutning Til efterretning."
)


def test_a_page_in_one_line_has_its_items_and_decisions():
    flow = flow_of(LINE)
    found = parse(flow, PAPER)
    assert [(i.number, i.title) for i in found.items] == [
        ("41", "Godkendelse af dagsorden"),
        ("42", "Ombygning af mejeriet"),
        ("43", "Meddelelser"),
    ]
    assert [(d.item, d.body, d.outcome) for d in decide(flow, found).decisions] == [
        ("41", "Byrådet", "adopted"),
        ("42", "Økonomiudvalget", "recommended"),
        ("42", "Byrådet", "adopted"),
        ("43", "Byrådet", "noted"),
    ]


CUT = [
    # a line of a page                                                               how its pieces begin
    ("Vejen er lang. Sagsfremstilling Den er 3 km. Beslutning Godkendt.", ["Sagsfremstilling", "Den er", "Beslutning", "Godkendt"]),
    ("Vejen INDSTILLING At den bygges. BESLUTNING Udsat.", ["INDSTILLING", "At den", "BESLUTNING", "Udsat"]),
    (
        "Resume Sag. Beslutning Godkendt. Salg af grund Sag nr. 113 / Beslutning Udsat. Resume Nyt.",
        ["Beslutning", "Godkendt", "Salg af", "Sag nr. 113 /", "Beslutning", "Udsat", "Resume", "Nyt"],
    ),
    ("Vejen. Punkt 8: Salg af grund Resume Den er stor. Beslutning Udsat.", ["Punkt 8", "Resume", "Den er", "Beslutning", "Udsat"]),
]
WHOLE = [
    "Byrådet drøftede sagen. Den blev udsat. Administrationen vender tilbage i maj 2022. Prisen er 3. Det er billigt.",
    "Økonomi er vigtigt for Byrådet. Høring af borgerne sker i maj. Personale og ledere deltager.",
    "I alt 3. Byrådet fandt, at 4. klasse skal have flere timer, jf. punkt 5. Udvalget var enigt.",
    "Kommunens Beslutning om skolen står ved magt, og Indstilling fra udvalget ventes.",
]


@pytest.mark.parametrize(("text", "begins"), CUT)
def test_where_lines_began(text, begins):
    starts = line_starts(text, 0, len(text))
    pieces = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert [piece[: len(begin)] for piece, begin in zip(filter(None, pieces), begins, strict=True)] == begins


@pytest.mark.parametrize("text", WHOLE)
def test_paragraphs_without_lost_lines(text):
    assert line_starts(text, 0, len(text)) == []
