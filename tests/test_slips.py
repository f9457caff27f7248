"""The measure of slips: it must change figures that others give, and nothing else; a long run is `python -m benchmarks.slips --every 1`."""

import random

from benchmarks.slips import misprinted, slips

PAPER = (
    '<html lang="da"><body><h1>Notat 4. maj 2016</h1><p>I 2014 kom der 1.412 gæster og i 2015 i alt 1.735, altså 323 flere. '
    "Museet har 217 malerier.</p></body></html>"
)


def test_figures_that_others_give_get_one_slip(tmp_path):
    file = tmp_path / "paper.html"
    file.write_text(PAPER, encoding="utf-8")
    made = list(slips(file, random.Random(3)))
    assert {s.right for s in made} == {"1.412", "1.735", "323"}
    assert all(PAPER[s.start : s.start + len(s.right)] == s.right != s.wrong for s in made)


def test_a_misprint_has_as_many_digits_and_another_value():
    chance = random.Random(5)
    for number in ("12", "1.412", "0,48", "1.000.000"):
        for _ in range(20):
            wrong = misprinted(number, chance)
            assert wrong != number and len(wrong) == len(number)
            assert wrong[0] != "0" or number[0] == "0"
