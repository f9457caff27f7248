"""The site in a real browser: a journalist must get from a word to the very line, with the keyboard alone if need be."""

from __future__ import annotations

import asyncio
import html
import http.client
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from minutes import names
from minutes.checks import checks
from minutes.names import heading
from minutes.site.lines import lines
from tests.program import COMMAND, MADE, environment, minutes

pytest.importorskip("datasette")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FILES = ["fjordby_byraad_2022.pdf", "vesteraa_lejeaftale_2018.pdf", "soeholm_byraad_2025.pdf"]
HOSTILE = (
    "Referat\n<img src=x onerror=\"document.title='ramt'\">\n"
    "<b>Punkt 1: Tilskud</b>\nBeslutning\nGodkendt tilskud på 25.000 kr. til krybbespil.\n"
)


TABLES = ["/dokumenter", "/punkter", "/beslutninger", "/beloeb", "/tal", "/ulaest"]
REPORT = "/report"
"""The page of `minutes report`, where a test names it beside pages of the site."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A database of a few documents of the corpus and a hostile one, and the report of it."""
    folder = tmp_path_factory.mktemp("site")
    for name in FILES:
        shutil.copy(MADE / name, folder)
    (folder / "ondt.txt").write_text(HOSTILE, encoding="utf-8")
    assert minutes("ingest", ".", cwd=folder).returncode < 2
    assert minutes("report", "-o", "rapport.html", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def address(folder):
    """A running site."""
    with _site(folder) as address:
        yield address


@pytest.fixture(scope="module")
def english(folder):
    """The same in English."""
    with _site(folder, "--lang", "en") as address:
        yield address


@contextmanager
def _site(folder: Path, *options: str, said: int = subprocess.DEVNULL) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*COMMAND, *options, "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=said)
    try:
        yield _answering(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _answering(address: str, server: subprocess.Popen) -> str:
    for _ in range(150):
        try:
            urllib.request.urlopen(address + "/-/minutes.css", timeout=5).read()
            return address
        except OSError:
            assert server.poll() is None, "the server stopped"
            time.sleep(0.2)
    raise AssertionError("the server did not answer")


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, without a screen."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, address, folder):
    """A page that fails the test when a script of its own fails."""
    page = browser.new_page(base_url=address)
    page.route(f"**{REPORT}", lambda route: route.fulfill(path=folder / "rapport.html", content_type="text/html; charset=utf-8"))
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def test_from_a_word_to_the_very_line(page):
    page.goto("/")
    page.get_by_label("Søg i referater").fill("sommerferien")
    page.keyboard.press("Enter")
    page.locator("ol li a").first.click()
    page.wait_for_load_state()
    assert "sommerferien" in " ".join(page.locator("mark").all_inner_texts())
    in_sight = "() => { const r = document.querySelector('#sted').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    page.wait_for_function(in_sight, timeout=10_000)


def test_a_hit_says_what_it_is_and_money_is_written_as_in_print(page):
    page.goto("/soeg?q=lejeaftale")
    kinds = {text.partition(":")[0] for text in page.locator("ol h2").all_inner_texts()}
    assert "Punkt" in kinds and kinds <= {"Punkt", "Beslutning", "Indstilling", "Bemærkning", "Tekst"}
    page.goto("/soeg?q=1.560.000+kr.")
    assert page.locator("ol h2").first.inner_text().startswith("Beløb: ")
    assert page.locator("ol .where").first.inner_text().endswith("· 1.560.000 kr.")


def test_who_mistypes_a_word_is_led_to_the_right_one(page):
    page.goto("/soeg?q=lejeafatle")
    page.get_by_role("link", name="lejeaftale").click()
    page.wait_for_load_state()
    assert page.locator("ol h2").count()


NAMED = [
    # kind, body, title, what it is called in a list
    ("minutes", "Økonomiudvalget", "PROTOKOL", "Referat: Økonomiudvalget"),
    ("agenda", "Byrådet", "Forside > Politik", "Dagsorden: Byrådet"),
    ("minutes", None, "Fra et møde", "Fra et møde"),
    ("proposal", "Byrådet", "Ny hal i Brinkby", "Ny hal i Brinkby"),
    ("other", None, None, "a.pdf"),
]


@pytest.mark.parametrize(("kind", "body", "title", "called"), NAMED)
def test_a_list_calls_minutes_by_their_body(kind, body, title, called):
    assert heading({"kind": kind, "body": body, "title": title, "file": "a.pdf"}) == called


def test_the_keyboard_is_enough(page):
    page.goto("/soeg?q=lejeaftale")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "after the skip link the next stop is in the content"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_findings_show_both_places_and_the_calculation(page):
    page.goto("/fund")
    finding = page.locator("article", has_text="product-differs")
    assert "412.500 × 4 år = 1.650.000" in finding.inner_text()
    finding.locator("a").first.click()
    assert "1.560.000 kr." in " ".join(page.locator("mark").all_inner_texts())


@pytest.mark.parametrize("path", ["/", "/soeg?q=tilskud", "/fund", "/dokument/1", "/soeg?q=%22%28%2A", *TABLES, REPORT])
def test_every_page_is_marked_up_for_a_screen_reader(page, path):
    assert page.goto(path).ok
    assert page.evaluate("document.documentElement.lang") == "da" and page.title()
    assert page.locator("main").count() == 1 and page.locator("h1").count() == 1
    assert page.evaluate("[...document.querySelectorAll('input, select')].filter(i => !i.labels.length).length") == 0
    assert page.evaluate("[...document.querySelectorAll('th')].filter(t => !t.scope).length") == 0
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), levels


@pytest.mark.parametrize("path", ["/minutes", "/minutes/decisions", "/minutes/amounts?oere__gt=1", "/minutes/decisions/1,0"])
def test_pages_of_tables_say_their_language_and_have_the_frame_and_named_fields(address, path):
    said = urllib.request.urlopen(address + path, timeout=20).read().decode()
    assert '<html lang="en" ' in said and said.count("<main ") == said.count('class="skip"') == said.count("<h1") == 1
    assert 'action="/soeg"' in said and 'href="/beloeb"' in said
    bare = r"<select name|<input type=\"text\" name|<table class=\"rows-and-columns\">|<div class=\"table-wrapper\">|<th class"
    assert not re.findall(bare + r"|<h3>(?=\s*[\d,]+ row)", said)


CONTRAST = """() => {
  const part = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => part(c[0]) * .2126 + part(c[1]) * .7152 + part(c[2]) * .0722;
  const numbers = s => s.match(/[\\d.]+/g).map(Number);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const ratio = e => {
    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  };
  const words = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  return Math.min(...[...document.querySelectorAll('body *')].filter(words).map(ratio));
}"""


RAW = ["/minutes/decisions?_sort=outcome", "/minutes/amounts?oere__gt=1"]
"""Pages of Datasette's own."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/fund", "/soeg?q=tilskud", "/dokument/1", *TABLES, *RAW, REPORT])
def test_text_has_the_contrast_that_the_law_asks_for(page, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(23, 25, 28)") == (scheme == "dark" and path not in RAW)
    assert page.evaluate(CONTRAST) >= 4.5


@pytest.mark.parametrize("path", ["/", "/fund", "/soeg?q=tilskud", "/dokument/1", *TABLES, *RAW, REPORT])
def test_a_page_fits_a_screen_of_any_width(page, path):
    page.goto(path)
    for width in (1280, 900, 600, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_raw_table_names_documents_by_file_and_has_its_filters_in_one_line(page):
    page.goto("/minutes/amounts?oere__gt=1")
    assert page.get_by_role("link", name="soeholm_byraad_2025.pdf").count()
    fields = page.locator(".filter-row").first.locator("select, input")
    tops = [field.bounding_box()["y"] for field in fields.all()]
    assert len(tops) == 3 and max(tops) - min(tops) < 5


def test_the_front_page_tells_apart_the_files_of_one_meeting(page):
    page.goto("/")
    assert set(FILES) <= set(page.get_by_role("cell").all_inner_texts())


def test_a_report_prints_what_is_folded_away(page):
    page.goto(REPORT)
    page.emulate_media(media="print")
    assert page.locator("details table").first.is_visible()
    sections = page.evaluate("[...document.querySelectorAll('main > section')].map(s => getComputedStyle(s).breakBefore)")
    assert sections == ["page"] * (len(FILES) + 1), "every document begins on a page of its own"


BROKEN = """() => [...document.querySelectorAll(".file")].flatMap(cell => {
  const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let word; word = words.nextNode();) {
    const range = document.createRange();
    range.selectNodeContents(word);
    if (!word.data.includes(" ") && range.getClientRects().length > 1) broken.push(word.data);
  }
  return broken;
})"""


@pytest.mark.parametrize("path", ["/", "/beslutninger", "/tal"])
def test_the_name_of_a_file_is_not_broken_inside_a_word(page, path):
    page.goto(path)
    for width in (1280, 900, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.locator(".file").count() and page.evaluate(BROKEN) == []


@pytest.mark.parametrize(("path", "together"), [("/fund", ["Alvor", "Dokument"]), ("/soeg?q=tilskud", ["Møde fra", "Møde til"])])
def test_fields_that_belong_together_stand_in_one_row(page, path, together):
    page.goto(path)
    fields = [page.get_by_label(name, exact=True) for name in together]
    last = [page.get_by_role("button", name="Vis")] if path == "/fund" else []
    assert len({round(field.bounding_box()["y"]) for field in fields + last}) == 1


def test_a_line_of_a_printed_page_is_a_line_on_the_screen(page):
    page.goto("/soeg?q=sommerferien")
    page.locator("ol li a").first.click()
    page.locator(".text div div").first.wait_for()
    lines = page.evaluate("[...document.querySelectorAll('.text div div')].map(e => [e.innerText, e.offsetHeight])")
    height = min(high for text, high in lines if text)
    assert [text for text, high in lines if high > height] == []


@pytest.mark.parametrize("path", ["/fund", "/dokument/1", "/soeg?q=tilskud", "/beloeb", REPORT])
def test_on_paper_there_is_nothing_to_fill_in(page, path):
    page.goto(path)
    page.emulate_media(media="print")
    assert not any(field.is_visible() for field in page.locator("form, input, button, nav").all())
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_site_in_english(browser, english):
    page = browser.new_page(base_url=english)
    page.goto("/fund")
    assert page.evaluate("document.documentElement.lang") == "en" and page.title() == "Findings"
    page.goto("/beloeb")
    assert "(page 1 of " in page.get_by_role("status").inner_text()
    page.goto("/fund?dokument=vesteraa&tjek=product-differs")
    assert page.get_by_role("status").inner_text().startswith("1 finding that nobody has put aside")
    assert "412,500 × 4 years" in page.locator("main").inner_text() and page.locator("blockquote[lang=da]").count()
    page.close()


def _read(address: str) -> str:
    return urllib.request.urlopen(address, timeout=20).read().decode()


def test_what_was_put_aside_is_open_on_no_page_and_stands_with_its_reason(folder, address):
    found = [json.loads(line) for line in minutes("findings", "--json", cwd=folder).stdout.splitlines()]
    key = next(f["key"] for f in found if f["check"] != "product-differs")
    pages = [address + path for path in ("/fund", *(f"/dokument/{n}" for n in range(1, 5)))]
    assert key in "".join(map(_read, pages))
    minutes("waive", key, "--why", "aftalt", "--by", "ea", cwd=folder)
    try:
        assert key not in "".join(map(_read, pages))
        told = [_read(path).count("<td>aftalt</td><td>ea</td>") for path in pages]
        assert told[0] == sum(told[1:]) == 1
        assert '<a href="#lagt-til-side">1 fund er lagt til side.</a>' in _read(pages[0])
        assert f"Fund</a></dt><dd>{len({(f['key'], f['document']) for f in found}) - 1}</dd>" in _read(address + "/")
    finally:
        minutes("waive", key, "--undo", cwd=folder)


def test_the_csv_of_a_table_has_all_its_rows(address):
    (link,) = re.findall(r'href="([^"]+)">CSV', _read(address + "/minutes/amounts?_size=1"))
    assert "_stream=on" in link and len(_read(address + html.unescape(link)).splitlines()) > 3


def test_text_of_a_document_never_becomes_markup(page):
    page.goto("/soeg?q=krybbespil")
    page.locator("ol li a").first.click()
    assert "ramt" not in page.title() and page.locator("main img").count() == 0
    assert "<img src=x" in page.locator("main").inner_text()


def test_who_abstained_is_told_beside_the_votes_and_no_side_is_made_up(page):
    page.goto("/beslutninger")
    for told in ("17 for, 5 imod, 1 undlod", "20 for, 3 undlod"):
        assert page.get_by_role("cell", name=told, exact=True).count() == 1
    page.locator("tr", has_text="20 for, 3 undlod").get_by_role("link").click()
    assert page.get_by_role("cell", name="20 for, 3 undlod", exact=True).count() == 1


def test_the_menu_leads_to_tables_in_danish_and_on_to_the_very_line(page):
    for name, cell in (("Beslutninger", "vedtaget"), ("Beløb", "1.560.000 kr."), ("Tal", "71 pct.")):
        page.goto("/")
        page.get_by_role("navigation", name="Sider").get_by_role("link", name=name, exact=True).click()
        assert page.locator("h1").inner_text() == name
        while not page.get_by_role("cell", name=cell).count():
            page.get_by_role("link", name="Næste side").click()
        row = page.locator("tbody tr").filter(has_text=cell).first
        row.get_by_role("link").click()
        assert page.locator("mark#sted").count() == 1
        assert cell == "vedtaget" or cell.removesuffix(" kr.") in page.locator("mark#sted").inner_text()


NOWHERE = ["/dokument/999", "/nope", "/minutes/nope", "/minutes/amounts/1", "/minutes/amounts/1,9999", "/beloeb?side=999", "/tal?side=x"]


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_leads_nowhere_is_a_plain_404_in_danish(page, path):
    assert page.goto(path).status == 404
    assert page.evaluate("document.documentElement.lang") == "da" and page.locator("h1").inner_text() == "Siden findes ikke"


HOSTS = [("localhost:{port}", 200), ("127.0.0.1", 200), ("ond.example", 403), ("127.0.0.1.ond.example", 403), ("", 403)]


@pytest.mark.parametrize(("host", "status"), HOSTS)
def test_only_this_machine_is_answered(address, host, status):
    port = int(address.rpartition(":")[2])
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as asked:
        asked.request("GET", "/beloeb", headers={"Host": host.format(port=port)})
        assert asked.getresponse().status == status


PLACES = [
    ("abc\ndef", (1, 1, 2), [("a", "b", "c", True), ("def", "", "", False)]),
    ("abc\ndef", (1, 2, 6), [("ab", "c", "", True), ("", "de", "f", False)]),
    ("abc\ndef", None, [("abc", "", "", False), ("def", "", "", False)]),
    ("abc", (1, 50, 60), [("abc", "", "", False)]),
]


@pytest.mark.parametrize(("text", "asked", "expected"), PLACES)
def test_a_place_is_marked_over_its_lines(text, asked, expected):
    assert [(x.before, x.marked, x.after, x.first) for x in lines(text, asked)] == expected


def test_the_sums_of_a_table_have_their_row_and_column_and_dates_are_in_words(address):
    with urllib.request.urlopen(f"{address}/beloeb") as answer:
        said = answer.read().decode()
    assert "Projektering, 2026" in said and "27. august 2025" in said and "2025-08-27" not in said


def test_what_is_closed_says_so_in_danish(address):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{address}/minutes?sql=select+1")
    assert refused.value.code == 403 and "Adressen er lukket" in refused.value.read().decode()


def test_the_terminal_gets_one_line_whatever_is_asked_for(folder, tmp_path):
    with open(tmp_path / "log", "w+", encoding="utf-8") as log:
        with _site(folder, "--lang", "en", said=log.fileno()) as address:
            for path in ("/nope", "/nope.json", "/beloeb?side=x", "/minutes?sql=select+1", "/fund"):
                try:
                    _read(address + path)
                except urllib.error.HTTPError as refused:
                    assert refused.code in (403, 404)
        log.seek(0)
        assert log.read().splitlines() == [f"The pages are at {address}/ (Ctrl-C closes them)"]


@pytest.mark.parametrize(("path", "scripts"), [("/beloeb", False), ("/nope", False), ("/minutes/amounts", True)])
def test_the_browser_is_told_to_run_nothing_that_a_document_brings(address, path, scripts):
    try:
        headers = urllib.request.urlopen(address + path).headers
    except urllib.error.HTTPError as refused:
        headers = refused.headers
    assert headers["X-Frame-Options"] == "DENY" and ("script-src" in headers["Content-Security-Policy"]) == scripts
    assert "default-src" in headers["Content-Security-Policy"] and "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_findings_are_chosen_by_severity_check_municipality_and_document(page):
    page.goto("/fund")
    page.get_by_label("Tjek").select_option("product-differs")
    page.get_by_label("Dokument").fill("VESTERAA")
    page.get_by_role("button", name="Vis").click()
    assert "tjek=product-differs" in page.url and page.locator("article").count() == 1
    assert page.get_by_label("Tjek").input_value() == "product-differs", "the form keeps what was asked for"
    assert page.get_by_role("status").inner_text().startswith("1 fund, som ingen har lagt til side: Fejl: 1")


def test_a_search_is_narrowed_as_on_the_command_line(page):
    page.goto("/soeg")
    page.get_by_label("Søg i referater").fill("leje")
    page.get_by_label("Mindst kr.").fill("1,5 mio.")
    page.get_by_label("Møde fra").fill("2018")
    page.get_by_label("Art").select_option("amount")
    page.get_by_role("button", name="Søg").click()
    page.wait_for_load_state()
    assert page.locator("ol h2").count() and page.get_by_label("Mindst kr.").input_value() == "1,5 mio."
    assert all(text.startswith("Beløb: ") for text in page.locator("ol h2").all_inner_texts())


ANSWERED = [
    ("/fund?foo=1", "Siden kender ikke foo"),
    ("/fund?tjek=sum", "tjek: sum kendes ikke"),
    ("/fund.csv?alvor=slem", "alvor: slem kendes ikke"),
    ("/beloeb?kommune=x", "Siden kender ikke kommune"),
    ("/soeg?q=leje&mindst=abc", "abc er intet beløb"),
    ("/soeg?q=leje&fra=32.1.2020", "32.1.2020 er ingen dato"),
    ("/soeg?fra=2020&til=2019", "Den første dag er senere end den sidste."),
    ("/soeg?q=leje&kind=amount", "Siden kender ikke kind"),
]


@pytest.mark.parametrize(("path", "told"), ANSWERED)
def test_what_an_address_asks_for_in_vain_is_told(address, path, told):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + path)
    assert refused.value.code == 400 and told in html.unescape(refused.value.read().decode())


def test_one_place_is_one(page):
    page.goto("/soeg?q=krybbespil&art=page")
    assert page.get_by_role("status").inner_text() == '1 sted: "krybbespil"'


FILES_OF_PAGES = [
    # page, its heads behind the meeting's, words of a row
    ("/fund", "side;linje/afsnit;tjek;alvor;besked", "vesteraa_lejeaftale_2018.pdf;"),
    ("/fund?alvor=fejl&tjek=Satser+og+priser+gange+antal", "side;linje/afsnit;tjek", "412.500 × 4 år = 1.650.000"),
    ("/fund?tjek=product-differs", "side;linje/afsnit;tjek;alvor;besked", "412.500 × 4 år = 1.650.000"),
    ("/beslutninger", "side;linje/afsnit;punkt;titel;hvem;udfald", ";vedtaget;"),
    ("/beloeb", "side;linje/afsnit;punkt;kroner;mindst;højst", ";1560000;"),
    ("/beloeb", "side;linje/afsnit;", "ondt.txt;;;;1;5;;25000;"),
    ("/tal", "side;linje/afsnit;punkt;værdi;enhed", ";pct.;"),
    ("/dokumenter", "art;titel;sider", "fjordby_byraad_2022.pdf;Fjordby Kommune;Byrådet;2022-06-22;"),
]


@pytest.mark.parametrize(("path", "heads", "words"), FILES_OF_PAGES)
def test_a_page_is_had_as_a_file_for_a_danish_spreadsheet(page, path, heads, words):
    page.goto(path)
    with page.expect_download() as waited:
        page.get_by_role("link", name=re.compile("CSV")).click()
    assert waited.value.suggested_filename == path.partition("?")[0][1:] + ".csv"
    raw = Path(waited.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = raw.decode("utf-8-sig").splitlines()
    assert head.startswith(f"dokument;kommune;udvalg;dato;{heads}") and words in "\n".join(rows)


def test_a_phone_shows_the_whole_row_and_no_number_broken(page):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/beloeb")
    row = page.locator("tbody tr").filter(has_text="Projektering, 2026").first
    assert all(cell.is_visible() for cell in row.get_by_role("cell").all()) and row.get_by_role("cell").count() == 5
    assert {"27. august 2025", "soeholm_byraad_2025.pdf, side 2"} <= set(row.get_by_role("cell").all_inner_texts())
    heights = page.evaluate("[...document.querySelectorAll('.whole')].map(e => e.getClientRects().length)")
    assert set(heights) == {1}


ELSEWHERE = [
    ("?side=99", "Dokumentet har ingen side 99. Det har "),
    ("?side=x", "Dokumentet har ingen side x."),
    ("?side=1&fra=900000&til=900009", "Stedet findes ikke på side 1."),
    ("?side=1&fra=900000", "Stedet findes ikke på side 1."),
    ("?side=1&fra=0&til=9", ""),
    ("?side=1", ""),
    ("", ""),
]


@pytest.mark.parametrize(("place", "told"), ELSEWHERE)
def test_a_place_that_the_document_does_not_have_is_told(page, place, told):
    page.goto(f"/dokument/1{place}")
    said = " ".join(page.get_by_role("alert").all_inner_texts())
    assert said.startswith(told) and bool(said) == bool(told)


def test_a_document_of_many_findings_and_tables_is_shown_at_once(folder, monkeypatch):
    """Its tables are unpacked once, not once a finding: 300 pages with 180 findings took half a minute a click."""
    from datasette.app import Datasette

    from minutes.site import findings

    unpacked, real = [], findings._tables

    async def counted(datasette, document):
        unpacked.append(document)
        return await real(datasette, document)

    monkeypatch.setattr(findings, "_tables", counted)
    with ThreadPoolExecutor() as apart:  # Playwright has a loop of its own in this thread
        shown = apart.submit(asyncio.run, findings.found(Datasette(files=[str(folder / "minutes.db")]), "1")).result()
    assert len(shown) > len(set(unpacked)) == len(unpacked) > 0


WORDED = [
    # an address with a word that people read, what is chosen there
    ("/fund?alvor=fejl", "Alvor", "error"),
    ("/fund?alvor=Advarsler", "Alvor", "warning"),
    ("/fund?alvor=error", "Alvor", "error"),
    ("/fund?tjek=satser+og+priser+gange+antal", "Tjek", "product-differs"),
    ("/soeg?art=Beslutning", "Art", "decision"),
    ("/soeg?art=decision", "Art", "decision"),
]


@pytest.mark.parametrize(("path", "label", "chosen"), WORDED)
def test_an_address_takes_the_words_that_the_page_shows(page, path, label, chosen):
    assert page.goto(path).ok
    assert page.get_by_label(label, exact=True).input_value() == chosen


def test_a_check_is_chosen_by_words_with_its_name_beside_them(page):
    page.goto("/fund")
    assert "Satser og priser gange antal (1): product-differs" in page.get_by_label("Tjek").locator("option").all_inner_texts()
    assert names.CHECKS.keys() == checks().keys()


def test_the_title_of_a_document_tells_it_from_other_meetings(page):
    page.goto("/dokumenter")
    page.locator("tbody tr").filter(has_text="fjordby").get_by_role("link").click()
    page.wait_for_load_state()
    assert page.title() == "Referat: Byrådet, 22. juni 2022, Fjordby Kommune"
    page.get_by_role("navigation", name="Sider").get_by_role("link", name="Punkter").click()
    page.wait_for_load_state()
    assert page.title() == "Punkter"
