"""Findings, claims and amounts as rows, for spreadsheets and CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any, TypeGuard

from minutes.checks import Report
from minutes.contract import decimal, kroner
from minutes.cpr import masked
from minutes.heads import Texts, of_cell
from minutes.language import _, message, reason, spoken, worded
from minutes.names import CLAIMS, PER, SEVERITIES, VERDICTS
from minutes.records import Amount, Document, Figure, Finding, Table
from minutes.report import coverage, units
from minutes.report.places import as_read, in_reading_order, line_of
from minutes.report.text import visible
from minutes.retold import retold

Row = list[object]
Sheet = tuple[str, list[str], list[Row]]
Tables = Mapping[int, tuple[Texts, int]]


MEETING = ["dokument", "kommune", "udvalg", "dato"]
PLACE = ["side", "linje/afsnit"]
"""Where something stands: in a file without printed pages the page says little."""


def of_meeting(d: Document) -> Row:
    """The cells of MEETING."""
    return [d.name, d.municipality, d.body, d.meeting_date and d.meeting_date.isoformat()]


FINDING = ["tjek", "alvor", "besked", "citat", "andet sted", "angivet", "beregnet", "beregning", "mulig forklaring", "nøgle"]


def of_finding(f: Finding, line: int | None) -> Row:
    """The cells of PLACE and FINDING; `line` is the one where its first place begins."""
    return [
        f.evidence[0].source.page,
        line,
        f.check,
        _(SEVERITIES.get(f.severity, f.severity)),
        message(f),
        visible(f.evidence[0].source.quote),
        "; ".join(f"{e.name} {_('s.')} {e.source.page}: {visible(e.source.quote)}" for e in f.evidence[1:]),
        f.stated,
        f.computed,
        worded(f.calculation),
        f.suggestion and retold(f.suggestion),
        f.key,
    ]


def findings(reports: Iterable[Report]) -> Sheet:
    """A row a finding, as one meets them who reads the document."""
    rows = [
        [*of_meeting(r.document), *of_finding(f, line_of(r.document, f.evidence[0].source))]
        for r in reports
        for f in sorted(r.findings, key=lambda f: in_reading_order(f, r.document))
    ]
    return "Fund", [*MEETING, *PLACE, *FINDING], rows


def claims(reports: Iterable[Report]) -> Sheet:
    """The ledger: a row a claim, with its verdict."""
    head = ["art", "tjek", "afgørelse", "angivet", "beregnet", "beregning", "hvorfor ikke afgjort", "citat"]
    rows: list[list[object]] = [
        [
            *of_meeting(r.document),
            c.source.page,
            line_of(r.document, c.source),
            _(CLAIMS[c.kind]),
            c.check,
            _(VERDICTS[c.verdict or "unverifiable"]),
            c.stated and decimal(c.stated.value),
            c.computed,
            worded(c.calculation),
            reason(c),
            visible(c.source.quote),
        ]
        for r in reports
        for c in as_read(r.claims)
    ]
    return "Udsagn", [*MEETING, *PLACE, *head], rows


AMOUNT = ["punkt", "kroner", "mindst", "højst", "cirka", "hyppighed", "periode", "prisniveau", "formål", "række", "kolonne",
          "citat"]  # fmt: skip


def of_amount(a: Amount, tables: Tables, line: int | None) -> Row:
    """The cells of PLACE and AMOUNT."""
    return [
        a.source.page,
        line,
        a.item,
        kroner(a.oere),
        kroner(a.low_oere),
        kroner(a.high_oere),
        _("ja") if a.approximate else "",
        a.per and _(PER[a.per]),
        a.period and "-".join(map(str, dict.fromkeys(a.period))),
        a.price_level,
        a.purpose and visible(a.purpose),
        *_cell_of(a, tables),
        visible(a.source.quote),
    ]


def amounts(reports: Iterable[Report]) -> Sheet:
    """A row an amount of money."""
    rows = [
        [*of_meeting(r.document), *of_amount(a, tables, line_of(r.document, a.source))]
        for r in reports
        for tables in [tables_of(r.document.tables)]
        for a in r.document.amounts
    ]
    return "Beløb", [*MEETING, *PLACE, *AMOUNT], rows


def tables_of(tables: Iterable[Table]) -> Tables:
    """The texts of a document's tables, with how many rows are heads, by their numbers."""
    return {t.index: ([[cell.text for cell in row] for row in t.rows], t.header_rows) for t in tables}


def _cell_of(found: Amount | Figure, tables: Tables) -> tuple[str, str]:
    """The words of a cell's row and column; nothing for what stands in prose."""
    texts, header_rows = tables.get(found.table, ((), 0))
    label, head = of_cell(texts, header_rows, found.row, found.column)
    return visible(label), visible(head)


FIGURE = ["punkt", "værdi", "enhed", "indikator", "område", "pr. dag", "række", "kolonne", "citat"]


