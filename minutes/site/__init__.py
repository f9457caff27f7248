"""The site: a Datasette plugin with pages for search, documents and findings; the tables beside it are Datasette's own."""

from __future__ import annotations

from datasette import hookimpl
from datasette.utils import path_with_format

from minutes.language import _, spoken
from minutes.search import shown_text
from minutes.site import pages


@hookimpl
def register_routes():
    """The pages of ours."""
    return [
        (r"^/soeg$", pages.search_page),
        (r"^/dokument/(?P<id>\d+)$", pages.document_page),
        (r"^/fund$", pages.findings_page),
        (r"^/-/minutes\.css$", pages.stylesheet),
    ]


@hookimpl
def prepare_connection(conn):
    """No text leaves the database with a personal number, whether on a page, as JSON or as CSV."""
    conn.text_factory = shown_text


@hookimpl
def prepare_jinja2_environment(env):
    """The language spoken, and the templates that the pages share with the reports."""
    from jinja2 import ChoiceLoader, FileSystemLoader

    env.loader = ChoiceLoader([env.loader, FileSystemLoader(pages.TEMPLATES)])
    env.globals.update(_=_, lang=spoken())


@hookimpl
def extra_template_vars(template, datasette, request, view_name):
    """What the front page shows: how much the database holds. And links to CSV that give every row of a table, not the first thousand."""

    async def counted():
        if view_name == "table" and request:
            return {"url_csv": datasette.urls.path(path_with_format(request=request, format="csv", extra_qs={"_stream": "on"}))}
        return await pages.counts(datasette) if template == "index.html" else {}

    return counted


@hookimpl
def extra_css_urls():
    """Our style on Datasette's own pages too: visible focus, readable contrast."""
    return ["/-/minutes.css"]
