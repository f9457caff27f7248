"""What every page stands in: the one database, our frame, and links to places in a text."""

from __future__ import annotations

from typing import Any

from datasette import Response

from minutes.called import Names, of_database, of_files

POLICY = {"content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"}
"""No page of ours has a script, and none can be put into it."""


def database(datasette: Any) -> Any:
    """The one database that is served."""
    return datasette.get_database()


async def rows(datasette: Any, sql: str, *params: Any) -> list[dict[str, Any]]:
    """Rows as dictionaries, all of them: Datasette itself ends after a thousand."""
    return await database(datasette).execute_fn(lambda connection: [dict(row) for row in connection.execute(sql, params)])


async def names(datasette: Any) -> Names:
    """What the documents are called whose file has the name of another."""
    return await database(datasette).execute_fn(of_database)


async def called(datasette: Any, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with `sha256` and `file`, the file by what its document is called."""
    files = {row["file"] for row in found}
    known = await database(datasette).execute_fn(lambda connection: of_files(connection, files))
    return [{**row, "file": known.get((row["sha256"], row["file"]), row["file"])} for row in found]


async def render(datasette: Any, request: Any, template: str, status: int = 200, **values: Any) -> Response:
    """A page in our frame."""
    return Response.html(await datasette.render_template(template, values, request=request), status=status, headers=POLICY)


def place_link(document: int, page: int, start: int, end: int) -> str:
    """The address of the very line where something stands."""
    return f"/dokument/{document}?side={page}&fra={start}&til={end}#sted"
