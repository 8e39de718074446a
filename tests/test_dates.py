"""Time expressions, their values and the day of publication."""

from datetime import date
from itertools import pairwise

import pytest

from samestory import language
from samestory.attributing import dates, days, expressions
from samestory.model import Anchor, Article, Block, Published, Span
from samestory.text import lines


def article(text, day=None):
    blocks = tuple(Block(Span("a", start, end), "body", "test") for start, end in lines(text))
    return Article("a", "test", None, None, None, (), day, "en", text, blocks)


def times(text, day="2024-05-08"):
    made = article(text, day)
    passages = language.parse(made)
    return [(t.span.of(text), t.value) for t in dates.find(made, passages, dates.publication(made, passages))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The crash happened on Monday.", "2024-05-06"),
        ("The council will meet Monday.", "2024-05-13"),
        ("The firm closed two weeks ago.", "2024-W17"),
        ("It rained last week.", "2024-W18"),
        ("It rained over the weekend.", "2024-W18-WE"),
        ("The law passed in April.", "2024-04"),
        ("The law will pass in April.", "2025-04"),
        ("They met on March 12, 2019.", "2019-03-12"),
        ("They met on 12 March 2019.", "2019-03-12"),
        ("They met yesterday.", "2024-05-07"),
        ("They met in the 20th century.", "19"),
        ("They met in the '80s.", "198"),
        ("They met in nineteen ninety-six.", "1996"),
        ("They met on Christmas Day.", "2023-12-25"),
        ("They met last night.", "2024-05-07TNI"),
        ("They stayed for two and a half years.", "P2Y6M"),
        ("They stayed for several weeks.", "PXW"),
        ("They meet every month.", "P1M"),
        ("The temple fell in 480 BC.", "BC0480"),
        ("Profit rose in the fourth quarter of 2022.", "2022-Q4"),
        ("Posted 2017-09-15 17:52 by Ann.", "2017-09-15T17:52"),
        ("It was signed on 25/12/2023.", "2023-12-25"),
        ("The plant opened a decade ago.", "2014"),
        ("They met at eight o'clock in the evening.", "XXXX-XX-XXT20:00"),
        ("They left at 4 in the morning.", "XXXX-XX-XXT04:00"),
        ("It was a day-long hearing.", "P1D"),
        ("It was a decades-long feud.", "PXE"),
        ("He was shot last Oct. 23.", "2023-10-23"),
        ("Women's Day is on March eighth.", "2024-03-08"),
        ("It burned in January nineteen ninety-seven.", "1997-01"),
        ("It should end by the year two thousand.", "2000"),
        ("They opened a mill a week or so ago.", "2024-05-01"),
        ("Sales rose in the first two quarters of 2023.", "2023-H1"),
        ("Sales will double by year-end.", "2024"),
        ("A critic said the mill may have been behind the fall in the share price on Friday.", "2024-05-03"),
        ("The mayor let the works begin Friday.", "2024-05-03"),
        ("The bakery will lend ovens through January.", "2025-01"),
        ("The bakery has lent ovens through October.", "2024-10"),
        ("It was the day before last Tuesday's hearing.", "2024-05-06"),
        ("They prayed in Easter week.", "2024-W13"),
        ("They broke the 8-month-old truce.", "P8M"),
        ("He spoke in his weekly address.", "P1W"),
        ("The boats leave on Tuesday nights.", "XXXX-WXX-2TNI"),
        ("Prices fell by mid-afternoon yesterday.", "2024-05-07TAF"),
        ("One day the mill will close.", "FUTURE_REF"),
        ("The council sits for one day.", "P1D"),
        ("The firms have been invited to a meeting on Friday.", "2024-05-10"),
        ("It had been scheduled to end on Friday.", "2024-05-03"),
    ],
)
def test_value(text, value):
    assert [v for _, v in times(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe may march.",
        "She is 35 years old.",
        "The 6-year-old slept.",
        "It happened in the 1900 block of Main Street.",
        "It came second.",
        "A quarter of the voters stayed away.",
        "The Daily Ledger printed it.",
        "The firm cut its quarterly dividend.",
        "The mill makes 10,000 bolts annually.",
        "One day a boy found a shoe.",
        "It matters in today's world.",
        "It came at high noon of his career.",
        "She played with her 8-month-old sister.",
        "It will cut future earnings.",
        "Three quarters of the voters stayed away.",
    ],
)
def test_no_time(text):
    assert times(text) == []


