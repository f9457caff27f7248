"""The page of all checks, made from what each tells of itself: `python -m tests.checks_page` writes it, a test compares it."""

from __future__ import annotations

from minutes.checks import checks, page_of
from tests.program import ROOT

PAGE = ROOT / "minutes" / "checks" / "README.md"

HEAD = """# The checks

Made from the checks themselves by `make docs`; a test compares. `minutes check --explain NAME` prints one of them.

Severity: an `error` cannot be right as it stands, whatever the context; a `warning` is very likely a slip or a broken reference; a `note`
is worth knowing and has, or may have, an explanation. Rounding is never a finding.
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"\n## `{name}`\n\n{page_of(name).text}\n" for name in sorted(checks()))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
