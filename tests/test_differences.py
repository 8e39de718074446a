"""Points from sentences that are the same but for a number, a day, a name or a "not"."""

from __future__ import annotations

import pytest

from agreement_builder import points
from samestory.comparing import tokens
from samestory.model import Point, Telling
from telling_builder import Marks, When, telling

DAY = "2025-11-03"


def told(name: str, text: str, day: str | None = DAY, marks: Marks | None = None) -> Telling:
    return telling(name, text, marks, outlet=f"Outlet {name}", day=day)


def found(ours: str, theirs: str, days: tuple[str | None, str | None] = (DAY, DAY)) -> list[Point]:
    a, b = told("a", ours, days[0]), told("b", theirs, days[1])
    return [point for point in points(a, b) if point.verdict != "alone"]


def words(point: Point, *texts: str) -> list[str]:
    return [fact.span.of(texts[0] if fact.article == "a" else texts[1]) for fact in point.facts]


FERRY = "The harbour board of Wexley has sold {} of the old ferry line to a firm from Northfield."


@pytest.mark.parametrize(
    ("ours", "theirs", "kind", "values"),
    [
        (FERRY.format("60 percent"), FERRY.format("70 percent"), "percent", [60.0, 70.0]),
        (FERRY.format("three boats"), FERRY.format("six boats"), "count", [3.0, 6.0]),
        (
            "Wexley council paid £21bn for the merger of its two harbour firms.",
            "The council paid £41bn for the merger of its harbour firms.",
            "money",
            [21e9, 41e9],
        ),
        (
            "The ferry Merle sank off Gull Point on March 3 with its cargo of timber.",
            "The ferry Merle sank off Gull Point on March 8 with its cargo of timber.",
            "date",
            ["March 3", "March 8"],
        ),
        (
            "The board ran ferries to Gull Point for eight years until the bridge of Wexley opened.",
            "For over 15 years the board ran ferries to Gull Point until the bridge opened.",
            "count",
            [8.0, 15.0],
        ),
    ],
)
def test_a_changed_value_differs(ours: str, theirs: str, kind: str, values: list[float | str]) -> None:
    (point,) = found(ours, theirs)
    assert (point.verdict, point.kind, [fact.value for fact in point.facts]) == ("differ", kind, values)
    assert "in sentences that otherwise say nearly the same" in point.why


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FERRY.format("60 percent"), FERRY.format("60 per cent")),
        (FERRY.format("more than 40 boats"), FERRY.format("43 boats")),
        (FERRY.format("about 40 boats"), FERRY.format("42 boats")),
        (FERRY.format("1,000 planks"), FERRY.format("985 planks")),
        (FERRY.format("three boats"), FERRY.format("six wharves")),  # not of one thing
        (FERRY.format("three boats"), "Six boats lay in the harbour of Wexley, and a firm from Northfield sold them."),
        (
            "The pilot Joel Tarn, 34, left the burning ferry off Gull Point.",
            "The pilot Mara Tarn, 61, left the burning ferry off Gull Point.",
        ),
        ("The board sold three boats and six wharves to the firm.", "The board sold six boats and three wharves to the firm."),
        (
            "Divers saved a 4-year-old boy from the well behind the mill.",
            "Divers pulled a 9-year-old girl out of the well by the old mill.",
        ),
        ("Fares to Gull Point cost £40 for a family of the town.", "Fares to Gull Point cost $52 for a family of the town."),
        ("The board said on Monday that the Merle ferry will run.", "The board said on Tuesday that the Merle ferry will run."),
        (
            "The board had been expected to approve the sale of the Merle ferry on March 3.",
            "The harbour board voted to approve the sale of the Merle ferry on March 4.",
        ),
        (
            "Mayor Ines Corbridge arrives for the third day of the Merle ferry inquiry in Wexley, March 3, 2025. REUTERS/Joel Tarn",
            "Mayor Ines Corbridge arrives for the fourth day of the Merle ferry inquiry in Wexley, March 4, 2025. (Mara Vell/Reuters)",
        ),
        (
            "The Merle ferry carried more than 2,000 passengers from April 19 through May 31.",
            "The Merle ferry carried more than 2,300 passengers between May 5 and June 9.",
        ),
        ("Shares of the Merle ferry line fell 6 percent in the morning.", "Shares of the Merle ferry line fell 2 percent by noon."),
    ],
)
def test_what_can_both_be_true_or_is_of_two_things_is_no_change(ours: str, theirs: str) -> None:
    assert [point for point in found(ours, theirs) if point.verdict in ("differ", "contradict")] == []


def test_both_may_be_more_than_but_not_than_the_same() -> None:
    (point,) = found(FERRY.format("more than three boats"), FERRY.format("more than four boats"))
    assert point.verdict == "differ"


def test_a_later_number_may_be_an_update_and_one_of_another_week_is_none() -> None:
    ours, theirs = FERRY.format("60 percent"), FERRY.format("70 percent")
    (point,) = found(ours, theirs, ("2025-11-03", "2025-11-05"))
    assert point.why.endswith("the later one may be an update.")
    assert found(ours, theirs, ("2025-11-03", "2025-11-25")) == []


