"""The search: Danish words in all their forms, figures as numbers, filters, and nothing a user types that breaks it."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes import found, records, show, store, words
from minutes.database import open_database
from minutes.days import dated
from minutes.filters import Filters
from minutes.query import understand
from minutes.search import CannotSearch, Hit, search
from minutes.show import NoSuchRecord, record
from minutes.suggest import meant
from minutes.terminal import printable
from tests.store_cases import decision, document, packed, place


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "m.db"
    db = open_database(path)
    store.put(db, packed(), "/granby/referat.pdf")
    other = document(
        "b" * 64,
        "1",
        "dagsorden.pdf",
        municipality="Århøj Kommune",
        body="Økonomiudvalget",
        meeting_date=date(2019, 3, 1),
        title="Budget",
        amounts=(),
        decisions=(),
        items=(),
        remarks=(),
        recommendations=(),
    )
    store.put(db, packed(other), "/aarhoej/dagsorden.pdf")
    db.close()
    return path


SAME = [
    "folkeskole Folkeskolens folkeskolerne",
    "helhedsplan helhedsplaner helhedsplanen",
    "Århus Aarhus århus'",
    "bevilling bevillingen",
    "sommer sommeren",
    "varer varerne",
]
OTHER = [("skole", "skov"), ("gård", "gade"), ("plan", "plads"), ("ret", "rente"), ("sommer", "som"), ("varer", "var"), ("mener", "men")]


@pytest.mark.parametrize("group", SAME)
def test_forms_of_a_word_have_one_stem(group):
    assert len({words.stems(word)[0] for word in group.split()}) == 1


@pytest.mark.parametrize("pair", OTHER)
def test_different_words_have_different_stems(pair):
    assert words.stem(pair[0]) != words.stem(pair[1])


FINDS = [
    "skole",
    "skolerne",
    "Folkeskolens",
    "SKOVVEJENS SKOLE",
    "overvågning",
    "overvaagning",
    "TV-overvågning",
    "helhedsplan",
    "boligsocial",
    "århus",
    "Aarhus",
    '"14 stemmer"',
    "folkesk*",
    "bevilling indstiller",
]
FINDS_NOT = ["svømmehal", "kole", "vågn", '"stemmer 14"', "skovsk*x", "helhedsplanlægger"]


@pytest.mark.parametrize("typed", FINDS)
def test_finds(path, typed):
    hits = search(path, typed)
    assert hits
    assert all(hit.snippet[start:end].strip() for hit in hits for start, end in hit.marks)
    assert any(hit.marks for hit in hits)


@pytest.mark.parametrize("typed", FINDS_NOT)
def test_finds_not(path, typed):
    assert search(path, typed) == []


IN_FORMS = [
    # typed, what a text says, what no text may be taken for
    ("skole", "skolereform folkeskolens Lærkeskolen", "skoldet"),
    ("byrådsmøde", "Byrådsmødet byrådsmøders", "byrådssal"),
    ("børnehaver", "børnehaven børnehavestue", "børnehjem"),
    ("bolig", "boligområdet boligudvalg ungdomsboliger boligens", "fodbold boldklub bolværk"),
    ("boliger", "boligselskab", "bolværk"),
    ("budget", "Budgettet budgetterne budgetaftale", "budstikken"),
    ("budgettet", "budget budgetforslag", "bud"),
    ("sundhed", "sundhedshuset sundhedsplejen", "sundvejen usund"),
    ("udvalg", "landdistriktsudvalget miljøudvalg", "valg udvandring"),
    ("parkeringsplads", "parkeringspladsen parkeringspladser cykelparkeringspladsen", "parkering plads"),
    ("processen", "proces processer budgetprocessen", "procent"),
    ("takstsats", "takstsatsen takstsatser", "sats"),
    ("center", "centret centrene plejecentret", "central"),
    ("kriterium", "kriterierne kriteriet", "kriterietest"),
    ("museet", "museum museer", "muse"),
    ("by", "byen byerne", "byttet"),
    ("barn", "børnene", "barnløse"),
    ("råd", "ældrerådet", "boligområde område"),
    ("stilling", "stillingerne lederstilling", "indstillingen sagsfremstilling"),
    ("hold", "fodboldhold", "forhold arbejdsforhold"),
    ("klima", "klimatilpasning", "klimakteriet"),
    ("dag", "dagtilbud dagene", "døgntilbud"),
    ("borger", "borgerne borgerforslag", "borgmester"),
    ("by", "byens", "Dalby"),
    ("sommer", "sommerferie", "som"),
    ("sammen", "sammen", "samarbejde"),
    ("bydel", "bydelen", "bydrift"),
    ("ved", "ved", "viden"),
]


@pytest.mark.parametrize(("typed", "there", "not_there"), IN_FORMS)
def test_a_word_is_found_in_its_forms_and_compounds_by_a_database_that_knows_no_other(typed, there, not_there):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE vocabulary (word TEXT, reversed TEXT)")
    said = {word: words.stem(word) for word in f"{there} {not_there}".split()}
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?)", ((w, w[::-1]) for w in set(said.values())))
    query = understand(typed, connection)
    assert [word for word in said if query.spans(word)] == there.split()


IN_EVERY_FORM = """
budget budgettet budgetter budgetterne budgetternes
medlem medlemmet medlemmer medlemmerne
by byen byer byerne
bog bogen bøger bøgerne
mand manden mænd mændene
barn barnet børn børnene
sted stedet steder stederne
møde mødet møder møderne
cykel cyklen cykler cyklerne
middel midlet midler midlerne
regel reglen regler reglerne
overførsel overførslen overførsler overførslerne
plan planen planer planerne
støtte støtten støttens
aftale aftalen aftaler aftalerne
gård gården gårde gårdene
hus huset huse husene
bus bussen busser busserne
klub klubben klubber klubberne
hjem hjemmet hjemmene
tilbud tilbuddet tilbuddene
skat skatten skatter skatterne
år året årene årets
uge ugen uger ugerne
sø søen søer søerne
borger borgeren borgere borgerne
bruger brugeren brugere brugerne
center centeret centret centre centrene
borgmester borgmesteren borgmestre borgmestrene
nummer nummeret numre numrene
forælder forælderen forældre forældrene
museum museet museer museerne
proces processen processer processerne
plads pladsen pladser pladserne
lejlighed lejligheden lejligheder lejlighederne
hånd hånden hænder hænderne
formand formanden formænd formændene
kommune kommunen kommuner kommunerne
"""
KIN = """
bybus budgetaftale medlemstal bogbus børnehave mandskab cykelsti midlertidig hovedregel busrute klubhus hjemmehjælp skatteborger skoleår
borgmester kommunalt museumsforening arbejdsplads husdyr dagtilbud gårdejer byggeri bøgetræ kræft rød uden ude samarbejde
"""


@pytest.mark.parametrize("forms", IN_EVERY_FORM.strip().split("\n"))
def test_every_form_of_a_word_finds_the_same(forms):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE vocabulary (word TEXT, reversed TEXT)")
    said = f"{IN_EVERY_FORM} {KIN}".split()
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?)", ((w, w[::-1]) for w in set(words.stems(" ".join(said)))))
    found = {typed: {word for word in said if understand(typed, connection).spans(word)} for typed in forms.split()}
    assert set(forms.split()) <= found[forms.split()[0]]
    assert len(set(map(frozenset, found.values()))) == 1


FIGURES = [
    # typed, what is found
    ("7,8 mio. kr.", ["amount-1.2"]),
    ("7.800.000 kr", ["amount-1.2"]),
    ("kr. 250.000", ["amount-1.1"]),
    ("7800000", ["amount-1.2"]),
    ("7.800.000", ["amount-1.2"]),
    ("gården 250000", ["amount-1.1"]),
    ("250 t.kr.", ["amount-1.1"]),
    ("36,5 %", ["figure-1.1", "figure-2.1"]),
    ("36,5 pct.", ["figure-1.1", "figure-2.1"]),
    ("7,9 mio. kr.", []),
    ("250 mio. kr.", []),
    ("overvågning 250.000 kr.", ["amount-1.1"]),
    ("svømmehal 250.000 kr.", []),
    ("260000", []),
    ("250000-17", []),
]


@pytest.mark.parametrize(("typed", "expected"), FIGURES)
def test_figures_are_found_as_numbers(path, typed, expected):
    assert [hit.id for hit in search(path, typed)] == expected


FILTERS = [
    # words, filters, files
    ("skole", {"municipality": "granby"}, {"referat.pdf"}),
    ("skole", {"municipality": "århøj"}, {"dagsorden.pdf"}),
    ("skole", {"municipality": "ÅRHØJ"}, {"dagsorden.pdf"}),
    ("skole", {"body": "økonomi"}, {"dagsorden.pdf"}),
    ("skole", {"since": date(2020, 1, 1)}, {"referat.pdf"}),
    ("skole", {"until": date(2020, 1, 1)}, {"dagsorden.pdf"}),
    ("skole", {"since": date(2020, 1, 1), "until": date(2021, 1, 1)}, set()),
    ("skole", {"kind": "item"}, {"referat.pdf"}),
    ("gården", {"min_kr": 200_000, "max_kr": 300_000}, {"referat.pdf"}),
    ("", {"min_kr": 1_000_000}, {"referat.pdf"}),
    ("", {"min_kr": 8_000_000}, set()),
    ("", {"min_kr": Decimal("9" * 20)}, set()),
    ("", {"min_kr": 1_000_000, "max_kr": Decimal("9" * 40)}, {"referat.pdf"}),
    ("", {"municipality": "granby"}, {"referat.pdf"}),
    ("", {"municipality": "granby", "until": date(2000, 1, 1)}, set()),
]


@pytest.mark.parametrize(("typed", "filters", "files"), FILTERS)
def test_filters(path, typed, filters, files):
    assert {hit.file for hit in search(path, typed, Filters(**filters))} == files


NUMBERS_BY_KIND = [
    # typed, filters, what is found
    ("", {"min_kr": 200_000, "kind": "item"}, ["item-1.1"]),
    ("", {"min_kr": 1_000_000, "kind": "item"}, []),
    ("", {"min_kr": 200_000, "kind": "page"}, ["page-1.1"]),
    ("", {"min_kr": 200_000, "kind": "decision"}, []),
    ("", {"max_kr": 300_000, "kind": "amount"}, ["amount-1.1"]),
    ("", {"max_kr": 300_000, "kind": "figure"}, []),
    ("250.000 kr.", {"kind": "item"}, ["item-1.1"]),
    ("250.000 kr.", {"kind": "page"}, ["page-1.1"]),
    ("250.000 kr.", {"kind": "decision"}, []),
    ("250.000 kr.", {"kind": "figure"}, []),
    ("36,5 %", {"kind": "page"}, ["page-1.1", "page-2.1"]),
    ("36,5 %", {"kind": "amount"}, []),
    ("gården 250.000 kr.", {"kind": "page"}, ["page-1.1"]),
    ("gården 260.000 kr.", {"kind": "page"}, []),
    ("250.000 kr.", {"body": "byråd"}, ["amount-1.1"]),
    ("250.000 kr.", {"body": "udvalg"}, []),
    ("250.000 kr.", {"body": "byråd", "kind": "item"}, ["item-1.1"]),
]


@pytest.mark.parametrize(("typed", "filters", "expected"), NUMBERS_BY_KIND)
def test_a_kind_with_a_number_is_what_states_the_number(path, typed, filters, expected):
    assert [hit.id for hit in search(path, typed, Filters(**filters))] == expected


def test_a_hit_tells_where_it_stands(path):
    hit = search(path, "gården", Filters(kind="amount"))[0]
    assert (hit.id, hit.kr, hit.page, hit.file) == ("amount-1.1", "250000", 1, "referat.pdf")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["gården", "250.000 kr."]
    shown = record(path, hit.id)
    assert (shown["quote"], shown["start"], shown["boxes"]) == ("250.000 kr.", hit.start, [[50.0, 61.2, 210.5, 73.0]])


EARLIER = [
    # the day printed for the earlier body, the date of the hit
    (date(2022, 6, 7), "2022-06-07"),
    (None, None),
]


@pytest.mark.parametrize(("printed", "told"), EARLIER)
def test_a_decision_is_told_with_the_body_and_the_day_that_decided(tmp_path, printed, told):
    db = open_database(tmp_path / "m.db")
    store.put(db, packed(document(decisions=(replace(decision(), body="Økonomiudvalget", date=printed),))), "/granby/referat.pdf")
    db.close()
    for filters in (Filters(kind="decision"), Filters(body="økonomi")):
        [hit] = search(tmp_path / "m.db", "stemmer", filters)
        assert (hit.body, hit.date) == ("Økonomiudvalget", told)
    head = list(show.lines(tmp_path / "m.db", "decision-1.1", False, lambda text, **_: text))[1]
    assert head == "  " + " · ".join(filter(None, ("Granby Kommune", "Økonomiudvalget", dated(told))))


def test_an_amount_is_told_as_it_is_printed(path):
    assert found.lines(path, "gården", 1, False, lambda text, **_: text, kind="amount")[0].startswith("Beløb 250.000 kr.")


def test_when_no_place_has_all_words_places_with_some_are_given_as_such(path):
    assert [hit.partial for hit in search(path, "skole svømmehal")[:1]] == [True]
    assert [hit.partial for hit in search(path, "skole folkeskole")[:1]] == [False]
    assert "nogle af dem" in found.lines(path, "skole svømmehal", 5, False, lambda text, **_: text)[0]


MEANT = [
    # typed, what stands there; None where nothing is near, or all is known
    ("overvågnign", "overvågning"),
    ("skole overvogning", "skole overvågning"),
    ("helhedplanen", "helhedsplaner"),
    ("svømmehal", None),
    ("skole", None),
    ("skole svømmehal", None),
    ("skoven", None),
    ("9999999", None),
    ('"', None),
]


@pytest.mark.parametrize(("typed", "said"), MEANT)
def test_a_word_that_stands_nowhere_is_held_against_those_that_do(path, typed, said):
    assert meant(path, typed) == said


def test_who_mistypes_a_word_is_asked_for_the_right_one(path):
    told = subprocess.run([sys.executable, "cli.py", "search", "--db", path, "overvågnign"], capture_output=True, encoding="utf-8")
    assert (told.returncode, told.stderr.strip()) == (1, "Intet fundet. Mente du: overvågning?")
    assert found.lines(path, "skole overvågnign", 5, False, lambda text, **_: text)[1] == "Mente du: skole overvågning?"


def test_a_word_that_a_line_divides_is_found_whole(path):
    hit = search(path, "TV-overvågning")[0]
    assert "TV-overvågning" in hit.snippet


def test_a_document_is_shown_with_its_items(path):
    shown = record(path, "1")
    assert (shown["file"], shown["paths"], shown["records"]["amounts"]) == ("referat.pdf", ["/granby/referat.pdf"], 2)
    assert [item["id"] for item in shown["items"]] == ["item-1.1"]


@pytest.mark.parametrize("said", ["", "9", "amount-1.99", "amount-1.0", "sqlite_master-1.1", "amount-1", "'; DROP TABLE items", "9" * 30])
def test_an_id_of_nothing_gives_one_line(path, said):
    with pytest.raises(NoSuchRecord):
        record(path, said)


BREAKING = ['"', '"a" "', "NEAR(", "a AND", "OR", "*", "col:x", "^a", "a-b", "(((", "'", "\x00", "-", "%", "½", "𝒳" * 40, "a" * 5000]
LARGE = ["9" * 20 + unit for unit in (" kr.", " mia. kr.", " %")]


@pytest.mark.parametrize("typed", [*BREAKING, *LARGE])
def test_nothing_typed_breaks_it(path, typed):
    search(path, typed)


@given(st.text(max_size=40))
@settings(max_examples=80)
def test_any_text_in_no_exception_out(path, typed):
    try:
        search(path, typed)
    except CannotSearch:
        assert not typed.strip()


@given(st.text(max_size=60))
def test_what_is_printed_cannot_steer_the_terminal(text):
    assert printable(text).isprintable()


def test_hits_as_lines(path):
    lines = found.lines(path, "folkeskole", 5, False, lambda text, **_: f"<{text}>")
    assert any("<Folkeskolens> rammer" in line for line in lines)
    assert any("Granby Kommune · Byrådet · 14. juni 2022 · referat.pdf s. 1" in line for line in lines)


PAGE = (
    "10. Elevtal og klasser\nTovskov Skole har 92 elever og 2,3 mio. kr. Åskolen har 68 elever.\n"
    "11. Takster i SFO\nTaksten er 1.200 kr. om måneden fra den 1. juli 2022 til den 30. juni 2026.\n"
)
FILLING = "Her står der meget andet om juni 2022, om juni 2021 og om 22 elever. " * 5
AMOUNTS = f"Kirken får 1,9 mio. kr.\n{FILLING}\nPuljen er på 2 mio. kr.\n"
DAYS = ["22. juni 2022", "22-06-2022", "22.6.2022", "den 22/6 2022", "d. 22. jun. 2022", "2022-06-22", "22. JUNI 2022"]
OTHER_DAYS = ["2. juni 2022", "22. juli 2022", "22.6.2021", "122-06-2022", "12.22.6.2022", "22.6.2022-3"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A page with two items, pages that each print one day, and one with two amounts."""
    path = tmp_path_factory.mktemp("printed") / "m.db"
    db = open_database(path)
    titles = {"10": "Elevtal og klasser", "11": "Takster i SFO"}
    items = tuple(records.Item(n, title, place(f"{n}. {title}", PAGE)) for n, title in titles.items())
    pages = [PAGE, *(f"{FILLING}\nMødet er {day}\n" for day in DAYS), AMOUNTS]
    stated = (("2,3 mio. kr.", 230_000_000, 1), ("1,9 mio. kr.", 190_000_000, len(pages)), ("2 mio. kr.", 200_000_000, len(pages)))
    amounts = tuple(records.Amount(place(quote, pages[n - 1], n), oere, oere - 5, oere + 5) for quote, oere, n in stated)
    bare = {"recommendations": (), "decisions": (), "remarks": (), "figures": ()}
    numbered = tuple(records.Page(n, text) for n, text in enumerate(pages, 1))
    store.put(db, packed(document(pages=numbered, items=items, amounts=amounts, **bare)), "/granby/referat.txt")
    db.close()
    return path


