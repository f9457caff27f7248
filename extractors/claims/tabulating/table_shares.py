"""A share that the prose states of a table: "Økonomiudvalgets andel svarer til 11,3 pct. af de samlede serviceudgifter"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from extractors.claims.dividing.beside_shares import is_share
from extractors.claims.grid import Grid, Number, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from extractors.claims.tabulating.row_shares import OF_ALL, YEAR, fits, may_be_of, mistaken_for, named_rows, percent_of, say_share, ways_of
from extractors.claims.tabulating.table_words import spoken_of
from minutes.content import shared, stems
from minutes.needs import needs

_SAID = (
    r"(?:<equals>|\b(?:udgør|udgjorde|står (?:\w+ ){0,2}for|stod (?:\w+ ){0,2}for|tegner sig (?:\w+ ){0,2}for"
    r"|(?:er|var|følger|fulgte)(?: (?:stadig|fortsat|nu|så|efter))* med"
    r"|andel(?:en)? (?:\w+ ){0,3}er|lægger beslag på|modtager|dækker|har|får|er (?:fast)?sat til)\b)"
    r"~30(?:(?P<a><K>)~60(?:\(|<equals>)~8)?(?P<p><P>)(?: af (?P<whole>~70)(?=[.,;(]|\bog\b|$| (?:over|i|på) de <Y>))?"
)
_SHARE, _IS_SAID = pattern(r"(?P<lead>.{0,200}?)" + _SAID), pattern(_SAID)
"""A share with what stands before it; and that there is one at all, which is told faster."""
_GOES_ON = re.compile(r",? (?:men|og) (?:den |det |de )?")
""" "A har 31 % af stillingerne, men tegner sig for 42 % af fraværsdagene": of the same row."""
_SUMMED = pattern(
    r"(?P<a><N>)(?: [a-zæøå]+)?,? (?:og )?(?:<equals>|<so>|\()~15(?P<p><P>) af (?:alle|samtlige|de samlede) (?P<what>[a-zæøå]{4,})"
)
REMEMBERED = 8
"""Sentences before this one that may tell of another whole."""
MOST_ROWS = 4
"""Rows that are told as one number; among more some come to it by chance."""
_WITHOUT = re.compile(r"\b(?:når|hvis|uden|ekskl\w*|fraregnet|bortset|undtagen|ikke|øvrige)\b")
_NARROWED = re.compile(r"\b(?:over|under|mellem) \d|\b(?:uden|med|som|der)\b")
""" "af alle brugere over 60 år": of fewer than the table has."""
_OF_THE_SAME = re.compile(r"[.,;:)]|\s*$| (?:og|mens|men)\b")
_CLAUSE = re.compile(r"[,;:(]|\bm(?:ed)?ens\b|\bmen\b|\bog (?=[a-zæøå]+e[nt] )")
_AND = pattern(r",? ?(?:og|mens)\b(?P<lead>~80)(?P<p><P>)")
"""The next share of the same whole: "A har 44 pct. af budgettet og B 43 pct.", "i 2024 12 pct. og i 2025 14 pct."."""
_WORDS = re.compile(r"[a-zæøå]{5,}")
_SHARED = needs(_SHARE)
_ITS_OWN = re.compile(r"^(?:\w{3,}(?:ets|ens|nes)|dets|dens|sit|sin|deres|(?:det|den) \w+) ")
_HEAD_WORDS = re.compile(r"[a-zæøå]{5,}|[a-zæøå]{3,}(?=\.)")
FEWEST, SHORT_WORD = 2, 3
"""Shares that are told of a total row, or words that name one; a word that is short and names something: "lån"."""
BLOCKS = 3
"""Blocks between a table and the sentence that tells its shares."""
NEAR = Decimal("0.25")
"""How far from the right share the one that is told may be, as a part of it: what a mistake leaves."""
NAMED = Decimal("0.5")
"""The same where both rows are named."""
NEAREST = 3
"""Steps of print by which a share is off that was not only rounded."""
STEM = 6
"""Letters by which a word of the prose and one of a heading are the same: "korrigerede", "Korrigeret", "Korr."."""
_USUAL = re.compile(r"\b(?:normalt|typisk|som regel|ofte|sædvanlig\w*|almindeligvis|tidligere|forventes|skal|bør)\b", re.I)
"""What such a share is elsewhere, or ought to be."""
_ARTICLE = re.compile(r"(?:den|det|de) ", re.I)
_OF_SOME = re.compile(
    r"(?:^|[,;] ?|\bog )(?:på|i|hos|ved|blandt) [^,;]*\b(?:udgør|udgjorde|står|stod|har) (?:de|den|det) [a-zæøå]+ [^,;]*$"
)
""" "På Østskolen udgør de tosprogede P af eleverne": the share of others than the row."""
_OF_IT = re.compile(r"\ue000[^\ue000]*\b(?:her|hvor|der)af\b")
""" "Skolerne kostede A, hvoraf lønnen udgør P": of what was just told."""
_THAT_ONE = re.compile(r"^(?:(?:udvalget|området|afdelingen|puljen|posten)(?! for)|(?:det|den|dette) )")
"""The subject that the sentence before has named."""


def find(ledger: Ledger) -> None:
    """Every share of a table's row that a sentence after or near the table states."""
    grids = [g for g in ledger.grids if any(r.total for r in g.rows)]
    if not grids:
        return
    for s, before in ledger.in_turn(1, _SHARED):
        _of_all_columns(ledger, s)
        _of_some_rows(ledger, s)
        whole, subject = "", list[tuple[Grid, list[Row]]]()
        named = False
        shared = any(m.unit == "percent" for m in s.mentions) and _IS_SAID.search(s.skeleton)
        for match in _SHARE.finditer(s.skeleton) if shared else ():
            p, whole = s.of(match.start("p")), match["whole"] or (whole if _OF_THE_SAME.match(s.skeleton, match.end()) else "")
            if _OF_SOME.search(match[0]):
                whole = ""
                continue
            if match["whole"] and (_of_named_row(ledger, s, match) or _of_another_row(ledger, s, match)):
                continue
            said_before = before and _THAT_ONE.match(match["lead"] or s.skeleton)
            labelled = [(g, rows) for g in grids if (rows := named_rows(g, before[0].skeleton if said_before else match["lead"]))]
            goes_on = not labelled and _GOES_ON.fullmatch(match["lead"])
            named = bool(labelled) or bool(goes_on) and named
            found = subject = labelled or (subject if goes_on else _by_a_word(ledger, s, match["lead"]))
            if p.bounded or _OF_IT.search(match["lead"]) or _of_its_own(ledger, s, labelled or _by_amount(grids, s, match), match, p):
                continue
            if found and not (said_before and any(len(rows) > 1 for _, rows in found)):
                told = s.between(match.start("lead"), match.start("p"), "kr")
                way = _share(ledger, s, found, match, whole, told[0] if len(told) == 1 else None, named)
                _next(ledger, s, match.end(), found, way)


