"""`minutes criteria`: what it prints, and what it says when it cannot."""

import json
import sys

import pytest
from click.testing import CliRunner

from cli import main


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["criteria", *arguments])
    return result.exit_code, result.output


SAYS = [
    ((), "ghetto-2014"),
    (("--on", "2018-04-01"), "Foreslået, ikke lov: udsat-2018-udspil (udsat boligområde)"),
    (("--on", "2018-04-01"), "mindst tre af fem: uden_arbejde, ikke_vestlig, doemte, grundskole, indkomst"),
    (("--on", "2021-06-01"), "15 ghettoområder, 13 hårde ghettoområder"),
    (("--on", "2024-12-31"), "8 parallelsamfund, 7 omdannelsesområder"),
    (("--on", "2009-01-01"), "Ingen regler: den første liste kom 26. oktober 2010."),
    (("haard-2018",), "på listen 4 gange i træk (5 efter overgangsbestemmelsen)"),
    (("--area", "Hedemarken"), "udsat-2018           nej"),
    (("--area", "Hedemarken", "--on", "2018-04-24"), "ghetto-2014          nej"),
    (("--area", "Skovhøj", "--value", "uden_arbejde=42,1", "--value", "ikke_vestlig=56.3", "--on", "2018-04-24"),
        "opfylder mellem 2 og 5 af 5 kriterier"),
    (("udsat-2018", "--on", "2018-12-01"), "udsat-2018: udsat boligområde"),
    (("--area", "Skovhøj", "--value", "uden_arbejde=42,1"), "udsat-2018           kan ikke afgøres   det kan"),
    (("--area", "X", "--value", "uden_arbejde=42.1 %"), "Tal: uden_arbejde 42,1"),
    (("--area", "X", "--value", "uden_arbejde=42,1 pct."), "Tal: uden_arbejde 42,1"),
    (("--area", "X", "--value", "beboere=1.200"), "Tal: beboere 1.200"),
    (("--area", "X", "--value", "beboere=12000"), "Tal: beboere 12.000"),
    (("--changes", "2017-12-01", "2018-12-01"), "doemte: over 2,7 pct., gennemsnit af 2 år -> ingen"),
    (("--changes", "2019-12-01", "2020-12-01"), "ingen ændring"),
]


@pytest.mark.parametrize(("arguments", "words"), SAYS)
def test_says(arguments, words):
    code, output = run(*arguments)
    assert code == 0 and words in output


CANNOT = [
    (("nix",), "regelsættet nix findes ikke; tilladt: ghetto-2010"),
    (("--area", "Ukendtby"), "giv dem med --value uden_arbejde=36,5"),
    (("--area", "X", "--value", "lykke=3"), "lykke kendes ikke; tilladt: beboere"),
    (("--area", "X", "--value", "beboere=mange"), "mange er ikke et tal"),
    (("--area", "X", "--value", "beboere="), "beboere mangler et tal: skriv beboere=1200"),
    (("--area", "X", "--value", "uden_arbejde"), "uden_arbejde mangler et tal: skriv uden_arbejde=36,5"),
    (("udsat-2018", "--on", "2010-01-01"), "udsat-2018 gjaldt ikke 1. januar 2010, men fra 1. december 2018"),
    (("udsat-2018", "--changes", "2017-12-01", "2018-12-01"), "--changes gives alene"),
    (("--changes", "2019", "2018"), "den første dag er senere end den sidste"),
    (("--verify", "mangler"), "mangler findes ikke"),
    (("--verify", __file__), "er ingen mappe"),
    (("--area", "X", "--value", "beboere=1000=3"), "1000=3 er ikke et tal"),
    (("--area", "X", "--value", "beboere=-3"), "-3 er ikke et tal fra 0 og op: skriv beboere=1200"),
    (("--area", "X", "--value", "beboere=3 %"), "3 % er ikke et tal fra 0 og op: skriv beboere=1200"),
    (("--area", "X", "--value", "doemte_ratio=-1"), "skriv doemte_ratio=2,5"),
    (("--area", "X", "--value", "uden_arbejde=%"), "uden_arbejde mangler et tal: skriv uden_arbejde=36,5"),
    (("--area", "hedemark"), "området hedemark er ikke på de offentliggjorte lister; mente du Hedemarken?"),
    (("ghetto2014",), "regelsættet ghetto2014 findes ikke; mente du ghetto-2014?"),
    (("--area", "X", "--value", "uden_arbejde=142"), "142 kan ikke være en andel i pct."),
    (("--area", "X", "--value", "uden_arbejde=NaN"), "NaN er ikke et tal"),
    (("--area", "X", "--value", "uden_arbejde=Infinity"), "Infinity er ikke et tal"),
    (("--area", "X", "--value", "uden_arbejde=1e999"), "1e999 er ikke et tal"),
    (("--plot", "billede.svg"), "--plot kræver --area"),
    (("--area", "Vollsmose", "--plot", "billede.bmp"), "skriv et filnavn, der ender på .svg eller .png"),
]


