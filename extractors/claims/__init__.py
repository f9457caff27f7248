"""What the text says its figures have to do with each other: sums, differences, products, shares, counts.

Found broadly, judged elsewhere (minutes.checks.arithmetic). A claim that is only perhaps one carries `if_not = "unverifiable"`.
"""

from __future__ import annotations

from extractors.claims import (
    after_changes,
    averages,
    averages_of_tables,
    based_shares,
    between_years,
    by_shares,
    changes,
    comparisons,
    concluded,
    counted_parts,
    counted_rates,
    counted_tables,
    counts,
    drawn_shares,
    headlines,
    in_a_year,
    in_turns,
    left_of,
    multiples,
    named_changes,
    named_counts,
    named_lists,
    named_parts,
    near_factors,
    near_misses,
    near_shares,
    near_slips,
    of_another_size,
    party_lists,
    passages,
    points,
    points_below,
    products,
    remainders,
    rests,
    shares,
    shares_of_them,
    siblings,
    slipped_cells,
    slipped_products,
    slipped_rests,
    slipped_shares,
    sums,
    superseded,
    table_changes,
    table_rates,
    table_shares,
    tables,
    told_shares,
    told_sums,
    told_votes,
    told_wholes,
    whole_terms,
    years_between,
)
from extractors.claims.mentions import mentions
from extractors.claims.sentences import Ledger, sentences
from extractors.figures import Measured
from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Claim

FAMILIES = (
    sums.find,
    told_sums.find,
    told_wholes.find,
    named_parts.find,
    passages.find,
    changes.find,
    comparisons.find,
    remainders.find,
    left_of.find,
    rests.find,
    by_shares.find,
    after_changes.find,
    products.find,
    whole_terms.find,
    counted_rates.find,
    multiples.find,
    averages.find,
    in_turns.find,
    in_a_year.find,
    headlines.find,
    named_changes.find,
    years_between.find,
    shares.find,
    told_shares.find,
    drawn_shares.find,
    based_shares.find,
    shares_of_them.find,
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
    told_votes.find,
    near_misses.find,
    near_factors.find,
    near_shares.find,
    slipped_products.find,
    slipped_shares.find,
    near_slips.find,
    slipped_rests.find,
    slipped_cells.find,
    concluded.find,
    siblings.find,
    superseded.find,
)


def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every claim, not judged."""
    ledger = Ledger(flow, structure, sentences(flow, mentions(flow, measured)))
    for family in FAMILIES:
        family(ledger)
    return ledger.claims
