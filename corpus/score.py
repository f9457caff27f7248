"""Compares what the toolkit says with what a person read.

    python -m corpus.score GOLD_DIR OUTPUT.jsonl [--misses] [--json]

GOLD_DIR holds NAME.gold.json; OUTPUT.jsonl is what `minutes extract` printed for the documents. One row per kind of record,
pooled over all documents: how many were wanted, found, right. A finding is right when its check is one of those that gold
accepts and its evidence stands on the anchor. An error or warning that touches no gold finding is a false alarm; a note never is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.compare import Record, Same, optional, overlaps, records, several

LOUD = ("error", "warning")


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
        for want in sorted(wanted, key=optional):
            hit = next((i for i, f in enumerate(left) if same(f, want)), None)
            if hit is not None:
                left.pop(hit)
            if not optional(want):
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
        for kind, (found, wanted, same) in records(gold, out).items():
            result.row(kind).pair(found, wanted, same, name)
        _findings(result, name, gold, out, [w for w in pairs if Path(w["with_document"]).stem == name])
    return result


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


def short(record: object) -> str:
    """A record on one line."""
    return json.dumps(record, ensure_ascii=False)[:170]


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