def of_figure(f: Figure, tables: Tables, page: str, line: int | None) -> Row:
    """The cells of PLACE and FIGURE; `page` is the text of its page."""
    return [
        f.source.page,
        line,
        f.item,
        decimal(f.value),
        units.of(f, page),
        f.indicator,
        f.area,
        f.as_of and str(f.as_of),
        *_cell_of(f, tables),
        visible(f.source.quote),
    ]


def figures(reports: Iterable[Report]) -> Sheet:
    """A row a figure that is no money."""
    rows = [
        [*of_meeting(r.document), *of_figure(f, tables, texts[f.source.page], line_of(r.document, f.source))]
        for r in reports
        for tables in [tables_of(r.document.tables)]
        for texts in [{page.number: page.text for page in r.document.pages}]
        for f in r.document.figures
    ]
    return "Tal", [*MEETING, *PLACE, *FIGURE], rows


def seen(reports: Iterable[Report]) -> Sheet:
    """A row a document: what was seen, verified, and not."""
    head = ["beløb set", "tal set", "grænser set", "udsagn", "holder", "afviger", "kan ikke afgøres", "ulæst"]
    rows: list[Row] = []
    for r in reports:
        c = coverage(r)
        rows.append([*of_meeting(r.document), *(getattr(c, f) for f in c.__slots__)])
    return "Dækning", [*MEETING, *head], rows


def waived(reports: Iterable[Report], waivers: Mapping[str, Any]) -> Sheet:
    """A row a finding that was put aside, with the reason. `waivers`: as for `minutes.report.html.report`."""
    head = ["tjek", "besked", "begrundelse", "af", "dag", "nøgle"]
    aside = [(r.document, f, f.evidence[0].source, waivers[f.key]) for r in reports for f in r.findings if f.key in waivers]
    rows: list[Row] = [
        [*of_meeting(d), first.page, line_of(d, first), f.check, masked(message(f)), w["why"], w["by"], w["when"][:10], f.key]
        for d, f, first, w in aside
    ]
    return "Lagt til side", [*MEETING, *PLACE, *head], rows


SHEETS: dict[str, Callable[[Iterable[Report]], Sheet]] = {
    "findings": findings,
    "claims": claims,
    "amounts": amounts,
    "figures": figures,
    "coverage": seen,
}
"""The sheets of a workbook, each by its name as a table of its own."""


WIDTHS = {"dokument": 34, "tjek": 22} | dict.fromkeys(
    ("besked", "begrundelse", "citat", "beregning", "andet sted", "mulig forklaring", "hvorfor ikke afgjort"), 60
)
"""Columns wider than the others, in letters; what is longer goes on in the next line of its cell."""
NUMBERS = {"angivet", "beregnet", "kroner", "mindst", "højst", "værdi"}
"""Columns whose cells a spreadsheet is to add up, where they hold a number alone."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FORMULA = re.compile(r"[=+@\t\r]|-(?![\d.,]*\Z)")
"""What a spreadsheet may take for a formula: also "-2+3+cmd|' /C calc'!A0", but no negative number."""


def harmless(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + value if isinstance(value, str) and FORMULA.match(value) else value


def to_csv(sheet: Sheet) -> str:
    """One sheet as CSV with a header row; in Danish with semicolons and a comma in its numbers, as Danish spreadsheets want it: they take
    1.5 for the first of May."""
    out, danish = StringIO(), spoken() != "en"
    writer = csv.writer(out, lineterminator="\n", delimiter=";" if danish else ",")
    writer.writerow([_(h) for h in sheet[1]])
    for row in sheet[2]:
        writer.writerow([v.replace(".", ",") if danish and _is_number(v, h) else harmless(v) for h, v in zip(sheet[1], row, strict=True)])
    return out.getvalue()


def _is_number(value: object, title: str) -> TypeGuard[str]:
    return title in NUMBERS and isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def to_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """The sheets in one workbook, with frozen header rows, filters and texts that can be read to their end."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book, top = Workbook(write_only=True), Alignment(vertical="top", wrap_text=True)

    def cell(sheet: Any, title: str, value: Any) -> Any:
        number = _is_number(value, title)
        said = WriteOnlyCell(sheet, Decimal(value) if number else harmless(value))
        said.alignment = top
        if number:
            said.number_format = "#,##0" + "." * ("." in value) + "0" * len(value.partition(".")[2])
        return said

    for name, head, rows in sheets:
        sheet = book.create_sheet(_(name))
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{chr(64 + len(head))}{len(rows) + 1}"
        for i, title in enumerate(head):
            sheet.column_dimensions[chr(65 + i)].width = WIDTHS.get(title, 16)
        sheet.append([_bold(sheet, _(h), Font(bold=True)) for h in head])
        for row in rows:
            sheet.append([cell(sheet, title, v) for title, v in zip(head, row, strict=True)])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _bold(sheet: object, text: str, font: object) -> object:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.font = font
    return cell
