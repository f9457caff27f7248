"""What a text says of rules, lists and standings: found, and bound to its own list, day and mood."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import figures, structure
from extractors.layout import flow
from extractors.reading import text as reader
from extractors.rules import own_day, statements
from minutes.records import Claim
from tests.made_flow import flow_of


def said(text: str, folder) -> list[Claim]:
    """The statements of a document held on 24 April 2018 with that text."""
    file = folder / "referat.txt"
    file.write_text(f"Nordvang Kommune\nReferat af møde den 24. april 2018\n\n{text}\n", encoding="utf-8")
    read = reader.read(file, None)
    running = flow(read)
    parts = structure.parse(running, read)
    return statements.find(running, parts, figures.measure(running, parts))


DAYS = [
    # text, first day that it can speak from
    ("Listen blev offentliggjort 1. december 2019.", date(2019, 12, 1)),
    ("Listen blev offentliggjort 1. december 2031.", date(2031, 12, 1)),
    ("Listen blev offentliggjort 1. december 2009.", None),
    ("Listen blev offentliggjort 31. december 9999.", None),
    ("Papiret blev godkendt på mødet den 31. december 9999.", None),
]


@pytest.mark.parametrize(("text", "first"), DAYS)
def test_a_paper_without_a_day_speaks_after_the_last_it_tells_of(text, first):
    assert own_day.find(flow_of(*["Om boliger."] * 6, text), None).first == first


LETTERS = [
    # what stands above, first and last day
    ("Åben henvendelse til Byrådet, 14. maj 2019", (date(2019, 5, 14), date(2019, 5, 14))),
    ("Åben henvendelse til Byrådet, maj 2019", (date(2019, 5, 1), date(2019, 5, 28))),
    ("Åben henvendelse til Byrådet, 31. februar 2019", (date(2019, 2, 1), date(2019, 2, 28))),
]


@pytest.mark.parametrize(("top", "days"), LETTERS)
def test_a_letter_speaks_from_its_day_or_its_month(top, days):
    own = own_day.find(flow_of(top, "Om boliger."), None)
    assert (own.first, own.last) == days


FOUND = [
    # text, relation, what is said
    ("Et område er på ghettolisten, når det opfylder tre af fem kriterier.", "least", {"least": 3, "of": 5, "kind": "ghetto"}),
    ("Et udsat boligområde skal opfylde mindst to af følgende fire kriterier:", "least", {"least": 2, "of": 4, "kind": "udsat"}),
    ("Forebyggelsesområde\n\nOver 30 pct. ikke-vestlige – og to af fire:", "least", {"least": 2, "of": 4, "kind": "forebyggelse"}),
    ("Ghettolisten laves ud fra 5 kriterier, hvoraf 3 skal være opfyldt.", "least", {"least": 3, "of": 5}),
    ("Opfylder et boligområde 3 af kriterierne, er det på ghettolisten.", "least", {"least": 3}),
    ("Ghettolisten har tre kriterier. Et område skal opfylde to af dem.", "least", {"least": 2}),
    ("Siden 2010 er ghettolisten lavet ud fra 5 kriterier.", "criteria", {"of": 5, "since": True}),
    ("Hårde ghettoer har været på ghettolisten fire år i træk.", "years", {"least": 4, "kind": "haard"}),
    ("Omdannelsesområder har været på listen i fem år.", "years", {"least": 5, "kind": "haard"}),
    ("For ghettolisten er tilknytning til arbejdsmarkedet opgjort som gennemsnit over de seneste to år.", "average", {"least": 2}),
    ("På ghettolisten fra 1. december 2017 er der 22 områder.", "list_count", {"count": 22, "first": "2017-12-01", "dated": "sentence"}),
    ("Listerne 1. december 2022\n\n- 67 forebyggelsesområder\n", "list_count", {"count": 67, "list_kind": "forebyggelse", "first":
        "2022-12-01"}),
    ("# Antallet af ghettoområder\n\n- 2031: 15\n", "list_count", {"count": 15, "first": "2031-01-01"}),
    ("Da den første ghettoliste kom, var der 29.", "list_count", {"count": 29, "first": "2010-10-26"}),
    ("Antallet af ghettoområder faldt fra 28 i 2019 til 15 i 2020 på ghettolisten.", "list_count", {"count": 28, "first": "2019-01-01"}),
    ("Hedemarken stod på ghettolisten pr. 1. december 2016.", "list_member", {"area": "Hedemarken", "on": True, "first": "2016-12-01"}),
    ("Volsmose er ikke på ghettolisten.", "list_member", {"area": "Vollsmose", "on": False, "how": "misspelt"}),
    ("Korsløkkeparken Øst kom på ghettolisten i 2018.", "list_member", {"new": True, "first": "2018-01-01"}),
    ("Gellerup har stået på ghettolisten siden 2012.", "list_member", {"how": "loose", "since": True}),
]


@pytest.mark.parametrize(("text", "relation", "values"), FOUND)
def test_found(text, relation, values, tmp_path):
    found = [c for c in said(text, tmp_path) if c.relation == relation]
    assert found and {k: found[0].extra.get(k) for k in values} == values


NOT_SAID = [
    "Puljen har fem kriterier, hvoraf tre skal være opfyldt, også for projekter i udsatte boligområder.",
    "Et af kriterierne er nyt. Udsatte boligområder nævnes ikke.",
    "Tilbud vurderes efter tre kriterier: pris, kvalitet og tid.",
    "Hvis Hedemarken kommer på ghettolisten, får det betydning for udlejningen.",
    "Kommunen har to udsatte boligområder på kommunens egen liste.",
    "På ghettolisten ville der have været 13 områder, hvis tallene var opdateret.",
    "Beboerne i det udsatte boligområde har tre ønsker.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text, tmp_path):
    assert [c.relation for c in said(text, tmp_path) if c.relation != "limit"] == []


MOODS = [
    ("Ghettolisten har en grænse: over 50 pct. ikke-vestlige.", "stated"),
    ("Regeringen foreslår en grænse for ghettoer på over 60 pct. ikke-vestlige.", "proposal"),
    ("Udspillet om ghettoer er nyt. Kriteriet er over 60 pct. ikke-vestlige.", "proposal"),
    ("Udspillet om ghettoer er nyt. I dag er kriteriet over 50 pct. ikke-vestlige.", "stated"),
    ("Tidligere var kriteriet for ghettoer over 50 pct. ikke-vestlige.", "history"),
    ("Kommunens mål for de udsatte boligområder er, at mindst 40 pct. kun har grundskole.", "own"),
    ("Kriteriet for ghettoer er hævet til over 60 pct. med kun grundskole.", "change"),
]


@pytest.mark.parametrize(("text", "mood"), MOODS)
def test_mood(text, mood, tmp_path):
    assert [c.extra["mood"] for c in said(text, tmp_path) if c.relation == "limit"] == [mood]


SEVERAL = """Ghettolisten fra 1. december 2012

