"""Compares what the toolkit says with what a person read.

    python -m corpus.score GOLD_DIR OUTPUT.jsonl [--misses] [--json]

GOLD_DIR holds NAME.gold.json; OUTPUT.jsonl is what `minutes extract` printed for the documents. One row per kind of record,
pooled over all documents: how many were wanted, found, right. A finding is right when its check is one of those that gold
accepts and its evidence stands on the anchor. An error or warning that touches no gold finding is a false alarm; a note never is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Same = Callable[[Any, Any], bool]

PERCENT = {"percent", "percentage_points", "permille"}
LOUD = ("error", "warning")
META = ("kind", "municipality", "body", "meeting_date")


@dataclass
class Tally:
    """One kind of record: how many were wanted, found and right, and the ones that were not."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right; 1 when nothing was found and nothing wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Of what was wanted, the part that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def pair(self, found: Iterable, wanted: Iterable, same: Same, where: str) -> None:
        """Count each wanted record once; what gold marks optional is neither missed nor too much."""
        left, wanted = list(found), list(wanted)
        for want in sorted(wanted, key=_optional):
            hit = next((i for i, f in enumerate(left) if same(f, want)), None)
            if hit is not None:
                left.pop(hit)
            if not _optional(want):
                self.wanted += 1
                self.right += hit is not None
                self.found += hit is not None
                self.missed += [] if hit is not None else [f"{where}: {short(want)}"]
        self.found += len(left)
        self.extra += [f"{where}: {short(f)}" for f in left]


@dataclass
class Score:
    """All tallies, the findings per check, and what else was counted."""

    rows: dict[str, Tally] = field(default_factory=dict)
    checks: dict[str, Counter] = field(default_factory=dict)
    totals: Counter = field(default_factory=Counter)

    def row(self, kind: str) -> Tally:
        """The tally of one kind of record."""
        return self.rows.setdefault(kind, Tally())

    def check(self, name: str) -> Counter:
        """The counts of one check: wanted, right, false."""
        return self.checks.setdefault(name, Counter())


def score(golds: dict[str, Record], said: dict[str, Record]) -> Score:
    """Compare the outputs with the gold of the same names; a document without output counts as all missed."""
    result = Score()
    pairs = [w for gold in golds.values() for w in gold.get("findings", []) if "with_document" in w]
    for name, gold in golds.items():
        out = said.get(name, {})
        result.totals["documents"] += 1
        for kind, (found, wanted, same) in _records(gold, out).items():
            result.row(kind).pair(found, wanted, same, name)
        _findings(result, name, gold, out, [w for w in pairs if Path(w["with_document"]).stem == name])
    return result


def _records(gold: Record, out: Record) -> dict[str, tuple[list, list, Same]]:
    """For each kind of record: what was found, what is wanted, and when the two are the same."""
    def both(kind: str) -> tuple[list, list]:
        return out.get(kind, []), gold.get(kind, [])

    wanted = [(k, gold["document"].get(k)) for k in META if gold["document"].get(k)]
    voted = [[d for d in decisions if d.get("votes")] for decisions in both("decisions")]
    amounts = out.get("amounts", []), _with_ends(gold.get("amounts", []))
    return {
        "document": ([(k, out.get("document", {}).get(k)) for k, _ in wanted if out.get("document", {}).get(k)], wanted, _same_meta),
        "items": (*both("items"), lambda f, w: plain(f["number"]) == plain(w["number"]) and alike(f["title"], w["title"])),
        "decisions": (*both("decisions"), _same_decision),
        "outcomes": (*both("decisions"), lambda f, w: _same_decision(f, w) and f["outcome"] in several(w, "outcome", "also_ok")),
        "votes": (*voted, lambda f, w: _same_decision(f, w) and _same_votes(f, w)),
        "remarks": (*both("remarks"), _same_remark),
        "amounts": (*amounts, _same_sum),
        "amounts in full": (*amounts, lambda f, w: _same_sum(f, w) and _qualified(f) == _qualified(w)),
        "figures": (_figures(out, gold), _figures(gold, gold), lambda f, w: _value(f) == _value(w)),
        "thresholds": (*both("thresholds"), _same_limit),
        "indicators": (*both("thresholds"), lambda f, w: _same_limit(f, w) and f.get("indicator") == w.get("indicator")),
        "annexes": (*both("annexes"), lambda f, w: plain(f["number"]) == plain(w["number"])),
        "annex references": (_cited(out), _cited(gold), lambda f, w: f == w),
    }


