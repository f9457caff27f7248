"""Lists of annexes in all their forms, and the references to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.annexes import expand, find
from extractors.layout import flow
from extractors.reading import PageReading, Reading
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of


def listed(text: str):
    flow = flow_of(text)
    return find(flow, parse(flow, PAPER))


LISTS = [
    ("Bilag\nBilag 1: Notat\nBilag 2: Kort", [("1", "Notat"), ("2", "Kort")]),
    ("bilag\n1 - Følgebrev\n10 - Kort\n2 - Notat", [("1", "Følgebrev"), ("10", "Kort"), ("2", "Notat")]),
    ("BILAG\n1. Kort\n2. Notat om trafik", [("1", "Kort"), ("2", "Notat om trafik")]),
    ("Bilag\n1 Kort\n2 Salgsvilkår", [("1", "Kort"), ("2", "Salgsvilkår")]),
    ("Bilagsoversigt\nKort over Lunden\nPristilbud", [(None, "Kort over Lunden"), (None, "Pristilbud")]),
    ("Bilag\nBilag 1: Notat (lukket)\nBilag 2: Kort (påført 27.08.2025)", [("1", "Notat (lukket)"), ("2", "Kort (påført 27.08.2025)")]),
    ("Bilag\nBilag 1: Notat\nKortet er vist i bilag 1.", [("1", "Notat")]),
    ("Bilag\nBilag A: Notat\nBilag B: Kort", [("A", "Notat"), ("B", "Kort")]),
    ("Bilag: 1. Hvidbog. 2. Kort over Lunden.", [("1", "Hvidbog"), ("2", "Kort over Lunden")]),
    ("Bilag til sagen: bilag 1 Hvidbog 2008, bilag 2 Kort over Lunden, bilag 3 Svar.",
     [("1", "Hvidbog 2008"), ("2", "Kort over Lunden"), ("3", "Svar")]),
    ("Bilag til sagen: bilag 1: Hvidbog, bilag 2: Kort og bilag 3: Svar", [("1", "Hvidbog"), ("2", "Kort"), ("3", "Svar")]),
    ("Bilag: Bilag 1: Hvidbog, bilag 2 er udsendt.", [("1", "Hvidbog, bilag 2 er udsendt")]),
    ("Bilag: Bilag 1: Hvidbog, bilag 4 Kort", [("1", "Hvidbog, bilag 4 Kort")]),
    ("Bilag: A. Hvidbog. B. Kort over Lunden.", [("A", "Hvidbog"), ("B", "Kort over Lunden")]),
    ("Bilag\nA) Hvidbog\nB) Kort over Lunden", [("A", "Hvidbog"), ("B", "Kort over Lunden")]),
    ("Bilag: A. Holms brev om Lunden", [(None, "A. Holms brev om Lunden")]),
    ("Bilag: 1. Hvidbog for etape 2 Vest", [("1", "Hvidbog for etape 2 Vest")]),
    ("Bilag\n1 - Kort\n2. Notat om trafik\n3 - Priser", [("1", "Kort"), ("2", "Notat om trafik"), ("3", "Priser")]),
    ("Bilag\nBilag 1: Kort\nTegninger\nBilag 2: Notat", [("1", "Kort"), ("2", "Notat")]),
    ("Bilag\nBilag 1.1: Kort\nBilag 1.2: Notat\nBilag 2a: Priser", [("1.1", "Kort"), ("1.2", "Notat"), ("2a", "Priser")]),
    ("Bilag\nBilag 1: Kort (11903/13)\nBilag 2: Plan (2013-2016)", [("1", "Kort"), ("2", "Plan (2013-2016)")]),
    ("Venlig hilsen\nVedlagt: Bilag 1: Svar fra afdelingen\nBilag 2: Kort\nSvarene er vedlagt som bilag 1 og 2.",
     [("1", "Svar fra afdelingen"), ("2", "Kort")]),
    ("Vedhæftet:\n1. Svar fra afdelingen\n2. Kort", [("1", "Svar fra afdelingen"), ("2", "Kort")]),
    ("Vedlagt er svaret fra afdelingen, bilag 1.", []),
    ("Med venlig hilsen\nVedlagt: Bilag 1, svar fra skolen. Bilag 2, kort over stien. Svaret fremgår af bilag 1.",
     [("1", "svar fra skolen"), ("2", "kort over stien")]),
    ("Bilag: 1. Hvidbog. 2. Kort over Lunden. Kortet er fra 2009.", [("1", "Hvidbog"), ("2", "Kort over Lunden")]),
    ("Bilag\nBilag 1, der viser stien, er sendt ud.", []),
    ("Bilag\nBilag 1, 2 og 3 er sendt ud.", []),
    ("Bilag\nBilag 1: SituationsplanBilag 2: Kort", [("1", "Situationsplan"), ("2", "Kort")]),
    ("Bilag\nBilag 1: Medd. Orientering om havnen\nBilag 2: Kort", [("1", "Medd. Orientering om havnen"), ("2", "Kort")]),
    ("Bilag\nIngen bilag.", []),
    ("Bilag\n-", []),
    ("Bilag\n1 Åben Kort over Lunden 12345/15\n2 Lukket Notat 12346/15", [("1", "Kort over Lunden"), ("2", "Notat")]),
    ("Bilag\n17474/09 Åben Kort over Lunden\n17475/09 Åben Notat om 2008/09", [(None, "Kort over Lunden"), (None, "Notat om 2008/09")]),
    ("Bilag\nBilag 1: Åben land, Lukket mark 2014/15", [("1", "Åben land, Lukket mark 2014/15")]),
    ("Bilag\nKort over Lunden\nTilbage til toppen", [(None, "Kort over Lunden")]),
    ("Sagen\nKortet er vist i bilag 1.", []),
    ("Se alle bilag\nHallen er gammel.", []),
]


@pytest.mark.parametrize(("text", "annexes"), LISTS, ids=[t[:30] for t, _ in LISTS])
def test_lists(text, annexes):
    assert [(a.number, a.title) for a in listed(text).annexes] == annexes


MEETING = ("Referat\nByrådet\n58. Ny skole\nBeslutning\nGodkendt.\n59. Ny sti\nIndstilling\nStien anlægges, jf. bilag 1.\nBeslutning\n"
           "Godkendt.\n")
OF_ITEMS = [
    # the list at the end                                                        (item, number, title)
    ("Bilagsoversigt til mødet\nBilag 1: Notat\nBilag 2: Kort", [(None, "1", "Notat"), (None, "2", "Kort")]),
    ("Bilagsoversigt\n58. Bilag 1 - Kort\n59. Bilag 1 - Notat", [("58", "1", "Kort"), ("59", "1", "Notat")]),
    ("Bilag\nPunkt 58, bilag 1: Kort\nPunkt 59, bilag 1: Notat", [("58", "1", "Kort"), ("59", "1", "Notat")]),
    ("Bilagsliste\nBilag til punkt 58:\n1. Kort\nBilag til punkt 59:\n1. Notat\n2. Priser", [("58", "1", "Kort"), ("59", "1", "Notat"),
                                                                                             ("59", "2", "Priser")]),
    ("Bilagsoversigt\n71. Bilag 1 - Kort", [("59", "1", "Kort")]),
]


@pytest.mark.parametrize(("text", "annexes"), OF_ITEMS, ids=[t[:40] for t, _ in OF_ITEMS])
def test_a_list_for_all_items(text, annexes):
    assert [(a.item, a.number, a.title) for a in listed(MEETING + text).annexes] == annexes


def test_a_list_stays_with_its_item_where_another_item_has_no_number():
    flow = flow_of(MEETING + "Bilag\n1. Kort")
    structure = parse(flow, PAPER)
    structure.items[0] = replace(structure.items[0], number=None)
    assert [a.item for a in find(flow, structure).annexes] == ["59"]


STANDING = [
    # in an item                                               annexes   references
    ("Prisen ses i bilag 1.\nBilag 1: To tilbud", [("1", "To tilbud")], [("1",)]),
    ("Bilag 1: To tilbud\nBilag 2: Kort", [("1", "To tilbud"), ("2", "Kort")], []),
    ("Prisen ses i bilag 2.\nBilag 1: To tilbud", [], [("2",)]),
    ("Bilag 3: To tilbud", [], [("3",)]),
    ("Bilag 1: Her vises to tilbud. De er ens.", [], [("1",)]),
]


@pytest.mark.parametrize(("text", "annexes", "references"), STANDING, ids=[s[0] for s in STANDING])
def test_entries_without_the_heading_of_a_list(text, annexes, references):
    found = listed(f"Referat\nByrådet\n1. Ny skole\nResume\n{text}\nBeslutning\nGodkendt.\n2. Ny sti\nBeslutning\nGodkendt.")
    assert [(a.number, a.title) for a in found.annexes] == annexes
    assert [r.numbers for r in found.references] == references


def test_where_one_item_cites_its_entries_the_next_item_has_a_list_too():
    entries = "Bilag 1: Oversigt\nBilag 2: Kort\n"
    text = f"Referat\nByrådet\n1. Ny skole\nPrisen ses i bilag 1 og 2.\nBeslutning\nGodkendt.\n{entries}2. Ny sti\nStien ses i bilag 3.\n"
    assert [(a.item, a.number) for a in listed(f"{text}Beslutning\nGodkendt.\n{entries}").annexes] == [
        ("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")]
    assert [(a.item, a.number) for a in listed(f"{text}Beslutning\nGodkendt.\nBilag 1: Oversigt").annexes] == [("1", "1"), ("1", "2")]


def test_lines_that_the_layout_ran_together():
    reading = Reading([PageReading(1, "Bilag\n1 Forslag til ny hal med bilag\n2 Svar fra rådet\n")])
    running = flow(reading)
    assert [(a.number, a.title) for a in find(running, parse(running, reading)).annexes] == [
        ("1", "Forslag til ny hal med bilag"), ("2", "Svar fra rådet")]


REFERENCES = [
    ("Pengene søges, jf. bilag 4.", [("4",)]),
    ("Aftalerne står i bilag 1 - 5.", [("1", "2", "3", "4", "5")]),
    ("Se bilag 10-12.", [("10", "11", "12")]),
    ("Det koster 0,66 mio. kr. jf. bilag 7, 13 og 15.", [("7", "13", "15")]),
    ("Bilag 4 og 5 viser priserne.", [("4", "5")]),
    ("Som bilag 4 er vedlagt skemaer.", [("4",)]),
    ("Kortet (bilag 2) og brevet (bilag 3) er vedlagt.", [("2",), ("3",)]),
    ("Se bilagene 2 og 3 samt bilag nr. 6.", [("2", "3", "6")]),
    ("Se bilag nr. 1, nr. 2 og nr. 3.", [("1", "2", "3")]),
    ("Bilagene (1-4) er udsendt.", [("1", "2", "3", "4")]),
    ("Bilag 1 til og med 3 er lukkede.", [("1", "2", "3")]),
    ("Det fremgår af bilag 3 & 4.", [("3", "4")]),
    ("Jf. bilag 3 og 4 mio. kr. er brugt.", [("3",)]),
    ("Bilag 1 til 3 er lukkede.", [("1", "2", "3")]),
    ("Se bilag 2a og bilag 1.2.", [("2a", "1.2")]),
    ("Tegningerne ses i bilag A og B.", [("A", "B")]),
    ("Tallene står i bilag 1, 2 pct. af dem er nye.", [("1",)]),
    ("Der er vedlagt 3 bilag, og bilaget er langt.", []),
    ("Bilag: Designforslag, se bilag.", []),
]


@pytest.mark.parametrize(("text", "numbers"), REFERENCES, ids=[t[:30] for t, _ in REFERENCES])
def test_references(text, numbers):
    assert [r.numbers for r in listed(f"Sagen\n{text}").references] == numbers


def test_an_entry_of_the_list_is_no_reference_to_itself():
    found = listed("Sagen\nSe bilag 1.\nBilag\nBilag 1: Kort\nBilag 2: Notat til bilag 1")
    assert [r.numbers for r in found.references] == [("1",), ("1",)]
    assert found.has_list


def test_a_list_without_numbers_cannot_be_checked():
    assert not listed("Bilag\nKort over Lunden").has_list


RANGES = [("1 - 3", ("1", "2", "3")), ("3-1", ("3", "1")),
          ("7, 13 og 15", ("7", "13", "15")), ("1-2 og 4", ("1", "2", "4")), ("1-999", ("1", "999"))]


@pytest.mark.parametrize(("written", "numbers"), RANGES)
def test_ranges(written, numbers):
    assert expand(written) == numbers


IN_LINE = [
    # what stands after "Bilag:"                            the annexes
    ("1. Hvidbog. 2. Ændringer til planen.", ["1", "2"]),
    ("1. Hvidbog fra 2. Distrikt. 5. Kort.", ["1"]),
    ("1. Hvidbog", ["1"]),
]


@pytest.mark.parametrize(("written", "numbers"), IN_LINE)
def test_a_list_in_one_line_is_cut_where_it_counts_on(written, numbers):
    written = flow_of(f"Referat\nByrådet\n4. maj 2022\n3. Skoler\nBeslutning\nGodkendt.\nBilag\n{written}")
    assert [a.number for a in find(written, parse(written, PAPER)).annexes] == numbers


def test_a_list_at_the_foot_of_a_page_looks_like_notes():
    flow = flow_of("Bilag\n1. Kort\n2. Notat om trafik")
    for block in flow.blocks[1:]:
        block.kind = "note"
    assert [a.number for a in find(flow, parse(flow, PAPER)).annexes] == ["1", "2"]


def test_a_number_at_a_line_s_end_belongs_to_the_entry_on_the_next():
    """ "Høringssvar." alone on its line is the second annex here, and no heading."""
    text = "Byrådet\n\nForslaget er sendt ud.\n\nBilag: 1. Forslag om havnen og dens pladser i sommer, udsendt i maj. 2.\nHøringssvar."
    laid = flow(Reading([PageReading(1, text)]))
    assert [a.number for a in find(laid, parse(laid, PAPER)).annexes] == ["1", "2"]