def test_days_later_are_counted_from_the_day_told_of():
    assert times("The dam broke on April 3. Two days later the water fell.")[-1] == ("Two days later", "2024-04-05")


def spans(text, day="2024-05-08"):
    made = article(text, day)
    found = dates.find(made, language.parse(made), Published(day, False, "given"))
    return [(t.span.of(text), t.value, t.first, t.last) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the quarter ended Sept. 30, 2023.", ("the quarter", "2023-Q3", "2023-07-01", "2023-09-30")),
        ("Profit fell in the year ended June 30, 2023.", ("the year", "P1Y", "2022-07-01", "2023-06-30")),
        ("Profit fell in the six months ended June 30, 2023.", ("the six months", "P6M", "2023-01-01", "2023-06-30")),
        ("It lost money in the first nine months of 2023.", ("the first nine months", "P9M", "2023-01-01", "2023-09-30")),
    ],
)
def test_a_period_with_its_last_day_behind_it(text, expected):
    assert spans(text)[0] == expected


def test_the_year_earlier_is_that_of_the_quarter_told_of():
    text = "Profit rose in the quarter ended Sept. 30, 2023. In the year-earlier period the firm lost money."
    assert times(text)[-1] == ("the year-earlier period", "2022-Q3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ruled Larkland (1910-1918) alone.", ["1910", "1918"]),
        ("They fought there on 6-15 October 1952.", ["1952-10-06", "1952-10-15"]),
        ("They met on 2 October 1952. On the 5th, they left.", ["1952-10-02", "1952-10-05"]),
    ],
)
def test_both_ends_of_a_range(text, expected):
    assert [value for _, value in times(text)] == expected


def test_a_dateline_holds_a_day():
    text = "LARKPORT, May 7 (Wire) --\n\nThe dam broke Tuesday."
    blocks = (Block(Span("a", 0, 25), "dateline", "test"), Block(Span("a", 27, len(text)), "body", "test"))
    made = Article("a", "test", None, None, None, (), "2024-05-08", "en", text, blocks)
    found = dates.find(made, language.parse(made), Published("2024-05-08", False, "given"))
    assert [(t.span.of(text), t.value) for t in found] == [("May 7", "2024-05-07"), ("Tuesday", "2024-05-07")]


def test_an_hour_takes_the_day_behind_it():
    assert times("It sank at 10:35 a.m. (0735 GMT) Friday.")[0] == ("10:35 a.m.", "2024-05-03T10:35")


def test_without_a_day_of_publication_relative_times_stay_unknown():
    assert times("They met on Friday, last week and on April 3.", None) == [("Friday", None), ("last week", None), ("April 3", None)]


def test_a_history_reads_bare_months_in_the_year_told_of():
    text = (
        "War came in 1914. "
        + " ".join(f"In {year} it went on, in May it paused." for year in range(1915, 1926))
        + " In March the city fell."
    )
    assert times(text)[-1] == ("March", "1925-03")


def test_publication_is_as_given():
    made = article("Nothing.", "2024-05-08T10:00:00Z")
    assert dates.publication(made, language.parse(made)) == Published("2024-05-08", False, "given")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated: 2017-09-16 17:52\n\nPublished: 2017-09-15\n\nThe dam broke.", "2017-09-15"),
        ("On Wednesday, May 8, the dam broke. It was mended in March, 2024. The water fell on Thursday.", "2024-05-09"),
        ("On Wednesday, May 8, the dam broke. It was mended in March, 2024.", None),  # published then, or a week later
        ("On Wednesday, May 8, the dam will be opened. It was mended in March, 2024. The mayor spoke on Thursday.", None),
        ("On Wednesday, May 8, the dam broke. It was mended in March, 2024. The water fell on Thursday. Rain is due May 20.", None),
        ("On Wednesday, May 8, the dam broke.", None),
        ("On Wednesday, May 8, the dam broke. It was built in 2013 and mended in 2019 and in 2024.", None),
        ("The dam broke on Tuesday.", None),
    ],
)
def test_publication_is_inferred_only_where_one_day_is_left(text, day):
    made = article(text)
    found = dates.publication(made, language.parse(made))
    assert (found and found.day) == day
    assert found is None or (found.inferred and found.evidence)


def test_today_in_a_quotation_is_not_the_inferred_day():
    text = 'On Wednesday, May 8, 2024, the dam broke. "Today we lost all," Ann Doe wrote.'
    assert times(text, None)[-1] == ("Today", "PRESENT_REF")


