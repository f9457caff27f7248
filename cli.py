"""The command `minutes`: arguments in, exit code out. Heavy packages are imported by the command that needs them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from extractors.drafts import Drafts
    from extractors.reviewing import Reviewed
    from minutes.checks import Report
    from minutes.config import Config

CLEAN, FINDINGS, COULD_NOT = 0, 1, 2


class Guarded(click.Group):
    """No traceback reaches a user; MINUTES_DEBUG=1 shows it to a developer."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of the program itself is one line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("MINUTES_DEBUG"):
                raise
            stop(f"fejl i programmet selv ({type(error).__name__}: {error}); MINUTES_DEBUG=1 viser hele fejlen")


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="minutes")
def main() -> None:
    """Read the minutes of Danish councils, search them, and see which stated figures cannot be right."""


def stop(line: str) -> NoReturn:
    """Say in one line why nothing could be done, and end with 2."""
    click.echo(line, err=True)
    sys.exit(COULD_NOT)


def settled() -> Config:
    """The settings of the folder the user stands in."""
    from minutes import config

    try:
        return config.load(Path.cwd())
    except config.BadConfig as error:
        stop(str(error))


def drafts(files: tuple[Path, ...], password: str | None, ocr: bool) -> Drafts:
    """The files as documents; what could not be read is said on stderr."""
    from extractors.drafts import read_all

    read = read_all(files, password, ocr)
    for line in read.failures:
        click.echo(line, err=True)
    return read


def review(
    files: tuple[Path, ...],
    db: Path | None,
    criteria: Path | None,
    password: str | None,
    settings: Config,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    waived: bool = False,
    ocr: bool = False,
) -> Reviewed:
    """The judged documents that a command is about, with the findings that were asked for; `waived` keeps what was put aside."""
    from extractors import reviewing
    from minutes.criteria import CriteriaError, load
    from minutes.select import UnknownCheck, names, narrowed
    from minutes.store import CannotStore

    try:
        wanted, unwanted = names(select or settings.select), names(ignore or settings.ignore)
        rules = load(criteria or (Path(settings.criteria) if settings.criteria else None))
        stored = db or Path(settings.db)
        reviewed = reviewing.of_files(files, db, rules, password, ocr) if files else reviewing.of_database(stored, rules)
    except (CriteriaError, UnknownCheck, CannotStore) as error:
        stop(str(error))
    for line in reviewed.failures:
        click.echo(line, err=True)
    reviewed.reports = narrowed(reviewed.reports, wanted, unwanted, () if waived else reviewed.waivers)
    return reviewed


FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
PASSWORD = click.option("--password", help="Password of encrypted PDFs.")
OCR = click.option("--ocr", is_flag=True, help="Send pages without text through Tesseract (seconds a page).")
DATABASE = click.option("--db", type=click.Path(path_type=Path), help="The database (minutes.db).")
CRITERIA = click.option("--criteria", type=click.Path(path_type=Path), help="A folder with rule sets of your own.")
LANGUAGE = click.option("--lang", type=click.Choice(["da", "en"]), help="Language of messages (da).")
SELECT = click.option("--select", multiple=True, metavar="CHECK[,CHECK]", help="Only these checks.")
IGNORE = click.option("--ignore", multiple=True, metavar="CHECK[,CHECK]", help="Not these checks.")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--with-text", is_flag=True, help="Add the page texts, so that every quote can be verified.")
@click.option("--html", is_flag=True, help="Print one HTML page instead, with every record marked in the text (one file).")
@PASSWORD
@OCR
def extract(files: tuple[Path, ...], with_text: bool, html: bool, password: str | None, ocr: bool) -> None:
    """Print every record of the FILES as JSON Lines, one document a line."""
    from minutes import contract
    from minutes.checks import judge

    if html and len(files) != 1:
        stop("--html tager én fil ad gangen")
    read = drafts(files, password, ocr)
    for report in judge(read.documents):
        if html:
            from minutes.report.marked import page

            click.echo(page(report))
        else:
            click.echo(contract.line(report, with_text))
    sys.exit(COULD_NOT if read.failures else CLEAN)


