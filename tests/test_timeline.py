"""Moments: the days that the tellings speak of."""

from __future__ import annotations

from samestory.comparing import timeline
from samestory.comparing.timeline import LONGEST_WORDS
from telling_builder import Marks, When, telling


def test_a_day_that_two_articles_name_is_one_moment() -> None:
    a = telling("a", "The dam broke on Monday, November 3.", Marks(times=[When("Monday, November 3", "2025-11-03")]))
    b = telling("b", "It rained. The wall gave way on Monday.", Marks(times=[When("Monday", "2025-11-03")]))
    (moment,) = timeline.find([a, b])
    assert (moment.first, moment.last, moment.what) == ("2025-11-03", "2025-11-03", "The dam broke on Monday, November 3.")
    assert [span.article for span in moment.mentions] == ["a", "b"]


def test_moments_are_in_order_of_their_days() -> None:
    marks = Marks(times=[When("Tuesday", "2025-11-04"), When("in October", "2025-10-01", "2025-10-31"), When("Monday", "2025-11-03")])
    a = telling("a", "On Tuesday the town met. The dam had leaked in October. It broke on Monday.", marks)
    assert [moment.first for moment in timeline.find([a])] == ["2025-10-01", "2025-11-03", "2025-11-04"]


def test_vague_times_and_lengths_of_time_are_no_moments() -> None:
    marks = Marks(
        times=[
            When("now", "2025-11-04", value="PRESENT_REF"),
            When("for two days", None, type="DURATION"),
            When("every Monday", "2025-11-03", type="SET"),
            When("since the 1990s", "1990-01-01", "1999-12-31"),
            When("long ago", "0000-01-01"),
            When("backwards", "2025-11-04", "2025-11-03"),
        ]
    )
    text = "They are now waiting for two days. The dam, leaking since the 1990s, is seen to every Monday; long ago it ran backwards."
    assert timeline.find([telling("a", text, marks)]) == ()


def test_a_year_is_a_moment_only_where_nothing_nearer_is_known() -> None:
    built = When("in 1987", "1987-01-01", "1987-12-31")
    year = When("this year", "2025-01-01", "2025-12-31")
    a = telling("a", "The dam was built in 1987 and leaked this year.", Marks(times=[built, year]), day="2025-11-05")
    assert [moment.first for moment in timeline.find([a])] == ["1987-01-01"]
    b = telling("b", "The first stone of it was laid on May 2, 1987, they say.", Marks(times=[When("May 2, 1987", "1987-05-02")]))
    assert [moment.first for moment in timeline.find([a, b])] == ["1987-05-02"]


def test_this_week_is_left_out_where_a_day_of_it_is_known() -> None:
    week = When("this week", "2025-11-03", "2025-11-09")
    a = telling("a", "The dam at Tarn Bridge broke this week.", Marks(times=[week]), day="2025-11-05")
    assert [moment.first for moment in timeline.find([a])] == ["2025-11-03"]
    b = telling("b", "The dam at Tarn Bridge broke on Tuesday.", Marks(times=[When("Tuesday", "2025-11-04")]), day="2025-11-05")
    assert [moment.first for moment in timeline.find([a, b])] == ["2025-11-04"]


def test_a_time_stamp_alone_tells_of_nothing() -> None:
    marks = Marks(times=[When("November 3, 2025", "2025-11-03")])
    assert timeline.find([telling("a", "Updated: November 3, 2025", marks)]) == ()


def test_a_time_outside_every_sentence_is_left_out() -> None:
    marks = Marks(times=[When("Monday", "2025-11-03")], kinds=((0, "furniture"),))
    assert timeline.find([telling("a", "Read on Monday how the great dam broke and the town was saved", marks)]) == ()


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    long = "the council, which had met " + "again and again " * 12 + "that month"
    text = f"The dam at Tarn Bridge broke on Monday; {long}."
    (moment,) = timeline.find([telling("a", text, Marks(times=[When("Monday", "2025-11-03")]))])
    assert moment.what == "The dam at Tarn Bridge broke on Monday"


def test_a_long_clause_is_cut_at_words() -> None:
    text = "Again " * 40 + "the dam broke on Monday with " + "much noise and " * 20 + "mud."
    (moment,) = timeline.find([telling("a", text, Marks(times=[When("Monday", "2025-11-03")]))])
    assert len(moment.what) <= LONGEST_WORDS
    assert moment.what.startswith("… ")
    assert moment.what.endswith(" …")
    assert "on Monday" in moment.what
    early = "The dam broke on Monday with " + "much noise and " * 20 + "mud."
    (moment,) = timeline.find([telling("a", early, Marks(times=[When("Monday", "2025-11-03")]))])
    assert moment.what.startswith("The dam broke on Monday with")
    assert len(moment.what) <= LONGEST_WORDS
