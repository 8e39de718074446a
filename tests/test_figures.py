"""The figures of a sentence, with bounds and in common units."""

from __future__ import annotations

import pytest

from samestory.comparing import figures
from samestory.comparing.figures import Figure
from telling_builder import Marks, When, telling

INF = float("inf")


def found(text: str, *times: When) -> list[Figure]:
    told = telling("a", text, Marks(times=times), day="2025-03-04")
    return [figure for sentence in told.sentences for figure in figures.find(told, sentence)]


@pytest.mark.parametrize(
    ("text", "kind", "dimension", "bounds", "words"),
    [
        ("The mill cost $1.9 billion to build.", "money", "$", (1.9e9, 1.9e9), "$1.9 billion"),
        ("It cost nearly £2m last year.", "money", "£", (1.8e6, 2e6), "nearly £2m"),
        ("Prices rose about 3 per cent.", "percent", "%", (2.7, 3.3), "about 3 per cent"),
        ("The barge burned at 5.10am.", "date", "clock", (310, 310), "5.10am"),
        ("The barge burned at around 9 p.m. on the pier.", "date", "clock", (1245, 1275), "around 9 p.m."),
        ("It left shortly after 6:10 a.m. for Wexley.", "date", "clock", (370, 380), "shortly after 6:10 a.m."),
        ("It left just before 12 pm for Wexley.", "date", "clock", (705, 720), "just before 12 pm"),
        ("The show began at 21:00 and went on.", "date", "clock", (1260, 1260), "21:00"),
        ("His wife goes on at 6 o'clock, he said.", "date", "o'clock", (6, 6), "6 o'clock"),
        ("A 65-year-old fisherman slept.", "age", "years", (65, 65), "65-year-old"),
        ("The well is 40 metres deep.", "measure", "length", (40, 40), "40 metres"),
        ("Ann is 6 feet, 3 inches tall.", "measure", "length", (1.905, 1.905), "6 feet, 3 inches"),
        ("The 5-foot-6 sailor slept.", "measure", "length", (1.6764, 1.6764), "5-foot-6"),
        ("It ran for about 2 hours and 15 minutes.", "measure", "minutes", (134.7, 135.3), "about 2 hours and 15 minutes"),
        ("The surgery lasted three hours.", "measure", "minutes", (180, 180), "three hours"),
        ("Some 6 liters of glue ran out.", "measure", "volume", (5.5, 6.5), "Some 6 liters"),
        ("They counted more than 40 boats.", "count", "", (40, INF), "more than 40"),
        ("Up to ten boats sank.", "count", "", (-INF, 10), "Up to ten"),
        ("Twenty-one boats sank.", "count", "", (21, 21), "Twenty-one"),
        ("Five thousand boats came.", "count", "", (5000, 5000), "Five thousand"),
        ("Another 1,000 boats came.", "count", "besides", (1000, 1000), "1,000"),
        ("They live in the 3900 block of East Mill Street.", "place", "address", (3900, 3900), "3900 block of East Mill Street"),
        ("They live at 7050 Old Mill Road, behind the pier.", "place", "address", (7050, 7050), "7050 Old Mill Road"),
    ],
)
def test_one_figure(text: str, kind: str, dimension: str, bounds: tuple[float, float], words: str) -> None:
    (figure,) = found(text)
    assert (figure.kind, figure.dimension, text[figure.span.start : figure.span.end]) == (kind, dimension, words)
    assert (figure.low, figure.high) == pytest.approx(bounds)


@pytest.mark.parametrize(
    "text",
    [
        "They are 18 to 35 years of age.",
        "It costs $30,000 to $50,000 a season.",
        "Flight 446 was late.",
        "NBC 7 tells more.",
        "Call the harbour board at (318) 555-0100.",
        "They called 911 at night.",
        "Call the night watch at 528-BOAT.",
        "Anyone with information may win 2,000 crowns.",
        "It was in 2014.",
        "On December 31 it rained.",
        "They fought the Six-Day War.",
        "It went on for 46 seconds.",
        "The clock showed 14 pm.",
        "It went on for three and a half hours.",
        "They swam 2 1/2 miles.",
        "Two thirds of it burned.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert found(text) == []


def test_the_thing_counted_stands_behind_a_count() -> None:
    (figure,) = found("They fined 22 other defendants in Wexley.")
    assert (figure.nouns, figure.dimension, figure.exact) == (frozenset({"defendant"}), "besides", True)


def test_days_and_months_but_no_weeks_and_no_bare_hours() -> None:
    told = found(
        "On November 6, in November, last week, at noon and on Sunday night it rained.",
        When("November 6", "2024-11-06"),
        When("November#2", "2024-11-01", "2024-11-30"),
        When("last week", "2025-02-24", "2025-03-02"),
        When("noon", "2025-03-04", type="TIME"),
        When("Sunday night", "2025-03-02", type="TIME"),
    )
    assert [figure.value for figure in told if figure.dimension == "day"] == ["2024-11-06", "2024-11-01/2024-11-30", "2025-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "Smoke fell by 26 percent to 28 percent.",
        "Between four and nine percent of boats sank.",
        "Neither Ann Harwick, a baker, nor her rival won more than 50 percent.",
        "The guild will leave if it costs more than 50 percent.",
        "All failed to exceed 50 percent.",
        "The board paid more than the $110 that was asked.",
        "Two to three percent of boats sank.",
    ],
)
def test_no_value_is_given(text: str) -> None:
    assert [figure for figure in found(text) if figure.kind in ("percent", "money")] == []


@pytest.mark.parametrize(
    ("text", "bounds", "left_out"),
    [
        ("A least seven boats sank.", (7, INF), None),
        ("They carry upto ten boats.", (-INF, 10), None),
        ("More than ten boats sank.", (10, INF), 10),
        ("No more than ten boats sank.", (-INF, 10), None),
        ("Nearly ten boats sank.", (9, 10), 10),
    ],
)
def test_bounds(text: str, bounds: tuple[float, float], left_out: float | None) -> None:
    (figure,) = found(text)
    assert ((figure.low, figure.high), figure.left_out) == (bounds, left_out)
