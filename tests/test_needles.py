"""What a text must hold for a pattern: never more than a match holds."""

from __future__ import annotations

import re

import pytest

from samestory.attributing import expressions
from samestory.attributing.needles import DIGIT, Haystack, needles

# One wording after another that some rule takes, in odd spellings too.
TEXTS = (
    "On Monday, Nov. 11, 2019, at 7:30 p.m. EST, two days after the 3rd of May; 11 November, 1999-12-31, 3/4/98 and 1914-18.",
    "Last April, this past Friday night, Sundays, the week of June 3, a week from Tuesday, CHRISTMAS EVE 2001, fiscal 1998, the year 2000.",
    "In nineteen ninety-seven, the '90s and 1950s, the 20th century, the second quarter of this year, a year-earlier period, spring 2004.",
    "9 a.m. Friday, noon today, ten o'clock, yesterday morning, overnight, year-end, five years ago, decades ago, three weeks later.",
    "The day before, the past two months, some day, two to three hours, an hour and a half, a 3-year contract, several months.",
    "Weeks-long, the five days, every other week, every two days, each Monday, daily, 50 miles per hour, right now, recently.",
    "SEPT. 3RD. JANUARY NINETEEN NINETY-NINE. TODAY. THE ſecond half of 2003, FRİDAY and Frıday. 500 BC. Straſſe in 40 minuteſ",
    "The first quarter of 1999, the 1999 third quarter, this year's first quarter, the quarter, the first half of 2003, last spring.",
    "May next year, May the second, last Oct. 23, on the 5th, this morning, half an hour, the fall, the near future, the latest results.",
    "",
    "Nothing of the kind.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_lost(text: str) -> None:
    tried = {pattern.pattern for _, pattern in expressions._HAYSTACK.worth(text)}
    assert not [name for name, pattern in expressions.RULES if re.search(pattern, text) and pattern not in tried]


def test_the_texts_try_most_rules() -> None:
    found = {name for name, pattern in expressions.RULES for text in TEXTS if re.search(pattern, text)}
    assert len(found) > 0.8 * len(expressions.RULES)
    assert not list(expressions._HAYSTACK.worth("Ann left.")), "a rule that is tried on every text costs more than all others"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:ab|cd)?e", [["e"]]),
        ("(?:ab|c.)+xyz*", [["xy"]]),
        ("(?>abc)d{0}", [["abc"]]),
        ("(?=abc)\\w", []),
        ("[^a]b|.", []),
        ("\\d+%", [[DIGIT]]),
        ("[0-9a]x", [["x"]]),
        ("(a)|(bc)", [["a", "bc"]]),
        ("(?i:STRASSE|S.|Xß)x", [["x"]]),
        ("January|Jan", [["jan"]]),
        ("(?i:SSO|ß)", [["ss"]]),
    ],
)
def test_needles(pattern: str, words: list[list[str]]) -> None:
    assert [sorted(each) for each in needles(pattern)] == words


def test_patterns_keep_their_order() -> None:
    haystack = Haystack.of(enumerate(["b", ".", "zz", "a"]))
    assert [name for name, _ in haystack.worth("ab")] == [0, 1, 3]