@main.command()
@FILES
@DATABASE
@SELECT
@IGNORE
@click.option("--fail-on", type=click.Choice(["note", "warning", "error"]), help="Least severity that gives exit code 1 (warning).")
@click.option("--json", "as_json", is_flag=True, help="Print the judged documents as JSON Lines.")
@click.option("--explain", metavar="CHECK", help="Print what a check finds, why, and when it stays quiet.")
@CRITERIA
@LANGUAGE
@PASSWORD
@OCR
def check(
    files: tuple[Path, ...],
    db: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    as_json: bool,
    explain: str | None,
    criteria: Path | None,
    lang: str | None,
    password: str | None,
    ocr: bool,
) -> None:
    """Say which stated figures cannot be right, in FILES that are not stored (a draft), or in the whole database.

    FILES are compared with each other, and with --db also with what the database holds of the same cases.
    Exit code: 0 clean, 1 findings, 2 could not work.
    """
    from minutes import contract
    from minutes.report.text import lines
    from minutes.select import fails

    if explain:
        return explained(explain)
    settings = settled()
    reviewed = review(files, db, criteria, password, settings, select, ignore, ocr=ocr)
    failing = False

    def watched() -> Iterator[Report]:
        nonlocal failing
        for report in reviewed.reports:
            failing = failing or fails(report, fail_on or settings.fail_on)
            yield report

    said = map(contract.line, watched()) if as_json else lines(watched(), lang or settings.lang, click.style, reviewed.paths)
    for text in said:
        click.echo(text)
    sys.exit(COULD_NOT if reviewed.failures else FINDINGS if failing else CLEAN)


def explained(name: str) -> None:
    """Print the public page of a check."""
    from minutes import checks

    try:
        click.echo(checks.page_of(name).text)
    except KeyError:
        stop(f"ukendt tjek {name}; kendte er {', '.join(sorted(checks.checks()))}")


@main.command()
@FILES
@DATABASE
@click.option("--verdict", type=click.Choice(["holds", "differs", "unverifiable"]), help="Only claims that were judged so.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a claim.")
@CRITERIA
@LANGUAGE
@PASSWORD
def ledger(
    files: tuple[Path, ...],
    db: Path | None,
    verdict: str | None,
    as_json: bool,
    criteria: Path | None,
    lang: str | None,
    password: str | None,
) -> None:
    """List every claim with its verdict and place, then the coverage of each document."""
    from minutes.report import ledger as said

    settings = settled()
    reviewed = review(files, db, criteria, password, settings)
    for text in said.lines(reviewed.reports, verdict, lang or settings.lang, as_json):
        click.echo(text)
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)


@main.command()
@FILES
@DATABASE
@click.option("--format", "kind", type=click.Choice(["html", "xlsx", "csv", "json", "sarif"]), default="html", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write (standard output; xlsx needs a file).")
@click.option(
    "--what",
    type=click.Choice(["findings", "claims", "amounts", "figures", "coverage"]),
    default="findings",
    show_default=True,
    help="The rows of a CSV.",
)
@SELECT
@IGNORE
@CRITERIA
@LANGUAGE
@PASSWORD
def report(
    files: tuple[Path, ...],
    db: Path | None,
    kind: str,
    output: Path | None,
    what: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    criteria: Path | None,
    lang: str | None,
    password: str | None,
) -> None:
    """Write findings, calculations, coverage and waivers for people (html, xlsx) or machines (csv, json, sarif)."""
    from minutes.report import CannotWrite, write

    settings = settled()
    reviewed = review(files, db, criteria, password, settings, select, ignore, waived=True)
    try:
        write.write(list(reviewed.reports), kind, output, what, lang or settings.lang, reviewed.waivers, click.echo)
    except CannotWrite as error:
        stop(str(error))
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@DATABASE
@click.option("--workers", type=click.IntRange(1), help="Processes that read (one for each core).")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=120.0, show_default=True, help="Seconds for one document.")
@click.option("--memory", type=click.IntRange(200), default=1500, show_default=True, help="Megabytes for one document.")
@click.option(
    "--max-pages", type=click.IntRange(1), default=5000, show_default=True, help="Pages read of one document; the rest is noted as unread."
)
@click.option("--max-size", type=click.IntRange(1), default=500, show_default=True, help="Megabytes of one file.")
@OCR
@click.option("--cluster", metavar="ADDRESS", help="Read on a Dask cluster: tcp://scheduler:8786.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file, and the summary last.")
@click.option("--password", "passwords", multiple=True, help="Password of encrypted PDFs; may be given several times.")
@click.option("--password-file", type=click.Path(path_type=Path), help="A file with one password a line.")
def ingest(paths: tuple[Path, ...], db: Path | None, as_json: bool, cluster: str | None, workers: int | None, **options: Any) -> None:
    """Read files, and folders with all below them, into the database. Running it again goes on where it was stopped.

    Exit code: 0 all is stored, 1 some files could not be read, 2 nothing could be done, 130 interrupted.
    """
    from extractors import ingesting
    from minutes.store import CannotStore

    try:
        sys.exit(ingesting.run(paths, db or Path(settled().db), workers, cluster, as_json, click.echo, **options))
    except CannotStore as error:
        stop(str(error))


