"""Danish and English. Danish is what the program says; English stands in the gettext catalogue beside it.

Help texts are written in English, as the command line around them is, and have their Danish in a catalogue of their own kind. Both
catalogues are one gettext domain, so that what click says itself is translated too. The language spoken is in the environment: the
processes that read documents speak it as well.
"""

from __future__ import annotations

import gettext
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes.records import Claim, Finding

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("da", "en")
SPOKEN = "MINUTES_LANG"
"""The variable of the environment that asks for a language, and hands it on to other processes."""
gettext.bindtextdomain("minutes", str(LOCALES))
gettext.textdomain("minutes")


def speak(lang: str) -> None:
    """Say everything in `lang` from now on; gettext itself, and click with it, looks in LANGUAGE."""
    os.environ[SPOKEN] = os.environ["LANGUAGE"] = lang


def spoken() -> str:
    """The language in which things are said now: da unless somebody asked for another."""
    said = os.environ.get(SPOKEN, "")
    return said if said in LANGUAGES else "da"


def _(text: str, **values: object) -> str:
    """A sentence in the language spoken now, with the values filled in."""
    said = _catalogue(spoken()).gettext(text)
    return said.format(**values) if values else said


def grouped(n: int) -> str:
    """ "2.301"; "2,301" in English."""
    return f"{n:,}" if spoken() == "en" else f"{n:,}".replace(",", ".")


def count(n: int, one: str, many: str) -> str:
    """ "1 side", "2.301 sider"; "2,301 pages" in English."""
    return f"{grouped(n)} {_catalogue(spoken()).ngettext(one, many, n)}"


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation("minutes", LOCALES, languages=[lang], fallback=True)


@cache
def again(kept: str, lang: str) -> str:
    """A sentence of ours that was kept in the language spoken then, in `lang`; what is none of ours as it is."""
    told = {kept: (0, kept)}
    for danish, english in vars(_catalogue("en")).get("_catalog", {}).items():
        for template in (danish, english) if isinstance(danish, str) else ():
            letters = len(_FIELD.sub("", template))
            if letters >= _KNOWN and (fields := _fields(template, kept)) is not None:
                said = english if lang == "en" else danish
                told[template] = letters, said.format(**{name: again(value, lang) for name, value in fields.items()}) if fields else said
    return max(told.values())[1]


_FIELD = re.compile(r"\{(\w+)\}")
_KNOWN = 8
"""So many letters of its own a sentence has that is known by them."""


def _fields(template: str, said: str) -> dict[str, str] | None:
    """What fills the fields of a template where it gives this sentence."""
    names, letters = _FIELD.findall(template), _FIELD.split(template)[::2]
    if len(set(names)) < len(names) or not all(part in said for part in letters):
        return None
    found = re.fullmatch("(.+?)".join(map(re.escape, letters)), said, re.S)
    return dict(zip(names, found.groups(), strict=True)) if found else None


def message(finding: Finding) -> str:
    """A finding's sentence."""
    return finding.said(_(finding.template), worded)


def reason(claim: Claim) -> str:
    """Why a claim could not be verified."""
    return _(claim.reason) if claim.reason else ""


def worded(text: str | None) -> str:
    """A calculation or a value of a finding's sentence, which is program and numbers, or the document's own words."""
    if not text or spoken() != "en":
        return text or ""
    from minutes.glossary import english

    return english(text)
