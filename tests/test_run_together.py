"""Plain text, where lines that belong apart may stand together and tables have strokes between their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.records import Document


def read(folder: Path, text: str) -> Document:
    path = folder / "referat.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


HEAD = "Referat\nByrådet\nMødedato: 4. maj 2022\n\n"
ITEMS = [
    # a text whose lines the layout takes for one paragraph                        the items
    ("Ny hal ved skolen i Nordby - forslag til endelig vedtagelse\nSag nr. 130\n\nBeslutning\nGodkendt.\n\nBudget\nSag nr. 131\n\n"
     "Beslutning\nUdsat.", [("130", "Ny hal ved skolen i Nordby - forslag til endelig vedtagelse"), ("131", "Budget")]),
    ("2. Ny hal ved skolen i Nordby og ved havnen\nÅben sag\nSagsnr.: 22/1042\n\nBeslutning\nGodkendt.",
     [("2", "Ny hal ved skolen i Nordby og ved havnen")]),
    ("Indholdsfortegnelse\n35 Godkendelse af dagsorden ........ 3\n36 Besøg i hallen .................. 4\n37 Budget 5\n\n"
     "35 Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n36 Besøg i hallen\nBeslutning\nUdsat.\n\n37 Budget\nBeslutning\nGodkendt.",
     [("35", "Godkendelse af dagsorden"), ("36", "Besøg i hallen"), ("37", "Budget")]),
    ("210. Dagsorden Sagsnr. 22/1 Beslutning Byrådet, 04.05.2022 Godkendt.\n"
     "211. Ny hal i Nordby Sagsnr. 22/8 Indstilling Kultur indstiller, at hallen bygges. Beslutning Byrådet, 04.05.2022 Godkendt.",
     [("210", "Dagsorden"), ("211", "Ny hal i Nordby")]),
]


@pytest.mark.parametrize(("text", "items"), ITEMS)
def test_items(tmp_path, text, items):
    assert [(i.number, i.title) for i in read(tmp_path, HEAD + text).items] == items


DECISIONS = [
    ("Beslutninger Byrådet den 4. maj 2022\nIkke til stede: Ida Holm, Bo Ravn, Per Toft\nDagsordenen godkendt.", [("Byrådet", "adopted")]),
    ("Ny hal. Beslutning Økonomiudvalget, 02.05.2022 Anbefales. Beslutning Byrådet, 04.05.2022 Udsat.",
     [("Økonomiudvalget", "recommended"), ("Byrådet", "postponed")]),
    ("Sagsfremstilling\nSagen følger op på Beslutning af 2. maj 2022 om hallen.\nBeslutning\nGodkendt.", [("Byrådet", "adopted")]),
]


@pytest.mark.parametrize(("text", "decisions"), DECISIONS)
def test_decisions(tmp_path, text, decisions):
    assert [(d.body, d.outcome) for d in read(tmp_path, f"{HEAD}1. Godkendelse af dagsorden\n{text}").decisions] == decisions


def test_cells_between_strokes_are_a_table(tmp_path):
    found = read(tmp_path, "Budget\n\n| Mio. kr. | 2022 | 2023 |\n| --- | --: | --: |\n| Skatter | -12,5 | -13,0 |\n| Skoler | 8,1 ||\n\n"
                           "Ende | her.\n")
    assert [[cell.text for cell in row] for row in found.tables[0].rows] == [
        ["Mio. kr.", "2022", "2023"], ["Skatter", "-12,5", "-13,0"], ["Skoler", "8,1", ""]]
    assert [a.oere for a in found.amounts] == [-1_250_000_000, -1_300_000_000, 810_000_000]
    assert all(found.pages[0].text[a.source.start : a.source.end] == a.source.quote for a in found.amounts)


@pytest.mark.parametrize("text", ["| kun en linje |\n\nTekst", "a | b\nc | d", "| en |\n| søjle |"])
def test_strokes_that_are_no_table(tmp_path, text):
    assert read(tmp_path, text).tables == ()
