"""Word files (.docx): paragraphs, lists with their numbers counted, tables and notes; headers and deleted text left out."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.limits import LIMITS, Limits
from extractors.reading import CannotRead, Reading
from extractors.reading.quality import doubted
from extractors.reading.told import Pages, is_data
from minutes import retold
from minutes.language import _
from minutes.records import Unread

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MAX_UNPACKED = 400_000_000
_SKIPPED = {W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "footnoteReference", FALLBACK}
_PART = re.compile(r"^word/(document|styles|numbering|footnotes|header\d*|footer\d*)\.xml$")
_SUM = re.compile(r"\d\s?(?:kr\.|mio\.|mia\.|pct\.|%)")
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"


def read(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a Word file into pages; a page ends at a page break that is set by hand or noted by Word."""
    parts = _parts(path)
    styles, numbering = _styles(parts.get("styles")), _Numbering(parts.get("numbering"))
    pages, body = Pages(), parts["document"].find(W + "body")
    _Body(pages, styles, numbering).read(body if body is not None else [])
    for number, text in _notes(parts.get("footnotes")):
        pages.add(f"{number} {text}", "note")
    return doubted(Reading(pages.finish(), list(_unseen(parts))))


def _unseen(parts: dict) -> Iterator[Unread]:
    """What stands in the file and is not read: text that Word hides, and sums of money above and below the pages."""
    if any(_is_hidden(run) and "".join(t.text or "" for t in run.iter(W + "t")).strip() for run in parts["document"].iter(W + "r")):
        yield Unread(retold.HIDDEN, retold.IS_HIDDEN)
    if any(_SUM.search("".join(_text(part))) for name, part in parts.items() if name.startswith(("header", "footer"))):
        yield Unread(retold.MARGINS, retold.IS_MARGIN)


def _is_hidden(run) -> bool:
    return _is_on(run.find(f"{W}rPr/{W}vanish"))


