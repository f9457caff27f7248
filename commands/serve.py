"""`minutes serve`."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE, Between
from commands.speaking import Command, settled, stop
from minutes.language import _

HOST = "127.0.0.1"


@click.command(cls=Command)
@DATABASE
@click.option("--port", type=Between(1, 65535), default=8001, show_default=True, metavar="N", help="Where it answers.")
def serve(db: Path | None, port: int) -> None:
    """Show the database in a browser, on this machine only."""
    from minutes.database import only_reads

    path = db or Path(settled().db)
    held = opened(path, reads=True)
    kept = "immutables" if only_reads(held.conn) else "files"
    held.close()
    if taken(port):
        stop(_("port {port} kan ikke bruges; måske har en anden minutes serve den. Vælg en anden med --port", port=port))
    try:
        import uvicorn
        from datasette.app import Datasette
    except ImportError:
        stop(_("siderne kræver Datasette: pip install 'minutes[site]'"))
    click.echo(_("Siderne er på {address} (Ctrl-C lukker dem)", address=f"http://{HOST}:{port}/"))
    named = {"databases": {path.stem: {"tables": {"documents": {"label_column": "file"}}}}}
    site = Datasette(**{"files": (), kept: [str(path)]}, metadata=named, settings={"default_allow_sql": False})
    uvicorn.run(site.app(), host=HOST, port=port, log_level="warning", lifespan="on")


def taken(port: int) -> bool:
    """Whether another program has the port, or it is none for this user (below 1024)."""
    import socket

    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((HOST, port))
        except OSError as error:
            return error.errno in (errno.EADDRINUSE, errno.EACCES)
    return False
