"""Clean passages in many wordings: what corpus.faults then breaks."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from corpus.passages import Passage, Relation, adds_up, differs_by, grows_by, is_count, is_same, is_share, multiplies
from corpus.printed import Number, number, over
from corpus.wordings import (
    ANSWERS,
    CLASSES,
    COUNT_LISTS,
    COUNTS,
    DIFFERENCES,
    FINANCERS,
    FRACTIONS,
    GROUPS,
    GROWTHS,
    HEADCOUNT_DIFFERENCES,
    HEADCOUNTS,
    LISTS,
    MEASURES,
    MONEY,
    MONEY_SHARES,
    MONTHLY,
    NOISE,
    OPINIONS,
    PARTS_OF_A_WHOLE,
    PERIODS,
    PLACES,
    POINTS,
    PRODUCTS,
    PUPILS,
    PURPOSES,
    RESTATED,
    RESTS,
    SHARED_COSTS,
    SHARES,
    SUMS,
    THINGS,
    VOTES,
    YEARS,
)


def things(rng: Random) -> list[str]:
    """What passages can be about, in random order."""
    named = [thing.format(place) for thing in THINGS for place in PLACES]
    return rng.sample(named, len(named))


def passage(rng: Random, thing: str) -> Passage:
    """A true passage about `thing`, in running text or as a list."""
    while True:
        made = rng.choice(MAKERS)(rng, thing)
        if made.holds():
            return _among_others(rng, made) if made.place == "prose" else made


def _among_others(rng: Random, made: Passage) -> Passage:
    """The passage beside another sentence, which asserts nothing of its numbers."""
    noise = rng.choice(NOISE)
    before, after = rng.choice(((noise + " ", ""), ("", " " + noise), ("", ""), ("", "")))
    return replace(made, template=f"{before}{made.template}{after}")


def _filled(rng: Random, templates: tuple[str, ...], thing: str) -> str:
    """A template about `thing`, its numbers still open."""
    named = re.sub(r"(^|[.] ){thing}", lambda m: m[1] + thing[0].upper() + thing[1:], rng.choice(templates))
    return named.replace("{thing}", thing).replace("{paren}", "{parts}")


def _sizes(rng: Random, style: str) -> tuple[int, int]:
    """The range in which a part of an amount lies, in kroner."""
    return {"kr": (12_000, 940_000), "kr before": (12_000, 940_000), "tkr": (40_000, 9_000_000)}.get(style, (300_000, 38_000_000))


def _amounts(rng: Random, count: int, style: str) -> tuple[list[Number], Number]:
    low, high = _sizes(rng, style)
    grain = 500 if style in ("kr", "kr before") else 1
    exact = [Decimal(rng.randrange(low, high) // grain * grain) for _ in range(count)]
    return [number(v, style) for v in exact], number(sum(exact), style)


def _addition(rng: Random, thing: str, templates: tuple[str, ...], words: list[str], style: str, place: str = "prose", **more) -> Passage:
    parts, whole = _amounts(rng, len(words), style)
    numbers = {f"p{i}": part for i, part in enumerate(parts)} | {"total": whole}
    return Passage("sum", place, _filled(rng, templates, thing), numbers, adds_up, ("sum-differs", "restated-differs"),
                   tuple((f"p{i}", w) for i, w in enumerate(words)), **more)


def _costs(rng: Random, thing: str) -> Passage:
    style, words = rng.choice(MONEY), rng.sample(PURPOSES, rng.randint(2, 5))
    pattern = rng.choice(("{{n}} til {}", "{{n}} til {}", "{} ({{n}})"))
    phrases = [pattern.format(w) for w in words]
    chosen = tuple(t for t in SUMS if ("{paren}" in t) == (pattern[0] == "{" and pattern[1] == "}"))
    return _addition(rng, thing, chosen or SUMS, phrases, style)


def _years(rng: Random, thing: str) -> Passage:
    first, count = rng.randint(2008, 2026), rng.randint(2, 4)
    return _addition(rng, thing, YEARS, [f"{{n}} i {first + i}" for i in range(count)], rng.choice(MONEY))


def _financed(rng: Random, thing: str) -> Passage:
    return _addition(rng, thing, SHARED_COSTS, [f"{{n}} fra {w}" for w in rng.sample(FINANCERS, rng.randint(2, 3))], rng.choice(MONEY))


def _rest(rng: Random, thing: str) -> Passage:
    """All parts but the last are named; the last is the rest."""
    words = rng.sample(PURPOSES, rng.randint(2, 4))
    phrases = [f"{{n}} til {w}" for w in words[:-1]] + [f"{{n}}, til {words[-1]}"]
    return _addition(rng, thing, RESTS, phrases, rng.choice(MONEY), joint=(", ", " og resten, "))


def _pupils(rng: Random, thing: str) -> Passage:
    words = rng.sample(CLASSES, rng.randint(2, 4))
    parts = {f"p{i}": number(rng.randint(11, 320), "count") for i in range(len(words))}
    numbers = parts | {"total": number(sum(n.value for n in parts.values()), "count")}
    return Passage("sum", "prose", _filled(rng, PUPILS, thing), numbers, adds_up, ("sum-differs", "count-differs", "restated-differs"),
                   tuple((f"p{i}", f"{{n}} {w}") for i, w in enumerate(words)))


def _answers(rng: Random, thing: str) -> Passage:
    """Answers to a question, the last of them the rest."""
    words = rng.sample(OPINIONS, rng.randint(2, 3)) + ["de sidste {n} har ikke taget stilling"]
    numbers = {f"p{i}": number(rng.randint(8, 400), "count") for i in range(len(words))}
    numbers["total"] = number(sum(n.value for n in numbers.values()), "count")
    return Passage("sum", "prose", _filled(rng, ANSWERS, thing), numbers, adds_up, ("sum-differs", "count-differs", "difference-differs"),
                   tuple((f"p{i}", w) for i, w in enumerate(words)), (", ", ", og "))


def _period(rng: Random, thing: str) -> Passage:
    """A rate a year in a period whose years are counted."""
    first, count = rng.randint(2008, 2026), rng.randint(2, 5)
    rate, style = Decimal(rng.randrange(20, 900) * 10_000), rng.choice(("kr", "mio1", "mio2"))
    template = _filled(rng, PERIODS, thing).replace("{years}", f"{first}-{first + count - 1}")
    numbers = {"rate": number(rate, style), "times": number(count, "count")}
    numbers["total"] = number(numbers["rate"].value * count, style)
    return Passage("product", "prose", template, numbers, multiplies, ("product-differs", "sum-differs"))


def _growth(rng: Random, thing: str) -> Passage:
    small = Decimal(rng.randrange(200_000, 20_000_000))
    large, style = small * rng.randint(102, 175) / 100, rng.choice(("mio1", "mio2", "kr"))
    numbers = {"small": number(small, style), "large": number(large, style)}
    numbers["share"] = number((numbers["large"].value / numbers["small"].value - 1) * 100, rng.choice(("pct0", "pct1", "%")))
    return Passage("growth", "prose", _filled(rng, GROWTHS, thing), numbers, grows_by, ("difference-differs", "share-differs"))


def _fraction(rng: Random, thing: str) -> Passage:
    by, style = rng.choice(tuple(PARTS_OF_A_WHOLE)), rng.choice(("kr", "mio1", "mio2"))
    whole = Decimal(rng.randrange(40, 900) * by * 5_000)
    template = _filled(rng, FRACTIONS, thing).replace("{fraction}", PARTS_OF_A_WHOLE[by])
    numbers = {"whole": number(whole, style), "part": number(whole / by, style)}
    return Passage("fraction", "prose", template, numbers, is_part(by),
                   ("share-differs", "product-differs", "sum-differs"))


def is_part(by: int) -> Relation:
    """The part is the whole divided by `by`."""
    return lambda n, _: (n["part"].span, over(n["whole"].span, (Fraction(by), Fraction(by))))


def _monthly(rng: Random, thing: str) -> Passage:
    rate = number(rng.randrange(3_000, 90_000) // 100 * 100, "kr")
    numbers = {"rate": rate, "times": number(12, "count"), "total": number(rate.value * 12, "kr")}
    return Passage("product", "prose", _filled(rng, MONTHLY, thing), numbers, multiplies, ("product-differs", "sum-differs"))


def _dwellings(rng: Random, thing: str) -> Passage:
    words = rng.sample(GROUPS, rng.randint(2, 4))
    parts = [rng.randint(6, 180) for _ in words]
    numbers = {f"p{i}": number(n, "count") for i, n in enumerate(parts)} | {"total": number(sum(parts), "count")}
    return Passage("sum", "prose", _filled(rng, HEADCOUNTS, thing), numbers, adds_up, ("sum-differs", "count-differs", "restated-differs"),
                   tuple((f"p{i}", f"{{n}} {w}") for i, w in enumerate(words)))


def _change(rng: Random, thing: str) -> Passage:
    style = rng.choice(MONEY)
    low, high = _sizes(rng, style)
    small, change = rng.randrange(low, high), rng.randrange(low // 2, high // 2)
    return _changed(rng, thing, DIFFERENCES, [Decimal(small + change), Decimal(small), Decimal(change)], style)


def _changed(rng: Random, thing: str, templates: tuple[str, ...], values: list[Decimal], style: str, last: str = "") -> Passage:
    large, small, change = (number(v, s) for v, s in zip(values, (style, style, last or style), strict=True))
    return Passage("difference", "prose", _filled(rng, templates, thing), {"large": large, "small": small, "change": change}, differs_by,
                   ("difference-differs", "sum-differs", "restated-differs"))


def _brugere(rng: Random, thing: str) -> Passage:
    small, change = rng.randint(120, 9_000), rng.randint(11, 900)
    return _changed(rng, thing, HEADCOUNT_DIFFERENCES, [Decimal(small + change), Decimal(small), Decimal(change)], "count")


def _points(rng: Random, thing: str) -> Passage:
    small, change = Decimal(rng.randint(21, 400)) / 10, Decimal(rng.randint(4, 120)) / 10
    return _changed(rng, thing, POINTS, [small + change, small, change], "pct1", "point")


def _rates(rng: Random, thing: str) -> Passage:
    template = _filled(rng, PRODUCTS, thing)
    years = " år," in template or " år" in template.split("{times}")[1][:4]
    count = rng.randint(3, 10) if years else rng.randint(6, 140)
    rate, many = Decimal(rng.randrange(4_000, 260_000) // 500 * 500), number(count, rng.choice(("count", "word") if years else ("count",)))
    style = rng.choice(("kr", "kr", "mio1", "mio2")) if rate * count > 2_000_000 else "kr"
    numbers = {"rate": number(rate, "kr"), "times": many, "total": number(rate * count, style)}
    return Passage("product", "prose", template, numbers, multiplies, ("product-differs", "sum-differs"))


def _headshare(rng: Random, thing: str) -> Passage:
    whole = rng.randint(60, 4_000)
    part = rng.randint(whole // 12, whole - whole // 12)
    numbers = {"part": number(part, "count"), "whole": number(whole, "count"),
               "share": number(Decimal(part) * 100 / whole, rng.choice(("pct0", "pct1", "%", "procent")))}
    return Passage("share", "prose", _filled(rng, SHARES, thing), numbers, is_share, ("share-differs",))


def _moneyshare(rng: Random, thing: str) -> Passage:
    whole, share = Decimal(rng.randrange(8, 2_400) * 50_000), rng.choice((8, 10, 14, 20, 25, 30, 40, 60, 75))
    style = rng.choice(("kr", "mio2", "mio2"))
    numbers = {"whole": number(whole, style), "share": number(share, rng.choice(("pct0", "%"))), "part": number(whole * share / 100, style)}
    return Passage("share", "prose", _filled(rng, MONEY_SHARES, thing), numbers, is_share, ("share-differs", "product-differs"))


def _twice(rng: Random, thing: str) -> Passage:
    value = number(rng.randrange(1_000_000, 80_000_000), rng.choice(("mio1", "mio2", "mio3", "kr")))
    return Passage("restated", "prose", _filled(rng, RESTATED, thing), {"first": value, "second": value}, is_same, ("restated-differs",))


def _announced(rng: Random, thing: str) -> Passage:
    return _enumeration(rng, thing, COUNTS, "prose", (", ", " og "), "{}")


def _bullets(rng: Random, thing: str) -> Passage:
    return _enumeration(rng, thing, COUNT_LISTS, "list", ("\n", "\n"), "- {}")


def _enumeration(rng: Random, thing: str, templates: tuple[str, ...], place: str, joint: tuple[str, str], pattern: str) -> Passage:
    words = rng.sample(MEASURES, rng.randint(3, 7))
    numbers = {f"p{i}": number(1, "count") for i in range(len(words))}
    numbers["count"] = number(len(words), rng.choice(("word", "word", "count")))
    return Passage("count", place, _filled(rng, templates, thing), numbers, is_count, ("count-differs",),
                   tuple((f"p{i}", pattern.format(w)) for i, w in enumerate(words)), joint)


def _budget(rng: Random, thing: str) -> Passage:
    words = [f"- {w[0].upper()}{w[1:]}: {{n}}" for w in rng.sample(PURPOSES, rng.randint(3, 6))]
    return _addition(rng, thing, LISTS, words, rng.choice(("kr", "mio1", "mio2", "kr before")), "list", joint=("\n", "\n"))


def _vote(rng: Random, thing: str) -> Passage:
    """A vote with the parties' numbers; the parts are those in favour."""
    letters = rng.sample("ABCFOVØ", rng.randint(4, 6))
    cut = rng.randint(2, len(letters) - 1)
    votes = {letter: rng.randint(1, 4) + 4 * (i < cut) for i, letter in enumerate(letters)}
    against = sum(votes[x] for x in letters[cut:])
    numbers = {f"p{i}": number(votes[x], "count") for i, x in enumerate(letters[:cut])}
    numbers["total"] = number(sum(votes[x] for x in letters[:cut]), "count")
    opposed = _listed([f"{x} ({votes[x]})" for x in letters[cut:]])
    template = _filled(rng, VOTES, thing).replace("{against}", str(against)).replace("{opposed}", opposed)
    return Passage("votes", "prose", template, numbers, adds_up, ("votes-differ", "sum-differs"),
                   tuple((f"p{i}", f"{x} ({{n}})") for i, x in enumerate(letters[:cut])))


def _listed(words: list[str]) -> str:
    return " og ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


MAKERS = (_costs, _costs, _costs, _years, _financed, _rest, _dwellings, _pupils, _change, _change, _brugere, _points, _growth,
          _answers, _period, _rates, _rates, _monthly, _headshare, _moneyshare, _fraction, _twice, _announced,
          _bullets, _budget, _budget, _vote)
