"""Danish and English: a reader of one gets all that a reader of the other gets."""

from __future__ import annotations

import gettext
import re
import string

import pytest
from babel.messages.pofile import read_po

from minutes.glossary import english
from minutes.language import LOCALES, SPOKEN, _, count, message
from minutes.names import FOUND, RECORDS, SEVERITIES
from minutes.retold import retold
from tests.made import finding
from tests.messages import helped, marked, reasons, templates
from tests.program import minutes

Said = dict[str | tuple[str, str], str | tuple[str, ...]]


def catalogue(lang: str) -> Said:
    with open(LOCALES / lang / "LC_MESSAGES" / "minutes.po", "rb") as file:
        return {m.id: m.string for m in read_po(file) if m.id}


@pytest.fixture(scope="module")
def in_english() -> Said:
    return catalogue("en")


@pytest.fixture
def spoken_english(monkeypatch):
    monkeypatch.setenv(SPOKEN, "en")


def names(text: str | tuple[str, ...]) -> set[str]:
    texts = [text] if isinstance(text, str) else text
    return {name for one in texts for _, name, _, _ in string.Formatter().parse(one) if name}


def test_every_sentence_that_a_check_can_say_is_translated(in_english):
    assert templates() - in_english.keys() == set()


def test_every_reason_why_a_claim_is_not_verified_is_translated(in_english):
    said = reasons()
    assert len(said) > 10
    assert said - in_english.keys() == set()


def test_every_other_sentence_is_translated(in_english):
    both = in_english.keys() | {key[0] for key in in_english if isinstance(key, tuple)}
    spoken = {text for text in marked() if text in both or isinstance(text, tuple) or not re.fullmatch(r"[a-z]+", text)}
    assert spoken - both == set()


def test_all_help_and_every_page_of_a_check_is_in_danish():
    assert helped() - catalogue("da").keys() == set()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_quotation_marks_are_of_one_kind(lang, in_english):
    said = {"da": templates() | marked(), "en": in_english.values()}[lang]
    assert [text for text in said if re.search("[”“„»«]", str(text))] == []


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_translation_has_the_same_names_to_fill_in(lang):
    texts = {key: said for key, said in catalogue(lang).items() if "{" in str(said)}
    assert texts and {key: said for key, said in texts.items() if not names(said) <= names(key)} == {}


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_compiled_catalogue_is_that_of_the_text(lang):
    made = gettext.translation("minutes", LOCALES, languages=[lang])
    for key, said in catalogue(lang).items():
        assert said == (made.gettext(key) if isinstance(key, str) else tuple(made.ngettext(*key, n) for n in (1, 2)))


def test_a_finding_in_danish():
    assert message(finding("udgør 455.000 kr.", "455.000 kr.")) == "Delene giver 465.000 kr., men der står 455.000 kr."


def test_a_sentence_in_english(spoken_english):
    assert _("Nummer {number} er brugt to gange.", number=4) == "Number 4 is used twice."
    assert _("Det har ingen oversat.") == "Det har ingen oversat.", "what has no translation stays Danish"


COUNTED = [
    # how many, in Danish, in English
    (1, "1 side", "1 page"),
    (0, "0 sider", "0 pages"),
    (2301, "2.301 sider", "2,301 pages"),
]


@pytest.mark.parametrize(("n", "danish", "in_english"), COUNTED)
def test_one_and_many(n, danish, in_english, monkeypatch):
    assert count(n, "side", "sider") == danish
    monkeypatch.setenv(SPOKEN, "en")
    assert count(n, "side", "sider") == in_english


def test_many_are_told_as_many_where_danish_has_one_word(spoken_english):
    assert [_(name) for name in FOUND.values()] == ["Errors", "Warnings", "Notes"]
    assert [_(name) for name in SEVERITIES.values()] == ["error", "warning", "note"]
    assert [_(RECORDS[kind]).capitalize() for kind in ("amount", "figure", "finding")] == ["Amount", "Figure", "Finding"]


def test_the_front_page_names_its_rows_as_many(spoken_english):
    tables = pytest.importorskip("minutes.site.tables")
    named = ["Documents", "Items", "Decisions", "Amounts", "Figures", "Places that could not be read"]
    assert [_(listing.name) for listing in tables.LISTINGS.values()] == named


