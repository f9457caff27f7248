"""Which blocks are headings, by the print: size, weight, capitals, isolation."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.layout.running import Block

_LETTERS = "ABCDEFGHIJ-"
_LETTERED = re.compile(r"([A-J])[.)] (?=\S)")
_LABELLED = re.compile(r"[^:]{2,40}:\s+\S")
_SENTENCE_END = ".;,"
MAX_LENGTH = 180


def mark_lettered(flow) -> None:
    """Make points of the paragraphs "A. …", "B. …", right after an announcement with a colon; a letter alone may be an initial."""
    text = flow.text
    run: list[Block] = []
    for above, block in pairwise(flow.blocks):
        found = _LETTERED.match(text, block.start, block.end) if block.kind in ("paragraph", "heading") else None
        if found and found[1] == _LETTERS[len(run)] and (run or text[above.end - 1] == ":"):
            run.append(block)
        else:
            run = []
        if len(run) > 1:
            for letter, each in zip(_LETTERS, run, strict=False):
                each.kind, each.number = "point", letter


def mark_headings(flow, body_size: float) -> None:
    """Set the kind "heading" on the blocks that are printed as one."""
    text = flow.text
    bold_body = sum(b.end - b.start for b in flow.blocks if b.bold) > 0.5 * max(len(text), 1)
    for i, block in enumerate(flow.blocks):
        if block.kind not in ("paragraph", "point") or (block.kind == "point" and block.number is None):
            continue
        words = text[block.start : block.end]
        if len(words) > MAX_LENGTH or block.lines > 3 or not any(map(str.isalpha, words)):
            continue
        following = flow.blocks[i + 1] if i + 1 < len(flow.blocks) else None
        alone = not _goes_on(flow.blocks[i - 1] if i else None, block) and _stands_alone(block, words, following, text)
        if alone or _printed_as_heading(block, words, body_size, bold_body):
            block.kind = "heading"


def _goes_on(above, block) -> bool:
    """Does a numbered point right after the one before it go on with its list?"""
    if above is None or above.kind != "point" or abs(above.x0 - block.x0) > 3:
        return False
    return bool(above.number and block.number) and above.number.isdecimal() and block.number == str(int(above.number) + 1)


def _printed_as_heading(block, words: str, body_size: float, bold_body: bool) -> bool:
    if block.size and block.size > 1.12 * body_size:
        return True
    if block.bold and not bold_body:
        return words[-1] not in ".;," or len(words) < 60
    return len(words) < 80 and words.isupper() and sum(map(str.isalpha, words)) > 5


def _stands_alone(block, words: str, following, text: str) -> bool:
    """A short line of its own that ends no sentence, before a longer text that begins one."""
    if (
        block.lines > 1
        or len(words) > 90
        or words[-1] in _SENTENCE_END
        or _LABELLED.match(words)
        or words[0].islower()
        or words[0] in '"”“»'
    ):
        return False
    if following is None or following.kind == "row":
        return False
    after = text[following.start : following.end]
    if words[-1] == ":":
        return len(words) < 40 and len(words.split()) < 5
    return len(after) > len(words) and (following.lines > 1 or after[-1] in ".:") and not after[0].islower()