def _by_a_word(ledger: Ledger, s: Sentence, lead: str) -> list[tuple[Grid, list[Row]]]:
    """The row of the table before that the subject has a word of: "Landbruget" of "Landbrug og arealer"."""
    subject, grid = _CLAUSE.split(lead)[-1], next(ledger.grids_before(s, BLOCKS), None)
    row = spoken_of(subject, [(r.label, r) for r in grid.rows if not r.total]) if grid and any(r.total for r in grid.rows) else None
    return [(grid, [row])] if grid and row else []


def _of_all_columns(ledger: Ledger, s: Sentence) -> None:
    """ "Fonden bærer 53 pct. og foreningen 12 pct., mens kommunen har 35 pct.": where all but one are a column's share of the total row of
    the table above, that one is the share of the column left over."""
    grid, told = next(ledger.grids_before(s, BLOCKS), None), [m for m in s.mentions if m.unit == "percent"]
    totals = [r for r in grid.rows if r.total] if grid and len(told) >= FEWEST else []
    if grid is None or len(totals) != 1 or any(m.bounded for m in told):
        return
    *cells, whole = (n for _, n in sorted(totals[0].numbers.items()))
    if len(cells) != len(told) or not whole.value or sum(c.value for c in cells) != whole.value or whole.percent:
        return
    left = list(cells)
    for p in (odd := list(told))[:]:
        if fitting := [c for c in left if fits(p, c, whole)]:
            left.remove(fitting[0])
            odd.remove(p)
    if len(odd) == 1:
        say_share(ledger, s, odd[0], totals[0].label, left[0], whole, "warning", alone=True)


