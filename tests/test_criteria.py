"""The rules as data: every rule set with its dates and limits, lists, areas, evaluation in three values, own rules."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.criteria import HERE, CriteriaError, load
from minutes.criteria.evaluate import Case, at_least, every, judge, rounded, some
from minutes.criteria.rules import CONFIDENCES
from minutes.interval import Interval
from tests.criteria_page import PAGE, page

RULES = load()
HEDEMARKEN = {"uden_arbejde": "36.5", "ikke_vestlig": "51.1", "doemte": "1.9", "grundskole_dk": "67.9", "indkomst": "58.9"}
GELLERUP = {"uden_arbejde": "51.9", "ikke_vestlig": "80.6", "doemte": "4.43", "grundskole_inkl_uoplyst": "58.4", "indkomst": "51.1"}


def fares(rule_set: str, values: dict[str, str], **more) -> bool | None:
    said = RULES.rule_sets[rule_set]
    day = date(2017, 12, 1) if values is HEDEMARKEN else max(said.first, date(2018, 12, 1))
    return judge(RULES, said, Case({k: rounded(Decimal(v)) for k, v in values.items()}, day, **more)).met


IN_FORCE = [
    # the last day of the old, the first of the new; kind; rule set before; rule set after
    ("2010-10-26", "ghetto", None, "ghetto-2010"),
    ("2014-02-01", "ghetto", "ghetto-2010", "ghetto-2014"),
    ("2018-12-01", "ghetto", "ghetto-2014", "ghetto-2018"),
    ("2018-12-01", "udsat", None, "udsat-2018"),
    ("2018-12-01", "haard", None, "haard-2018"),
    ("2021-11-30", "ghetto", "ghetto-2018", "ghetto-2021"),
    ("2021-11-30", "haard", "haard-2018", "haard-2021"),
    ("2021-11-30", "forebyggelse", None, "forebyggelse-2021"),
    ("2021-11-30", "udsat", "udsat-2018", "udsat-2018"),
]


@pytest.mark.parametrize(("day", "kind", "before", "after"), IN_FORCE)
def test_the_last_old_day_and_the_first_new_one(day, kind, before, after):
    day = date.fromisoformat(day)
    names = [[r.id for r in RULES.in_force(d, kind)] for d in (day - timedelta(days=1), day)]
    assert names == [[before] if before else [], [after]]


LIMITS = [
    # rule set, indicator, limit, years of average, how education is counted
    ("ghetto-2010", "beboere", ">= 1000", None, None),
    ("ghetto-2010", "ikke_vestlig", "> 50", None, None),
    ("ghetto-2010", "uden_arbejde", "> 40", 4, None),
    ("ghetto-2010", "doemte", "> 2.70", 4, None),
    ("ghetto-2014", "uden_arbejde", "> 40", 2, None),
    ("ghetto-2014", "ikke_vestlig", "> 50", None, None),
    ("ghetto-2014", "doemte", "> 2.70", 2, None),
    ("ghetto-2014", "grundskole", "> 50", None, "grundskole_inkl_uoplyst"),
    ("ghetto-2014", "indkomst", "< 55", None, None),
    ("udsat-2018-udspil", "grundskole", "> 60", None, "grundskole_dk"),
    ("udsat-2018-udspil", "doemte", "> 2.70", 2, None),
    ("udsat-2018-aftale", "doemte_ratio", ">= 3", 2, None),
    ("udsat-2018", "uden_arbejde", "> 40", 2, None),
    ("udsat-2018", "doemte_ratio", ">= 3", 2, None),
    ("udsat-2018", "grundskole", "> 60", None, "grundskole_dk"),
    ("udsat-2018", "indkomst", "< 55", None, None),
    ("udsat-2018", "beboere", ">= 1000", None, None),
    ("ghetto-2018", "ikke_vestlig", "> 50", None, None),
    ("ghetto-2021", "ikke_vestlig", "> 50", None, None),
    ("forebyggelse-2021", "ikke_vestlig", "> 30", None, None),
    ("forebyggelse-2021", "uden_arbejde", "> 30", 2, None),
    ("forebyggelse-2021", "doemte_ratio", ">= 2", 2, None),
    ("forebyggelse-2021", "grundskole", "> 60", None, "grundskole_dk"),
    ("forebyggelse-2021", "indkomst", "< 65", None, None),
]


@pytest.mark.parametrize(("rule_set", "indicator", "limit", "years", "measure"), LIMITS)
def test_limits(rule_set, indicator, limit, years, measure):
    found = next(c for c in RULES.limits(RULES.rule_sets[rule_set]) if c.indicator == indicator)
    assert (f"{found.operator} {found.value}", found.average_years) == (limit, years)
    assert measure in (None, found.measure)


COUNTS = {
    "ghetto-2010": {(2, 3)}, "ghetto-2014": {(3, 5)}, "udsat-2018-udspil": {(2, 5)}, "ghetto-2018-udspil": {(2, 3), (2, 5)},
        "udsat-2018-aftale": {(2, 4)},
    "udsat-2018": {(2, 4)}, "ghetto-2018": {(2, 4)}, "ghetto-2021": {(2, 4)}, "forebyggelse-2021": {(2, 4)},
}


@pytest.mark.parametrize("rule_set", COUNTS)
def test_how_many_of_how_many(rule_set):
    assert RULES.counts(RULES.rule_sets[rule_set]) == COUNTS[rule_set]


def test_every_limit_says_where_it_stands_and_how_sure_it_is():
    for rule_set in RULES.rule_sets.values():
        assert rule_set.origin.reference and rule_set.origin.url and rule_set.origin.confidence in CONFIDENCES
        for limit in RULES.limits(rule_set):
            assert limit.origin.reference and limit.origin.url and limit.population and limit.origin.confidence in CONFIDENCES


JUST = [
    # rule set, a value just not enough, the same just enough
    ("ghetto-2014", "uden_arbejde", "40", "40.1"),
    ("ghetto-2014", "doemte", "2.6", "2.8"),
    ("ghetto-2014", "indkomst", "55.1", "54.9"),
    ("udsat-2018", "doemte_ratio", "2.9", "3"),
    ("forebyggelse-2021", "indkomst", "65.1", "64.9"),
]


@pytest.mark.parametrize(("rule_set", "indicator", "below", "above"), JUST)
def test_operators_are_literal(rule_set, indicator, below, above):
    for value, expected in ((below, False), (above, True)):
        said = judge(RULES, RULES.rule_sets[rule_set], Case({indicator: rounded(Decimal(value))}, RULES.rule_sets[rule_set].first))
        assert next(p.met for p in said.parts if p.criterion.indicator == indicator) is expected


def test_a_figure_that_rounds_to_the_limit_cannot_be_told():
    said = judge(RULES, RULES.rule_sets["ghetto-2014"], Case({"uden_arbejde": rounded(Decimal("40.0"))}, date(2015, 12, 1)))
    assert next(p.met for p in said.parts if p.criterion.indicator == "uden_arbejde") is None


@pytest.mark.parametrize(("indicator", "name", "unit"), [("doemte", "andel dømte", "percent"),
                                                         ("doemte_ratio", "andel dømte mod landsgennemsnittet", "ratio")])
def test_convictions_are_shown_in_the_unit_they_are_told_in(indicator, name, unit):
    said = judge(RULES, RULES.rule_sets["udsat-2018"], Case({indicator: rounded(Decimal("1.9"))}, date(2020, 12, 1)))
    assert [(p.name, p.unit) for p in said.parts if p.criterion.indicator == "doemte_ratio"] == [(name, unit)]


REPLAYS = [
    (HEDEMARKEN, "ghetto-2010", False),
    (HEDEMARKEN, "ghetto-2014", False),  # whatever its old figure for education is
    (HEDEMARKEN, "udsat-2018-udspil", True),
    (HEDEMARKEN, "ghetto-2018-udspil", False),
    (HEDEMARKEN, "udsat-2018", False),
    (HEDEMARKEN, "ghetto-2018", False),
    (HEDEMARKEN, "forebyggelse-2021", True),
    (GELLERUP, "ghetto-2010", True),
    (GELLERUP, "ghetto-2014", True),
]


@pytest.mark.parametrize(("values", "rule_set", "expected"), REPLAYS)
def test_replays_of_hedemarken_2017_and_gellerup_2015(values, rule_set, expected):
    assert fares(rule_set, values) is expected


def test_missing_values_cannot_be_told_unless_the_rest_settles_it():
    assert fares("ghetto-2014", {"uden_arbejde": "45.0", "ikke_vestlig": "60.0"}) is None
    assert fares("ghetto-2014", {"uden_arbejde": "45.0", "ikke_vestlig": "60.0", "doemte": "3.0"}) is True
    assert fares("ghetto-2014", {"uden_arbejde": "35.0", "ikke_vestlig": "40.0", "doemte": "1.0"}) is False
    assert fares("ghetto-2014", GELLERUP) is True  # the number of residents alone is taken for granted
    assert fares("ghetto-2014", GELLERUP | {"beboere": "999"}) is False


def test_convictions_in_percent_need_the_average_of_that_list():
    for day, expected in (("2018-12-01", True), ("2020-12-01", False), ("2019-12-01", None)):
        case = Case({"doemte": rounded(Decimal("2.10"))}, date.fromisoformat(day))
        said = judge(RULES, RULES.rule_sets["udsat-2018"], case)
        assert next(p.met for p in said.parts if p.criterion.indicator == "doemte_ratio") is expected


def test_the_sentence_tells_why():
    said = judge(RULES, RULES.rule_sets["udsat-2018"], Case({k: rounded(Decimal(v)) for k, v in HEDEMARKEN.items()}, date(2018, 12, 1)))
    assert said.sentence == "er ikke et udsat boligområde: mindst 1.000 beboere er forudsat; opfylder 1 af 4 kriterier, hvoraf 2 kræves"


LISTS = [
    # day, ghetto, udsat, hard, forebyggelse
    ("2010-10-26", 29, None, None, None),
    ("2012-10-01", 33, None, None, None),
    ("2014-02-01", 33, None, None, None),
    ("2014-12-01", 31, None, None, None),
    ("2015-12-01", 25, None, None, None),
    ("2016-12-01", 25, None, None, None),
    ("2017-12-01", 22, None, None, None),
    ("2018-12-01", 29, 43, 15, None),
    ("2019-12-01", 28, 40, 15, None),
    ("2020-12-01", 15, 25, 13, None),
    ("2021-12-01", 12, 20, 10, 62),
    ("2022-12-01", 10, 17, 9, 67),
    ("2023-12-01", 12, 19, 8, 56),
    ("2024-12-01", 8, 12, 7, 63),
]


@pytest.mark.parametrize(("day", "ghetto", "udsat", "haard", "forebyggelse"), LISTS)
def test_published_lists(day, ghetto, udsat, haard, forebyggelse):
    published = RULES.list_of(date.fromisoformat(day))
    counts = {"ghetto": ghetto, "udsat": udsat, "haard": haard, "forebyggelse": forebyggelse}
    assert published.counts == {k: n for k, n in counts.items() if n is not None}


@pytest.mark.parametrize("published", [x for x in RULES.lists if x.names == "all"], ids=lambda x: x.day.isoformat())
def test_the_names_of_a_whole_list_are_as_many_as_published(published):
    assert sum(RULES.on_list(a, published) is True for a in RULES.areas) == published.counts["ghetto"]


@pytest.mark.parametrize("published", [x for x in RULES.lists if 2018 <= x.day.year <= 2022], ids=lambda x: x.day.isoformat())
def test_five_lists_in_a_row_give_every_published_number_of_hard_areas(published):
    assert sum(RULES.on_hard_list(a, published) is True for a in RULES.areas) == published.counts["haard"]


def test_what_is_not_known_stays_unknown():
    hedemarken = RULES.find_area("Hedemarken")
    assert RULES.on_list(hedemarken, RULES.list_of(date(2013, 10, 1))) is None
    assert RULES.on_list(hedemarken, RULES.list_of(date(2023, 12, 1))) is None
    assert RULES.conviction_limit(Decimal(3), date(2023, 12, 1)) is None
    assert RULES.list_of(date(2025, 12, 1)) is None


NAMES = [
    # written, area, how
    ("Hedemarken", "Hedemarken", "name"), ("Taastrupgaard", "Tåstrupgård", "name"), ("Taastrupgård", "Tåstrupgård", "name"),
    ("Volsmose", "Vollsmose", "misspelt"), ("Tingbjerg-Utterslevhuse", "Tingbjerg/Utterslevhuse", "name"), ("Tingbjerg",
        "Tingbjerg/Utterslevhuse", "loose"),
    ("Gellerupparken og Toveshøj", "Gellerupparken/Toveshøj", "name"), ("Gellerup", "Gellerupparken/Toveshøj", "loose"),
    ("Skovparken/Skovvejen", "Skovvejen/Skovparken", "variant"), ("Æblehaven/Rønnebærparken", "Rønnebærparken/Æblehaven", "variant"),
    ("Mjølnerparkn", "Mjølnerparken", "similar"), ("Risingsparken", "Solbakken", "part"), ("Schackenborgvænge", "Ringparken", "variant"),
]
NO_AREA = ["Skovhøj", "Ellebakken", "Hedemarksvej", "Skovparken", "Parken", "København", "", "Vollmersvej"]


@pytest.mark.parametrize(("written", "area", "how"), NAMES)
def test_one_area_for_a_name(written, area, how):
    found = RULES.match_area(written)
    assert (found.area.name, found.how) == (area, how)


@pytest.mark.parametrize("written", NO_AREA)
def test_no_area_for_a_name(written):
    assert RULES.find_area(written) is None


def test_names_in_running_text():
    text = "Både Vollsmose, Gellerupparken/Toveshøj og Mjølnerparkens beboere var med; Vollsmoseplanen var ikke."
    assert [m.area.name for _, m in RULES.names_in(text)] == ["Vollsmose", "Gellerupparken/Toveshøj", "Mjølnerparken"]


answers = st.sampled_from([True, False, None])


@given(st.lists(answers, min_size=1, max_size=6), st.integers(1, 6))
def test_three_values_agree_with_every_way_the_open_ones_may_fall(said, least):
    def ways(values):
        if not values:
            return [[]]
        first = [True, False] if values[0] is None else [values[0]]
        return [[v, *rest] for v in first for rest in ways(values[1:])]

    for judged, plain in ((at_least(least, said), lambda w: sum(w) >= least), (every(said), all), (some(said), any)):
        outcomes = {bool(plain(w)) for w in ways(said)}
        assert judged == (outcomes.pop() if len(outcomes) == 1 else None)


@given(st.decimals(0, 100, places=1))
def test_printed_digits_allow_half_a_step(value):
    assert rounded(value) == Interval(value - Decimal("0.05"), value + Decimal("0.05"))


@given(st.text(max_size=40))
def test_any_name_in_no_exception_out(name):
    RULES.find_area(name)


def test_the_readme_is_made_from_the_data():
    assert PAGE.read_text(encoding="utf-8") == page(RULES), "run make docs"


def write(folder: Path, text: str) -> Path:
    (folder / "egne.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_specimen_is_read_with_the_law():
    rules = load(HERE / "specimen")
    assert rules.rule_sets["fokusomraade-2024"].rule and rules.rule_sets["ghetto-2014"]
    assert [r.id for r in rules.in_force(date(2024, 4, 1), "local", )] == []
    assert [r.id for r in rules.in_force(date(2024, 4, 1), "local", "local")] == ["fokusomraade-2024"]


WRONG = [
    ("[[criterion]]\nid='a'\nindicator='uden_arbejde'\noperator='=>'\nvalue=1\n", "egne.toml: criterion a: 'operator' er '=>'; "
        "tilladt: >, >=, <, <="),
    ("[[criterion]]\nid='a'\nindicator='uden_arbejde'\noperator='>'\n", "egne.toml: criterion a: 'value' mangler"),
    ("[[criterion]]\nid='a'\nindicator='uden_arbejde'\noperator='>'\nvalue='40'\n", "egne.toml: criterion a: 'value' skal være et tal, "
        "ikke '40'"),
    ("[[kriterium]]\nid='a'\n", "egne.toml: tabellen 'kriterium' kendes ikke; tilladt: source, indicator, criterion"),
    ("[source]\ntitle='x'\nreference='y'\nconfidence='sikker'\n", "egne.toml: source 1: 'confidence' er 'sikker'; tilladt: high, "
        "medium, low, none"),
    ("[[rule_set]]\nid='r'\nkind='local'\nstatus='local'\nfrom=2024-01-01\nrule=[{met='b'}]\n", "egne.toml: rule_set r: kriteriet 'b' "
        "findes ikke i filen"),
    ("[[rule_set]]\nid='r'\nkind='by'\nstatus='local'\nfrom=2024-01-01\nrule=[]\n", "egne.toml: rule_set r: 'kind' er 'by'; tilladt: "
        "udsat, ghetto"),
    ("[[rule_set]]\nid='r'\nkind='local'\nstatus='local'\nfrom='2024'\nrule=[]\n", "egne.toml: rule_set r: 'from' skal være en dato"),
    ("[[rule_set]]\nid='r'\nkind='local'\nstatus='local'\nfrom=2024-01-01\nrule=[{least=3, of=['a']}]\n", "'least' skal være mellem 1 "
        "og antallet i 'of'"),
    ("[[rule_set]]\nid='r'\nkind='local'\nstatus='local'\nfrom=2024-01-01\nrule=[{on_list='x'}]\n", "egne.toml: rule_set r: listen 'x' "
        "findes ikke"),
    ("[[rule_set]]\nid='udsat-2018'\nkind='local'\nstatus='local'\nfrom=2024-01-01\nrule=[]\n", "rule_set udsat-2018: id findes "
        "allerede i 2018-lov.toml"),
    ("her er ingen tabel", "egne.toml: kan ikke læses som TOML"),
    ("[[criterion]]\nid='a'\nindicator='lykke'\noperator='>'\nvalue=1\n[[rule_set]]\nid='r'\nkind='local'\nstatus='local'\nfrom=2024-01-01\n"
     "rule=[]\n",
     "criterion a: indicator 'lykke' kendes ikke"),
]


@pytest.mark.parametrize(("text", "complaint"), WRONG)
def test_complaints_name_file_key_and_what_is_allowed(text, complaint, tmp_path):
    with pytest.raises(CriteriaError) as error:
        load(write(tmp_path, text))
    assert complaint in str(error.value)


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(CriteriaError, match="ingen .toml-filer"):
        load(tmp_path)
