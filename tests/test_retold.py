"""What is kept in Danish with the records is said in the language of the reader, also when it was read or judged in another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from string import Formatter

import pytest

from minutes import contract, retold
from minutes.checks.explain import mend
from minutes.criteria import load
from minutes.criteria.reading import CriteriaError
from minutes.language import SPOKEN, _
from minutes.records import Claim, Quantity, Source, Unread
from minutes.report import html, rows, text
from tests.made import report

PLACE = Source(1, 0, 1, "x")
TOTAL = "de samlede midler udgør 455.000 kr."
SAID = [
    # as it is kept, in English
    ("side 3-7", "page 3-7"),
    (retold.BLANK, "the page is blank"),
    (retold.MORE_PAGES.format(limit=5000), "the file has more pages than the limit of 5000"),
    (retold.OCR_SLOW.format(why=retold.GARBAGE, seconds=60), "the fonts do not say which letters stand there"),
    (retold.WEEKDAY.format(year=2017), "The weekday fits in 2017."),
    (retold.WOULD_FIT.format(change=retold.DIGIT_OF_TOTAL.format(right="3,5 mio. kr")), "one digit is another"),
    (retold.WOULD_FIT.format(change=retold.LEFT_OUT.format(part=retold.NAMED.format(name="Drift", amount="5 kr."))), "Drift"),
    ("noget, som intet program siger", "noget, som intet program siger"),
]


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv(SPOKEN, "en")


@pytest.mark.parametrize(("kept", "said"), SAID)
def test_in_english(kept, said, english):
    assert said in retold.retold(kept)


@pytest.mark.parametrize(("kept", "_said"), SAID)
def test_in_danish_it_is_as_it_is_kept(kept, _said):
    assert retold.retold(kept) == kept


@pytest.mark.parametrize("template", retold.TEMPLATES)
def test_every_template_is_known_again_when_it_is_filled_in(template, english):
    names = {name for _, name, _, _ in Formatter().parse(template) if name}
    filled = template.format_map(dict.fromkeys(names, "7"))
    assert retold.retold(filled) == _(template, **dict.fromkeys(names, "7")) != filled


def test_a_suggestion_is_kept_in_danish_whatever_is_spoken(english):
    def kr(value: int) -> Quantity:
        return Quantity(Decimal(value), Decimal(value), Decimal(value), "kr", PLACE)

    claim = Claim("sum", "sum", PLACE, "sum-differs", kr(8700), (kr(4000), kr(3800)))
    assert mend(claim, Decimal(7800)) == "Det ville passe, hvis to cifre er byttet om, så der skulle stå 7.800 kr. i stedet for 8.700 kr."


def test_every_report_says_them_in_english(english):
    made = report(f"Kommunen skriver, at {TOTAL}", TOTAL)
    made.document = replace(made.document, unread=(Unread("side 2", retold.NO_TEXT, 2),))
    made.findings = [replace(made.findings[0], suggestion=retold.SWAPPED)]
    outputs = [contract.line(made), html.report([made]), rows.to_csv(rows.findings([made])), "\n".join(text.lines([made]))]
    assert all("Two digits may have changed places." in said and retold.SWAPPED not in said for said in outputs)
    assert all("no text layer" in said and "tekstlag" not in said for said in (outputs[0], outputs[1], outputs[3]))


def test_complaints_about_rules_are_in_english(english, tmp_path):
    (tmp_path / "egne.toml").write_text('[[rule_set]]\nid = 3\nhat = "x"\n[andet]\n', encoding="utf-8")
    with pytest.raises(CriteriaError) as error:
        load(tmp_path)
    said = str(error.value)
    assert "must be text, not 3" in said and "'hat' is not known; allowed:" in said and "the table 'andet'" in said
    assert not any(word in said for word in ("mangler", "kendes", "skal være"))