def _of_some_rows(ledger: Ledger, s: Sentence) -> None:
    """ "De tre skoler har tilsammen 426 elever og dermed P af samtlige elever": of the column called so, where few rows come to that."""
    match, grid = _SUMMED.search(s.skeleton), next(ledger.grids_before(s, BLOCKS), None)
    if match is None or grid is None or (p := s.of(match.start("p"))).bounded or not any(r.total for r in grid.rows):
        return
    a, lines = s.of(match.start("a")), [r for r in grid.rows if not r.total]
    called = [j for j in grid.columns if shared(stems(match["what"]), stems(grid.heading(j)))]
    some = [rows for n in range(1, MOST_ROWS + 1) for rows in combinations(lines, n)
            if len(called) == 1 and sum(r.numbers[called[0]].value for r in rows if called[0] in r.numbers) == a.value]
    ways = [way for way in ways_of(grid, list(some[0])) if way[0] == called[0]] if len(some) == 1 else []
    others = [m for t in (*ledger.right_before(s, REMEMBERED), s) for m in t.mentions if m.unit == "number" and is_share(a, m, p)]
    others += s.mentions if _NARROWED.search(s.skeleton, s.position(p)) else []
    for _, part, whole in ways:
        right = fits(p, part, whole)
        if right or not others and abs(percent_of(part, whole) - p.value) <= NEAR * p.value:
            say_share(ledger, s, p, " og ".join(r.label for r in some[0]), part, whole, "warning", alone=not right, sure=not right)


def _of_named_row(ledger: Ledger, s: Sentence, match: re.Match[str]) -> bool:
    """ "Garantien på A svarer til P af de støttede lån", where one row of the tables near by has both words: "Støttede realkreditlån"."""
    told, p = s.between(match.start("lead"), match.start("p"), "kr"), s.of(match.start("p"))
    words = [w for w in re.findall(r"[a-zæøå]+", match["whole"]) if len(w) >= SHORT_WORD and stems(w)]
    if len(told) != 1 or len(words) < FEWEST or p.bounded or told[0].bounded:
        return False
    rows = [(g, r) for g in ledger.grids_near(s) if g.table.scale for r in g.rows if _called_so(words, r.label)]
    cells = [n for g, r in rows for j, n in r.numbers.items() if not n.percent and not g.is_share(j)]
    if len(rows) != 1 or len(cells) != 1:
        return False
    whole = rows[0][0].money(cells[0])
    due = 100 * told[0].value / whole.value if whole.value else Decimal(0)
    if told[0].value >= whole.value or abs(due - p.value) > NEAR * p.value:
        return False
    ledger.say(s, "share", "share", p, [told[0], whole], if_not="warning", alone=True)
    return True


def _of_another_row(ledger: Ledger, s: Sentence, match: re.Match[str]) -> bool:
    """ "Rådgivningen svarer til P af håndværkerudgifterne": the sentence begins with the one row, and the whole is called as the other."""
    p, of, subject = s.of(match.start("p")), stems(match["whole"]), " ".join(_ARTICLE.sub("", match["lead"].strip()).split()[:1])
    if match["a"] or p.bounded or not of or not subject or _USUAL.search(match["lead"]) or s.between(match.start("lead"), match.start("p")):
        return False
    pairs = []
    for grid in ledger.grids_near(s):
        wholes = [r for r in grid.rows if not r.total and stems(r.label) == of]
        row = spoken_of(subject, [(" ".join(r.label.split()[:1]), r) for r in grid.rows if not r.total])
        if row and len(wholes) == 1 and row is not wholes[0]:
            both = [j for j in row.numbers if j in wholes[0].numbers and not grid.is_share(j)]
            pairs += [(row, row.numbers[j], wholes[0].numbers[j]) for j in both]
    if len(pairs) != 1 or not pairs[0][2].value:
        return False
    row, part, whole = pairs[0]
    off = abs(percent_of(part, whole) - p.value)
    if near := off <= NAMED * p.value:
        say_share(ledger, s, p, row.label, part, whole, "warning" if off <= NEAR * p.value else "note", alone=True)
    return near


def _called_so(words: list[str], label: str) -> bool:
    """Is every word one of the label's, or the end of one: "støttede lån" and "Støttede realkreditlån"?"""
    called = [w for w in re.findall(r"[a-zæøå]+", label.lower()) if stems(w)]
    held = (any(stems(w) == stems(c) or c[SHORT_WORD:].endswith(w) for c in called) for w in words)
    return len(called) == len(words) and all(held)


def _by_amount(grids: list[Grid], s: Sentence, match: re.Match[str]) -> list[tuple[Grid, list[Row]]]:
    """The row that holds the amount whose share is told, where no other cell of any table is as large."""
    told = s.between(match.start("lead"), match.start("p"), "kr")
    holding = [(g, r) for g in grids for r in g.rows for n in r.numbers.values() if len(told) == 1 and _is_printed(g, n, told[0])]
    return [(g, [r]) for g, r in holding if not r.total] if len(holding) == 1 else []


def _is_printed(grid: Grid, number: Number, told: Mention) -> bool:
    """Is the cell the amount that is told, rounded or without its sign?"""
    cell = grid.money(number)
    low, high = sorted((abs(cell.low), abs(cell.high)))
    return low <= told.high and told.low <= high