def test_time_that_passes_is_more_the_next_day() -> None:
    ours, theirs = (f"Wexley was calm after {days} days of the worst storm that the harbour has seen." for days in ("four", "eight"))
    assert len(found(ours, theirs)) == 1
    assert found(ours, theirs, ("2025-11-03", "2025-11-05")) == []


def test_what_was_so_long_ago_is_no_change() -> None:
    text = "In 1996 the harbour board of Wexley sold three boats of the old ferry line to Northfield."
    then = told("b", text, marks=Marks(times=[When("1996", "1996-01-01", "1996-12-31")]))
    now = told("a", "The harbour board of Wexley sold six boats of the old ferry line to Northfield.")
    assert points(now, then) == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "The Merle ferry was hit by the tug off Gull Point.",
            "The Merle ferry was not hit by the tug off Gull Point.",
            ["was hit", "was not hit"],
        ),
        (
            "The evening was hosted by Ann Harwick in the Wexley town hall.",
            "The evening wasn't hosted by Ann Harwick in the Wexley town hall.",
            ["was hosted", "wasn't hosted"],
        ),
        (
            "Owners of the ferry have no faith in captain Joel Tarn.",
            "Owners of the ferry have faith in captain Joel Tarn.",
            ["have no faith", "have faith"],
        ),
    ],
)
def test_what_one_denies_differs(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = found(ours, theirs)
    assert (point.verdict, point.kind, words(point, ours, theirs)) == ("differ", "statement", said)
    assert "what one says, the other denies" in point.why


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The ferry was hit by the tug off Gull Point.", "Was the ferry not hit by the tug off Gull Point?"),
        ("The full findings on the ferry are expected in two weeks.", "The full findings on the ferry are not expected for two weeks."),
        ("The pilot's brother was killed off Gull Point.", "The pilot's brother, No. 1, was killed off Gull Point."),
        ("The ferry was hit by the tug off Gull Point.", "The ferry was not only hit by the tug off Gull Point."),
        ("The board denied that the ferry was hit by the tug.", "The board said the ferry was not hit by the tug."),
        ("So the ferry was hit by the tug off Gull Point.", "So no, the ferry was hit by the tug off Gull Point."),
        ("It is the first ferry sunk off Gull Point by storms since 1959.", "No ferry was sunk off Gull Point by storms since 1959."),
        ("Joel Tarn was asked to the inquiry of the ferry.", "Mara Holt was not asked to the inquiry of the ferry."),
    ],
)
def test_what_is_no_denial(ours: str, theirs: str) -> None:
    assert [point for point in found(ours, theirs) if point.kind == "statement"] == []


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "the captain joined Wexley Rovers this summer on a one-year deal",
            "the captain joined Northfield Town this summer on a one-year deal",
            True,
        ),
        ("said board chief Demis Harwick after the third sinking", "said board chief Dennis Harwick after the third sinking", True),
        (
            "a founder of the Friends of Safe Ferries in Wexley and a pilot",
            "a founder of the Friends of Clean Ferries in Wexley and a pilot",
            True,
        ),
        ("the pilot went by bus with Joel Tarn to Gull Point", "the pilot went by bus with Captain Tarn to Gull Point", False),
        ("the pilot told a friend from Northfield Harbour Board that it sank", "the pilot told a friend from NHB that it sank", False),
        ("the tug of Usama bin Tarn sank off Gull Point in the storm", "the tug of Osama bin Tarn sank off Gull Point in the storm", False),
        ("the French President returned from Gull Point by ferry", "France's President returned from Gull Point by ferry", False),
        ("a pilot was praised by Joel at the Gull Point inquiry", "a pilot was praised by Tarn at the Gull Point inquiry", False),
    ],
)
def test_names_at_one_place(ours: str, theirs: str, said: bool) -> None:
    assert any(point.kind == "name" for point in found(f"In May {ours}.", f"In May {theirs}.")) is said


def test_one_point_for_many_articles_and_for_headline_and_sentence() -> None:
    text = FERRY.format("60 percent")
    many = [told(name, f"{text}\n{text}") for name in "abcde"]
    (point,) = points(*many, told("f", f"{FERRY.format('70 percent')}\n{FERRY.format('70 percent')}"))
    assert "Outlet a (Nov. 3, 2025), Outlet b (Nov. 3, 2025), Outlet c (Nov. 3, 2025) and 2 more say “60 percent”" in point.why


def test_tokens_hold_their_places() -> None:
    text = "It can't be $4.3 million or twenty-one thousand on 3 March, U.S. aides said at 9:30 a.m. of the 2nd 256GB model."
    split = list(tokens.split(text, 0, len(text)))
    assert [(token.kind, token.value) for token in split if token.kind] == [
        ("money", 4.3e6), ("count", 21000.0), ("date", "3-3"), ("ordinal", 2.0), ("count", 256.0),
    ]  # fmt: skip
    assert [text[token.start : token.end] for token in split[:4]] == ["It", "ca", "can't", "be"]


def test_dead_and_hurt_of_one_place_are_not_those_of_all() -> None:
    line = "A council spokesman said {} people were killed and {} wounded in the blasts at the harbour hall of Wexley{}."
    assert not found(line.format(10, 100, ""), line.format(31, 300, " and a ferry"))
    assert [point.verdict for point in found(line.format(30, 100, ""), line.format(31, 100, ""))] == ["differ"]
