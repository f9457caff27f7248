"""When is a record that was found the one that was wanted? Words may differ a little, values may not."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

Record = dict[str, Any]
Same = Callable[[Any, Any], bool]

PERCENT = {"percent", "percentage_points", "permille"}
META = ("kind", "municipality", "body", "meeting_date")


def records(gold: Record, out: Record) -> dict[str, tuple[list, list, Same]]:
    """For each kind of record: what was found, what is wanted, and when the two are the same."""
    def both(kind: str) -> tuple[list, list]:
        return out.get(kind, []), gold.get(kind, [])

    wanted = [(k, gold["document"].get(k)) for k in META if gold["document"].get(k)]
    voted, voted_wanted = ([d for d in decisions if d.get("votes")] for decisions in both("decisions"))
    amounts = out.get("amounts", []), _with_ends(gold.get("amounts", []))
    return {
        "document": ([(k, out.get("document", {}).get(k)) for k, _ in wanted if out.get("document", {}).get(k)], wanted, _same_meta),
        "items": (*both("items"), lambda f, w: plain(f["number"]) == plain(w["number"]) and alike(f["title"], w["title"])),
        "decisions": (*both("decisions"), _same_decision),
        "outcomes": (*both("decisions"), lambda f, w: _same_decision(f, w) and f["outcome"] in several(w, "outcome", "also_ok")),
        "votes": (voted, voted_wanted, lambda f, w: _same_decision(f, w) and _same_votes(f, w)),
        "remarks": (*both("remarks"), _same_remark),
        "amounts": (*amounts, _same_sum),
        "amounts in full": (*amounts, lambda f, w: _same_sum(f, w) and _qualified(f) == _qualified(w)),
        "figures": (_figures(out, gold), _figures(gold, gold), lambda f, w: _value(f) == _value(w)),
        "thresholds": (*both("thresholds"), _same_limit),
        "indicators": (*both("thresholds"), lambda f, w: _same_limit(f, w) and f.get("indicator") == w.get("indicator")),
        "annexes": (*both("annexes"), lambda f, w: plain(f["number"]) == plain(w["number"])),
        "annex references": (_cited(out), _cited(gold), lambda f, w: f == w),
    }


def plain(text: object) -> str:
    """For comparing words: white space evened out, soft hyphens gone, outer punctuation gone, lower case."""
    return re.sub(r"\s+", " ", str(text or "").replace("\u00ad", "").replace("\u00a0", " ")).strip(" .:,;").casefold()


def alike(a: object, b: object, least: float = 0.82) -> bool:
    """Nearly the same words, or one within the other."""
    a, b = plain(a), plain(b)
    return a == b or bool(a and b and (a in b or b in a or SequenceMatcher(None, a, b).ratio() >= least))


def overlaps(quote: object, anchor: object) -> bool:
    """Do the two stand on the same words? A quote of one letter or of half a page points nowhere."""
    a, b = plain(quote), plain(anchor)
    if not 2 <= len(a) <= 600 or not b:
        return False
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match(0, len(a), 0, len(b)).size
    return run >= 0.6 * min(len(a), len(b))


def number(value: object) -> Decimal | None:
    """A decimal that compares by value."""
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def several(record: Record, *keys: str) -> list:
    """The values under the keys, lists flattened."""
    values = [record[k] for k in keys if record.get(k) is not None]
    return [v for value in values for v in (value if isinstance(value, list) else [value])]


def optional(record: object) -> bool:
    """Does gold leave it open whether this is read?"""
    return isinstance(record, dict) and bool(record.get("optional"))


def _same_meta(found: tuple, want: tuple) -> bool:
    return found[0] == want[0] and alike(found[1], want[1])


def _same_decision(found: Record, want: Record) -> bool:
    return ((not want.get("body") or alike(found["body"], want["body"]))
            and (not want.get("date") or found["date"] in several(want, "date", "date_also_ok"))
            and (not want.get("item") or plain(found["item"]) == plain(want["item"])))


def _same_votes(found: Record, want: Record) -> bool:
    return any(all(found["votes"].get(side) == n for side, n in votes.items() if n is not None)
               for votes in several(want, "votes", "also_ok_votes"))


def _same_remark(found: Record, want: Record) -> bool:
    return alike(found["speaker"], want.get("speaker")) and (not want.get("party") or plain(found["party"]) == plain(want["party"]))


def _same_sum(found: Record, want: Record) -> bool:
    return number(found["kr"]) in {number(v) for v in several(want, "kr", "low", "high")}


def _qualified(amount: Record) -> tuple:
    return amount.get("per"), amount.get("period") and [int(y) for y in amount["period"]], bool(amount.get("approximate"))


def _with_ends(amounts: list[Record]) -> list[Record]:
    """A range may be given as one record or as its two ends."""
    return amounts + [{"kr": a["high"], "optional": True} for a in amounts if "low" in a and "high" in a]


def _value(record: Record) -> tuple:
    return number(record.get("value")), record.get("unit")


def _figures(record: Record, gold: Record) -> list[Record]:
    """Percentages that are no limit: the values of the gold limits are left out on both sides."""
    limits = {_value(t) for t in gold.get("thresholds", [])}
    return [f for f in record.get("figures", []) if f.get("unit") in PERCENT and _value(f) not in limits]


def _same_limit(found: Record, want: Record) -> bool:
    return found["operator"] == want["operator"] and _value(found) == _value(want)


def _cited(record: Record) -> list[str]:
    return [str(n) for reference in record.get("annex_references", []) for n in reference.get("numbers", [])]