def _of_its_own(ledger: Ledger, s: Sentence, found: list[tuple[Grid, list[Row]]], match: re.Match[str], p: Mention) -> bool:
    """ "Merforbruget i Socialudvalget på 9,6 mio. kr. svarer til 2,0 pct. af udvalgets korrigerede budget": two cells of one row."""
    told = s.between(match.start("lead"), match.start("p"), "kr")
    if len(told) != 1 or len(found) != 1 or len(found[0][1]) != 1 or not _ITS_OWN.search(match["whole"] or ""):
        return False
    grid, (row,) = found[0]
    said = _WORDS.findall(match["whole"])
    heads = {j: {h[:STEM] for h in _HEAD_WORDS.findall(grid.heading(j).lower())} for j in row.numbers}
    named = {j: sum(any(w.startswith(h) for w in said) for h in head) for j, head in heads.items()}
    best = [j for j, n in named.items() if n and n == max(named.values())]
    part = next((n for n in row.numbers.values() if _is_printed(grid, n, told[0])), None)
    if part is None or len(best) != 1 or part is row.numbers[best[0]] or not row.numbers[best[0]].value:
        return False
    if part.value < 0:
        part = Number(-part.value, -part.high, -part.low, part.source)
    say_share(ledger, s, p, row.label, part, row.numbers[best[0]], "error", alone=True)
    return True


def _share(
    ledger: Ledger, s: Sentence, found: list[tuple[Grid, list[Row]]], match: re.Match[str], of: str, told: Mention | None, named: bool
) -> tuple[Grid, int] | None:
    """The share of rows of these tables, of the whole that is called `of`, and of the column where they come to the amount that is `told`;
    the table and the column, if it fits. `named`: the rows are, by their labels."""
    p, said = s.of(match.start("p")), f"{match[0]} {of}"
    ways = [(g, rows, *way) for g, rows in found for way in ways_of(g, rows, of)]
    tried = [way for way in ways if (told is None or _is_printed(way[0], way[3], told)) and may_be_of(way[0], way[2], s, said, of)]
    if not tried:
        return None
    fitting = [t for t in tried if fits(p, t[3], t[4])]
    grid, rows, j, part, whole = fitting[0] if fitting else min(tried, key=lambda t: abs(percent_of(t[3], t[4]) - p.value))
    one = len({id(g) for g, *_ in tried}) == 1
    sure = one and not _NARROWED.search(of) and (named or told is not None) and (_is_about(grid, of) or match["a"] and len(tried) == 1)
    of_it_all = not _NARROWED.search(of) and (OF_ALL.search(of) or YEAR.search(said)) and not _WITHOUT.search(s.skeleton, s.position(p))
    off = len(tried) == 1 and bool(of_it_all) and abs(percent_of(part, whole) - p.value) > NEAREST * (p.high - p.low)
    mistaken = off and any(fits(p, *way) for way in mistaken_for(grid, rows, j, part, whole))
    if fitting or sure or mistaken:
        if_not = "error" if sure else "warning" if mistaken else "unverifiable"
        say_share(ledger, s, p, " og ".join(r.label for r in rows), part, whole, if_not, alone=mistaken, sure=mistaken)
    return (grid, j) if fitting else None


def _next(ledger: Ledger, s: Sentence, end: int, found: list[tuple[Grid, list[Row]]], way: tuple[Grid, int] | None) -> None:
    """The share that follows one that fits: of another row in the same column, or of the same rows in a column that is named."""
    match = _AND.match(s.skeleton, end) if way else None
    if way is None or match is None or (p := s.of(match.start("p"))).bounded:
        return
    grid, j = way
    rows, other = named_rows(grid, match["lead"]), [k for k in grid.columns if (h := grid.heading(k).lower()) and h in match["lead"]]
    told = [(rows, j)] if rows and not other else [(r, other[0]) for g, r in found if g is grid and len(other) == 1 and not rows]
    for rows, j in told:
        for _, part, whole in (w for w in ways_of(grid, rows) if w[0] == j):
            say_share(ledger, s, p, " og ".join(r.label for r in rows), part, whole, "warning")


def _is_about(grid: Grid, whole: str) -> bool:
    """Does the named whole ("de samlede serviceudgifter") occur in the table's caption, headings or total row, with whose it is?"""
    totals = [r for r in reversed(grid.rows) if r.total]
    total = next((r for r in totals if stems(r.label) & stems(whole)), totals[0])
    said = " ".join([grid.table.caption, total.label, *(grid.heading(j) for j in range(grid.width))]).lower()
    words = [w for w in _WORDS.findall(whole) if w not in ("samlede", "samlet", "kommunens", "totale")]
    return any(w[:8] in said for w in words) and all(w[:STEM] in said for w in words if w.endswith("s"))
