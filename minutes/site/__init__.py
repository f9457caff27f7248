"""The site: a Datasette plugin with pages for search, documents, findings and tables of all that was read; the raw tables beside them are
Datasette's own."""

from __future__ import annotations

import re

from datasette import Response, hookimpl
from datasette.utils import path_with_format

from minutes.days import dated
from minutes.filters import folded
from minutes.language import _, count, spoken
from minutes.names import heading
from minutes.search import shown_text
from minutes.site import download, findings, frame, pages, search, tables


@hookimpl
def register_routes():
    """The pages of ours."""
    return [
        (r"^/soeg$", search.search_page),
        (r"^/dokument/(?P<id>\d+)$", pages.document_page),
        (r"^/fund$", findings.findings_page),
        (rf"^/(?P<name>{'|'.join(tables.LISTINGS)})$", tables.table_page),
        (rf"^/(?P<name>{'|'.join(download.DOWNLOADS)})\.csv$", download.download),
        (r"^/-/minutes\.css$", pages.stylesheet),
    ]


@hookimpl(hookwrapper=True)
def handle_exception(datasette, request, exception):
    """Addresses that lead nowhere are told in the language spoken. Ours is the only answer: Datasette would make its own beside it, and
    print a whole traceback in the terminal, a second's work."""
    outcome = yield
    outcome.force_result([lambda: pages.error_page(datasette, request, exception)])


@hookimpl
def forbidden(datasette, request, message):
    """What is closed, as SQL of one's own is, too."""
    return lambda: frame.render(datasette, request, "minutes_error.html", 403, name=_(pages.ERRORS[403]))


@hookimpl
def asgi_wrapper(datasette):
    """Only the browser on this machine is answered, by the name under which the site is opened: the page of a stranger whose name has been
    turned to this machine's address reads nothing."""
    return only_at_home


GUARDED = {
    "content-security-policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}
"""What every answer says to the browser, for the text is other people's. Datasette's own pages have scripts in them; ours have none and say
so (frame.POLICY)."""
HOME = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?", re.I)


def only_at_home(app):
    """The site for requests to this machine by its own name."""

    async def answered(scope, receive, send):
        host = next((value.decode("latin-1") for name, value in scope.get("headers", ()) if name == b"host"), "")
        if scope["type"] == "http" and not HOME.fullmatch(host):
            return await Response.text(_("Siderne vises kun på denne maskine."), status=403).asgi_send(guarded(send))
        return await app(scope, receive, guarded(send))

    return answered


def guarded(send):
    """The sender of an answer, with the headers of GUARDED where the page has none of its own."""

    async def sent(message):
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _value in message.get("headers", ())}
            more = [(name.encode(), value.encode()) for name, value in GUARDED.items() if name.encode() not in there]
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        await send(message)

    return sent


@hookimpl
def prepare_connection(conn):
    """No text leaves the database with a personal number, whether on a page, as JSON or as CSV; `fold` is for comparing names."""
    conn.text_factory = shown_text
    conn.create_function("fold", 1, folded, deterministic=True)


@hookimpl
def prepare_jinja2_environment(env):
    """The language spoken, and the templates that the pages share with the reports."""
    from jinja2 import ChoiceLoader, FileSystemLoader

    env.loader = ChoiceLoader([env.loader, FileSystemLoader(pages.TEMPLATES)])
    env.globals.update(_=_, count=count, dated=dated, heading=heading, lang=spoken())
    env.filters.update(labelled=labelled, breakable=breakable)


def breakable(name: str) -> str:
    """The name of a file that may go on in the next line behind a sign, not inside a word."""
    from markupsafe import Markup, escape

    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=[_-])(?=\w)", name))


LABELS = {
    '<select name="_filter_column': '<select aria-label="Column" name="_filter_column',
    '<select name="_filter_op': '<select aria-label="Comparison" name="_filter_op',
    '<input type="text" name="_filter_value': '<input type="text" aria-label="Value" name="_filter_value',
    '<select name="_sort': '<select aria-label="Sort" name="_sort',
    '<th class="col-': '<th scope="col" class="col-',
    '<table class="rows-and-columns">': '<table class="rows-and-columns" aria-label="Rows">',
    '<div class="table-wrapper">': '<div class="table-wrapper" tabindex="0" role="region" aria-label="All columns">',
    "<h3>": "<h2>",
    "</h3>": "</h2>",
}
"""What Datasette's pages of tables and rows lack for a screen reader → what it should say."""


def labelled(content: str) -> str:
    """The content of a page with names for its fields and no level of heading left out."""
    from markupsafe import Markup

    content = str(content)
    for there, better in LABELS.items():
        content = content.replace(there, better)
    return Markup(content)


@hookimpl
def extra_template_vars(template, datasette, request, view_name):
    """What the frame links to, and what the front page shows: how much the database holds. And links to CSV that give every row of a
    table, not the first thousand."""

    async def counted():
        said = {}
        if view_name == "table" and request:
            said["url_csv"] = datasette.urls.path(path_with_format(request=request, format="csv", extra_qs={"_stream": "on"}))
        return await pages.counts(datasette) if template == "index.html" else said

    return counted


@hookimpl
def extra_css_urls():
    """Our style on Datasette's own pages too: visible focus, readable contrast."""
    return ["/-/minutes.css"]
