"""Minutes that do not call themselves so: known by their head, their items by numbers of any form that go up one by one."""

from __future__ import annotations

import pytest

from extractors.layout import flow
from extractors.reading import read
from extractors.structure import parse
from tests.printed_pdf import grid, text, write
from tests.test_structure import PAPER
from tests.written_flow import flow_of

TITLES = ["Natbus om fredagen", "Takster fra nytår", "Chaufførernes rum"]
HEAD = "Nordby Trafikudvalg\nFredag den 29. februar 2008 kl. 10. Alle 9 medlemmer mødte.\n"


def taken(paper: str):
    """Kind, body, day and items of a paper."""
    found = parse(flow_of(paper), PAPER)
    return found.kind, found.body, str(found.meeting_date), [(i.number, i.title) for i in found.items]


def written(head: str = HEAD, form: str = "{n}. {t}", numbers=(11, 12, 13)) -> str:
    """Items with two lines of text below each."""
    cases = zip(numbers, TITLES, strict=True)
    return head + "\n".join(f"# {form.format(n=n, t=t)}\nDirektøren forelagde sagen.\nDet gøres fra maj." for n, t in cases)


FORMS = [
    # the form, its numbers, the numbers of the items
    ("{n}/08 {t}", (11, 12, 13), ("11/08", "12/08", "13/08")),
    ("{n}/2008. {t}", (11, 12, 13), ("11/2008", "12/2008", "13/2008")),
    ("2008-{n} {t}", (11, 12, 13), ("2008-11", "2008-12", "2008-13")),
    ("Sag nr. {n}/08: {t}", (11, 12, 13), ("11/08", "12/08", "13/08")),
    ("§ {n} {t}", (88, 89, 90), ("88", "89", "90")),
    ("({n}) {t}", (1, 2, 3), ("1", "2", "3")),
    ("{n}) {t}", (1, 2, 3), ("1", "2", "3")),
    ("#{n} {t}", (1, 2, 3), ("1", "2", "3")),
    ("{n}. punkt: {t}", (1, 2, 3), ("1", "2", "3")),
    ("Pkt {n} | {t}", (1, 2, 3), ("1", "2", "3")),
    ("6.{n} {t}", (1, 2, 3), ("6.1", "6.2", "6.3")),
    ("04{n} {t}", ("A", "B", "C"), ("04A", "04B", "04C")),
    ("B{n} {t}", (1, 2, 3), ("B1", "B2", "B3")),
    ("{n}. {t}", ("A", "B", "C"), ("A", "B", "C")),
    ("{n}. {t}", ("II", "III", "IV"), ("II", "III", "IV")),
    ("A-04-0{n} {t}", (1, 2, 3), ("A-04-01", "A-04-02", "A-04-03")),
]


@pytest.mark.parametrize(("form", "numbers", "read_as"), FORMS)
def test_numbers_of_any_form(form, numbers, read_as):
    items = list(zip(read_as, TITLES, strict=True))
    assert taken(written(form=form, numbers=numbers)) == ("minutes", "Trafikudvalget", "2008-02-29", items)


