"""Danish and English: Danish is what the code says, English stands in the gettext catalogue beside it."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

from minutes.records import Claim, Finding

LOCALES = Path(__file__).parent / "locale"


@cache
def translator(lang: str) -> Callable[[str], str]:
    """A function from a Danish sentence to the same in `lang`; what has no translation stays Danish."""
    return gettext.translation("minutes", LOCALES, languages=[lang], fallback=True).gettext


def message(finding: Finding, lang: str = "da") -> str:
    """A finding's sentence in `lang`."""
    return finding.said(translator(lang)(finding.template))


def reason(claim: Claim, lang: str = "da") -> str:
    """Why a claim could not be verified, in `lang`."""
    return translator(lang)(claim.reason) if claim.reason else ""
