"""Words cut short with a full stop that ends no sentence: one list for all who look for the ends of sentences."""

from __future__ import annotations

import re

_GOES_ON = """
ad bl bl.a brdr ca chr d dr dvs ekskl eks evt excl f.eks fx gl hhv incl inkl jf jfr kgs kl ll maks max ndr nr pkt pr s sct sdr skt sml st
stk tlf vedr
"""
_MAY_END = "kr m.m m.v mia mill min mio mv osv pct"
GOES_ON = frozenset(_GOES_ON.split())
"""After these the sentence always goes on: "jf.", "ca.", "nr."."""
MAY_END = frozenset(_MAY_END.split())
"""These end a sentence when a capital letter follows: "ned til 450.000 kr. Forslaget blev vedtaget"."""
A_SHORT_WORD, A_SHORT_UNIT = ("|".join(map(re.escape, sorted(sorted(words), key=len, reverse=True))) for words in (GOES_ON, MAY_END))
"""One of them, in a pattern, without its full stop."""
NEXT_SENTENCE = re.compile(rf"(?<!\S)(?!\(?(?i:{A_SHORT_WORD})\. )\S*[a-zæøå)]{{2}}\. [A-ZÆØÅ]")
"""Where a sentence ends before a capital letter: not in "Vestervang og Sdr. Bredkilde"."""
