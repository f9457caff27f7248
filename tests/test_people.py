"""Remarks with their speakers, and who was there (fieldguide.md, sections 1.2 and 4.3)."""

from __future__ import annotations

import pytest

from extractors.people import attendance, remarks
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\nGodkendt.\n"
REMARKS = [
    # as printed                                                                              speaker            party            kind
    ('Ida Holm (Ø) afgav følgende protokolbemærkning: "Vi er skeptiske."', "Ida Holm", "Ø", "protocol_remark"),
    ('Dansk Folkeparti (O) afgav følgende protokolbemærkning: "Vi er imod."', None, "O", "protocol_remark"),
    ('Enhedslisten afgav følgende protokolbemærkning: ”Vi støtter forslaget.”', None, "Enhedslisten", "protocol_remark"),
    ("Jens Ole Toft (B) ønskede tilført protokollen, at Radikale Venstre undlod at stemme.", "Jens Ole Toft", "B", "protocol_remark"),
    ('Helga Rose (V) ønskede følgende bemærkning tilført beslutningsprotokollen: "Man lukker en '
     'skole."', "Helga Rose", "V", "protocol_remark"),
    ('Liste K ønskede følgende ført til protokol: "Der mangler tilbud."', None, "Liste K", "protocol_remark"),
    ("Bo Ravn (C) ønskede ført til protokols, at han stemte imod.", "Bo Ravn", "C", "protocol_remark"),
    ("Ida Holm (SF) ønsker tilføjet til referatet, at skolen er god.", "Ida Holm", "SF", "protocol_remark"),
    ("Særindstilling fra Ida Holm (M): Sagen udsættes.", "Ida Holm", "M", "minority_statement"),
    ("Nordlisten begærede sin mindretalsudtalelse ført til protokollen.", None, "Nordlisten", "minority_statement"),
    ("Socialdemokratiet bad om at få følgende tilført referatet: Vi vil se en plan.", None, "Socialdemokratiet", "protocol_remark"),
    ("A afgav følgende protokolbemærkning: ”Vi venter.”", None, "A", "protocol_remark"),
]


@pytest.mark.parametrize(("text", "speaker", "party", "kind"), REMARKS, ids=[r[0][:40] for r in REMARKS])
def test_remarks(text, speaker, party, kind):
    flow = flow_of(HEAD + text)
    found = remarks(flow, parse(flow, PAPER, "x"))
    assert [(r.item, r.speaker, r.party, r.kind, r.body) for r in found] == [("3", speaker, party, kind, "Byrådet")]


NO_REMARKS = [
    "V stemmer imod, idet Venstre ønsker grunden udstykket.",
    "Ida Holm (O) tog forbehold frem til behandlingen i Byrådet.",
    "Protokollen blev underskrevet.",
    "Forslaget blev ført til protokollen i 2012 af forvaltningen.",
    "Der er ingen bemærkninger til referatet.",
    "Revisionsprotokollen blev godkendt.",
]


@pytest.mark.parametrize("text", NO_REMARKS)
def test_no_remarks(text):
    flow = flow_of(HEAD + text)
    assert remarks(flow, parse(flow, PAPER, "x")) == []


def test_a_minority_statement_under_its_own_heading():
    flow = flow_of("Anbefalinger fra Rådet for Bolig og Naboskab\n1. Giv det tid. Vent.\nMindretalsudtalelse\nMads Elle kan ikke støtte "
                   "anbefaling 1.\nBaggrund\nRådet har ni medlemmer.")
    found = remarks(flow, parse(flow, PAPER, "x"))
    assert [(r.speaker, r.party, r.kind) for r in found] == [("Mads Elle", None, "minority_statement")]


ATTENDANCE = [
    # the head                                                              present, absent, members, chair, counts
    ("Til stede: Ida Holm (formand), Bo Ravn, Per Toft. Afbud: Eva "
     "Lind.", ("Ida Holm", "Bo Ravn", "Per Toft"), ("Eva Lind",), (), "Ida Holm", (None, None)),
    ("Medlemmer:\nFormand Erik Ny (A)\nLene Due (A)\nFraværende:\nLene Due "
     "(A)", (), ("Lene Due",), ("Erik Ny", "Lene Due"), "Erik Ny", (None, None)),
    ("Tilstede: 23 af byrådets 25 medlemmer. Afbud: Bo Ravn (V) og Eva Lind (F).", (), ("Bo Ravn", "Eva Lind"), (), None, (23, 25)),
    ("Alle byrådets 19 medlemmer var til stede. Mødet blev ledet af borgmester Aage Thor.", (), (), (), "Aage Thor", (19, 19)),
    ("Deltagere:\nLars Krog: Deltog\nBirgit Hansen (A) - Formand", ("Lars Krog", "Birgit Hansen"), (), (), "Birgit Hansen", (None, None)),
    ("Fraværende: Ingen", (), (), (), None, (None, None)),
]


@pytest.mark.parametrize(("head", "present", "absent", "members", "chair", "counts"), ATTENDANCE, ids=[a[0][:40] for a in ATTENDANCE])
def test_attendance(head, present, absent, members, chair, counts):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n{head}\n1. Skoler\nBeslutning\nGodkendt.")
    found = attendance(flow, parse(flow, PAPER, "x"))
    assert (found.present, found.absent, found.members, found.chair) == (present, absent, members, chair)
    assert (found.present_count, found.member_count) == counts
