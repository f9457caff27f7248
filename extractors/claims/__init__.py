"""What the text says its figures have to do with each other: sums, differences, products, shares, counts.

Found broadly, judged elsewhere (minutes.checks.arithmetic). A claim that is only perhaps one carries `if_not = "unverifiable"`.
"""

from __future__ import annotations

from extractors.claims import called_again, concluded, granted, near_misses, near_slips, told_twice, turned
from extractors.claims.adding import all_others, by_areas, closed, gathered, passages, points, points_below, sums, told_sums, told_wholes
from extractors.claims.comparing import after_changes, balances, changes, drawn_changes, grown, left_of, remainders, rests, slipped_rests
from extractors.claims.counting import counted_parts, counts, named_lists, told_votes
from extractors.claims.dividing import (
    by_shares,
    concluded_shares,
    drawn_shares,
    named_wholes,
    near_shares,
    reckoned_shares,
    shares,
    shares_of_one_whole,
    shares_together,
    slipped_shares,
    told_shares,
)
from extractors.claims.ledger import Ledger
from extractors.claims.mentions import mentions
from extractors.claims.multiplying import (
    averages,
    concluded_products,
    drawn_products,
    in_a_year,
    mistaken_prices,
    multiples,
    of_a_year,
    products,
    slipped_products,
    tied_products,
)
from extractors.claims.sentences import sentences
from extractors.claims.tabulating import (
    averages_of_tables,
    between_years,
    counted_tables,
    lines_apart,
    of_another_size,
    slipped_cells,
    table_rates,
    table_shares,
    tables,
)
from extractors.figures import Measured
from extractors.layout import Flow
from extractors.structure import Structure
from minutes import retold
from minutes.records import Claim, Unread

FAMILIES = (
    sums.find,
    told_sums.find,
    told_wholes.find,
    passages.find,
    closed.find,
    by_areas.find,
    changes.find,
    grown.find,
    remainders.find,
    balances.find,
    left_of.find,
    rests.find,
    by_shares.find,
    after_changes.find,
    products.find,
    multiples.find,
    averages.find,
    in_a_year.find,
    of_a_year.find,
    shares.find,
    told_shares.find,
    named_wholes.find,
    drawn_shares.find,
    concluded_shares.find,
    shares_of_one_whole.find,
    shares_together.find,
    points.find,
    points_below.find,
    counts.find,
    counted_parts.find,
    named_lists.find,
    counted_tables.find,
    tables.find,
    table_shares.find,
    table_rates.find,
    averages_of_tables.find,
    lines_apart.find,
    between_years.find,
    of_another_size.find,
    told_votes.find,
    near_misses.find,
    near_shares.find,
    tied_products.find,
    slipped_products.find,
    mistaken_prices.find,
    drawn_products.find,
    concluded_products.find,
    slipped_shares.find,
    near_slips.find,
    slipped_rests.find,
    slipped_cells.find,
    concluded.find,
    reckoned_shares.find,
    all_others.find,
    drawn_changes.find,
    gathered.find,
    turned.find,
    told_twice.find,
    called_again.find,
    granted.find,
)


def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every claim, not judged. A family that a fault of its own stops tells no more, and the flow's `unread` says so: the other records
    stand."""
    ledger = Ledger(flow, structure, sentences(flow, mentions(flow, measured)))
    for family in FAMILIES:
        try:
            family(ledger)
        except (ArithmeticError, LookupError, ValueError):
            rule = family.__module__.rpartition(".")[2]
            flow.unread.append(Unread(retold.CLAIMS, retold.NOT_RECKONED.format(rule=rule)))
    return ledger.claims