HEADS = [
    # the head                                                                                                    body
    ("Lokaludvalget for Østbyen\nMøde fredag den 29. februar 2008 kl. 19 i Kulturhuset. 9 ud af 11 var mødt op.", "Lokaludvalget"),
    ("KKR Fjordland\nFredag den 29. februar 2008, Hotel Hav. Mødt: 11 af 13 medlemmer", "KKR Fjordland"),
    ("BusVest – Bestyrelsen\nFredag den 29. februar 2008 kl. 10. Alle 9 mødte.", "Bestyrelsen"),
    ("Havnebestyrelsen, Nordby Havn\nMøde i havnekontoret den 29. februar 2008. Mødt: Ida Storm og Bo Lund.", "Havnebestyrelsen"),
    ("Trafikselskabet Nord, repræsentantskabet\nMøde den 29. februar 2008. 14 af de 17 kommuner var repræsenteret.", "Repræsentantskabet"),
    ("Østerhavn Skoles bestyrelse, møde den 29. februar 2008\nFraværende: Bo Lund", "Bestyrelsen"),
    ("Sundhedsråd Nordkyst\nMøde fredag den 29. februar 2008 kl. 14-16. Til stede: 11 af 13.", "Sundhedsråd Nordkyst"),
    ("Nordby Brandvæsen, Brandkommissionen, fredag den 29. februar 2008, Station Syd\nIngen afbud.", "Brandkommissionen"),
    ("Nordby Byråds Økonomiudvalg, 29. februar 2008\nUdvalget var fuldtalligt.", "Økonomiudvalget"),
    ("Det lokale beskæftigelsesråd i Nordby\nMøde den 29. februar 2008. Til stede: Ida Storm og Bo Lund.", "Det lokale beskæftigelsesråd"),
    ("Menighedsrådet i Sct. Mortens Sogn\nFredag den 29. februar 2008. Mødte: alle.", "Menighedsrådet"),
    ("§ 17, stk. 4-udvalget om bosætning\nNordby Kommune, 29. februar 2008. Fremmødte: 8.", "§ 17, stk. 4-udvalget"),
    ("Udvalget vedrørende sundhed\nRegion Fjord, 29. februar 2008. Til stede: 7.", "Udvalget vedrørende sundhed"),
    ("Delegeretforsamlingen i Affald Nord\nMøde den 29. februar 2008 kl. 14. 31 delegerede mødte.", "Delegeretforsamlingen"),
    ("Lokalrådet Vestby Nord\nFredag 29. februar 2008, forsamlingshuset. Ole Bang, Ida Storm, Per Lund.", "Lokalrådet"),
    ("Regionsrådets forretningsudvalg\nRegion Fjord, fredag 29. februar 2008. Mødt: 14", "Forretningsudvalget"),
    ("Nordby Vandværk a.m.b.a., bestyrelsen\nMøde den 29. februar 2008. Afbud: Kaj.", "Bestyrelsen"),
    ("Kontaktudvalget mellem Nordby Kommune og foreningerne\nMøde den 29. februar 2008. Til stede: 7", "Kontaktudvalget"),
    ("TEKNISK UDVALG\nNORDBY KOMMUNE, 29. FEBRUAR 2008. MØDT: 5", "Teknisk Udvalg"),
    ("År 2008, den 29. februar kl. 10 holdt Hegnsynet møde\nSynet mødte fuldtalligt.", "Hegnsynet"),
]


@pytest.mark.parametrize(("head", "body"), HEADS)
def test_heads_that_name_body_and_day_and_tell_who_came(head, body):
    items = list(zip(("11", "12", "13"), TITLES, strict=True))
    for form in ("{n}. {t}", "{n}) {t}"):
        kind, named, day, found = taken(written(head + "\n", form))
        assert (kind, day, found) == ("minutes", "2008-02-29", items) and named.startswith(body)


NO_MINUTES = [
    # the head of another paper that speaks of a meeting, and how its chapters are numbered
    ("Vedtægt for Handicaprådet i Nordby\nVedtaget af Byrådet den 29. februar 2008. Rådet er fuldtalligt med 9 medlemmer.", "§ {n} {t}"),
    ("Forretningsorden for Byrådet\nVedtaget den 29. februar 2008. Byrådet kan beslutte, når halvdelen er til stede.", "§ {n}. {t}"),
    ("Notat til Teknisk Udvalg\nFredag den 29. februar 2008. Ved turen var til stede: Ida og Bo.", "{n}. {t}"),
    ("Redegørelse for trafikken fredag den 29. februar 2008\nTrafikudvalget. Alle medlemmer deltog i turen.", "{n}. {t}"),
    ("Høringssvar fra Ældrerådet\nFredag den 29. februar 2008. På mødet deltog 7 medlemmer.", "{n}) {t}"),
    ("Invitation: Borgermøde om Ny sti\nTeknisk Udvalg indbyder fredag den 29. februar 2008. Hele udvalget er til stede.", "{n}. {t}"),
    ("Pressemeddelelse\nByrådet traf fredag den 29. februar 2008 beslutning om tre ting. Alle medlemmer var til stede.", "{n}. {t}"),
    ("Byens historie\nByrådet mødtes første gang den 29. februar 1908. 21 medlemmer var til stede.", "{n}. {t}"),
    ("Konstitueringsaftale mellem to lister\nByrådet i Nordby, 29. februar 2008. Til stede ved underskriften: alle.", "{n}. {t}"),
    ("Byrådets seminar i Nordby den 29. februar 2008\nDeltagere: alle medlemmer.", "{n}.00 {t}"),
    ("Sparekatalog for administrationen\nForelagt Økonomiudvalget den 29. februar 2008. Der er kommet 15 stillinger til.", "{n}. {t}"),
    ("Kære Teknisk Udvalg\nFredag den 29. februar 2008. Vi var 12 naboer til stede i går.", "{n}. {t}"),
]


