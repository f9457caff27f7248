"""Web pages (.html): headings, paragraphs, lists and tables; scripts, menus and hidden parts left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from extractors.limits import LIMITS, Limits
from extractors.reading import CannotRead, Reading
from extractors.reading.letters import text_of
from extractors.reading.quality import doubted
from extractors.reading.told import Pages, is_data
from minutes.language import _

_DROPPED = frozenset([
    "script", "style", "nav", "footer", "aside", "form", "button", "noscript", "template", "svg", "head", "iframe", "object", "select",
    "option", "input", "textarea", "canvas", "video", "audio", "picture",
])
_BLOCKS = frozenset([
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])
_CHARSET = re.compile(rb"(?i)(?:<meta[^>]{1,200}?charset|<\?xml[^>]{1,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})")
HEAD_BYTES = 4096
"""Where a page says what letters it is written with."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a web page may hold and no XML text may."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CHROME = re.compile(r"\b(?:cookie\w*|breadcrumbs?|navbar|nav|menu|skip-?link|sidebar|share|social-media|site-footer)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAIN_SHARE = 0.3
"""The main part is read alone when it holds more than this share of the page's text."""


def read(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a web page as one page of text."""
    root = _parse(path)
    title = " ".join((root.findtext(".//title") or "").split()) or None
    pages = Pages()
    _Walk(pages).run(_main(root))
    return doubted(Reading(pages.finish(), title=title))


def _parse(path: Path):
    from lxml import etree, html

    data = path.read_bytes()
    if not data.strip(b"\0 \t\r\n"):
        raise CannotRead(_("filen er tom"))
    declared = _CHARSET.search(data[:HEAD_BYTES])
    text = text_of(data, declared and declared[1].decode("ascii"))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise CannotRead(_("filen kan ikke læses som HTML")) from None
    return root


def _main(root):
    """The main part of a page, where it is marked and holds the text."""
    whole = len(root.text_content())
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and len(found[0].text_content()) > MAIN_SHARE * whole:
            return found[0]
    return root


class _Walk:
    """Walks the elements of a page in order and writes lines; no recursion, so depth does no harm."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.words: list[str] = []
        self.kind, self.mark, self.after_break = "paragraph", "", False
        self.lists: list[list] = []  # [form of its numbers, next number]
        self.bold = self.plain = 0

    def run(self, root) -> None:
        todo: list[tuple[str, Any]] = [("open", root)]
        while todo:
            what, element = todo.pop()
            if what == "text":
                self.say(element)
            elif what == "close":
                self.close(element)
            elif self.open(element):
                todo.append(("close", element))
                for child in reversed(element):
                    if child.tail:
                        todo.append(("text", child.tail))
                    if isinstance(child.tag, str):
                        todo.append(("open", child))
                if element.text:
                    todo.append(("text", element.text))
        self.flush()

    def say(self, text: str) -> None:
        self.words.append(text)
        if not text.isspace():
            self.plain += not self.bold

    def open(self, element) -> bool:
        """Begin an element; False when its content is not read here."""
        tag = element.tag
        if tag in _DROPPED or _is_hidden(element):
            return False
        if tag == "br":
            self.flush()
            self.after_break = True
        elif tag == "table" and (rows := _rows(element)) is not None:
            self.flush()
            self.pages.add_table(rows)
            return False
        elif tag in _BLOCKS:
            self.flush()
            self._begin(tag, element)
        elif tag in ("b", "strong"):
            self.bold += 1
        return True

    def _begin(self, tag: str, element) -> None:
        self.after_break = False
        if tag in ("ul", "ol"):
            start = element.get("start", "1")
            self.lists.append([element.get("type", "1") if tag == "ol" else "", int(start) if start.isdecimal() else 1])
        elif tag == "li":
            numbered, number = self.lists[-1] if self.lists else ("", 1)
            self.kind, self.mark = "point", _number(number, numbered) if numbered else "•"
            if self.lists:
                self.lists[-1][1] += 1
        elif tag in _HEADINGS:
            self.kind = "heading"

    def close(self, element) -> None:
        tag = element.tag
        if tag in ("b", "strong"):
            self.bold = max(self.bold - 1, 0)
        elif tag in _BLOCKS:
            self.flush()
            self.kind, self.after_break = "paragraph", False
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            if tag == "li":
                self.mark = ""

    def flush(self) -> None:
        """Write what has been gathered as one line."""
        text = " ".join("".join(self.words).split())
        if text:
            kind = "line" if self.after_break and self.kind == "paragraph" else self.kind
            self.pages.add(f"{self.mark} {text}" if self.mark else text, kind, bold=self.plain == 0)
            self.mark, self.after_break = "", False
        self.words, self.plain = [], 0


def _number(number: int, form: str) -> str:
    return f"{chr(96 + number)}." if form in ("a", "A") and 0 < number < 27 else f"{number}."


def _is_hidden(element) -> bool:
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true" or get("role") in ("navigation", "search", "contentinfo"):
        return True
    return bool(_HIDDEN.search(get("style") or "") or (element.tag != "body" and _CHROME.search(f"{get('class') or ''} {get('id') or ''}")))


def _rows(table) -> list[list[str]] | None:
    """The rows of a table of data, or None for one that lays out a page."""
    if table.find(".//table") is not None:
        return None
    rows = []
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in ("td", "th"):
                span = cell.get("colspan", "1")
                cells += [_cell_text(cell)] + [""] * (min(int(span), 60) - 1 if span.isdecimal() else 0)
        rows.append(cells)
    return rows if rows and is_data(rows) else None


def _cell_text(cell) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = " " + _CONTROL.sub(" ", line_break.tail or "")
    return " ".join(" ".join(cell.itertext()).split()) if len(cell) else " ".join((cell.text or "").split())
