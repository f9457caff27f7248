"""What the system answers, in words for the user."""

from __future__ import annotations

import errno

from minutes.language import _


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
    }
    return said.get(error.errno or 0, error.strerror or str(error))
