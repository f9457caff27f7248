"""First pages that say what they are by a foot, an address or the names below "Afbud", and what is decided in their running text."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.structure import parse
from tests.test_heads import ITEMS
from tests.test_structure import PAPER
from tests.written_flow import flow_of

UNNAMED = [
    # a paper that does not call itself minutes                                                                    kind, how many decide
    ("Nordby Kommune\nFolkeoplysningsudvalget\nDato: 23. november 2006\nReferent: Bo Ravn\n1. Valg af kasserer\nUdvalget valgte Ida Holm.\n"
     "2. Lån af køkken\nUdvalget gav afslag på ansøgningen.", "minutes", 2),
    ("Det skete på mødet\nUngerådet i Nordby Kommune mødtes 2024-10-02 kl. 16:30.\n1. Siden sidst\nEn tur rundt om bordet.\n"
     "2. Penge til lys\nVi besluttede at give penge til tre lamper.", "minutes", 1),
    ("Nordby Kommune\nTeknisk Udvalg\nTirsdag den 21. august 2001 kl. 16\nAfbud: ingen\n9. Strandvejen 77\nNabo hørt 2. juli 2001. "
     "Dispensation blev godkendt.\n10. Åvej 4\nDer blev meddelt afslag.", "minutes", 2),
    ("Nordby Kommune\nTeknisk Udvalg\nTirsdag den 21. august 2001 kl. 16\nAfbud meldes til sekretæren\n9. Strandvejen 77\nSagen blev "
     "udsat i juni.\n10. Åvej 4\nDer er søgt om et skilt.", "other", 0),
    ("Nordby Kommune\nPlejehjem\n9. Fyrrevang\nUdvalget besluttede i maj, at huset lukker.\n10. Bakkely\nHuset er fra 1970.", "other", 0),
]


@pytest.mark.parametrize(("text", "kind", "decisions"), UNNAMED, ids=[x[0][:40] for x in UNNAMED])
def test_minutes_without_the_word(text, kind, decisions):
    flow = flow_of(text)
    found = parse(flow, PAPER)
    assert (found.kind, len(decide(flow, found).decisions)) == (kind, decisions)


def test_decisions_below_the_letters_of_their_body():
    flow = flow_of("TEKNISK UDVALG\nDagsorden med beslutninger\nTU 08.03.2005\n41. Belysning\nSagsforløb: TU - BY\nTU 08.03.2005: Udsat.\n"
                   "42. Sti\nAB 01.03.2005: Anbefales.\nTU 08.03.2005: Godkendt.")
    decided = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.item, d.body, d.outcome) for d in decided] == [("41", "Teknisk Udvalg", "postponed"), ("42", "Teknisk Udvalg", "adopted")]


FEET = [
    # the foot of a paper's one page                                              body, day, municipality
    ("Nordby Kommune – Børneudvalget Referat 7. juni 2017 Udskrevet 09.06.2017 Side 3", "Børneudvalget", "2017-06-07", "Nordby Kommune"),
    ("Udskrevet 09.06.2017 Side 3", None, None, None),
]


@pytest.mark.parametrize(("foot", "body", "day", "municipality"), FEET)
def test_the_foot_of_the_only_page(foot, body, day, municipality):
    found = parse(flow_of(f"44. Sommer\nBeslutning\nGodkendt.\n45. Vinter\nBeslutning\nUdsat.\n\n{foot}"), PAPER)
    assert (found.body, found.meeting_date and found.meeting_date.isoformat(), found.municipality) == (body, day, municipality)


ADDRESSES = [
    # the head, and what it ends with                                              municipality
    ("Referat\nKulturudvalget", "www.nordby.dk · post@nordby.dk", "Nordby Kommune"),
    ("Referat\nFestbestyrelsen", "www.nordby.dk · post@nordby.dk", None),
    ("Referat\nKulturudvalget", "www.nordby.dk · ida@tegnestuen.dk", None),
    ("Referat\nKulturudvalget", "post@oersnaes.dk", None),
    ("Referat\nKulturudvalget", "post@oersnaes.dk · Ørsnæs Kommune og Havby Kommune", "Ørsnæs Kommune"),
    ("Budgetopfølgning\nUdarbejdet 15. april 2019", "Kontakt post@oersnaes.dk\nØrsnæs Kommune har tre opfølgninger.", "Ørsnæs Kommune"),
    ("Budgetopfølgning\nUdarbejdet 15. april 2019", "Kontakt post@tegnestuen.dk\nØrsnæs Kommune har tre opfølgninger.", None),
]


@pytest.mark.parametrize(("head", "foot", "municipality"), ADDRESSES)
def test_the_municipality_in_an_address(head, foot, municipality):
    items = ITEMS if head.startswith("Referat") else "\nDet går."
    assert parse(flow_of(f"{head}{items}\n\n{foot}"), PAPER).municipality == municipality


EXCERPTS = [
    ("Punkt 33 i åbent referat fra Byrådets møde den 28. februar 2023", "33"),
    ("Punkt 33 i budgettet fra den 28. februar 2023 er brugt af Byrådet", None),
]


@pytest.mark.parametrize(("line", "number"), EXCERPTS)
def test_a_case_taken_out_of_minutes(line, number):
    flow = flow_of(f"{line}\nKunstgræsbane\nIndstilling\nDirektionen indstiller, at banen anlægges.\n"
                   "Beslutning i Byrådet den 28. februar 2023\nGodkendt.")
    assert [d.item for d in decide(flow, parse(flow, PAPER)).decisions] == [number]


IN_TURN = [
    # what stands behind "Beslutning Kulturudvalget, 03.06.2019" in its paragraph    who decided
    ("Anbefales Økonomiudvalget, 11.06.2019 Anbefales.", ["Kulturudvalget", "Økonomiudvalget", "Byrådet"]),
    ("Anbefales. Økonomiudvalget, 11.06.2019 Ida Holm var fraværende. Anbefales.", ["Kulturudvalget", "Økonomiudvalget", "Byrådet"]),
    ("Anbefales, når svaret fra Økonomiudvalget, 11.06.2019 er kommet.", ["Kulturudvalget", "Byrådet"]),
    ("Anbefales. Det er sendt til Økonomiudvalget, 11.06.2019 Bilag 2.", ["Kulturudvalget", "Byrådet"]),
]


@pytest.mark.parametrize(("said", "bodies"), IN_TURN)
def test_several_bodies_decide_in_one_paragraph(said, bodies):
    flow = flow_of(f"Byrådet 25-06-2019\nPunkt 14: Ny hal\nHallen er tegnet. Beslutning Kulturudvalget, 03.06.2019 {said}\n"
                   "Byrådet, 25.06.2019 Godkendt.\nPunkt 15: Eventuelt")
    assert [d.body for d in decide(flow, parse(flow, PAPER)).decisions] == bodies


RETOLD = [
    ("Planen følger naboens. Tidligere beslutning. Byrådet den 30-05-2023: Udsat.", [("3", "2023-05-30", "postponed")]),
    ("Planen følger naboens. Byrådet drøftede den 30-05-2023: Udsat er ikke ophævet.", []),
]


@pytest.mark.parametrize(("facts", "decided"), RETOLD)
def test_an_earlier_decision_in_running_text(facts, decided):
    flow = flow_of(f"Dagsorden\nByrådet\nMødedato: 29. august 2023\n2. Meddelelser\nIndstilling: at de høres.\n3. Ferieplan\n{facts}\n"
                   "Indstilling: at planen godkendes.\n4. Eventuelt")
    found = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.item, d.date.isoformat(), d.outcome) for d in found] == decided
