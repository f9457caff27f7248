"""Items without numbers: the titles of a village's, a youth council's or an association's minutes, and what only looks like one."""

from __future__ import annotations

import pytest

from extractors.layout import flow
from extractors.reading import read
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Ådrup Landsbyråd\nReferat af mødet onsdag den 7. november 2018\nTil stede: Karin, Poul og Birthe\nReferent: Karin\n"
TITLED = [
    # the minutes below their head                                                                         titles
    (
        "# Siden sidst\nKarin fortalte om turen.\n# Vejbump\nPoul har talt med kommunen.\n# Eventuelt\nIntet.",
        ["Siden sidst", "Vejbump", "Eventuelt"],
    ),
    (
        "# Siden sidst\nKarin fortalte.\n# Økonomi\nRegnskabet blev godkendt.\n# Gadekær: nyt tilbud\nUdsat.",
        ["Siden sidst", "Økonomi", "Gadekær: nyt tilbud"],
    ),
    ("# Velkomst\n# Vejbump\nPoul har talt med kommunen.\n# Evt.\nIntet.", ["Velkomst", "Vejbump", "Evt"]),
    ("Siden sidst: Karin fortalte om turen.\nVejbump: Poul har talt med kommunen.\nEvt.: Intet.", ["Siden sidst", "Vejbump", "Evt."]),
    ("• Siden sidst\nKarin fortalte om turen.\n• Vejbump\nPoul tog kontakt.\n• Eventuelt\nIntet.", ["Siden sidst", "Vejbump", "Eventuelt"]),
    ("Emne\tReferat\nSiden sidst\tKarin fortalte.\nVejbump\tUdsat.\nEventuelt\tIntet.", ["Siden sidst", "Vejbump", "Eventuelt"]),
    (
        "Punkt\tBeslutning\tAnsvarlig\nVelkomst\tDagsordenen blev godkendt.\tKarin\nVejbump\tUdsat.\tPoul\nEvt.\tIntet.\t",
        ["Velkomst", "Vejbump", "Evt."],
    ),
    (
        "# Siden sidst\nKarin fortalte.\n# Stien\nVi aftalte:\n1. Poul slår græsset.\n2. Birthe maler bænken.\n# Eventuelt\nIntet.",
        ["Siden sidst", "Stien", "Eventuelt"],
    ),
    (
        "# Vejbump\n# Eventuelt\n# Siden sidst\n# Siden sidst\nKarin fortalte.\n# Vejbump\nPoul tog kontakt.\n# Eventuelt\nIntet.",
        ["Siden sidst", "Vejbump", "Eventuelt"],
    ),
]
NOT_TITLED = [
    "# Vejbump\nPoul har talt med kommunen.\n# Eventuelt\nIntet.",
    "# Gadekæret\nDer er kommet to tilbud.\n# Vejbump\nPoul tog kontakt.\n# Stien\nBirthe maler bænken.",
    "# Sager til drøftelse\n1. Vejbump\nPoul tog kontakt.\n2. Stien\nUdsat.\n3. Gadekæret\nUdsat.\n4. Lygter\nUdsat.\n# Status\n5. Post",
    "Karin: Skal vi søge puljen?\nPoul: Ja, det synes jeg.\nBirthe: Orientering om puljen kommer i maj.",
    "Afbud: Ole\nReferent: Karin\nGæster: Ingen\nBilag 1: Kort over stierne",
    "Posten var som følger.\nEmne\tBeløb\nRegnskab\t4.000\nStatus\t3.000\nEventuelt\t500",
]


@pytest.mark.parametrize(("text", "titles"), TITLED)
def test_titles_without_numbers(text, titles):
    found = parse(flow_of(HEAD + text), PAPER)
    assert [(i.number, i.title.rstrip(".")) for i in found.items] == [(None, t.rstrip(".")) for t in titles]
    assert (found.kind, found.body) == ("minutes", "Ådrup Landsbyråd")


@pytest.mark.parametrize("text", NOT_TITLED)
def test_lines_that_are_no_titles(text):
    assert all(i.number for i in parse(flow_of(HEAD + text), PAPER).items)


@pytest.mark.parametrize("head", ["Høringssvar fra Ådrup Landsbyråd\n", "Rapport om stierne\n", "Kære byråd\n"])
def test_the_headings_of_other_papers_are_no_items(head):
    text = "# Status\nStierne er lange.\n# Økonomi\nDe koster 4.000 kr.\n# Eventuelt\nIntet."
    assert not parse(flow_of(head + text), PAPER).items


def test_white_above_a_line_makes_it_a_title_in_a_plain_text(tmp_path):
    said = {
        "Siden sidst": "Karin fortalte om turen til nabobyen\nog om alt det, som den førte med sig.",
        "Vejbump": "Poul tog kontakt til kommunen,\nsom svarer i maj.",
        "Evt.": "Vi mødes i hallen\nnæste gang.",
    }
    paper = tmp_path / "referat.txt"
    paper.write_text(HEAD + "\n" + "\n\n".join(f"{title}\n{text}" for title, text in said.items()), encoding="utf-8")
    reading = read(paper)
    assert [i.title for i in parse(flow(reading), reading).items] == list(said)


MARKS = [
    ("I. ", "II. ", "III. "),
    ("A. ", "B. ", "C. "),
    ("a) ", "b) ", "c) "),
    ("#1 ", "#2 ", "#3 "),
    ("1/2018 ", "2/2018 ", "3/2018 "),
    ("1 - ", "2 - ", "3 - "),
    ("Emne 1: ", "Emne 2: ", "Emne 3: "),
    ("Første punkt: ", "Andet punkt: ", "Tredje punkt: "),
]


@pytest.mark.parametrize("marks", MARKS)
def test_titles_with_numbers_of_other_kinds(marks):
    one, two, three = marks
    found = parse(flow_of(f"{HEAD}# {one}Siden sidst\nKarin fortalte.\n# {two}Vejbump\nUdsat.\n# {three}Eventuelt\nIntet."), PAPER)
    assert [i.title for i in found.items] == ["Siden sidst", "Vejbump", "Eventuelt"]
    numbers = ["" if "punkt" in mark else mark.strip("#.):- ").removeprefix("Emne ") for mark in marks]
    assert [i.number or "" for i in found.items] == numbers