def _parts(path: Path) -> dict:
    """The parsed XML parts by name."""
    from lxml import etree

    with path.open("rb") as file:
        if file.read(4) == _OLD_FORMAT:
            raise CannotRead(_("filen er beskyttet med adgangskode eller er i det gamle Word-format; gem den som .docx"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise CannotRead(_("filen fylder for meget udpakket"))
            names = [name for entry in archive.namelist() if (name := _PART.sub(r"\1", entry)) != entry]
            out = {name: etree.fromstring(archive.read(f"word/{name}.xml"), parser) for name in names}
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        KeyError,
        EOFError,
        RuntimeError,  # a part of its own is encrypted
        NotImplementedError,  # a way of packing that zipfile cannot undo
        ValueError,
        OSError,  # a place before the file's beginning
        zlib.error,
    ):
        raise CannotRead(_("filen er beskadiget eller er ikke et Word-dokument")) from None
    if out.get("document") is None:
        raise CannotRead(_("filen er pakket (zip), men ikke et Word-dokument; pak den ud, eller gem den som .docx eller PDF"))
    return {name: part for name, part in out.items() if part is not None}


@dataclass(slots=True)
class _Style:
    heading: bool = False
    bold: bool = False
    number: tuple[str, int] | None = None
    based_on: str | None = None


def _styles(part) -> dict[str, _Style]:
    out: dict[str, _Style] = {}
    for style in part.iter(W + "style") if part is not None else ():
        name = _value(style.find(W + "name")) or ""
        based = _value(style.find(W + "basedOn"))
        heading = name.lower().startswith(("heading", "overskrift", "title", "titel"))
        out[style.get(W + "styleId", "")] = _Style(heading, _is_on(style.find(f"{W}rPr/{W}b")), _number_of(style), based)
    for style in out.values():
        base = out.get(style.based_on or "")
        if base is not None:
            style.heading, style.bold, style.number = style.heading or base.heading, style.bold or base.bold, style.number or base.number
    return out


def _value(element) -> str | None:
    return element.get(W + "val") if element is not None else None


def _is_on(element) -> bool:
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def _number_of(element) -> tuple[str, int] | None:
    """The list and level that a paragraph or style names."""
    found = element.find(f"{W}pPr/{W}numPr")
    if found is None or (number := _value(found.find(W + "numId"))) in (None, "0"):
        return None
    level = _value(found.find(W + "ilvl")) or "0"
    return number, min(int(level), 8) if level.isdecimal() else 0


class _Numbering:
    """Counts the lists of a document: the number that Word would print."""

    def __init__(self, part) -> None:
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (list, level) → format, text, first number
        self.lists: dict[str, str] = {}
        self.counts: dict[str, list[int | None]] = {}
        if part is None:
            return
        for abstract in part.iter(W + "abstractNum"):
            for level in abstract.iter(W + "lvl"):
                key = (abstract.get(W + "abstractNumId", ""), _whole(level.get(W + "ilvl"), 0))
                text, start = _value(level.find(W + "lvlText")) or "", _whole(_value(level.find(W + "start")), 1)
                self.levels[key] = (_value(level.find(W + "numFmt")) or "decimal", text, start)
        for number in part.iter(W + "num"):
            self.lists[number.get(W + "numId", "")] = _value(number.find(W + "abstractNumId")) or ""

    def next(self, number: str, level: int) -> str:
        """The printed mark of the next entry of a list, "" when it has none."""
        abstract = self.lists.get(number)
        if abstract is None or (abstract, level) not in self.levels:
            return "•" if abstract is None else ""
        counts = self.counts.setdefault(abstract, [None] * 9)
        first = self.levels[abstract, level][2]
        before = counts[level]
        counts[level] = first if before is None else before + 1
        counts[level + 1 :] = [None] * (8 - level)
        form, text, _ = self.levels[abstract, level]
        if form == "bullet":
            return "•"
        for i in range(level + 1):
            form_i, _, first_i = self.levels.get((abstract, i), ("decimal", "", 1))
            count = counts[i]
            text = text.replace(f"%{i + 1}", _printed(first_i if count is None else count, form_i))
        return text.strip()


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() else default


def _printed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < number < 27:
        letter = chr(96 + number)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        tens, ones = divmod(number, 10)
        roman = "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]
        return roman if form == "lowerRoman" else roman.upper()
    return str(number)


@dataclass(slots=True)
class _Body:
    """Writes the body of a document into pages."""

    pages: Pages
    styles: dict[str, _Style]
    numbering: _Numbering
    seen: int = field(default=0)

    def read(self, container) -> None:
        for element in container:
            if element.tag == W + "p":
                self.paragraph(element)
            elif element.tag == W + "tbl":
                self.table(element)
            elif element.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"):
                self.read(element)

    def paragraph(self, p) -> None:
        style = self.styles.get(_value(p.find(f"{W}pPr/{W}pStyle")) or "", _Style())
        text = "".join(_text(p))
        if text.startswith("\f"):
            self.pages.turn()
        words = text.replace("\f", "")
        if words.strip():
            number = _number_of(p) or style.number
            mark = self.numbering.next(*number) if number else ""
            kind = "heading" if style.heading else "point" if mark else "paragraph"
            for i, line in enumerate(words.split("\n")):
                self.pages.add(f"{mark} {line}" if mark and not i else line, kind if not i else "line", _all_bold(p, style))
        if "\f" in text.lstrip("\f"):
            self.pages.turn()
        for box in p.iter(W + "txbxContent"):
            if not any(above.tag == FALLBACK for above in box.iterancestors()):
                self.read(box)

    def table(self, table) -> None:
        rows = [[_cell(cell) for cell in _cells(row)] for row in table.findall(W + "tr")]
        if rows and is_data(rows) and table.find(f".//{W}tc//{W}tbl") is None:
            self.pages.add_table(rows)
            return
        for row in table.findall(W + "tr"):
            for cell in row.findall(W + "tc"):
                self.read(cell)


def _cells(row) -> Iterator:
    """The cells of a row; one that spans columns is followed by empty ones."""
    for cell in row.findall(W + "tc"):
        yield cell
        span = _value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
        yield from [None] * (min(_whole(span, 1), 60) - 1)


def _cell(cell) -> str:
    if cell is None:
        return ""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is not None and merged.get(W + "val") != "restart":
        return ""
    return " ".join("".join(_text(p)) for p in cell.iter(W + "p"))


def _text(element) -> Iterator[str]:
    """The text of a paragraph: line breaks as newlines, page breaks as form feeds."""
    for child in element:
        tag = child.tag
        if tag == W + "t":
            yield child.text or ""
        elif tag == W + "tab":
            yield " "
        elif tag == W + "br":
            yield "\f" if child.get(W + "type") == "page" else "\n"
        elif tag == W + "lastRenderedPageBreak":
            yield "\f"
        elif tag == W + "cr":
            yield "\n"
        elif tag == W + "noBreakHyphen":
            yield "-"
        elif tag == W + "r" and _is_hidden(child):
            continue
        elif tag not in _SKIPPED and tag != W + "txbxContent" and isinstance(tag, str):
            yield from _text(child)


def _all_bold(p, style: _Style) -> bool:
    runs = [run for run in p.iter(W + "r") if run.find(W + "t") is not None]
    return bool(runs) and all(_is_on(b) if (b := run.find(f"{W}rPr/{W}b")) is not None else style.bold for run in runs)


def _notes(part) -> Iterator[tuple[int, str]]:
    number = 0
    for note in part.iter(W + "footnote") if part is not None else ():
        if note.get(W + "type") is None:
            number += 1
            yield number, " ".join("".join(_text(p)) for p in note.iter(W + "p")).strip()