def test_wordings_never_overlap():
    found = list(expressions.find("On Monday, Nov. 11, at 5 p.m. Monday, the past three years and two weeks ago in April, 2019."))
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-W46", (2019, 11, 11), (2019, 11, 17)),
        ("2019-W46-WE", (2019, 11, 16), (2019, 11, 17)),
        ("2019-H2", (2019, 7, 1), (2019, 12, 31)),
        ("2019-WI", (2019, 12, 1), (2020, 2, 29)),
        ("19", (1900, 1, 1), (1999, 12, 31)),
    ],
)
def test_covered(value, first, last):
    assert days.covered(value) == (date(*first), date(*last))


@pytest.mark.parametrize("value", ["PXW", "PRESENT_REF", "2019-13", "XXXX-WXX-1", None])
def test_not_covered(value):
    assert days.covered(value) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("memorial day", 2024, (2024, 5, 27)),
        ("labor day", 2024, (2024, 9, 2)),
        ("good friday", 2024, (2024, 3, 29)),
        ("halloween", 2024, (2024, 10, 31)),
    ],
)
def test_holiday(name, year, day):
    assert days.holiday(name, year) == date(*day)


def test_an_anchor_is_told_with_its_place():
    text = "The mill burned on March 3, 2023. Two days later it rained. The council met on Monday. It lasted two days."
    made = article(text, "2024-05-08")
    passages = language.parse(made)
    named, later, weekday, *lasting = dates.find(made, passages, dates.publication(made, passages))
    assert named.anchor is None
    assert later.anchor == Anchor("told", "2023-03-03", named.span)
    assert weekday.anchor == Anchor("published", "2024-05-08", None)
    assert [time.anchor for time in lasting] == [None]


def anchored(text, words, day="2024-05-08"):
    made = article(text, day)
    time = next(t for t in dates.find(made, language.parse(made), Published(day, False, "given")) if t.span.of(text) == words)
    return (
        time.value,
        time.first,
        time.last,
        time.anchor and time.anchor.value,
        time.anchor and time.anchor.span and time.anchor.span.of(text),
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The flood struck on May 3. Two days after the flood, the bridge fell.",
            "Two days",
            ("P2D", "2024-05-03", "2024-05-05", "2024-05-03", "May 3"),
        ),
        (
            "The dam broke on Monday. The mill may reopen seven months after the dam broke.",
            "seven months",
            ("P7M", "2024-05-06", "2024-12-06", "2024-05-06", "Monday"),
        ),
        (
            "Ann Doe was arrested on March 1. She was freed two weeks after her arrest.",
            "two weeks",
            ("P2W", "2024-03-01", "2024-03-15", "2024-03-01", "March 1"),
        ),
        (
            "Tuesday's bombing killed two. The day before the bombing, a van was stolen.",
            "The day before",
            ("2024-05-06", "2024-05-06", "2024-05-06", "2024-05-07", "Tuesday"),
        ),
        (
            "The bombing on April 2 killed two. The bombing on April 9 killed four. He fled three days after the bombing.",
            "three days",
            ("P3D", None, None, None, None),
        ),
        (
            "Tuesday's bombing killed two. He was born two years after the Boston bombing.",
            "two years",
            ("P2Y", None, None, None, None),
        ),
        ("The mill burned on May 3. Six days before a fire he left.", "Six days before", ("P6D", None, None, None, None)),
    ],
)
def test_a_duration_beside_an_event_has_the_day_of_the_event(text, words, expected):
    assert anchored(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "said"),
    [
        ('"I saw him yesterday," Ann Doe told reporters Monday.', "yesterday", "2024-05-05", "Monday"),
        ('In a letter dated March 3, 1990, he wrote: "I leave tomorrow."', "tomorrow", "1990-03-04", "March 3, 1990"),
        ('In a post on Saturday, she wrote: "I was robbed last night."', "last night", "2024-05-03TNI", "Saturday"),
        ('Ann Doe said Monday that she was ill. "I leave today," Carl Roe said.', "today", "2024-05-08", None),
        ('"It will open today," the mayor said.', "today", "2024-05-08", None),
        ("She told reporters Monday that she had seen him yesterday.", "yesterday", "2024-05-07", None),
    ],
)
def test_a_quotation_is_read_on_the_day_it_was_said(text, words, value, said):
    found = anchored(text, words)
    assert (found[0], found[4]) == (value, said)
