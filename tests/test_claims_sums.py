"""Sums, shares of a whole and rests in prose: what must be flagged, what must be verified, and what must stay quiet."""

from __future__ import annotations

import pytest

from tests.written_flow import beyond_notes, findings, judged, loud

FLAGGED = [
    (
        "Driften koster 8,4 mio. kr. om året, fordelt på 3,1 mio. kr. til løn, 2,7 mio. kr. til husleje og 1,9 mio. kr. til kørsel.",
        "sum-differs",
    ),
    ("Af de 48 pladser er 20 i vuggestuen, 16 i børnehaven og de resterende 14 i dagplejen.", "sum-differs"),
    (
        "Bevillingen på 2.400.000 kr. fordeles med 1.100.000 kr. til Møllegården, 800.000 kr. til Birkebo og 400.000 kr. til Lindely.",
        "sum-differs",
    ),
    (
        "Der er søgt om støtte til gadelamper (125.000 kr.), bænke (40.000 kr.) og hegn (85.000 kr.). I alt søges der om 260.000 kr.",
        "sum-differs",
    ),
    ("Området har i alt 812 boliger, 455 i Nordparken og 347 i Sydparken.", "sum-differs"),
    ("Underskuddet bliver 6,2 mio. kr., nemlig 14,5 mio. kr. i udgifter minus 7,3 mio. kr. i indtægter.", "sum-differs"),
    ("Skolen får 1,2 mio. kr. til inventar, 0,7 mio. kr. til it og 0,5 mio. kr. til legeplads, i alt 2,9 mio. kr.", "sum-differs"),
    ("60 procent af boligerne udlejes efter særlige regler, fordelt på 35 procent til unge og 15 procent til ældre.", "sum-differs"),
    ("Til projektet er der afsat 5,0 mio. kr., hvoraf 3,2 mio. kr. går til asfalt og 2,6 mio. kr. til belysning.", "sum-differs"),
    ("Rådet har 18 medlemmer fordelt på 9 fra foreningerne, 5 fra skolerne og 3 fra byrådet.", "sum-differs"),
    ("Kursisterne fordeler sig på 64 kvinder og 38 mænd, i alt 112 kursister.", "sum-differs"),
    ("På holdene går der 141 elever, nemlig 52 på mandagsholdet, 47 på onsdagsholdet og 32 på lørdagsholdet.", "sum-differs"),
    (
        "De samlede udgifter er 940.000 kr. og består af 610.000 kr. til håndværkere, 190.000 kr. til rådgivere og 120.000 kr. til moms.",
        "sum-differs",
    ),
    ("Af de 76 ansøgere er 41 kvinder og 34 mænd.", "sum-differs"),
    ("Udgiften på 7.350.000 kr. kan opdeles i 4.900.000 kr. til bygning og 2.540.000 kr. til grund.", "sum-differs"),
    ("Af svarene er 45 pct. positive, 30 pct. neutrale og de sidste 20 pct. negative.", "sum-differs"),
    ("Broen koster 3,40 mio. kr., og amtet betaler 1,15 mio. kr. Resten, 2,45 mio. kr., betaler kommunen.", "sum-differs"),
    (
        "Tilskuddet er på 900.000 kr. De to første rater er på 350.000 kr. og 250.000 kr., og resten på 400.000 kr. udbetales i maj.",
        "sum-differs",
    ),
]
HELD = [
    ("Tårnet koster 4,75 mio. kr., fordelt på 3,5 mio. kr. til stål, 0,95 mio. kr. til fundament og 0,3 mio. kr. til tilsyn.", "sum"),
    ("Kommunen har 1.204 pladser, heraf 410 i selvejende og 310 i private institutioner.", "sum"),
    ("Overskuddet er 12,4 mio. kr., nemlig 80,1 mio. kr. minus renter på 3,2 mio. kr. og afdrag på 64,5 mio. kr.", "sum"),
    ("Forsikringen koster kr. 310.000,-, rengøringen kr. 145.000,- og vagten kr. 95.000,-, i alt kr. 550.000,-.", "sum"),
    ("Af de 88 deltagere var 51 kvinder og 37 mænd.", "sum"),
    ("Puljen på 3 mio. kr. fordeles med ½ mio. kr. til kultur, 1½ mio. kr. til idræt og 1 mio. kr. til natur.", "sum"),
    ("Banken finansierer 60 pct., fonden 25 pct. og kommunen de resterende 15 pct.", "sum"),
    (
        "Hallen koster 9,6 mio. kr. Fonden giver 4,0 mio. kr., og klubben betaler 1,1 mio. kr. Resten, 4,5 mio. kr., betaler kommunen.",
        "sum",
    ),
]
QUIET = [
    # Parts that need not make up the whole.
    "Budgettet er 14,2 mio. kr., heraf 3,1 mio. kr. til løn og 2,0 mio. kr. til lokaler.",
    "Der er 320 børn i skolen, heraf 170 piger og 190, der bor i bymidten.",
    "Til foreningerne gives der 600.000 kr., blandt andet 150.000 kr. til spejderne og 90.000 kr. til koret.",
    "Puljen er på 4 mio. kr. fordelt på 1,5 mio. kr. til stier og 1 mio. kr. til broer, mens resten endnu ikke er fordelt.",
    "Af de 90 boliger bliver 30 ungdomsboliger og 22 ældreboliger.",
    "Af de 26 forslag handler 14 om trafik, og 15 kommer fra oplandet.",
    # Rounding, each figure for itself.
    "Af den samlede ramme på 10,0 mio. kr. går 3,3 mio. kr. til syd, 3,3 mio. kr. til nord og 3,3 mio. kr. til øvrige områder.",
    "Omsætningen er 318,5 mio. kr., fordelt på 220,5 mio. kr. til vand, 91,8 mio. kr. til varme og 6,06 mio. kr. til affald.",
    "Måltallet er 17,4 mio. kr., fordelt på 11,0 mio. kr. fra indkøb og 6,3 mio. kr. fra it.",
    # Other things beside the parts.
    "Huslejen er 4.300 kr. om måneden, og indskuddet er 12.000 kr., i alt kommer der 61 ansøgninger.",
    "Der er to bud: 4,1 mio. kr. fra Jensen A/S og 4,6 mio. kr. fra Holm Byg.",
    "Kontingentet er 400 kr. for børn og 700 kr. for voksne. Det samlede tilskud er 95.000 kr.",
    "Bygningen er på 2.100 m2 fordelt på 3 etager og 14 lokaler.",
    "Forslaget blev vedtaget med 14 stemmer for og 7 imod, i alt 21.",
    "Rammen er 8,2 mio. kr. i 2024 og 8,5 mio. kr. i 2025, i alt er der tre års drift.",
    "Kommunen har afsat 2,5 mio. kr. i 2023 og 2,5 mio. kr. i 2024. Staten bidrager med 6 mio. kr. i alt.",
    "Netto gives der 1,8 mio. kr., heraf udgifter på 2,9 mio. kr. og indtægter på 1,1 mio. kr.",
    "Grundene sælges for 475.000 kr. pr. stk., dvs. 8,1 mio. kr. plus 2,5 mio. kr.",
    "64 pct. er meget tilfredse og 27 pct. tilfredse; de øvrige svarede ved ikke.",
    "Der er holdt tre møder, hvor der kom henholdsvis 85, 140 og 60, tilsammen 285 borgere.",
    "Lønnen reguleres med 2,1 pct. den 1. april og 1,4 pct. den 1. oktober, i alt ca. 3,5 pct.",
    "I 2021 fik 38 familier hjælp, og i 2022 var det 44. Samlet har projektet kostet 1,2 mio. kr.",
    "Andelen af unge er 14 pct., heraf er 52 pct. drenge.",
    "Af de 12 mio. kr. er 4 mio. kr. brugt i 2021.",
]


@pytest.mark.parametrize(("text", "check"), FLAGGED)
def test_a_sum_that_cannot_be_right_is_found(text, check):
    assert beyond_notes(findings(text), check) == [check]


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_a_sum_that_is_right_is_verified(text, kind):
    assert (kind, "holds") in {(c.kind, c.verdict) for c in judged(text)}
    assert findings(text) == []


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_a_sum_is_quiet(text):
    assert loud(text) == []