OWN = [
    ("180.000 kr. mindre", "180,000 kr. less"),
    ("412.500 × 4 år = 1.650.000 kr.; angivet 1.560.000 kr.", "412,500 × 4 years = 1,650,000 kr.; stated 1,560,000 kr."),
    ("0,7 + 0,6 = 1,3 mio. kr.; angivet 1,2 mio. kr. (inden for afrundingen)",
     "0.7 + 0.6 = 1.3 million kr.; stated 1.2 million kr. (within rounding)"),
    ("2,6 mio. kr.", "2.6 million kr."),
    ("fra 1. december 2018 til 29. november 2021", "from 1 December 2018 to 29 November 2021"),
    ("for: 4 + 3 = 7; imod: 2", "for: 4 + 3 = 7; against: 2"),
    ("to af fem kriterier", "two of five criteria"),
    ("andel dømte mod landsgennemsnittet 2,7 gange landsgennemsnittet (mindst 3 gange landsgennemsnittet: nej)",
     "share of convicted against the national average 2.7 times the national average (at least 3 times the national average: no)"),
    ("1.250.000", "1,250,000"),
    ("1.234.567,5 - 0,25 pct.", "1,234,567.5 - 0.25 per cent"),
    ("1, 2, 3", "1, 2, 3"),
    ("1,2,3", "1,2,3"),
    ("1.2.2024 og 01.02.2024", "1.2.2024 and 01.02.2024"),
    ("16.00", "16.00"),
    ("antal beboere 1.184 (mindst 1.000: ja); andel dømte 2,2 pct. (over 2,7 pct.: kan ikke afgøres)",
     "residents 1,184 (at least 1,000: yes); share of convicted 2.2 per cent (over 2.7 per cent: cannot be told)"),
    ("ghetto-2014: tre af fem kriterier", "ghetto-2014: three of five criteria"),
    ("12.3456 1.2345", "12.3456 1.2345"),
]
OF_THE_DOCUMENT = [
    "fem indsatsområder", "Plejehjemmet og Kildebo", "Forslaget er udsat til maj", "referat_fra_maj.pdf", "3 elever mindre", "Punkt 1.250",
    "2.500 kr. til Kildebo",
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_what_the_program_puts_between_numbers_is_in_english(text, expected):
    assert english(text) == expected


def test_a_suggestion_has_the_numbers_of_its_language(spoken_english):
    said = "Det ville passe, hvis to cifre er byttet om, så der skulle stå 11,3 pct. i stedet for 13,1 pct."
    assert retold(said) == "It would fit if two digits have changed places, so that it should say 11.3 per cent instead of 13.1 per cent."
    assert retold("Det ville passe, hvis ét ciffer er et andet, så der skulle stå 2,4 mio. kr.").endswith("say 2.4 million kr.")


@pytest.mark.parametrize("text", OF_THE_DOCUMENT)
def test_the_words_of_a_document_are_left_alone(text):
    assert english(text) == text


def test_the_settings_the_option_and_the_environment_choose_the_language(tmp_path):
    danish, help_, asked = "findes ikke", "Find items", ["check", "nej.pdf"]
    assert danish in minutes(*asked, cwd=tmp_path).stderr
    assert "is not there" in minutes(*asked, "--lang", "en", cwd=tmp_path).stderr
    assert "is not there" in minutes("--lang", "en", *asked, cwd=tmp_path).stderr
    assert "is not there" in minutes(*asked, cwd=tmp_path, MINUTES_LANG="en").stderr
    (tmp_path / "minutes.toml").write_text('lang = "en"', encoding="utf-8")
    assert "is not there" in minutes(*asked, cwd=tmp_path).stderr
    assert help_ in minutes("search", "--help", cwd=tmp_path).stdout
    assert danish in minutes(*asked, "--lang", "da", cwd=tmp_path).stderr


@pytest.mark.parametrize("arguments", [["--lang", "en", "--nope"], ["check", "--nope", "--lang", "en"], ["--lang=en", "check", "--nope"]])
def test_a_mistake_is_told_in_the_language_that_the_same_line_asks_for(arguments, tmp_path):
    assert "No such option" in minutes(*arguments, cwd=tmp_path).stderr


MISTAKES = [
    # arguments, what is said
    (["serch"], "Der er ingen kommando, der hedder serch. (Mente du 'search', 'serve'?)"),
    (["check", "--selct", "x"], "Der er ingen valgmulighed, der hedder --selct. Mente du '--select'? Se minutes check --help."),
    (["check", "--fail-on", "fejl"], "'fejl' kendes ikke; der er 'note', 'warning', 'error'."),
    (["show"], "Der mangler et argument 'ID'."),
    (["check"], "nævn de filer, der skal efterprøves; minutes.db, som minutes ingest laver, findes ikke"),
    (["ingest"], "Der mangler et argument 'STIER...'."),
    (["--lang", "en", "ingest"], "Missing argument 'PATHS...'."),
    (["check", "--explain"], "--explain kræver en værdi. Se minutes check --help."),
    (["check", "--fail-on", "x"], "der er 'note', 'warning', 'error'. Se minutes check --help."),
    (["search", "skole", "--from", "i går"], "i går er ingen dato; skriv 2024-05-31 eller 31.5.2024"),
    (["search", "skole", "--min-kr", "meget"], 'meget er intet beløb; skriv 250000, 250.000 eller "1,5 mio."'),
    (["check", "--timeout", "1e999"], "1e999 er intet tal fra 0,1 til 10.000.000"),
    (["extract", "a.txt", "--timeout", "nan"], "nan er intet tal fra 0,1 til 10.000.000"),
    (["check", "--timeout", "0"], "0 er intet tal fra 0,1 til 10.000.000"),
    (["ingest", "a.txt", "--memory", "99999999999999999999"], "99999999999999999999 er intet helt tal fra 200 til 10.000.000"),
    (["search", "skole", "--limit", "1,5"], "1,5 er intet helt tal fra 1 til 1.000"),
    (["check", "--explain", "sum-difers"], "der er intet tjek, der hedder sum-difers; mente du sum-differs?"),
    (["check", "--select", "sum-difers"], "der er intet tjek, der hedder sum-difers; mente du sum-differs?"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_a_mistake_is_told_in_danish_with_what_to_write(arguments, said, tmp_path):
    done = minutes(*arguments, cwd=tmp_path)
    assert done.returncode == 2 and said in done.stderr
