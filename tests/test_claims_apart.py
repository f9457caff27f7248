"""Figures that stand apart: sums, differences, prices and shares told over several clauses, and their look-alikes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors import claims, figures
from extractors.claims.dividing.share_ways import Way
from extractors.claims.mention import Mention
from extractors.structure import Section, Structure
from minutes.checks import Context, arithmetic
from tests.written_flow import beyond_notes, document_of, findings, flow_of, judged, loud

FLAGGED = [
    (
        "Der gives 300.000 kr. i 2023 og 200.000 kr. i hvert af årene 2024 til 2026, så den samlede ramme bliver 1,1 mio. kr.",
        "product-differs",
    ),
    ("Af de 640 adspurgte er 212 tilfredse, 190 i tvivl, og de sidste 228 har ikke svaret.", "sum-differs"),
    ("Udgiften på 12,4 mio. kr. falder med 7,1 mio. kr. i 2024 og 4,3 mio. kr. i 2025.", "sum-differs"),
    ("Spejderhytten er budgetteret til 930.000 kr. Beløbet dækker 610.000 kr. til tømrer og 230.000 kr. til el.", "sum-differs"),
    ("Foreningen har 120 boliger ved søen med 75 rækkehuse og 55 ældreboliger.", "sum-differs"),
    ("Til festen kom 96 gæster. Af dem var 51 voksne, 32 børn og 15 pensionister.", "sum-differs"),
    ("Udgifterne er 2,1 mio. kr. i 2024 og 3,4 mio. kr. i 2025. Det er 5,9 mio. kr. i hele perioden.", "sum-differs"),
    ("Byen har 410 beboere. Landsbyen har 150 beboere. De har tilsammen 580 beboere.", "sum-differs"),
    (
        "Byrådet vil finde 9,0 mio. kr. gennem tre greb:\n- Mindre rejser: 2,0 mio. kr.\n- Lavere varme: 3,0 mio. kr.\n- Fælles "
        "indkøb: 5,0 mio. kr.",
        "sum-differs",
    ),
    (
        "I en rundspørge har 300 af 500 familier svaret. 180 af dem er tilfredse. 70 er utilfredse, og de sidste 40 er i tvivl.",
        "sum-differs",
    ),
    ("Der er 90 pladser i klubben, og 72 er optaget, så 28 står tomme.", "difference-differs"),
    ("Der kom 510 gæster i museet, 60 flere end i 2021, hvor der kom 440.", "difference-differs"),
    ("Byggeriet ender på 14,2 mio. kr. Det er 1,9 mio. kr. over den bevilgede ramme på 12,9 mio. kr.", "difference-differs"),
    ("Prisen er nu 6,8 mio. kr. og dermed steget med 0,8 mio. kr. fra de 5,4 mio. kr., som blev oplyst i maj.", "difference-differs"),
    (
        "Prisen er 7,5 mio. kr. i alt. Staten betaler 2,0 mio. kr. Udgiften er dermed steget med 0,7 mio. kr. fra de 6,4 mio. kr., "
        "som var aftalt.",
        "difference-differs",
    ),
    ("Gården sælges for 8,2 mio. kr. Restgælden er 3,1 mio. kr., så kommunen får netto 4,1 mio. kr. ud af salget.", "difference-differs"),
    ("Der er fundet 600.000 kr. til banen. Klubben giver 250.000 kr., og fonde giver de øvrige 450.000 kr.", "sum-differs"),
    ("Det laveste bud var 9,1 mio. kr. og det højeste 8,4 mio. kr.", "difference-differs"),
    ("Sidste år voksede medlemstallet i klubben på havnen fra 240 til 204.", "difference-differs"),
    ("Barakken lejes for 85.000 kr. pr. måned i 18 måneder, i alt 1.350.000 kr.", "product-differs"),
    ("Hjemmeplejen får 1,5 mio. kr. om året, i alt 7,5 mio. kr. i 2023-2026.", "product-differs"),
    ("Der er afsat 9,0 mio. kr. til stien i 2024-2026 med 4,0 mio. kr. pr. år.", "product-differs"),
    ("Anlægssummen er 54,0 mio. kr. Huset får 24 boliger. Prisen pr. bolig bliver 2,52 mio. kr.", "product-differs"),
    ("Taksten er 500 kr. pr. barn, og med 80 børn giver det en indtægt på 45.000 kr.", "product-differs"),
    ("64 pct. af lånerne er over 60 år. Det svarer til 96 af de 200 lånere.", "share-differs"),
    ("Til holdet var der 250 ansøgere. 80 fik plads, dvs. 38 pct.", "share-differs"),
    ("Staten betaler 4,0 mio. kr., dvs. 25 pct. af de samlede udgifter på 1,6 mio. kr.", "share-differs"),
    ("Tre arbejdsgrupper er nedsat: én om maling, én om haven.", "count-differs"),
    ("Høringen gav fire nye idéer, nemlig en bålplads, en gynge og en cykelsti.", "count-differs"),
]
QUIET = [
    "Fem veje asfalteres, nemlig vej 61, 74, 83, 90 og 112.",
    "Rådet fik 3 muligheder: en ny bro, en færge eller ingenting.",
    "Der købes fire busser for 36 mio. kr. Dertil kommer 6,5 mio. kr. til garager og 0,5 mio. kr. til kurser, i alt 43 mio. kr.",
    "Der gives 300.000 kr. i 2023 og 200.000 kr. i hvert af årene 2024 til 2026, så den samlede ramme bliver 900.000 kr.",
    "Der ventes et mindreforbrug på 6,2 mio. kr., sammensat af et mindreforbrug på 9,4 mio. kr. på skoler og et merforbrug på 3,2 mio. kr. "
    "på veje.",
    # An answer or a part whose number is not read, or that nobody says is all.
    "Af de 640 adspurgte er 212 tilfredse, 390 i tvivl, og de sidste otteogtredive har ikke svaret.",
    "900 har svaret: 310 tilfredse og 240 utilfredse.",
    "Foreningen har 120 boliger ved søen med 75 rækkehuse og 30 ældreboliger.",
    "Til festen kom 96 gæster. Af dem var 51 børn, 32 kvinder og 15 ældre.",
    "Beløbet er 930.000 kr. Beløbet dækker blandt andet 610.000 kr. til tømrer og 230.000 kr. til el.",
    # A fall, not a spread; a rate, not a part.
    "Udgiften på 12,4 mio. kr. falder med 0,4 mio. kr. i 2024 og 0,3 mio. kr. i 2025.",
    "Udgiften på 5,4 mio. kr. i 2023-2024 stiger med 2,3 mio. kr. pr. år.",
    "Byrådet vil finde 9,0 mio. kr. gennem tre greb:\n- Mindre rejser: 2,0 mio. kr.\n- Lavere varme: 3,0 mio. kr. årligt\n- Fælles indkøb.",
    # Comparisons with a figure that is not printed, or with another one.
    "Nævnet fik 96 klager. Det er 12 flere end i 2021, men 20 færre end i 2019, hvor der var 116.",
    "Nævnet fik 96 klager. 61 handlede om tid, 34 om tonen og 27 om svaret. Det er 12 flere end i 2021, men 20 færre end i 2019, "
    "hvor der var 116.",
    "I 2021 var der 44 sager, 7 flere end i 2020, hvor der var 3 færre end i 2019.",
    "Prisen ender på 14,2 mio. kr. og udgiften på 3,0 mio. kr. Det er 1,9 mio. kr. over det bevilgede beløb på 12,9 mio. kr.",
    "Prisen er 7,5 mio. kr. Tilskuddet er 2,0 mio. kr. Udgiften er steget med 0,5 mio. kr. fra de 6,4 mio. kr., som var aftalt.",
    "Prisen er nu 6,8 mio. kr. og dermed steget med 1,4 mio. kr. fra de 5,4 mio. kr., som blev oplyst i maj.",
    # A sale with costs beside the debt; places that are promised.
    "Gården sælges for 8,2 mio. kr. og marken for 4,0 mio. kr. Restgælden er 3,1 mio. kr., så kommunen får netto 8,7 mio. kr. ud "
    "af salget.",
    "Der er 90 pladser i klubben, og 72 er optaget, så mindst 10 står tomme.",
    "Det laveste bud var 8,4 mio. kr. og det højeste 9,1 mio. kr.",
    # A rent is no price of building; a price of another unit.
    "Anlægssummen er 54,0 mio. kr. Huset får 24 boliger. Udgiften pr. bolig er 7.500 kr.",
    "Barakken lejes for 85.000 kr. pr. måned i 3 år, i alt tre pavilloner til 1.350.000 kr.",
    "64 pct. af lånerne er over 60 år. Det svarer til 640 lånere.",
    "24 pct. af de voksne ryger mod 21 pct. på landsplan. Det svarer til 7.200 af byens 30.000 voksne.",
    "Til holdet var der 250 ansøgere og 40 afbud. 80 fik plads, dvs. 38 pct.",
    "Tre arbejdsgrupper er nedsat: én om maling, én om haven, én om mad.",
    "Der er fire partier, nemlig partierne til højre, som også stemte for, og partierne til venstre.",
    # A title without a full stop is no sentence that runs on, but a line that breaks off is.
    "Udgiften er fordelt på 3,0 mio. kr. til løn,\n4,0 mio. kr. til huse og 5,0 mio. kr. til biler, i alt 15,0 mio. kr.",
]


@pytest.mark.parametrize(("text", "check"), FLAGGED)
def test_what_cannot_be_right_is_found(text, check):
    assert beyond_notes(findings(text), check) == [check]


def test_a_net_amount_is_the_one_way_less_the_other():
    text = "Der ventes et mindreforbrug på 6,2 mio. kr., sammensat af et mindreforbrug på 9,4 mio. kr. og et merforbrug på 2,2 mio. kr."
    assert beyond_notes(findings(text), "sum-differs") == ["sum-differs"]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_right_or_unsure_is_quiet(text):
    assert loud(text) == []


def test_a_title_does_not_run_into_the_figures_below_it():
    assert loud("Om sagen\n120 af de 300 lånere, svarende til 45 pct., er børn.") == ["share-differs"]


TOLD = [
    # an account of a vote                                                                             found
    ("Forslaget blev vedtaget med 14 stemmer for og 5 imod. For stemte: A (7), V (6). Imod stemte: C (5).", True),
    ("Til sagen: For: 12 (A (7) og V (6)). Imod: 5 (C (5)). Forslaget er vedtaget.", True),
    ("Forslaget blev vedtaget med 13 stemmer for og 5 imod. For stemte: A (7), V (6). Imod stemte: C (5).", False),
    ("Forslaget blev vedtaget med 14 stemmer for og 5 imod. For stemte: A (7) og V. Imod stemte: C (5).", False),
    ("Partierne A (7), V (6) og C (5) sidder i udvalget, som har 17 medlemmer. Ingen stemte imod.", False),
]


@pytest.mark.parametrize(("text", "found"), TOLD)
def test_votes_of_an_account_are_added_up(text, found):
    structure = Structure(sections=[Section("facts", -1, 0, len(text))])
    flow = flow_of(text)
    told = tuple(
        c for c in claims.find(flow, structure, figures.measure(flow, structure)) if c.operands and c.operands[0].unit == "stemmer"
    )
    judged_votes = arithmetic.settled(replace(document_of(""), text=text, claims=told), Context())
    assert any(c.verdict == "differs" for c in judged_votes) == found


def test_a_decision_has_its_own_check_of_votes():
    text = TOLD[0][0]
    flow, structure = flow_of(text), Structure(sections=[Section("decision", -1, 0, len(text))])
    assert not [c for c in claims.find(flow, structure, figures.measure(flow, structure)) if c.operands and c.operands[0].unit == "stemmer"]


def test_a_true_difference_is_verified():
    text = "Der kom 510 gæster i museet, 70 flere end i 2021, hvor der kom 440."
    assert ("difference", "holds") in {(c.kind, c.verdict) for c in judged(text)}
    assert findings(text) == []


@pytest.mark.parametrize("fault", [ZeroDivisionError, ValueError, KeyError])
def test_a_family_that_a_fault_stops_costs_its_own_claims_and_says_so(monkeypatch, fault):
    def broken(ledger):
        raise fault

    monkeypatch.setattr(claims, "FAMILIES", (broken, *claims.FAMILIES))
    flow = flow_of("Puljen på 30.000 kr. fordeles med 10.000 kr. til Vest og 25.000 kr. til Øst.")
    structure = Structure()
    found = claims.find(flow, structure, figures.measure(flow, structure))
    assert [c.kind for c in found] == ["sum"]
    assert [u.what for u in flow.unread] == ["regnestykke"]


HOLLOW = [
    "Tabel 1 (1.000 kr.)\nPost\t2024\t2025\n",
    "Tabel 1 (1.000 kr.)\nPost\t2024\t2025\n \t \t \n",
    "Tabel 1 (1.000 kr.)\nPost\t2024\t2025\nSkoler\t-\t \n",
    "Tabel 1\nAntal\t\t\n\t\t\n",
    "Tabel 1 (mio. kr.)\nI alt\t0,0\t0,0\n",
    "Tabel 1 (mio. kr.)\nPost\t2024\nSkoler\t0\nVeje\t0\nI alt\t0\n",
]
AFTER = [
    "Det er en stigning på 45.000 kr. eller 12 pct.",
    "I alt bruges 4,5 mio. kr., og resten, 120.000 kr., går til de øvrige 3 skoler, svarende til 1.500 kr. pr. elev.",
    "De to poster udgør tilsammen 45 pct. af de 320 pladser, altså halvdelen mod 120 i 2023.",
]


@pytest.mark.parametrize("table", HOLLOW)
@pytest.mark.parametrize("told", AFTER)
def test_no_family_stumbles_on_a_table_that_holds_nothing(table, told):
    flow = flow_of(table + told)
    structure = Structure()
    claims.find(flow, structure, figures.measure(flow, structure))
    assert "regnestykke" not in [u.what for u in flow.unread]


def test_a_share_of_what_may_be_nought_is_none():
    part, whole = (Mention(i, i + 1, i, Decimal(v), Decimal(low), Decimal(v), "number") for i, v, low in ((0, 5, 5), (2, 9, 0)))
    assert not Way("share", part, whole).gives(part)
    assert not Way("percent_change", whole, part).gives(part)
