"""What the text says its figures have to do with each other: sums, differences, products, shares, counts.

Found broadly, judged elsewhere (minutes.checks.arithmetic). A claim that is only perhaps one carries `if_not = "unverifiable"`.
"""

from __future__ import annotations

from extractors.claims import concluded, headlines, near_misses, near_slips, siblings, superseded, taken_as_known
from extractors.claims.adding import in_turns, named_parts, passages, points, points_below, staffs, sums, told_sums, told_wholes
from extractors.claims.comparing import (
    after_changes,
    changes,
    comparisons,
    grown,
    left_of,
    level_changes,
    named_changes,
    remainders,
    rests,
    slipped_rests,
    years_between,
)
from extractors.claims.counting import counted_parts, counts, named_counts, named_lists, party_lists, told_votes
from extractors.claims.dividing import (
    based_shares,
    by_shares,
    drawn_shares,
    named_shares,
    near_shares,
    shares,
    shares_of_them,
    shares_side_by_side,
    slipped_shares,
    told_shares,
)
from extractors.claims.mentions import mentions
from extractors.claims.multiplying import (
    averages,
    counted_rates,
    hours_open,
    in_a_year,
    multiples,
    near_factors,
    products,
    slipped_products,
    tied_products,
    two_prices,
    whole_terms,
)
from extractors.claims.sentences import Ledger, sentences
from extractors.claims.tabulating import (
    averages_of_tables,
    between_years,
    counted_tables,
    of_another_size,
    over_all_years,
    slipped_cells,
    table_changes,
    table_rates,
    table_shares,
    tables,
)
from extractors.figures import Measured
from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Claim

FAMILIES = (
    sums.find,
    staffs.find,
    told_sums.find,
    told_wholes.find,
    named_parts.find,
    passages.find,
    changes.find,
    grown.find,
    comparisons.find,
    remainders.find,
    left_of.find,
    rests.find,
    by_shares.find,
    after_changes.find,
    level_changes.find,
    products.find,
    whole_terms.find,
    counted_rates.find,
    multiples.find,
    averages.find,
    in_turns.find,
    in_a_year.find,
    hours_open.find,
    headlines.find,
    named_changes.find,
    years_between.find,
    shares.find,
    named_shares.find,
    told_shares.find,
    drawn_shares.find,
    based_shares.find,
    shares_of_them.find,
    shares_side_by_side.find,
    points.find,
    points_below.find,
    counts.find,
    counted_parts.find,
    named_counts.find,
    named_lists.find,
    party_lists.find,
    counted_tables.find,
    tables.find,
    table_shares.find,
    table_rates.find,
    averages_of_tables.find,
    table_changes.find,
    between_years.find,
    of_another_size.find,
    over_all_years.find,
    told_votes.find,
    near_misses.find,
    near_factors.find,
    near_shares.find,
    tied_products.find,
    two_prices.find,
    slipped_products.find,
    slipped_shares.find,
    near_slips.find,
    slipped_rests.find,
    slipped_cells.find,
    concluded.find,
    siblings.find,
    superseded.find,
    taken_as_known.find,
)

def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every claim, not judged."""
    ledger = Ledger(flow, structure, sentences(flow, mentions(flow, measured)))
    for family in FAMILIES:
        family(ledger)
    return ledger.claims