Et område er på listen, når det opfylder to af tre kriterier.

Regeringens udspil

Et udsat boligområde skal opfylde to af fem kriterier.

Reglerne i dag

Ghettolisten fra 1. december 2017 bygger på fem kriterier. Et område er på listen, når det opfylder tre af dem.
"""


def test_each_passage_is_bound_to_its_own_regime(tmp_path):
    found = [c.extra for c in said(SEVERAL, tmp_path) if c.relation == "least"]
    assert [(e["least"], e["first"][:4], e["kind"], e["mood"]) for e in found] == [
        (2, "2012", "ghetto", "stated"), (2, "2018", "udsat", "proposal"), (3, "2017", "ghetto", "stated")]


def test_an_enumeration_gives_each_limit_its_own_indicator(tmp_path):
    text = "Ghettolistens kriterier er over 40 pct. uden arbejde, over 50 pct. med ikke-vestlig baggrund og over 2,7 pct. dømte."
    found = [(c.extra["indicator"], str(c.stated.value)) for c in said(text, tmp_path) if c.relation == "limit"]
    assert found == [("uden_arbejde", "40"), ("ikke_vestlig", "50"), ("doemte", "2.7")]


def test_an_area_is_held_against_its_own_figures(tmp_path):
    text = ("I Skovhøj er 44,0 pct. uden arbejde, 48,2 pct. er fra ikke-vestlige lande, og 2,9 pct. er dømt. Skovhøj opfylder to af "
            "kriterierne "
            "for ghettoer.")
    claim = next(c for c in said(text, tmp_path) if c.relation == "met_count")
    assert claim.extra["area"] == "Skovhøj"
    assert {q.label: str(q.value) for q in claim.operands} == {"uden_arbejde": "44.0", "ikke_vestlig": "48.2", "doemte": "2.9"}


def test_every_statement_has_its_place(tmp_path):
    for claim in said(SEVERAL, tmp_path):
        assert claim.source.quote and len(claim.source.quote) <= 300


WORDS = st.sampled_from([
    "ghettolisten", "opfylder", "tre af fem", "kriterier", "1. december 2017", "Hedemarken", "er ikke", "over 40 pct.", "udsat boligområde",
    ";", ":", "\n", "-", "siden 2010", "29 områder"])


@given(st.lists(WORDS, max_size=40))
def test_any_words_in_no_exception_out(tmp_path_factory, words):
    said(" ".join(words), tmp_path_factory.getbasetemp())