@main.command()
@click.argument("words", nargs=-1)
@DATABASE
@click.option("--municipality", help="Part of the municipality's name.")
@click.option("--body", help="Part of the body's name (byråd, udvalg).")
@click.option("--from", "since", metavar="DATE", help="First day of meeting, as 2024-05-31.")
@click.option("--to", "until", metavar="DATE", help="Last day of meeting.")
@click.option("--min-kr", type=float, help="Only amounts of so many kroner or more.")
@click.option("--max-kr", type=float, help="Only amounts of so many kroner or less.")
@click.option("--kind", type=click.Choice(["item", "decision", "recommendation", "remark", "page", "amount", "figure"]))
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Most hits shown.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON Lines.")
def search(words: tuple[str, ...], db: Path | None, limit: int, as_json: bool, **filters: Any) -> None:
    """Find items, decisions, amounts and pages with all the WORDS, also inflected and in compounds.

    "in quotes" is a phrase, skole* every word that begins so, "7,8 mio. kr." and "36,5 %" are looked for as numbers.
    Exit code: 0 something found, 1 nothing found, 2 could not work.
    """
    from minutes import found
    from minutes.search import CannotSearch

    try:
        hits = found.lines(db or Path(settled().db), " ".join(words), limit, as_json, click.style, **filters)
    except CannotSearch as error:
        stop(str(error))
    for line in hits:
        click.echo(line)
    sys.exit(CLEAN if hits else FINDINGS)


@main.command()
@click.argument("id")
@DATABASE
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
def show(id: str, db: Path | None, as_json: bool) -> None:
    """Print a record or a document by its ID, as minutes search gives it: amount-3.12, page-3.1, or 3 for a document."""
    from minutes.search import CannotSearch
    from minutes.show import NoSuchRecord, lines

    try:
        for line in lines(db or Path(settled().db), id, as_json):
            click.echo(line)
    except (CannotSearch, NoSuchRecord) as error:
        stop(str(error))


@main.command()
@DATABASE
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a finding.")
@LANGUAGE
def findings(db: Path | None, as_json: bool, lang: str | None) -> None:
    """List the findings of the database: open, waived (with the reason), and waivers whose text has changed (gone)."""
    from minutes.report import standing

    settings = settled()
    for text in standing.lines(database(db, settings), as_json, lang or settings.lang):
        click.echo(text)


@main.command()
@click.argument("finding")
@click.option("--why", help="The reason; it stands in every report.")
@click.option("--by", help="Who decided.")
@click.option("--undo", is_flag=True, help="Take the waiver back.")
@DATABASE
def waive(finding: str, why: str | None, by: str | None, undo: bool, db: Path | None) -> None:
    """Put a FINDING aside, named by its key or the beginning of it; it comes back when the text changes."""
    from minutes import waivers

    if undo:
        if not waivers.unwaive(database(db, settled()), finding):
            stop(f"{finding} er ikke lagt til side; se minutes findings")
        return
    if not why or not by:
        raise click.UsageError("--why og --by skal angives")
    try:
        put = waivers.waive(database(db, settled()), finding, why, by)
    except waivers.NoSuchFinding as error:
        stop(str(error))
    click.echo(f"{put.key} er lagt til side: {put.message}")