@pytest.mark.parametrize(("arguments", "line"), CANNOT)
def test_one_line_when_it_cannot(arguments, line):
    code, output = run(*arguments)
    assert code == 2 and line in output and len(output.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("--on", "2019-01-01"), ("udsat-2018",), ("--area", "Vollsmose"), ("--changes", "2017-12-01",
    "2018-12-01"), ()])
def test_json(arguments):
    code, output = run(*arguments, "--json")
    assert code == 0 and json.loads(output)


def test_own_rules_are_shown_and_verified(tmp_path):
    from minutes.criteria import HERE

    assert run("--verify", str(HERE / "specimen")) == (0, f"{HERE / 'specimen'}: i orden\n")
    assert "fokusområde" in run("fokusomraade-2024", "--criteria", str(HERE / "specimen"))[1]
    (tmp_path / "egne.toml").write_text("[[rule_set]]\nid='a'\n", encoding="utf-8")
    code, output = run("--verify", str(tmp_path))
    assert code == 2 and "egne.toml: rule_set a: 'kind' mangler" in output


def test_own_rules_are_told_with_those_of_the_day_and_judge_an_area():
    from minutes.criteria import HERE

    own = ("--criteria", str(HERE / "specimen"))
    assert "Egen regel: fokusomraade-2024 (fokusområde)" in run("--on", "2024-05-14", *own)[1]
    assert "fokusomraade-2024" not in run("--on", "2024-03-31", *own)[1]
    code, said = run("--area", "X", "--value", "beboere=500", "--value", "uden_arbejde=36", "--on", "2024-05-14", *own)
    assert "fokusomraade-2024    ja" in said and "udsat-2018" in said


def test_a_rule_and_an_area_are_that_area_under_that_rule():
    code, said = run("udsat-2018", "--area", "Hedemarken")
    assert code == 0 and [line.split()[0] for line in said.splitlines() if line.startswith("  ")] == ["udsat-2018"]


def test_a_picture_is_drawn(tmp_path):
    pytest.importorskip("matplotlib")
    assert run("--area", "Gellerup", "--plot", str(tmp_path / "g.svg"))[0] == 0
    drawn = (tmp_path / "g.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<?xml") and "</svg>" in drawn


def test_without_matplotlib_one_line_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    code, output = run("--area", "Gellerup", "--plot", str(tmp_path / "g.svg"))
    assert code == 2 and output == "billedet kræver matplotlib: pip install 'minutes[plot]'\n"


def test_the_lines_and_points_of_the_picture():
    from datetime import date

    from minutes.criteria import load
    from minutes.criteria.plot import limits, series

    rules = load()
    assert series(rules, "Gellerupparken/Toveshøj")["uden_arbejde"] == [(date(2014, 12, 1), 52.3), (date(2015, 12, 1), 51.9)]
    drawn = {(name, first, value) for name, first, _, value, _ in limits(rules, "doemte", date(2024, 12, 1))}
    assert ("ghetto-2014", date(2014, 2, 1), 2.7) in drawn and ("udsat-2018", date(2018, 12, 1), 1.98) in drawn
    assert not any(name.startswith("udsat") and first == date(2019, 12, 1) for name, first, _ in drawn)
