"""What the system answers, in words for the user."""

from __future__ import annotations

import errno
import re

from minutes.language import _


def unparsed(error: Exception) -> str:
    """Why a text file cannot be read, or where it is not what it should be: as TOML, or as UTF-8."""
    if isinstance(error, OSError):
        return answered(error)
    if isinstance(error, UnicodeDecodeError):
        return _("linje {line} er ikke skrevet som UTF-8", line=error.object.count(b"\n", 0, error.start) + 1)
    if found := re.search(r"\(at line (\d+), column (\d+)\)", str(error)):
        return _("fejl i linje {line}, tegn {column}", line=found[1], column=found[2])
    return _("fejl i slutningen af filen")


SHUT = (errno.EACCES, errno.EPERM, errno.ENAMETOOLONG, errno.ELOOP)
"""What the system answers of a path where nobody can look; the user has named another than was meant, or may not go there."""


def answered(error: OSError) -> str:
    """Why a file cannot be used, as the end of a line."""
    said = {
        errno.ENOENT: _("findes ikke"),
        errno.EACCES: _("kan ikke åbnes: du har ikke adgang til den"),
        errno.EPERM: _("kan ikke åbnes: du har ikke adgang til den"),
        errno.EROFS: _("kan ikke skrives: disken kan kun læses"),
        errno.EISDIR: _("er en mappe, ikke en fil"),
        errno.ENOTDIR: _("mappen findes ikke"),
        errno.ENOSPC: _("kan ikke skrives: der er ikke mere plads på disken"),
        errno.ENAMETOOLONG: _("har et for langt navn"),
        errno.ELOOP: _("er en genvej, der ikke fører til nogen fil"),
    }
    return said.get(error.errno or 0, error.strerror or str(error))


def why(error: Exception) -> str:
    """What went wrong with the database, in words for the user."""
    said = str(error)
    plain = {
        "unable to open": _("kan ikke åbnes eller oprettes; findes mappen, og må du læse og skrive i den?"),
        "readonly": _("må ikke skrives; er filen eller mappen skrivebeskyttet?"),
        "not a database": _("er ikke en database fra minutes"),
        "malformed": _("er beskadiget; kør minutes doctor, eller hent en sikkerhedskopi frem"),
        "disk is full": _("kan ikke blive større: der er ikke mere plads på disken"),
        "locked": _("er optaget af et andet program; prøv igen om lidt"),
        "disk I/O": _("kan ikke bruges: disken melder fejl"),
    }
    return next((words for start, words in plain.items() if start in said), said)