@pytest.mark.parametrize(("head", "form"), NO_MINUTES)
def test_other_papers_have_no_items(head, form):
    assert not taken(written(head + "\n", form))[3]


RUN_IN = "1. Natbus. Direktøren forelagde sagen.\n2. Takster: Direktøren forelagde sagen.\n3. Eventuelt. Intet."


def test_titles_behind_ad_that_ask_or_begin_with_a_sum(tmp_path):
    """Printed as headings; elsewhere "Ad 1. Godkendt" tells what came of a point."""
    titles = ["Hvem skal være formand?", "20.000 kr. til en koncert", "Brev om natbus"]
    drawn = text(60, 60, "Nordby Ungeråd", 14, bold=True) + text(60, 90, "Fredag den 29. februar 2008 kl. 16. Alle 9 mødte.", 10)
    for i, title in enumerate(titles):
        drawn += text(60, 130 + 60 * i, f"Ad {i + 1}. {title}", 10, bold=True) + text(60, 150 + 60 * i, "Det venter til maj.", 10)
    laid = read(write(tmp_path / "a.pdf", drawn))
    assert [(i.number, i.title) for i in parse(flow(laid), laid).items] == list(zip("123", titles, strict=True))


LABELS_BELOW = ["{t}\nPunkt {n} · Beslutningskompetence: Trafikudvalget", "Sag {n}\n\n{t}\nJ.nr. 08/14{n}"]
COLONS = ["Biogas ved Vig: ansøgning om et andet udløb", "Forslag fra Lis Holm: sluk for lyset", "Godkendelse af regnskabet"]


@pytest.mark.parametrize("label", LABELS_BELOW)
def test_marked_numbers_beside_titles_with_a_colon_and_below_a_decision_that_names_its_day(label):
    below = "Trafikudvalget, den 29. februar 2008: Godkendt."
    said = "\n".join(f"# {label.format(n=11 + i, t=t)}\n{below}" for i, t in enumerate(COLONS))
    assert taken(HEAD + said)[3] == [(str(11 + i), t) for i, t in enumerate(COLONS)]


def test_a_committee_for_one_matter_may_name_it_in_two_words():
    head = "§ 17, stk. 4-udvalget om bynær natur\nFredag den 29. februar 2008 kl. 10. Alle 9 mødte."
    assert taken(written(head=head + "\n", form="2.{n} {t}", numbers=(1, 2, 3)))[1] == "§ 17, stk. 4-udvalget om bynær natur"


def test_items_that_are_one_paragraph_each():
    head = "Nordby Trafikudvalg\nFredag den 29. februar 2008. "
    assert [number for number, _ in taken(head + "Mødt: alle.\n" + RUN_IN)[3]] == ["1", "2", "3"]
    assert not taken("Sparekatalog\nForelagt Økonomiudvalget den 29. februar 2008\n" + RUN_IN)[3]


def test_minutes_may_have_an_agenda_at_their_head():
    cases = "Dagsorden\n" + written("", "{n}. {t}", (1, 2, 3)).replace("Det gøres", "Man besluttede, at det gøres")
    head = "Nordby Trafikudvalg\nFredag den 29. februar 2008\n"
    assert taken(head + "Til stede: Ida Storm og Bo Lund.\n" + cases)[0] == "minutes"
    assert taken(head + "Afbud: Bo Lund.\n" + cases)[0] == "agenda"


RULED = ["Udvalgets afgørelse", "Trafikudvalgets vedtagelse:", "Udfald", "Trafikudvalget:"]


@pytest.mark.parametrize("ruled", RULED)
def test_what_a_body_ruled_stands_below_its_ruling_or_its_name(ruled):
    found = parse(flow_of(written().replace("Det gøres", f"{ruled}\nDet gøres")), PAPER)
    assert [s.item for s in found.decided] == [0, 1, 2]


NOT_RULED = ["Ankestyrelsens afgørelse", "Direktørens vurdering", "Beslutningskompetence\nTrafikudvalget", "Byrådet:"]


@pytest.mark.parametrize("other", NOT_RULED)
def test_other_rulings_are_no_decisions_of_the_meeting(other):
    assert not parse(flow_of(written().replace("Det gøres", f"{other}\nDet gøres")), PAPER).decided


POINTS = [
    "1. Stien flyttes.\n2. Der plantes træer.\n3. Der sættes lamper op.",
    "(1) Stien\n(2) Træerne\n(3) Lamperne",
    "a) Stien langs åen\nb) Træerne\nc) Lamperne",
]


