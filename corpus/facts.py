"""Statements that a calendar, a law or a list decides: each with a true wording and a false one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
ANNEXES = ("Notat om økonomi", "Kort over området", "Høringssvar", "Tidsplan", "Referat af borgermøde", "Skitseprojekt", "Takster")
LIMITS = {
    2012: ("mindst to af tre kriterier", "Over 40 pct. af de 18-64-årige er uden tilknytning til arbejdsmarked eller uddannelse.",
           "Over 50 pct. er indvandrere og efterkommere fra ikke-vestlige lande."),
    2016: ("mindst tre af fem kriterier", "Mere end 50 pct. af de 30-59-årige har kun grundskolen.",
           "Mere end 2,7 pct. af beboerne på 18 år og derover er dømt."),
    2019: ("mindst to af fire kriterier", "Mere end 60 pct. af de 30-59-årige har kun grundskolen.",
           "Bruttoindkomsten er under 55 pct. af gennemsnittet i regionen."),
    2023: ("mindst to af fire kriterier", "Over 60 pct. af de 30-59-årige har kun en grundskoleuddannelse.",
           "Over 40 pct. af de 18-64-årige er uden for arbejdsmarked og uddannelse."),
}
OUTDATED = {"Over 40 pct.": "Over 45 pct.", "Over 50 pct.": "Over 60 pct.", "Mere end 50 pct.": "Mere end 60 pct.",
            "Mere end 2,7 pct.": "Mere end 3,7 pct.", "Mere end 60 pct.": "Mere end 50 pct.", "under 55 pct.": "under 65 pct.",
            "Over 60 pct.": "Over 50 pct."}
OTHER_RULE = {"to af tre": "tre af fem", "tre af fem": "to af fem", "to af fire": "tre af fire"}


@dataclass(frozen=True)
class Fact:
    """A true statement, the same made false, the name of that fault and the checks that may say so."""

    fault: str
    true: str
    false: str
    checks: tuple[str, ...]
    place: str = "prose"

    @property
    def kind(self) -> str:
        """What the statement is about: the name of its one fault."""
        return self.fault


def written(day: date) -> str:
    """A date in words: "3. marts 2025"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _day(rng: Random) -> date:
    return date(2009, 1, 5) + timedelta(days=rng.randrange(6_000))


def weekday(rng: Random, thing: str) -> Fact:
    """A weekday with its date, and the day after."""
    day = _day(rng)
    said = rng.choice(("Borgermødet om {} holdes {} den {}.", "Udvalget besigtiger {} {} den {}.", "Der er rejsegilde på {} {} den {}."))
    right, wrong = DAYS[day.weekday()], DAYS[(day.weekday() + rng.randint(1, 6)) % 7]
    return Fact("weekday", said.format(thing, right, written(day)), said.format(thing, wrong, written(day)), ("date-impossible",))


def period(rng: Random, thing: str) -> Fact:
    """A period, and the same with its ends swapped."""
    first = _day(rng)
    last = first + timedelta(days=rng.randint(15, 90))
    said = rng.choice(("Høringen om {} løber fra den {} til den {}.", "Arbejdet på {} udføres i perioden fra den {} til den {}."))
    return Fact("period", said.format(thing, written(first), written(last)), said.format(thing, written(last), written(first)),
                ("date-impossible",))


def no_such_day(rng: Random, thing: str) -> Fact:
    """A deadline, and one on a day that no calendar has."""
    month = rng.choice((4, 6, 9, 11))
    said = rng.choice(("Fristen for tilbud på {} er den {}. {} {}.", "Bemærkninger om {} skal være modtaget senest den {}. {} {}."))
    parts = MONTHS[month - 1], rng.randint(2009, 2025)
    return Fact("no such day", said.format(thing, 30, *parts), said.format(thing, 31, *parts), ("date-impossible",))


def limit(rng: Random, thing: str) -> Fact:
    """The criteria of a list, and the same with the limit or the rule of another time."""
    year = rng.choice(tuple(LIMITS))
    rule, *limits = LIMITS[year]
    published = "oktober" if year < 2014 else "1. december"
    said = f"Et boligområde kommer på listen fra {published} {year}, når det opfylder {rule}. {' '.join(limits)}"
    if rng.random() < 0.5:
        old = next(k for k in OTHER_RULE if k in rule)
        return Fact("rule", said, said.replace(old, OTHER_RULE[old]), ("rule-misstated",))
    old = next(k for k in OUTDATED if k in limits[0])
    return Fact("limit", said, said.replace(old, OUTDATED[old]), ("threshold-not-in-force",))


def annexes(rng: Random, thing: str) -> Fact:
    """A list of annexes that are all cited, and a citation of one more."""
    titles = rng.sample(ANNEXES, rng.randint(2, 5))
    listed = "Bilag:\n" + "\n".join(f"Bilag {i}: {title}" for i, title in enumerate(titles, 1))
    cited = f"Forløbet for {thing} er beskrevet i bilag 1-{len(titles)}"
    return Fact("annex", f"{cited}.\n\n{listed}", f"{cited}, og prisen i bilag {len(titles) + 1}.\n\n{listed}", ("annex-missing",), "list")


def person(rng: Random, thing: str) -> Fact:
    """A person named without and with a personal number."""
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(20_000))
    cpr = f"{born:%d%m%y}-{rng.randint(1, 3)}{rng.randint(0, 999):03}"
    said = f"Ansøgningen om {thing} er indsendt af Karen Nygaard{{}}, der bor i nærheden."
    return Fact("personal number", said.format(""), said.format(f" (cpr. {cpr})"), ("personal-number",))


FACTS = (weekday, period, no_such_day, person)
ONCE = (limit, annexes)
"""Those that may stand only once in a document: two lists of annexes or two rules would contradict each other."""
