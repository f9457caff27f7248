"""The one table from a check's name to the check, and the run of them all.

A check is a generator `(document, context) -> Claim | Finding`: a judged Claim goes to the ledger (whether it holds,
differs, or cannot be verified), a Finding to the reader. A check's docstring is its public page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from inspect import cleandoc
from typing import Any

from minutes.kept import kept
from minutes.records import Claim, Document, Finding

MODULES = ("arithmetic", "votes", "order", "annexes", "dates", "restated", "personal", "rules", "across")
"""The families, in the order in which their findings are listed; each has a table `CHECKS`."""


@dataclass(slots=True)
class Context:
    """What a check may know beside the document: the other documents, and the rule sets. `memo` keeps what several checks work out.

    `only`: nothing is asked but how this document differs from the others, not they from each other.
    """

    documents: Sequence[Document] = ()
    criteria: Any = None
    memo: dict[Any, Any] = field(default_factory=dict)
    only: Document | None = None

    def once(self, what: str, document: Document, work: Callable[[Document], Any]) -> Any:
        """What `work` makes of a document, done once a run."""
        key = what, id(document)
        if key not in self.memo:
            self.memo[key] = work(document)
        return self.memo[key]


@dataclass(slots=True)
class Report:
    """A document judged: the ledger of claims, and the findings; `aside` is how many a person has put aside, where those are left out,
    `unasked` how many are of checks that were not asked for."""

    document: Document
    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    aside: int = 0
    unasked: int = 0


Check = Callable[[Document, Context], Iterator[Claim | Finding]]


@cache
def checks() -> dict[str, Check]:
    """Every check by its name."""
    table: dict[str, Check] = {}
    with kept("checks"):
        for name in MODULES:
            table.update(import_module(f"minutes.checks.{name}").CHECKS)
    return table


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What a check tells of itself: the first line of its docstring, and the whole of it."""

    name: str
    summary: str
    text: str


def page_of(name: str) -> PublicPage:
    """The public page of a check. Raises KeyError for a name that no check has."""
    text = cleandoc(checks()[name].__doc__ or "")
    return PublicPage(name, text.partition("\n")[0], text)


def judge_one(document: Document, context: Context) -> Report:
    """Run every check over one document."""
    report = Report(document)
    for check in dict.fromkeys(checks().values()):
        for said in check(document, context):
            if isinstance(said, Claim):
                report.claims.append(said)
            else:
                report.findings.append(said)
    return report


def judge(documents: Sequence[Document], criteria: Any = None) -> list[Report]:
    """Run every check over the documents, which are also compared with each other."""
    context = Context(documents, criteria)
    return [judge_one(document, context) for document in documents]
