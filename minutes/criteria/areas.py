"""The listed area that a name in a text means: one candidate, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.criteria.rules import Area
from minutes.needs import led

SIMILAR = 90
"""rapidfuzz ratio from which a name counts as a slip of the pen for another, when no other area comes near."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name and the area it means. `how`: name, variant, misspelt, loose (may be smaller or larger than the area), part or similar."""

    area: Area
    how: str

    @property
    def sure(self) -> bool:
        """Is it the listed area itself, beyond doubt?"""
        return self.how in ("name", "variant", "misspelt")


def fold(name: str) -> str:
    """A name with case, spelling of å, ø, æ and separators made equal: "Taastrupgaard" and "Tåstrupgård"."""
    name = name.casefold().replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
    return re.sub(r"[\s/,–-]+", " ", re.sub(r"\s+og\s+", " ", name)).strip(" .")


class Names:
    """Every written name of the areas, to be looked up or found in running text.

    A name that two areas share means neither, unless it is the full name of one.
    """

    def __init__(self, areas: tuple[Area, ...]) -> None:
        self.table: dict[str, Match] = {}
        shared: set[str] = set()
        for how in ("name", "variant", "misspelt", "loose", "part"):
            for area in areas:
                for key in map(fold, _written(area, how)):
                    known = self.table.setdefault(key, Match(area, how))
                    if known.area != area and known.how == how:
                        shared.add(key)
        for key in shared:
            del self.table[key]
        self.pattern = _pattern(areas)

    def match(self, name: str) -> Match | None:
        """The area meant by `name`, exact spellings first, then one that is nearly alike."""
        key = fold(name)
        if key in self.table or len(key) < 7:
            return self.table.get(key)
        from rapidfuzz import fuzz, process

        known = [k for k, m in self.table.items() if m.sure and len(k) >= 7]
        near = process.extract(key, known, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=3)
        meant = {self.table[k].area.name for k, _, _ in near}
        return Match(self.table[near[0][0]].area, "similar") if len(meant) == 1 else None

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Match]]:
        """Every name in a text with its place; the longest name wins, a genitive s is no part of it."""
        for hit in self.pattern.finditer(text):
            key = fold(hit.group())
            found = self.table.get(key) or self.table.get(key.removesuffix("s").removesuffix("'"))
            if found:
                yield hit, found


def _written(area: Area, how: str) -> tuple[str, ...]:
    joined = tuple(area.name.replace("/", sign) for sign in ("-", " og ", " / ", "–")) if "/" in area.name else ()
    return {"name": (area.name,), "variant": area.variants + joined, "misspelt": area.misspelt, "loose": area.loose, "part": area.parts}[
        how
    ]


def _pattern(areas: tuple[Area, ...]) -> re.Pattern[str]:
    """One expression for every written name but parts, the longest first; case counts: names are names."""
    written = {n for a in areas for how in ("name", "variant", "misspelt", "loose") for n in _written(a, how)}
    ordered = sorted(written, key=len, reverse=True)
    return led(r"(?<!\w)(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s") for n in ordered) + r")(?:s|'s)?(?![\w/])")