@pytest.mark.parametrize("points", POINTS)
def test_points_inside_an_item_are_none(points):
    below = f"Direktøren forelagde sagen.\n{points}\nDet gøres fra maj.\n"
    cases = "".join(f"# {n}/08 {t}\n{below}" for n, t in zip((11, 12), TITLES, strict=False))
    assert [number for number, _ in taken(HEAD + cases + "# 13/08 Eventuelt\nIntet.")[3]] == ["11/08", "12/08", "13/08"]


def test_chapters_of_a_case_are_no_items():
    parts = "# 1/08 Sagsfremstilling\nStien er smal.\n# 2/08 Indstilling\nDen udvides.\n# 3/08 Økonomi\nDet er dyrt."
    assert not taken(HEAD + parts)[3]


def printed(tmp_path, lines: list[tuple[str, float, bool]]):
    """A page of lines, each with its size and whether it is bold."""
    words = text(60, 40, "Nordby Trafikudvalg", 16, True) + text(60, 66, "Fredag den 29. februar 2008. Mødt: alle.", 10)
    for n, (line, size, bold) in enumerate(lines):
        words += text(60, 100 + 24 * n, line, size, bold)
    paper = read(write(tmp_path / "protokol.pdf", words))
    return [(i.number, i.title) for i in parse(flow(paper), paper).items]


def test_smaller_headings_inside_an_item_are_none(tmp_path):
    inside = [("1. Forløb", 10, True), ("Stien går langs åen.", 10, False), ("2. Pris", 10, True), ("Den er dyr.", 10, False),
              ("3. Tid", 10, True), ("Den bygges i maj.", 10, False)]
    for form in ("Punkt {}: Ny sti", "§ {} Ny sti", "Sag nr. {}. Ny sti"):
        heads = [(form.format(n), 12, True) for n in (71, 72)]
        assert [n for n, _ in printed(tmp_path, [heads[0], *inside, heads[1], *inside])] == ["71", "72"]
    assert printed(tmp_path, [("Punkt 71: Ny sti", 12, True), *inside]) == [("71", "Ny sti")]


def test_a_closed_item_may_be_left_out_of_the_run(tmp_path):
    lines = [(line, size, bold) for n in (11, 12, 14) for line, size, bold in ((f"{n}/08 Ny sti", 12, True), ("Den bygges.", 10, False))]
    assert [n for n, _ in printed(tmp_path, lines)] == ["11/08", "12/08", "14/08"]


def test_small_capitals_are_titles(tmp_path):
    lines = [("201. Budget for 2001", 12, True), ("Budgettet er forelagt.", 10, False), ("202. fritagelse for et hverv", 8, True),
             ("Hun er flyttet.", 10, False), ("203. nyt medlem af nævnet", 8, True), ("Valgt blev Ida Storm.", 10, False)]
    assert [n for n, _ in printed(tmp_path, lines)] == ["201", "202", "203"]


GRIDS = [
    # the head of the columns, and one row
    (["Sag", "Udvalget"], ["{n}. {t}", "Efterkommes i år."]),
    (["Pkt.", "Sag", "Afgørelse"], ["{n}", "{t}", "Der ydes 4.000 kr."]),
    (["Nr.", "Emne", "Vedtagelse"], ["{n}", "{t}", "Udsat til maj."]),
]


@pytest.mark.parametrize(("heads", "row"), GRIDS)
def test_a_grid_may_name_who_decided(tmp_path, heads, row):
    rows = [heads, *([cell.format(n=n, t=t) for cell in row] for n, t in zip((21, 22, 23), TITLES, strict=True))]
    xs = [60.0, 260.0, 500.0] if len(heads) == 2 else [60.0, 110.0, 300.0, 500.0]
    words = text(60, 40, "Nordby Kulturudvalg", 16, True) + text(60, 66, "Fredag den 29. februar 2008. Mødt: alle.", 10)
    for n, cells in enumerate(rows):
        words += b"".join(text(x + 3, 103 + 24 * n, cell, 10) for x, cell in zip(xs, cells, strict=False))
    words += grid(xs, [100.0 + 24 * n for n in range(len(rows) + 1)])
    paper = read(write(tmp_path / "protokol.pdf", words))
    assert [(i.number, i.title) for i in parse(flow(paper), paper).items] == list(zip(("21", "22", "23"), TITLES, strict=True))
