"""Votes that differ, and votes that only look so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from minutes.checks.votes import votes_differ
from minutes.language import message
from minutes.parties import party, seats
from minutes.records import Attendance, Ballot, Decision, Document, VoteList, Votes
from tests.paper import claims, findings, paper, place

SIDES = {"For": "for", "Imod": "against", "Undlod": "abstained"}


def vote(text: str, votes: tuple, outcome: str = "adopted", *, body: str = "Byrådet", flags: tuple = (), **fields: Any) -> Document:
    """Minutes with one vote; a line "For: A (8), V og Ida Krogh (B), i alt 10." is a list, "A (Ole Bro)" shows a split."""
    lists = []
    for line in text.split("\n")[1:]:
        side, _, named = line.partition(": ")
        total = re.search(r", i alt (\d+)", named)
        voters = [v.strip() for v in re.split(r",(?![^(]*\))| og ", named[: total.start()] if total else named.rstrip(".")) if v.strip()]
        counts = [seats(v) or (1 if " " in v.split("(")[0].strip() else None) for v in voters]
        split = tuple(v.split(" (")[0] for v in voters if re.search(r"\([A-ZÆØÅ]\w+ ", v))
        count = None if None in counts else sum(counts)
        lists.append(VoteList(SIDES[side], tuple(voters), count, int(total[1]) if total else None, place(text, line), split))
    source = place(text, text.split("\n")[0])
    ballot = Ballot("5", Votes(*votes), tuple(lists), outcome, source)
    decision = Decision("5", body, None, outcome, source, flags, ballot.votes, lists=ballot.lists, raw=text)
    return paper(text, body="Byrådet", ballots=(ballot,), decisions=(decision,), **fields)


DIFFER = [
    # text, votes (for, against, abstained), outcome, severity, part of the message
    ("Godkendt med 12 stemmer imod 8. 2 undlod.\nFor: V (4), C (2), O (3), D (2) og Lone Bro (løsgænger).\nImod: A (8) og F (2).",
     (12, 8, 2), "adopted", "error", "Stemmetallene er 12 for, 8 imod, men listerne nævner 12 for, 10 imod."),
    ("Godkendt med 17 stemmer for.\nFor: A (8), V (4) og F (2), i alt 17.", (17, None, None), "adopted", "error", "17"),
    ("Anbefales med 4 stemmer for og 2 imod.\nFor: A, F og O\nImod: V og A", (4, 2, None), "recommended", "error",
     "A står både under for og imod."),
    ("Anbefales med 4 stemmer for og 2 imod.\nFor: Socialdemokratiet og F\nImod: Venstre og A", (4, 2, None), "recommended", "error",
     "A står både under for og imod."),
    ("Godkendt.\nFor: Ida Krogh og Ole Bro\nImod: Ida Krogh", (None, None, None), "adopted", "error", "Ida Krogh"),
    ("Godkendt.\nFor: A, F, O, V, C og F\nImod: H", (None, None, None), "adopted", "warning", "F står to gange på samme liste."),
    ("Forslaget blev vedtaget med 8 stemmer imod 11.", (8, 11, None), "adopted", "error",
     "Forslaget skal være vedtaget, men 11 stemte imod og 8 for."),
    ("Anbefales med 3 stemmer for og 4 imod.", (3, 4, None), "recommended", "error", "vedtaget"),
    ("Godkendt med 9 stemmer mod 9.", (9, 9, None), "adopted", "error", "vedtaget"),
    ("Forslaget faldt med 14 stemmer for og 9 imod.\nFor: A (9) og F (5)\nImod: V (9)", (14, 9, None), "rejected", "error", "forkastet"),
    ("Godkendt med 3 stemmer for og 2 imod, i alt 6 stemmer.", (3, 2, None), "adopted", "error",
     "Stemmerne giver 5, men der står i alt 6."),
    ("Enstemmigt godkendt med 12 stemmer for og 3 imod.", (12, 3, None), "adopted", "error", "enstemmig"),
]
AGREE = [
    ("Godkendt med 3 stemmer for og 2 imod, i alt 5 stemmer.", (3, 2, None), "adopted"),
    ("Godkendt med 3 stemmer for (A og F) og 2 imod (V), i alt 2 stemmer.", (3, 2, None), "adopted"),
    ("Godkendt med 3 stemmer for og 2 imod, i alt 6 stemmer. Ib Ravn undlod.", (3, 2, None), "adopted"),
    ("Indstillingen blev godkendt med 17 stemmer for og 5 imod. 1 undlod.\nFor: A (8), V (4), F (2), C (2) og Lone Bro (løsgænger),"
     " i alt 17.\nImod: O (3) og D (2), i alt 5.\nUndlod: B (1).", (17, 5, 1), "adopted"),
    ("Ændringsforslaget blev forkastet med 24 stemmer imod 23.", (23, 24, None), "rejected"),
    ("Ændringsforslaget blev forkastet med 12 stemmer imod 8.\nImod: V (8) og C (4)\nFor: A (8)", (12, 8, None), "rejected"),
    ("Forslaget blev ikke vedtaget med 1 stemme mod 8.", (1, 8, None), "rejected"),
    ("Godkendt med 42 stemmer mod 4. 8 undlod.\nFor: Ø (Ida Krogh, Ole Bro), A og C\nImod: Ø (Per Dal, Eva Lund)\nUndlod: Ø (Jo Fyn)",
     (42, 4, 8), "adopted"),
    ("Godkendt med 30 stemmer imod 10.\nFor: A (9), B (1) og C (20), i alt 30\nImod: B (4) og Ø (6), i alt 10", (30, 10, 0), "adopted"),
    ("Dispensation kræver to tredjedele; vedtaget ikke med 12 stemmer for og 9 imod.", (12, 9, None), "rejected"),
    ("Godkendt.", (None, None, None), "adopted"),
    ("For ændringsforslaget stemte 3, imod stemte 4.", (3, 4, None), "recommended"),  # the outcome is that of the main proposal
    ("Ændringsforslaget blev ikke godkendt med 3 stemmer for og 4 imod.", (3, 4, None), "adopted"),
    ("Anbefales med 3 stemmer for og 1 imod.\nFor: A\nImod: C", (3, 1, None), "recommended"),
    ("Indstillingen anbefales enstemmigt.", (7, 0, None), "recommended"),
    ("Vedtaget med 11 stemmer.\nFor: A (8), F (2) og Borgerlisten (1)", (11, None, None), "adopted"),
]


@pytest.mark.parametrize(("text", "votes", "outcome", "severity", "message"), DIFFER)
def test_votes_that_differ(text: str, votes: tuple, outcome: str, severity: str, message: str) -> None:
    found = findings(votes_differ, vote(text, votes, outcome))
    assert [f.severity for f in found] == [severity]
    assert message in found[0].message


@pytest.mark.parametrize(("text", "votes", "outcome"), AGREE)
def test_votes_that_agree(text: str, votes: tuple, outcome: str) -> None:
    assert findings(votes_differ, vote(text, votes, outcome)) == []


PRESENCE = [
    # votes          attendance                                     body               flags               severity
    ((20, 5, 1), Attendance(present_count=23, member_count=25), "Byrådet", (), ["error"]),
    ((18, 5, 1), Attendance(present_count=23, member_count=25), "Byrådet", (), ["warning"]),
    ((16, 5, 1), Attendance(present_count=23, member_count=25), "Byrådet", (), ["note"]),
    ((17, 5, 1), Attendance(present_count=23, member_count=25), "Byrådet", (), []),
    ((17, 5, None), Attendance(present_count=23, member_count=25), "Byrådet", (), []),
    ((6, 1, None), Attendance(present_count=23, member_count=25), "Økonomiudvalget", ("earlier_body",), []),
    ((20, 11, 1), Attendance(present_count=23), "Økonomiudvalget", ("earlier_body",), []),
    ((17, 5, 1), Attendance(), "Byrådet", (), []),
    ((5, 2, 0), Attendance(present=("Ida", "Ole", "Per", "Eva", "Jo", "Bo")), "Byrådet", (), ["warning"]),
    ((5, 2, 0), Attendance(members=("Ida", "Ole", "Per", "Eva", "Jo", "Bo", "Al"), absent=("Al",)), "Byrådet", (), ["note"]),
    ((20, 5, 1), Attendance(member_count=25), "Byrådet", (), ["error"]),
    ((4, 2, 0), Attendance(members=("Ida", "Ole", "Per", "Eva", "Jo", "Bo", "Al"), absent=("Al",)), "Byrådet", (), []),
]


@pytest.mark.parametrize(("votes", "attendance", "body", "flags", "severity"), PRESENCE)
def test_votes_and_members_present(votes: tuple, attendance: Attendance, body: str, flags: tuple, severity: list[str]) -> None:
    document = vote("Godkendt ved afstemning.", votes, body=body, flags=flags, attendance=attendance)
    assert [f.severity for f in findings(votes_differ, document)] == severity


@pytest.mark.parametrize(("head", "severity"), [
    ("Elevrådet: Alma (8.B) og Viggo (7.A)", "note"),
    ("Elevrepræsentanter: Noah og Liv", "note"),
    ("Til stede: Jeanette B. (forældre), Rolf, Mette K., Tina og Søren", "note"),
    ("Elever og ansatte deltog ikke. Formand: Ida Holm", "warning"),
    ("Afbud: Ida Holm", "warning"),
])
def test_pupils_who_are_named_by_first_names_may_have_voted(head: str, severity: str) -> None:
    document = vote("Vedtaget ved afstemning.", (5, 2, 0), attendance=Attendance(present=("Ida", "Ole", "Per", "Eva", "Jo", "Bo")))
    told = findings(votes_differ, replace(document, text=f"{head}\n{document.text}"))
    assert [f.severity for f in told] == [severity]


def test_a_vote_of_somebody_away_is_told_once() -> None:
    there = Attendance(present=("Ida Holm", "Bo Ravn"), absent=("Al Krog",))
    document = vote("Vedtaget med 2 stemmer mod 1.\nFor: Ida Holm og Al Krog\nImod: Bo Ravn", (2, 1, None), attendance=there)
    assert [message(f) for f in findings(votes_differ, document)] == ["Al Krog står som fraværende, men også på en stemmeliste."]


@pytest.mark.parametrize("away", [
    "Al Krog (O) til og med punkt 2",
    "Al Krog (O) deltog ikke i behandlingen af punkt 40-42 og ankom kl. 19.15",
    "Al Krog (O) i punkt 61-63, Per Dal (B) i hele mødet",
])
def test_who_was_away_for_some_items_may_vote_on_the_others(away: str) -> None:
    attendance = Attendance(present=("Ida Holm", "Bo Ravn"), absent=("Al Krog",))
    document = vote("Vedtaget med 2 stemmer mod 1.\nFor: Ida Holm og Al Krog\nImod: Bo Ravn", (2, 1, None), attendance=attendance)
    told = findings(votes_differ, replace(document, text=f"{document.text}\nFraværende: {away}\n"))
    assert not [f for f in told if "fraværende" in message(f)]


AWAY = [
    # who was away                                          what is told of the vote
    ("Al Krog (O) i punkt 61-63, Per Dal (B) i hele mødet", []),
    ("Al Krog (O) og Per Dal (B)", ["Al Krog står som fraværende, men har stemt.",
                                    "Der er afgivet 4 stemmer, men 3 medlemmer var til stede."]),
    ("Al Krog (O)\nAl Krog (O) stemte imod under punkt 64", ["Al Krog står som fraværende, men har stemt.",
                                                             "Der er afgivet 4 stemmer, men 3 medlemmer var til stede."]),
]


@pytest.mark.parametrize(("away", "said"), AWAY)
def test_who_was_away_for_some_items_is_one_of_those_there(away: str, said: list[str]) -> None:
    attendance = Attendance(members=("Ida Holm", "Bo Ravn", "Eva Lind", "Al Krog", "Per Dal"), absent=("Al Krog", "Per Dal"))
    document = vote("Vedtaget med 3 stemmer mod 1. Al Krog (O) stemte imod.", (3, 1, None), attendance=attendance)
    told = findings(votes_differ, replace(document, text=f"Fraværende: {away}\n{document.text}"))
    assert sorted(message(f) for f in told) == said


@pytest.mark.parametrize(("away", "said"), AWAY)
def test_the_list_of_participants_may_name_who_was_away(away: str, said: list[str]) -> None:
    names = ("Ida Holm", "Bo Ravn", "Eva Lind", "Al Krog", "Per Dal")
    document = vote("Vedtaget med 3 stemmer mod 1. Al Krog (O) stemte imod.", (3, 1, None),
                    attendance=Attendance(present=names, absent=("Al Krog", "Per Dal")))
    told = findings(votes_differ, replace(document, text=f"Fraværende: {away}\n{document.text}"))
    assert sorted(message(f) for f in told) == said


ELECTED = [
    # what is told of an election                                                                              severity
    ("Ida Holm fik 6 stemmer, Bo Ravn 5 og Eva Lind 4. De seks medlemmer stemte skriftligt.", ["error"]),
    ("Ida Holm fik 6 stemmer, Bo Ravn 5 og Eva Lind 4, idet hvert af de seks medlemmer kunne stemme på tre.", []),
    ("Ida Holm fik 6 stemmer, Bo Ravn 5 og Eva Lind 4. Hvert medlem måtte afgive tre af de seks medlemmers stemmer.", []),
    ("Ida Holm fik 6 stemmer, Bo Ravn 5 og Eva Lind 4. De seks medlemmer skulle stemme på op til to.", []),
    ("Ida Holm fik 6 stemmer, Bo Ravn 5 og Eva Lind 4. De seks medlemmer skulle stemme på én.", ["error"]),
    ("Ida Holm fik 3 stemmer, Bo Ravn 2 og Eva Lind 1. De seks medlemmer stemte skriftligt.", []),
]


@pytest.mark.parametrize(("text", "severity"), ELECTED)
def test_an_election_in_which_each_has_several_votes(text: str, severity: list[str]) -> None:
    assert [f.severity for f in findings(votes_differ, paper(text, body="Byrådet"))] == severity


@pytest.mark.parametrize(("there", "severity"), [(("Ida Holm", "Øster Lomme"), ["error"]), (("Ida Holm", "Bo Ravn"), []), ((), ["error"])])
def test_a_name_that_is_none_of_those_there_may_be_a_place(there: tuple, severity: list[str]) -> None:
    document = vote("Vedtaget med 4 stemmer mod 2.\nImod: Øster Lomme", (4, 2, None), attendance=Attendance(present=there))
    assert [f.severity for f in findings(votes_differ, document) if "listerne" in message(f)] == severity


HEAD = "Medlemmer: Ida Holm (A), Ole Due (A), Per Toft (B), Eva Lind (F), Jo Hvid (V), Bo Ravn (V), Al Krog (C)\nAfbud: Bo Ravn (V)"
COUNTED_OUT = [
    # the head                             the lists, votes of seven with six there                       severity
    (HEAD, "For: A, B og F\nImod: V og C", ["warning"]),  # A, B and F have their four: the names are all who were there
    (HEAD, "For: A og B\nImod: V og C", ["note"]),
    (HEAD, "", ["note"]),
    (f"{HEAD}, sag 5", "For: A, B og F\nImod: V og C", []),  # away for a part of the meeting
    (f"{HEAD}. I stedet mødte Tom Skov (V).", "For: A, B og F\nImod: V og C", []),
    (f"{HEAD}. I hans sted mødte Tom Skov (V).", "For: A, B og F\nImod: V og C", []),
    (f"{HEAD}. Mødets sted var rådhuset.", "For: A, B og F\nImod: V og C", ["warning"]),
]


@pytest.mark.parametrize(("head", "lists", "severity"), COUNTED_OUT)
def test_more_votes_than_names(head: str, lists: str, severity: list[str]) -> None:
    names = ("Ida Holm", "Ole Due", "Per Toft", "Eva Lind", "Jo Hvid", "Bo Ravn", "Al Krog")
    document = vote(f"Godkendt ved afstemning.\n{lists}".strip(), (4, 3, None), attendance=Attendance(members=names, absent=("Bo Ravn",)))
    document = replace(document, text=f"{head}\n{document.text}")
    assert [f.severity for f in findings(votes_differ, document) if "til stede" in message(f)] == severity


def test_a_member_who_left_explains_a_missing_vote() -> None:
    document = vote("Godkendt med 16 stemmer, 5 imod, 1 undlod. Ole Bro deltog ikke på grund af inhabilitet.", (16, 5, 1),
                    attendance=Attendance(present_count=23))
    assert findings(votes_differ, document) == []


def test_a_vote_on_an_amendment_is_judged_without_a_decision_of_its_own() -> None:
    text = "Ændringsforslaget blev vedtaget med 8 stemmer imod 11."
    document = paper(text, ballots=(Ballot("3", Votes(8, 11), (), "adopted", place(text, text)),))
    assert [f.stated for f in findings(votes_differ, document)] == ["8-11"]


def test_the_ledger_tells_what_was_verified() -> None:
    held = vote("Godkendt med 2 stemmer for.\nFor: A (2)", (2, None, None))
    alone = vote("Drøftet; 2 stemte for.", (2, None, None), "discussed")
    assert [c.verdict for c in claims(votes_differ, held)] == ["holds"]
    assert [c.verdict for c in claims(votes_differ, alone)] == ["unverifiable"]


def test_the_numbers_on_a_list_count_before_its_count() -> None:
    text = "Vedtaget med 11 stemmer mod 10.\nFor: A (6 af 7), V (3), C (2).\nImod: A (1), F (4), Ø (3) og O (2)."
    document = vote(text, (11, 10, None))
    wrong = tuple(replace(v, count=6 if v.side == "for" else v.count) for v in document.ballots[0].lists)
    assert findings(votes_differ, replace(document, ballots=(replace(document.ballots[0], lists=wrong),))) == []


VOTERS = [
    # printed                       party             seats
    ("A (8)", "A", 8),
    ("Venstre", "V", None),
    ("Radikale (2)", "B", 2),
    ("Socialdemokrater", "A", None),
    ("Liste K (2)", "K", 2),
    ("Gruppe Ø", "Ø", None),
    ("Lone Bjergfelt (løsgænger)", "Lone Bjergfelt", None),
    ("Borgerlisten (1)", "Borgerlisten", 1),
    ("3 medlemmer (O)", "3 medlemmer", 3),
]


@pytest.mark.parametrize(("printed", "name", "count"), VOTERS)
def test_voters(printed: str, name: str, count: int | None) -> None:
    assert (party(printed), seats(printed)) == (name, count)


MEMBERS = "Ida Krogh (A)\nOle Bro (A)\nPer Dal (F)\nEva Lund (V)\nJo Fyn (V)\nBo Ask (C)\n"
NAMES = ("Ida Krogh", "Ole Bro", "Per Dal", "Eva Lund", "Jo Fyn", "Bo Ask")

SIZES = [
    # vote                                        votes        absent        severity
    ("Anbefales med 3 stemmer for og 3 imod.\nFor: A og F\nImod: V og C", (3, 3, None), (), ["error"]),  # no majority, sizes fit
    ("Godkendt med 4 stemmer for og 2 imod.\nFor: A og F\nImod: V", (4, 2, None), (), ["warning"]),  # A and F are three
    ("Godkendt med 4 stemmer for og 2 imod.\nFor: A, F og C\nImod: V", (4, 2, None), (), []),
    ("Godkendt med 3 stemmer for og 2 imod.\nFor: A og F\nImod: V", (3, 2, None), ("Bo Ask",), []),
    ("Godkendt med 4 stemmer for og 1 imod.\nFor: A, F og C\nImod: Jo Fyn (V)", (4, 1, None), (), []),
    ("Godkendt med 4 stemmer for og 1 imod.\nFor: A og Bo Ask (C)\nImod: V", (4, 1, None), ("Bo Ask",), ["warning",
     "warning"]),  # and V are two
]


@pytest.mark.parametrize(("text", "votes", "absent", "severity"), SIZES)
def test_parties_by_their_members(text: str, votes: tuple, absent: tuple, severity: list[str]) -> None:
    document = vote(text, votes, attendance=Attendance(members=NAMES, absent=absent))
    document = replace(document, text=document.text + "\n" + MEMBERS)
    assert [f.severity for f in findings(votes_differ, document)] == severity


COUNTED = [
    # what the text says, how the finding says it
    ("Byrådet har 25 medlemmer.", "Der er afgivet 27 stemmer, men der er 25 medlemmer."),
    ("Af byrådets 26 medlemmer var 1 fraværende.", "Der er afgivet 27 stemmer, men 25 medlemmer var til stede."),
]


@pytest.mark.parametrize(("head", "said"), COUNTED)
def test_members_are_not_said_to_have_been_there_by_the_size_of_the_council(head: str, said: str) -> None:
    document = vote("Godkendt ved afstemning.", (20, 6, 1))
    document = replace(document, text=f"{document.text}\n{head}")
    assert [message(f) for f in findings(votes_differ, document)] == [said]


GRAND = [
    ("Forkastet.\nFor: Ø (1) og F (1), i alt 2\nImod: A (5) og V (7), i alt 12\nUndlod: O (2), i alt 2", "I alt 17.", ["error"]),
    ("Forkastet.\nFor: Ø (1) og F (1), i alt 2\nImod: A (5) og V (7), i alt 12\nUndlod: O (2), i alt 2", "I alt 16.", []),
    ("Forkastet.\nFor: Ø (1) og F (1), i alt 2\nImod: A (5) og V (7), i alt 12\nUndlod: O (2), i alt 2", "I alt koster det 17 kr.", []),
]


@pytest.mark.parametrize(("text", "after", "severity"), GRAND)
def test_the_grand_total(text: str, after: str, severity: list[str]) -> None:
    document = vote(text, (2, 12, 2), "rejected")
    whole = place(document.text, document.text)
    page = document.text + "\n" + after
    document = replace(document, text=page, pages=(replace(document.pages[0], text=page),),
                       ballots=(replace(document.ballots[0], source=whole),))
    assert [f.severity for f in findings(votes_differ, document)] == severity


def test_a_party_of_another_size_is_a_note() -> None:
    one = vote("Godkendt.\nFor: A (8)\nImod: V (4)", (8, 4, 0))
    text = one.text + "\nNy sag, vedtaget.\nFor: A (9)\nImod: V (3)"
    lists = tuple(VoteList(side, (q,), n, None, place(text, q)) for side, q, n in (("for", "A (9)", 9), ("against", "V (3)", 3)))
    second = Ballot("6", Votes(9, 3, 0), lists, "adopted", place(text, "Ny sag, vedtaget."))
    document = paper(text, body="Byrådet", ballots=(*one.ballots, second))
    assert {f.severity for f in findings(votes_differ, document)} == {"note"}


PLAIN_WORDS = [
    ("Der blev afgivet 286 stemmer. 171 stemte for, 98 imod, og 15 stemte blankt.", ["error"]),
    ("Der blev afgivet 284 stemmer. 171 stemte for, 98 imod, og 15 stemte blankt.", []),
    ("På mødet var der 90 husstande. 171 stemte for, 98 imod, og 15 stemte blankt.", []),
    ("Der blev afgivet 286 stemmer. 171 stemte for, 98 imod.", []),  # the rest may be blank
    ("Der blev afgivet 260 stemmer. 171 stemte for, 98 imod.", ["error"]),
]


@pytest.mark.parametrize(("text", "severity"), PLAIN_WORDS)
def test_a_vote_in_plain_words(text: str, severity: list[str]) -> None:
    assert [f.severity for f in findings(votes_differ, paper(text))] == severity