def _findings(result: Score, name: str, gold: Record, out: Record, elsewhere: list[Record]) -> None:
    """Count the findings of one document; `elsewhere` is gold of other documents that differ from this one."""
    found, row = out.get("findings", []), result.row("findings")
    for want in gold.get("findings", []):
        hit = any(f["check"] in several(want, "check", "also_ok") and touches(f, want) for f in found)
        row.wanted, row.right, row.found = row.wanted + 1, row.right + hit, row.found + hit
        row.missed += [] if hit else [f"{name}: {want['check']}: {want['anchor']}"]
        result.check(want["check"]).update(wanted=1, right=int(hit))
    known = gold.get("findings", []) + elsewhere
    alarms = [f for f in found if f["severity"] in LOUD and not any(touches(f, want) for want in known)]
    row.found += len(alarms)
    row.extra += [f"{name}: {f['check']}: {f['message'][:160]}" for f in alarms]
    for f in alarms:
        result.check(f["check"])["false"] += 1
    baits = gold.get("look_alikes", [])
    result.totals.update({
        "false alarms": len(alarms), "look-alikes": len(baits),
        "look-alikes flagged": sum(any(touches(f, bait) for f in alarms) for bait in baits),
        "clean documents": int(not gold.get("findings")), "clean documents flagged": int(not gold.get("findings") and bool(alarms))})


def touches(finding: Record, want: Record) -> bool:
    """Does the evidence of a finding stand on one of the places that gold names?"""
    anchors = several(want, "anchor", "also_anchor", "other_anchor")
    return any(overlaps(e.get("quote"), anchor) for e in finding.get("evidence", []) for anchor in anchors)


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


def short(record: object) -> str:
    """A record on one line."""
    return json.dumps(record, ensure_ascii=False)[:170]


def _optional(record: object) -> bool:
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


def gold_files(folder: Path) -> dict[str, Record]:
    """The gold of a folder by document name."""
    files = sorted(folder.glob("*.gold.json"))
    return {f.name.removesuffix(".gold.json"): json.loads(f.read_text(encoding="utf-8")) for f in files}


def table(result: Score) -> str:
    """The score as a table."""
    lines = [f"{'record':18}{'wanted':>8}{'found':>8}{'right':>8}{'prec.':>8}{'recall':>8}{'F1':>8}"]
    lines += [f"{kind:18}{t.wanted:8}{t.found:8}{t.right:8}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}" for kind, t in result.rows.items()]
    lines += [f"  {check:24} wanted {n['wanted']:3}  right {n['right']:3}  false alarms {n['false']:3}"
              for check, n in sorted(result.checks.items())]
    return "\n".join([*lines, ", ".join(f"{n} {what}" for what, n in result.totals.items())])


def misses(result: Score) -> str:
    """Every record that was missed or too much."""
    return "\n".join(f"{kind} {label}: {line}" for kind, t in result.rows.items()
                     for label, lines in (("missed", t.missed), ("too much", t.extra)) for line in lines)


def machine(result: Score) -> str:
    """The score as JSON."""
    rows = {kind: {"wanted": t.wanted, "found": t.found, "right": t.right, "precision": round(t.precision, 4),
                   "recall": round(t.recall, 4), "f1": round(t.f1, 4)} for kind, t in result.rows.items()}
    return json.dumps(rows | {"checks": result.checks, "totals": result.totals}, ensure_ascii=False, indent=1)


def main() -> int:
    """Read the command line, print the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was too much")
    args = parser.parse_args()
    outputs = [json.loads(line) for line in args.output.read_text(encoding="utf-8").splitlines() if line.strip()]
    result = score(gold_files(args.gold), {Path(out["document"]["file"]).stem: out for out in outputs})
    print(machine(result) if args.json else table(result))
    if args.misses:
        print(misses(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