@main.command()
@click.argument("rule", required=False)
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The rules for lists of that day; with --area, only those.")
@click.option("--area", help="How an area fares under every rule set, by its published figures and those given with --value.")
@click.option("--value", "given", multiple=True, metavar="NAME=NUMBER", help="A figure of the area (uden_arbejde=36.5); repeatable.")
@click.option("--changes", nargs=2, type=click.DateTime(["%Y-%m-%d"]), metavar="DAY DAY", help="What changed between two days.")
@click.option("--criteria", "folder", type=click.Path(path_type=Path), help="A folder of your own rules, added to the law's.")
@click.option("--verify", type=click.Path(path_type=Path), help="Only say whether the rules in this folder can be used.")
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the figures of --area against the limits, as .svg or .png.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def criteria(
    rule: str | None,
    day: Any,
    area: str | None,
    given: tuple[str, ...],
    changes: Any,
    folder: Path | None,
    verify: Path | None,
    plot: Path | None,
    as_json: bool,
) -> None:
    """Show the rules for housing areas: RULE in full, those of a day, or how an area fares. Without anything: their names."""
    from minutes.criteria import CriteriaError, load, show
    from minutes.criteria import plot as picture

    try:
        rules = load(verify or folder)
        if verify:
            text, data = f"{verify}: i orden", {"ok": True}
        elif plot:
            picture.draw(rules, area or stop("--plot kræver --area"), plot)
            text, data = str(plot), {"file": str(plot)}
        else:
            text, data = show.answer(rules, rule, day and day.date(), area, given, changes and [d.date() for d in changes])
    except CriteriaError as error:
        stop(str(error))
    except (show.Unknown, picture.NoPlot) as error:
        stop(str(error))
    click.echo(show.as_json(data) if as_json else text)


@main.command()
@DATABASE
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
def serve(db: Path | None, port: int) -> None:
    """Show the database in a browser, on this machine only."""
    path = db or Path(settled().db)
    database(path, settled())
    try:
        from datasette.cli import cli as datasette
    except ImportError:
        stop("siderne kræver Datasette: pip install 'minutes[site]'")
    datasette(["serve", str(path), "--host", "127.0.0.1", "--port", str(port), "--setting", "default_allow_sql", "off"])


def database(db: Path | None, settings: Config) -> Database:
    """The open database that a command is about."""
    from minutes.store import CannotStore, open_database

    try:
        return open_database(db or Path(settings.db), create=False)
    except CannotStore as error:
        stop(str(error))


@main.command()
@click.argument("databases", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="The database that takes all (the first one).")
def merge(databases: tuple[Path, ...], into: Path | None) -> None:
    """Join DATABASES made apart. Only the one that takes all is changed; what it has already is not taken twice."""
    from minutes import upkeep
    from minutes.store import CannotStore

    target, others = (into, databases) if into else (databases[0], databases[1:])
    try:
        said = upkeep.merge(target, list(others), create=into is not None)
    except CannotStore as error:
        stop(str(error))
    click.echo(f"{target}: {said.taken} dokumenter kom til, {said.known} var der i forvejen")


@main.command()
@DATABASE
def doctor(db: Path | None) -> None:
    """Examine the database: is it whole, what is stale, what could not be read.

    Exit code: 0 sound, 1 damaged, 2 could not work.
    """
    from extractors import EXTRACTOR_VERSION
    from minutes.doctor import BAD, examine
    from minutes.store import CannotStore

    try:
        remarks = list(examine(db or Path(settled().db), EXTRACTOR_VERSION))
    except CannotStore as error:
        stop(str(error))
    for remark in remarks:
        click.echo(f"{remark.state:8}{remark.text}")
    sys.exit(FINDINGS if any(remark.state == BAD for remark in remarks) else CLEAN)


@main.command()
@click.argument("target", type=click.Path(path_type=Path))
@DATABASE
def backup(target: Path, db: Path | None) -> None:
    """Copy the database to TARGET, also while it is in use."""
    from minutes import upkeep
    from minutes.store import CannotStore

    try:
        upkeep.backup(db or Path(settled().db), target)
    except CannotStore as error:
        stop(str(error))
    click.echo(f"kopieret til {target}")


if __name__ == "__main__":
    main()