UNDER = [
    # typed, kind, the item, what of the page is shown
    ("skole", "page", "Elevtal og klasser", PAGE.partition("11.")[0]),
    ("taksten", "page", "Takster i SFO", "11." + PAGE.partition("11.")[2]),
    ("tovskov", "amount", "Elevtal og klasser", None),
]


@pytest.mark.parametrize(("typed", "kind", "title", "shown"), UNDER)
def test_a_hit_is_told_with_the_item_under_which_its_words_stand(printed, typed, kind, title, shown):
    hit = search(printed, typed, Filters(kind=kind))[0]
    assert hit.title == title
    assert shown is None or hit.snippet == " ".join(shown.split()) and PAGE[hit.start : hit.end] == shown


@pytest.mark.parametrize(("typed", "page"), [('"22. juni 2022"', 2), *((day, n) for n, day in enumerate(DAYS, 2))])
def test_what_was_searched_for_as_one_is_shown_and_marked_as_one(printed, typed, page):
    [snippet] = [(hit.snippet, hit.marks) for hit in search(printed, typed) if hit.page == page]
    assert [snippet[0][start:end] for start, end in snippet[1]] == [DAYS[page - 2].removeprefix("den ").removeprefix("d. ")]


@pytest.mark.parametrize("typed", [*DAYS, "møde den 22. juni 2022"])
def test_a_day_is_found_however_it_is_printed(printed, typed):
    assert {hit.page for hit in search(printed, typed)} == {n for n, _ in enumerate(DAYS, 2)}


