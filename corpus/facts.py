"""Statements that a calendar, a law or a list decides: each with a true wording and a false one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from minutes.days import MONTHS, WEEKDAYS, written

ANNEXES = ("Notat om økonomi", "Kort over området", "Høringssvar", "Tidsplan", "Referat af borgermøde", "Skitseprojekt", "Takster")
REGIMES = {
    "oktober 2012": ("to af tre", {"arbejde": "40", "herkomst": "50"}),
    "1. december 2014": ("tre af fem", {"arbejde": "40", "herkomst": "50", "dømte": "2,7", "skole": "50", "indkomst": "55"}),
    "1. december 2016": ("tre af fem", {"arbejde": "40", "herkomst": "50", "dømte": "2,7", "skole": "50", "indkomst": "55"}),
    "1. december 2019": ("to af fire", {"arbejde": "40", "skole": "60", "indkomst": "55"}),
    "1. december 2023": ("to af fire", {"arbejde": "40", "skole": "60", "indkomst": "55"}),
}
"""The rule for the lists of these days, and the limits in percent (almenboligloven § 61 a as it was)."""
RULES = (
    "Et boligområde kommer på listen over {name} fra {day}, når det opfylder {rule} kriterier.",
    "På listen over {name} fra {day} står de områder, der opfylder mindst {rule} kriterier.",
    "For at komme på listen over {name} pr. {day} skal et område opfylde {rule} kriterier.",
    "Regeringens liste over {name} fra {day} bygger på, at et boligområde opfylder {rule} kriterier.",
)
LIMITS = {
    "arbejde": ("Over {} pct. af de 18-64-årige er uden tilknytning til arbejdsmarked eller uddannelse.",
                "Andelen af 18-64-årige uden job eller uddannelse overstiger {} procent.",
                "Mere end {} % af beboerne mellem 18 og 64 år er hverken i arbejde eller uddannelse."),
    "herkomst": ("Over {} pct. er indvandrere og efterkommere fra ikke-vestlige lande.",
                 "Andelen af beboere med ikke-vestlig baggrund er større end {} procent."),
    "dømte": ("Mere end {} pct. af beboerne på 18 år og derover er dømt.", "Andelen af dømte over 18 år overstiger {} procent."),
    "skole": ("Mere end {} pct. af de 30-59-årige har kun grundskolen.",
              "Andelen af 30-59-årige, der alene har en grundskoleuddannelse, er over {} procent."),
    "indkomst": ("Bruttoindkomsten er under {} pct. af gennemsnittet i regionen.",
                 "Den gennemsnitlige bruttoindkomst udgør mindre end {} procent af regionens."),
}
OTHER_LIMIT = {"40": "45", "50": "60", "60": "50", "55": "65", "2,7": "3,7"}
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


def _day(rng: Random) -> date:
    return date(2009, 1, 5) + timedelta(days=rng.randrange(6_000))


def weekday(rng: Random, thing: str) -> Fact:
    """A weekday with its date, and the day after."""
    day = _day(rng)
    said = rng.choice(("Borgermødet om {} holdes {} den {}.", "Udvalget besigtiger {} {} den {}.", "Der er rejsegilde på {} {} den {}."))
    right, wrong = WEEKDAYS[day.weekday()], WEEKDAYS[(day.weekday() + rng.randint(1, 6)) % 7]
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


def limit(rng: Random, _thing: str) -> Fact:
    """The criteria of a list, and the same with the limit or the rule of another time."""
    day = rng.choice(tuple(REGIMES))
    rule, limits = REGIMES[day]
    chosen = rng.sample(tuple(limits), rng.randint(2, len(limits)))
    said = [rng.choice(LIMITS[name]) for name in chosen]
    joint, place = rng.choice(((" ", "prose"), ("\n- ", "list")))
    name = "udsatte boligområder" if rule == "to af fire" else "ghettoområder"
    told = joint.join([rng.choice(RULES).replace("{day}", day).replace("{name}", name), *said])
    right = [limits[name] for name in chosen]
    if rng.random() < 0.5:
        return Fact("rule", _told(told, rule, right), _told(told, OTHER_RULE[rule], right), ("rule-misstated",), place)
    at = rng.randrange(len(right))
    wrong = right[:at] + [OTHER_LIMIT[right[at]]] + right[at + 1:]
    return Fact("limit", _told(told, rule, right), _told(told, rule, wrong), ("threshold-not-in-force",), place)


def _told(text: str, rule: str, limits: list[str]) -> str:
    return text.replace("{rule}", rule).format(*limits)


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
