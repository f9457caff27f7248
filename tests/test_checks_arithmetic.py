"""The judging of arithmetic claims: intervals, verdicts, one reading a number, evidence, and what would mend a sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.checks import arithmetic
from tests.written_flow import document_of, findings, judged

ROUNDED = [
    # text, verdict of its sum
    ("Rammen er 10,0 mio. kr., fordelt på 3,3 mio. kr. til syd, 3,3 mio. kr. til nord og 3,3 mio. kr. til vest.", "holds"),
    ("Rammen er 10,0 mio. kr., fordelt på 3,3 mio. kr. til syd, 3,3 mio. kr. til nord og 3,1 mio. kr. til vest.", "differs"),
    ("Rammen er ca. 10 mio. kr., fordelt på 4,1 mio. kr. til syd og 5,2 mio. kr. til nord.", "holds"),
    ("Rammen er 1.630.000 kr., fordelt på 1.250.000 kr. til syd og 380.500 kr. til nord.", "holds"),
    ("Rammen er 1.630.000 kr., fordelt på 1.250.000 kr. til syd og 398.500 kr. til nord.", "differs"),
    ("Skolen har 214 elever, fordelt på 121 i Nord og 93 i Syd.", "holds"),
    ("Skolen har 214 elever, fordelt på 121 i Nord og 92 i Syd.", "differs"),
]
MENDED = [
    # text, what the suggestion names
    ("Der gives 465.000 kr., fordelt på 310.000 kr. til syd og 145.000 kr. til nord.", "455.000 kr."),
    ("Der gives 621.000 kr., fordelt på 348.000 kr. til syd og 264.000 kr. til nord.", "byttet om"),
    ("Der gives 580.000 kr., fordelt på 400.000 kr. til syd, 180.000 kr. til nord og 63.000 kr. til vest.", "ikke skal regnes med"),
    ("Der gives 340.000 kr., fordelt på 400.000 kr. til syd og 60.000 kr. til nord.", "trækkes fra"),
    ("Der gives 66.000 kr., fordelt på 28.000 kr. til syd, 6.300 kr. til nord og 5.000 kr. til vest.", "to gange de øvrige dele"),
    ("Der gives 120.000 kr., fordelt på 700.000 kr. til syd og 500.000 kr. til nord.", "kommaet eller enheden"),
    ("Udgiften er 84.000 kr. om året, dvs. 7.500 kr. pr. måned.", "i 7.500 kr., så der skulle stå 7.000 kr."),
    ("Anlægget koster 42,5 mio. kr.: 30,0 mio. kr. til hus, 7,5 mio. kr. til grund og 5,5 mio. kr. til inventar.",
     "skulle stå 7,0 mio. kr."),
]
SHOWN = [
    # text, the finding's sentence, its calculation: what the text says stands as the text says it
    ("Prisen stiger fra 4.800 kr. til 5.100 kr., altså med 7,25 pct.", "Ændringen er 6,25 pct., men der står 7,25 pct.",
     "(5.100 - 4.800) / 4.800 = 6,25 pct.; angivet 7,25 pct."),
    ("Prisen falder fra 1.250 kr. til 1.100 kr., altså med 15 pct.", "Ændringen er 12 pct., men der står 15 pct.",
     "(1.100 - 1.250) / 1.250 = -12 pct.; angivet 15 pct."),
    ("Renten er 3,75 pct. af 1.000.000 kr., svarende til 35.500 kr.", "3,75 pct. af 1.000.000 kr. er 37.500 kr., men der står 35.500 kr.",
     "3,75 pct. af 1.000.000 kr. = 37.500 kr.; angivet 35.500 kr."),
    ("Der bruges 12,3456 mio. kr. og 1,2 mio. kr., i alt 14,5456 mio. kr.",
     "2 dele giver 13,5456 mio. kr., men totalen er 14,5456 mio. kr. (1 mio. kr. mere).",
     "12,3456 + 1,2 = 13,5456 mio. kr.; angivet 14,5456 mio. kr."),
    ("Taksten er 7.150 kr. pr. måned, svarende til 85.900 kr. om året.", "12 måneder × 7.150 giver 85.800 kr., men der står 85.900 kr.",
     "12 måneder × 7.150 = 85.800 kr.; angivet 85.900 kr."),
    ("Hallen koster 12.500.000 kr. ekskl. moms, dvs. 15.525.000 kr. inkl. moms.",
     "1,25 × 12.500.000 giver 15.625.000 kr., men der står 15.525.000 kr.",
     "1,25 × 12.500.000 = 15.625.000 kr.; angivet 15.525.000 kr."),
]


@pytest.mark.parametrize(("text", "sentence", "formula"), SHOWN)
def test_a_finding_shows_the_numbers_as_the_text_prints_them(text, sentence, formula):
    found = findings(text)
    assert [(f.message, f.calculation) for f in found] == [(sentence, formula)]


@pytest.mark.parametrize(("text", "verdict"), ROUNDED)
def test_the_printed_digits_decide(text, verdict):
    assert verdict in {c.verdict for c in judged(text) if c.relation == "sum"}


@pytest.mark.parametrize(("text", "named"), MENDED)
def test_the_smallest_change_that_would_mend_a_sum_is_offered(text, named):
    found = findings(text)
    assert found[0].suggestion.startswith("Det ville passe, hvis ")
    assert named in found[0].suggestion


def test_a_finding_shows_the_calculation_and_quotes_the_clause_first():
    text = "Kommunen søger 900.000 kr., fordelt på 410.000 kr. til løn og 390.000 kr. til drift."
    found = findings(text)[0]
    assert found.calculation == "410.000 + 390.000 = 800.000 kr.; angivet 900.000 kr."
    assert (found.stated, found.computed) == ("900000", "800000")
    assert [e.source.quote for e in found.evidence] == [text, "410.000 kr.", "390.000 kr."]


COARSE = [
    ("Tilskuddet er 3 mio. kr., fordelt på 1 mio. kr. til idræt og 1 mio. kr. til kultur.", "unverifiable"),
    ("Puljen på 10 mio. kr. fordeles med 5 mio. kr. til idræt, 3 mio. kr. til kultur og 3 mio. kr. til natur.", "unverifiable"),
    ("Tilskuddet er 2 mio. kr., fordelt på 1 mio. kr. til idræt og 1 mio. kr. til kultur.", "holds"),
    ("Puljen på 31 mio. kr. fordeles med 15 mio. kr. til idræt, 12 mio. kr. til kultur og 3 mio. kr. til natur.", "holds"),
]


@pytest.mark.parametrize(("text", "verdict"), COARSE)
def test_what_only_coarse_rounding_explains_counts_as_not_verified(text, verdict):
    """An auditor who reads "1 af 1 udsagn efterprøvet" takes 1 + 1 = 3 for checked."""
    [claim] = [c for c in judged(text) if c.kind == "sum"]
    assert claim.verdict == verdict
    assert (claim.reason is None) == (verdict == "holds")


HELD = [
    # text, whether the printed numbers hold only because they are rounded
    ("Udgiften på 1,2 mio. kr. finansieres med 0,7 mio. kr. af kassen og 0,6 mio. kr. af puljen.", True),
    ("Udgiften på 1,3 mio. kr. finansieres med 0,7 mio. kr. af kassen og 0,6 mio. kr. af puljen.", False),
    ("Ud af 155 adspurgte svarede 112, svarende til 72 pct.", False),
    ("Skolen har 214 elever, fordelt på 121 i Nord og 93 i Syd.", False),
]


@pytest.mark.parametrize(("text", "by_rounding"), HELD)
def test_a_sum_that_holds_only_by_rounding_says_so(text, by_rounding):
    """Else "0,7 + 0,6 = 1,3; angivet 1,2: holder" reads as a fault of the program."""
    said = [c.calculation for c in judged(text) if c.verdict == "holds" and c.kind in ("sum", "share")]
    assert said and all(c.endswith("(inden for afrundingen)") == by_rounding for c in said), said


def test_a_number_that_one_reading_explains_is_not_flagged_by_another():
    text = "Lejen er 20.000 kr. og indskuddet 40.000 kr., i alt 60.000 kr. for 3 år."
    assert findings(text) == []


def test_a_total_with_its_co_financing_is_the_total():
    text = ("Der er søgt om penge til Engen (280.000 kr.) og Skoven (120.000 kr.). Kommunen bidrager med 50 % medfinansiering. "
            "De samlede udgifter bliver således {} kr.")
    assert findings(text.format("800.000")) == []
    assert [f.check for f in findings(text.format("900.000"))] == ["sum-differs"]


def test_parts_said_to_be_rounded_each_are_a_note():
    text = ("Af de 9,6 mio. kr. går 3,1 mio. kr. til syd, 3,1 mio. kr. til nord og 3,1 mio. kr. til øvrige områder; "
            "tallene er afrundet hver for sig.")
    assert {f.severity for f in findings(text)} <= {"note"}


DOUBTED = (
    "Budgettet er på 4,2 mio. kr. i 2024, 4,3 mio. kr. i 2025 og 4,4 mio. kr. i 2026, samlet 13,9 mio. kr. over de tre år.\n"
    "Kommunens andel er 40 pct. og boligorganisationens andel er 50 pct. Tilsammen dækker de hele udgiften.\n"
    "45 pct. svarede ja, 38 pct. svarede nej og 27 pct. svarede ved ikke."
)


@pytest.mark.parametrize("relation", sorted(arithmetic.TEMPLATES.keys() & {"no_more_than_all", "possible", "direction", "sum", "share"}))
def test_what_was_read_with_doubt_is_never_a_finding(relation):
    claims = [c for c in document_of(DOUBTED).claims if c.relation == "no_more_than_all"]
    assert claims
    doubted = replace(claims[0], relation=relation, extra={"if_not": "unverifiable", "differs": True})
    said = arithmetic.judge(doubted)
    assert said.verdict == "unverifiable" and said.reason


def test_every_finding_has_a_severity_that_programs_know():
    assert {f.severity for f in findings(DOUBTED)} <= {"error", "warning", "note"}


def test_every_check_has_a_page():
    assert all(len(check.__doc__.split()) > 30 for check in arithmetic.CHECKS.values())


@settings(max_examples=60)
@given(st.lists(st.sampled_from(
    ["i alt ", "fordelt på ", "heraf ", "fra ", " til ", "12 ", "4,5 mio. kr. ", "30 pct. ", "halvdelen ", "om året ", "i fire år ",
     ", ", " og ", ". ", "Af de ", "svarende til ", "\n", "- ", "\t", "0 ", "-3 ", "boliger ", ": ", "resten ", "en stigning på ", "mod "],
), max_size=40).map("".join))
def test_any_text_is_judged_without_an_error(text):
    assert all(c.verdict in ("holds", "differs", "unverifiable") for c in judged(text))


@pytest.mark.parametrize(("text", "severity"), [
    # The words say plainly what is changed: an error, whatever the number.
    ("Antallet af elever er faldet fra 512 til 476, det vil sige med 49 elever.", "error"),
    # What is left of what is inferred, and a slip shows: one digit, two that are exchanged, a comma; in the total, or two in a part.
    ("Salget indbragte 5,6 mio. kr. Efter fradrag af udgifter på 0,8 mio. kr. er der 4,6 mio. kr. tilbage.", "warning"),
    ("Salget indbragte 56.400 kr. Efter fradrag af udgifter på 8.100 kr. er der 43.800 kr. tilbage.", "warning"),
    ("Salget indbragte 54.600 kr. Efter fradrag af udgifter på 8.100 kr. er der 48.300 kr. tilbage.", "warning"),
    # No slip shows: another reading may be meant.
    ("Salget indbragte 5,6 mio. kr. Efter fradrag af udgifter på 0,8 mio. kr. er der 5,1 mio. kr. tilbage.", "note"),
])
def test_an_inferred_reading_is_a_warning_only_where_a_slip_shows(text, severity):
    assert [f.severity for f in findings(text)] == [severity]
