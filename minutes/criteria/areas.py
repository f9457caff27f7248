"""The listed area that a name in a text means: one candidate, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutes.criteria.rules import Area

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


@lru_cache(maxsize=8)
def names(areas: tuple[Area, ...]) -> dict[str, Match]:
    """Every written name, folded. A name that two areas share means neither, unless it is the full name of one."""
    table: dict[str, Match] = {}
    shared: set[str] = set()
    for how in ("name", "variant", "misspelt", "loose", "part"):
        for area in areas:
            for name in _written(area, how):
                key = fold(name)
                if key in table and table[key].area != area and table[key].how == how:
                    shared.add(key)
                table.setdefault(key, Match(area, how))
    return {key: match for key, match in table.items() if key not in shared}


def _written(area: Area, how: str) -> tuple[str, ...]:
    joined = tuple(area.name.replace("/", sign) for sign in ("-", " og ", " / ", "–")) if "/" in area.name else ()
    return {"name": (area.name,), "variant": area.variants + joined, "misspelt": area.misspelt, "loose": area.loose, "part": area.parts}[
        how
    ]


def match(name: str, areas: tuple[Area, ...]) -> Match | None:
    """The area meant by `name`, exact spellings first, then one that is nearly alike."""
    table = names(areas)
    key = fold(name)
    if key in table:
        return table[key]
    if len(key) < 7:
        return None
    from rapidfuzz import fuzz, process

    near = process.extract(key, [k for k, m in table.items() if m.sure and len(k) >= 7], scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=3)
    meant = {table[k].area.name for k, _, _ in near}
    return Match(table[near[0][0]].area, "similar") if len(meant) == 1 else None


@lru_cache(maxsize=8)
def pattern(areas: tuple[Area, ...]) -> re.Pattern[str]:
    """One expression for every written name, the longest first, for running text (case counts: names are names)."""
    written = {n for a in areas for how in ("name", "variant", "misspelt", "loose") for n in _written(a, how)}
    ordered = sorted(written, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s") for n in ordered) + r")(?:s|'s)?(?![\w/])")
