"""Whatever is found: a why quotes the very words of those it names, and every place holds what is said of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

import pytest

from samestory.comparing import compare
from samestory.comparing.tellers import day_in_words, labels
from samestory.model import Comparison, Point, Telling
from telling_builder import Marks, Said, Stated, story, telling

_QUOTED = re.compile(r"“[^“”]*”")
_SAYS = re.compile(r"(?P<names>.+?) says? (?P<words>“[^“”]*”)")


def plain(text: str) -> str:
    return " ".join(text.split())


def check(one: Comparison) -> None:
    tellings = {telling.article.id: telling for telling in one.tellings}
    for point in one.points:
        check_why(point, tellings, dated(one.tellings))
        assert all(evidence.span.of(tellings[evidence.article].article.text).strip() for evidence in point.facts)
    for saying in one.sayings:
        for version in saying.versions:
            text = tellings[version.article].article.text
            pieces = [plain(piece.of(text)) for piece in version.content]
            assert all(pieces)
            assert all(piece in plain(version.text) for piece in pieces)
            assert len(" ".join(pieces)) >= len(plain(version.text).replace(" … ", " "))


def check_why(point: Point, tellings: dict[str, Telling], named: dict[str, str]) -> None:
    """Each outlet named before "says" has these words, and what else is quoted stands with one of the point's tellings."""
    told = {article: plain(tellings[article].article.text) for article in dict.fromkeys(one.article for one in point.facts)}
    why = point.why.removeprefix(f"{point.about[:1].upper()}{point.about[1:]}: ")
    headlines = {label for article in told for label in _QUOTED.findall(named[article])}
    for quoted in set(_QUOTED.findall(why)) - headlines:
        assert any(quoted[1:-1] in text for text in told.values()), point.why
    for said in _clauses(why, headlines):
        for article in told:
            if named[article] in _names(said["names"], named):
                assert said["words"][1:-1] in told[article], point.why


def _clauses(why: str, headlines: set[str]) -> Iterator[re.Match[str]]:
    for number, headline in enumerate(sorted(headlines)):
        why = why.replace(headline, f"<{number}>")  # a headline may hold "says", too
    for clause in why.split("; "):
        for number, headline in enumerate(sorted(headlines)):
            clause = clause.replace(f"<{number}>", headline)
        if found := _SAYS.match(clause.removeprefix("only ")):
            yield found


def _names(words: str, named: dict[str, str]) -> set[str]:
    """The labels in the words, the longest first: "Outlet (Nov. 3, 2025" holds "Outlet"."""
    given = set()
    for label in sorted(set(named.values()), key=len, reverse=True):
        if label in words:
            given.add(label)
            words = words.replace(label, "")
    return given


def dated(tellings: Iterable[Telling]) -> dict[str, str]:
    """The label of each article as it stands in a why, with its day."""
    given = list(tellings)
    named = labels(given)
    return {one.article.id: named[one.article.id] + (f" ({day_in_words(one.day)}" if one.day else "") for one in given}


def test_the_demo(demo: tuple[Comparison, ...]) -> None:
    assert any(one.points for one in demo)
    for one in demo:
        check(one)


_AGES = (("34", 34), ("34-year-old", 34), ("aged 34", 34), ("36", 36), ("thirty-four", 34))
_COUNTS = (("43 people", 43, None), ("more than  40\npeople", 40, (40, None)), ("46 people", 46, None), ("forty-three people", 43, None))
_DAYS = (("Monday", "2025-11-03"), ("early on Monday", "2025-11-03"), ("Nov. 3", "2025-11-03"), ("Tuesday", "2025-11-04"))
_ROLES = ("fire chief", "Fire chief", "chief", "deputy chief")
_SPOKEN = ("We lost the old mill in the fire.", "We lost the old mill in a fire", "We lost it all in the fire, the old mill too.")


def made(chance: random.Random, number: int) -> Telling:
    age, years = chance.choice(_AGES)
    count, value, bounds = chance.choice(_COUNTS)
    when, day = chance.choice(_DAYS)
    role, spoken = chance.choice(_ROLES), chance.choice(_SPOKEN)
    speaker = chance.choice(("Ann Harwick", "Harwick", "Ben Oduya", None))
    text = (
        f"Joel Tarn, {age}, was hurt {when} in the fire at the old mill of Wexley. In the fire at the mill {count} were injured.\n"
        f"“{spoken}” said Ann Harwick, the {role}, of the fire at the mill."
    )
    facts = [
        Stated("age", "Joel Tarn", age, years, "year"),
        Stated("count", "people injured", count, value, "person", bounds),
        Stated("date", "fire", when, day),
        Stated("role", "Ann Harwick", role, role),
    ]
    heads = {"outlet": chance.choice((f"Outlet {number}", "The Ledger", None)), "day": chance.choice(("2025-11-03", "2025-11-05", None))}
    title = f"Tarn says “{number}” are hurt"
    return telling(f"a{number}", text, Marks(says=[Said(spoken, speaker)], facts=facts), title=title, **heads)


@pytest.mark.parametrize("seed", range(60))
def test_tellings_made_by_chance(seed: int) -> None:
    chance = random.Random(seed)
    tellings = [made(chance, number) for number in range(2 + seed % 7)]
    found = compare(story(*tellings), tellings)
    assert found.points
    check(found)