@pytest.mark.parametrize("typed", OTHER_DAYS)
def test_another_day_is_not_found(printed, typed):
    assert all(hit.partial for hit in search(printed, typed))


@pytest.mark.parametrize("typed", ["2 mio.", "2 mill. kr.", "2 mil. kr", "2 mkr.", "elever 2 mio. kr."])
def test_what_comes_nearest_to_the_amount_typed_is_first(printed, typed):
    found = [hit.quote for hit in search(printed, typed)]
    assert found == ["2 mio. kr.", "1,9 mio. kr.", "2,3 mio. kr."]


def hit(document, item, kr, per=None, kind="amount"):
    return Hit(f"{kind}-{document}.1", kind, None, "", [], document, "a.pdf", 1, 0, 1, item=item, kr=kr, per=per)


SUMS = [
    # what was found, the limit, what stands below it
    ([hit(1, "1", "250000"), hit(2, "1", "1500000.50")], 20, ["2 beløb i hver sit punkt, i alt 1.750.000,5 kr."]),
    ([hit(1, "1", "100", "year"), hit(2, "1", "100", "year"), hit(2, "2", "50", "year")], 20,
        ["3 beløb i hver sit punkt, i alt 250 kr. om året (2 forskellige: 150 kr. om året)"]),
    ([hit(1, "1", "100"), hit(2, "1", "100")], 20, ["2 beløb i hver sit punkt, i alt 200 kr. (alle på 100 kr.)"]),
    ([hit(1, "1", "100"), hit(1, "1", "100"), hit(2, "1", "50")], 20, ["2 beløb i hver sit punkt, i alt 150 kr."]),
    ([hit(1, "1", "100"), hit(2, "1", "50")], 1, ["1 af 2; --limit N viser flere", "2 beløb i hver sit punkt, i alt 150 kr."]),
    # a part and its whole, once and every year, one amount, no money, more than was counted
    ([hit(1, "1", "8400000"), hit(1, "1", "21000000")], 20, []),
    ([hit(1, None, "8400000"), hit(1, None, "21000000")], 20, []),
    ([hit(1, "1", "100"), hit(2, "1", "50", "year")], 20, []),
    ([hit(1, "1", "100")], 20, []),
    ([hit(1, "1", None, kind="page"), hit(2, "1", None, kind="page")], 20, []),
    ([hit(n, "1", str(n)) for n in range(200)], 20, ["20 af mindst 200; --limit N viser flere"]),
]


@pytest.mark.parametrize(("hits", "limit", "below"), SUMS)
def test_what_stands_below_the_hits(hits, limit, below):
    assert list(found.counted(hits, limit)) == below


def test_what_is_no_database_of_ours(tmp_path):
    (tmp_path / "x.db").write_text("nej")
    for name in ("x.db", "none.db"):
        with pytest.raises(CannotSearch) as said:
            search(tmp_path / name, "skole")
        assert "\n" not in str(said.value)


def test_the_search_loads_nothing_heavy(path):
    code = (
        "import sys; sys.argv = ['minutes', 'search', '--db', sys.argv[1], 'skole']; import cli\n"
        "try: cli.main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'spacy', 'numpy', 'pdfplumber', 'pypdfium2', 'sqlite_utils', 'rich', 'rapidfuzz'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
