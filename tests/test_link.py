"""The same case in two documents: one candidate, or none."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.link import links, units
from minutes.records import Document, Item
from tests.paper import paper, place


def minutes(file: str, *items: tuple[str, str, str], **fields: object) -> Document:
    """Minutes with items (number, title, case number)."""
    text = "\n".join(f"{n}. {title}\n{case}\nTekst." for n, title, case in items)
    listed = tuple(Item(n, title, place(text, f"{n}. {title}"), (case,) if case else ()) for n, title, case in items)
    return paper(text, file, items=listed, **{"municipality": "Søby Kommune", **fields})


def proposal(file: str, title: str, case: str = "", **fields: object) -> Document:
    """A proposal with a title and a case number."""
    return paper(title, file, kind="proposal", title=title, case_numbers=(case,) if case else (), **{"municipality": "Søby Kommune",
     **fields})


def linked(*documents: Document) -> list[tuple]:
    return [(x.one.document.file, x.one.item, x.other.document.file, x.other.item) for x in links(documents)]


COUNCIL = minutes("r.pdf", ("4", "Boligsocial helhedsplan for Bakkeparken og Engen", "03.25.00-P20-3-22"), ("5",
 "Takster for ungdomsklubber", "22/4711"), ("6", "Multihal i Vestrup", "22/18734"))

LINKED = [
    # what the other document is called                             its case number          linked item
    (proposal("f.pdf", "Forslag til helhedsplan", "03.25.00-P20-3-22"), "4"),
    (proposal("f.pdf", "Taksterne", "22/4711"), "5"),
    (proposal("f.pdf", "Boligsocial helhedsplan for Bakkeparken og Engen"), "4"),
    (proposal("f.pdf", "Boligsocial helhedsplan for Bakkeparken og Engen", municipality=None), "4"),
    (proposal("f.pdf", "Multihal i Vestrup"), "6"),
    (proposal("f.pdf", "Sagsfremstilling: Boligsocial helhedsplan for Bakkeparken og Engen"), "4"),
    (proposal("f.pdf", "Boligsocial helhedsplan for 12 opgange i Bakkeparken og Engen"), "4"),
]
NOT_LINKED = [
    proposal("f.pdf", "Forslag til helhedsplan", "03.25.00-P20-4-22"),
    proposal("f.pdf", "Boligsocial helhedsplan for Bakkeparken og Engen", municipality="Havby Kommune"),
    proposal("f.pdf", "Boligsocial helhedsplan for Bakkeparken og Engen", "99.25.00-P20-9-19"),  # a case of its own
    proposal("f.pdf", "Boligsocial helhedsplan for Kystparken"),
    proposal("f.pdf", "Takster"),
    proposal("f.pdf", "Boligsocial helhedsplan for Bakkeparken og Engen 2025"),
    proposal("f.pdf", "Multihal i Vestby"),
    proposal("f.pdf", "Svømmehal i Vestrup"),
    proposal("f.pdf", "Noget andet", "03.25.00"),  # a class of the filing plan
    proposal("f.pdf", "Godkendelse af dagsorden"),
]


@pytest.mark.parametrize(("other", "item"), LINKED)
def test_a_case_is_found_again(other: Document, item: str) -> None:
    assert linked(COUNCIL, other) == [("r.pdf", item, "f.pdf", None)]


@pytest.mark.parametrize("other", NOT_LINKED)
def test_another_case(other: Document) -> None:
    assert linked(COUNCIL, other) == []


def test_a_case_number_above_the_title_belongs_to_the_item_below() -> None:
    text = "1. Vejplan\nTekst.\n22/4711\n2. Havneplan\nTekst.\n22/4712\n3. Byplan\nTekst."
    items = tuple(Item(n, t, place(text, f"{n}. {t}")) for n, t in (("1", "Vejplan"), ("2", "Havneplan"), ("3", "Byplan")))
    document = paper(text, items=items, case_numbers=("22/4711", "22/4712"))
    assert {u.item: set(u.cases) for u in units(document)} == {"1": set(), "2": {"22/4711"}, "3": {"22/4712"}}


@pytest.mark.parametrize(("title", "item"), [("Ændringsforslag om parkering ved hallen", "4"), ("Salg af grunden ved hallen", None)])
def test_an_amendment_to_a_case_is_not_the_case(title: str, item: str | None) -> None:
    council = minutes("r.pdf", ("4", "Ny hal i Vestrup", "22/18734"), ("5", title, "22/18734"))
    other = proposal("f.pdf", "Fra skur til hal", "22/18734")
    assert linked(council, other) == ([("r.pdf", item, "f.pdf", None)] if item else [])


def test_an_item_number_that_stands_twice_names_no_unit() -> None:
    document = minutes("r.pdf", ("4", "Vejplan for byen", ""), ("4", "Havneplan for byen", ""), ("5", "Byplan", ""))
    assert [u.item for u in units(document)] == ["5"]


def test_housekeeping_is_never_the_same_case() -> None:
    one = minutes("a.pdf", ("1", "Godkendelse af dagsordenen for mødet", ""))
    other = minutes("b.pdf", ("1", "Godkendelse af dagsordenen for mødet", ""))
    assert linked(one, other) == []


def test_two_equally_good_titles_are_none() -> None:
    one = proposal("f.pdf", "Udvidelse af Nordre Skole i Søby")
    other = minutes("r.pdf", ("2", "Udvidelse af Nordre Skole i Søby", ""), ("7", "Udvidelse af Nordre Skoler i Søby", ""))
    assert linked(one, other) == []


def test_versions_of_the_same_meeting() -> None:
    same = {"body": "Byrådet", "meeting_date": date(2024, 5, 6)}
    one = minutes("a.pdf", ("1", "Vejplan for Søby", ""), ("2", "Havneplan", ""), **same)
    other = minutes("b.pdf", ("1", "Vejplan for Søby", ""), ("2", "Skoleplan", ""), **same)
    found = links((one, other))
    assert [(x.one.item, x.other.item, x.versions) for x in found] == [("1", "1", True)]


def test_other_meetings_are_no_versions() -> None:
    one = minutes("a.pdf", ("1", "Vejplan", ""), body="Byrådet", meeting_date=date(2024, 5, 6))
    later = minutes("b.pdf", ("1", "Vejplan", ""), body="Byrådet", meeting_date=date(2024, 6, 3))
    committee = minutes("c.pdf", ("1", "Vejplan", ""), body="Teknikudvalget", meeting_date=date(2024, 5, 6))
    assert linked(one, later, committee) == []


RECURRING = [
    # titles                                                                        bodies                                dates
    ("Orientering om gennemsnitlig likviditet", "Orientering om gennemsnitlig likviditet", ("Byrådet", "Byrådet"), ((2024, 5, 6), (2024,
     6, 3))),
    ("Likviditet i kommunen pr. 31. maj 2024", "Likviditet i kommunen pr. 30. juni 2024", ("Byrådet", "Økonomiudvalget"), ((2024, 6, 6),
     (2024, 7, 3))),
    ("Takster for svømmehallen i Søby", "Takster for svømmehallen i Søby", ("Byrådet", "Økonomiudvalget"), ((2023, 6, 6), (2024, 7, 3))),
]


@pytest.mark.parametrize(("first", "second", "bodies", "days"), RECURRING)
def test_what_comes_back_every_month_or_year_is_no_case(first: str, second: str, bodies: tuple, days: tuple) -> None:
    one = minutes("a.pdf", ("1", first, ""), body=bodies[0], meeting_date=date(*days[0]))
    other = minutes("b.pdf", ("1", second, ""), body=bodies[1], meeting_date=date(*days[1]))
    assert linked(one, other) == []


def test_a_case_on_its_way_from_committee_to_council() -> None:
    one = minutes("a.pdf", ("3", "Takster for svømmehallen i Søby", ""), body="Kulturudvalget", meeting_date=date(2024, 6, 6))
    other = minutes("b.pdf", ("9", "Takster for svømmehallen i Søby", ""), body="Byrådet", meeting_date=date(2024, 6, 26))
    assert linked(one, other) == [("a.pdf", "3", "b.pdf", "9")]
    assert not links((one, other))[0].again


def test_a_case_that_a_body_takes_up_again() -> None:
    one = minutes("a.pdf", ("3", "Budgetopfølgning", "24/1234"), body="Byrådet", meeting_date=date(2024, 5, 6))
    other = minutes("b.pdf", ("9", "Budgetopfølgning", "24/1234"), body="Byrådet", meeting_date=date(2024, 9, 26))
    assert [x.again for x in links((one, other))] == [True]
