"""Votes set as tables, and tables that are none."""

from __future__ import annotations

import pytest

from extractors.decisions.vote_tables import vote_tables
from extractors.decisions.votes import read
from minutes.records import Votes
from tests.written_flow import flow_of

TABLES = [
    # the decision                                                                         for, against, abstained
    ("Hvem\tI alt\nFor\tA (13), B (2) og V (9)\t24\nImod\tØ (3) og Ib Ravn (UFP)\t4\nUndlod\tD (1)\t1\nGodkendt.", (24, 4, 1)),
    ("Stemte for:\tA, F, Ø\t7\nStemte imod:\tV, C\t8\nForslaget faldt.", (7, 8, None)),
    ("Afstemningen gav:\nFor\t12\nImod\t7\nGodkendt.", (12, 7, None)),
    ("Parti\tFor\tImod\tUndlod\nA\t9\t0\t0\nV\t6\t1\t0\nØ\t0\t2\t1\nI alt\t15\t3\t1\nVedtaget.", (15, 3, 1)),
    ("Parti\tFor\tImod\nA\t9\t0\nV\t6\t1\nVedtaget.", (15, 1, None)),
    ("Liste\tFor\tImod\nA (9)\tX\t\nV (7)\tX\t\nØ (2)\t\tX\nVedtaget.", (16, 2, None)),
    (
        "Medlem\tFor\tImod\tUndlod at stemme\nIda Holm (A)\tx\t\t\nBo Ravn (V)\tx\t\t\nEva Lund (Ø)\t\tx\t\nIb Toft (O)\t\t\tx\nGodkendt.",
        (2, 1, 1),
    ),
    ("Navn\tStemme\nIda Holm (A)\tFor\nBo Ravn (V)\tFor\nEva Lund (Ø)\tImod\nGodkendt.", (2, 1, None)),
    ("Der blev stemt:\nIda Holm (A) For\nBo Ravn (V) For\nEva Lund (Ø) Imod\nGodkendt.", (2, 1, None)),
    ("For\tImod\tUndlod\nA, F og B (12)\tV og C (8)\tO (1)\nVedtaget.", (12, 8, 1)),
    ("Afstemning:\nJa\tNej\tBlank\n14\t3\t2\nVedtaget.", (14, 3, 2)),
    ("Vedtaget med 15 stemmer mod 3:\nFor\tA (9), V (6)\nImod\tØ (3)", (15, 3, None)),
]
NO_TABLES = [
    "Område\tFor 2020\tImod 2021\nSkoler\t14\t12\nVeje\t9\t8\nStemmerne blev talt.",
    "Fordele og ulemper ved afstemning:\nFor\tImod\nKortere vej\tMere støj",
    "Høringssvar\tAntal\nFor\t14\nImod\t30\nNeutrale\t5",
    "Der var afstemning.\nSag\tFor\tImod\nSkoler i byen\t3\t4\nVeje i byen\t5\t1",
    "Afstemning\tDato\nFor\t3. maj\nImod\t4. maj",
    "Der blev stemt.\nFor\tA (9)\nGodkendt.",
]


@pytest.mark.parametrize(("text", "votes"), TABLES)
def test_votes_in_tables(text, votes):
    flow = flow_of(text)
    assert [poll.votes for poll in read(flow, 0, len(flow.text))] == [Votes(*votes)]


@pytest.mark.parametrize("text", NO_TABLES)
def test_tables_of_other_things(text):
    assert vote_tables(text) == []


def test_the_vote_on_an_amendment_has_a_table_of_its_own():
    rows = "Hvem\tI alt\nFor\tØ (3)\t3\nImod\tA (9)\t9\n"
    said = f"Der blev stemt om ændringsforslaget:\n{rows}Ændringsforslaget var hermed forkastet.\n"
    flow = flow_of(f"{said}Derefter indstillingen:\n{rows}Den er vedtaget.")
    assert [(p.amendment, p.outcome) for p in read(flow, 0, len(flow.text))] == [(True, "rejected"), (False, "adopted")]
    assert [v.voters for v in read(flow, 0, len(flow.text))[0].lists] == [("Ø (3)",), ("A (9)",)]
