"""Points of one telling only: said where no other telling has the value, also not in words that made no fact."""

from __future__ import annotations

from samestory.comparing import agreement
from samestory.comparing.persons import of_story
from samestory.model import Telling
from telling_builder import Marks, Stated, telling


def verdicts(*tellings: Telling) -> list[str]:
    return [point.verdict for point in agreement.find(tellings, of_story(tellings))]


def aged(name: str, age: int) -> Telling:
    return telling(
        name, f"The sailor Joel Tarn, {age}, was found off Gull Point.", Marks(facts=[Stated("age", "Joel Tarn", str(age), age, "year")])
    )


def test_a_value_that_another_telling_gives_without_a_fact_is_not_alone() -> None:
    assert verdicts(aged("a", 34), telling("b", "The sailor Tarn is 34 and comes from Wexley.")) == []
    assert verdicts(aged("a", 34), telling("b", "The sailor Tarn comes from Wexley.")) == ["alone"]


def test_an_age_that_another_telling_gives_of_somebody_unnamed_is_not_alone() -> None:
    man = telling("b", "A 34-year-old man was found.", Marks(facts=[Stated("age", "man", "34-year-old", 34, "year")]))
    assert verdicts(aged("a", 34), man) == []
    assert verdicts(aged("a", 34), telling("b", "A 34-year-old was found.")) == []  # no fact was made of it
    assert verdicts(aged("a", 34), telling("b", "Off Gull Point 34 boats were found.")) == ["alone"]


def counted(name: str, text: str, words: str, value: int, unit: str = "tent") -> Telling:
    return telling(name, text, Marks(facts=[Stated("count", f"{unit}s counted", words, value, unit)]))


def test_a_count_in_a_sentence_of_the_same_event_is_not_alone() -> None:
    tents = counted("a", "Police counted 43 tents at the Wexley boat race.", "43", 43)
    assert verdicts(tents, telling("b", "Wexley saw 43 of them at the boat race.")) == ["agree"]
    assert verdicts(tents, telling("b", "In Gollop 43 cows ran.")) == ["alone"]


def test_a_large_count_that_another_telling_rounds_is_not_alone() -> None:
    exact = counted("a", "Police counted 1,960 tents at the Wexley boat race.", "1,960", 1960)
    assert verdicts(exact, counted("b", "It was a sea of 2,000 tents.", "2,000", 2000)) == []
    assert verdicts(exact, counted("b", "It was a sea of 2,000 cows.", "2,000", 2000, "cow")) == ["alone", "alone"]


def test_what_is_not_shown_alone() -> None:
    nothing = telling("b", "The fire is out.")
    chief = telling("a", "Ann Harwick is the fire chief.", Marks(facts=[Stated("role", "Ann Harwick", "fire chief", "fire chief")]))
    assert verdicts(chief, nothing) == []
    then = Stated("count", "people killed in 1991", "22 people", 22, "person")
    girl = Stated("age", "girl", "7-year-old", 7, "year")
    assert verdicts(telling("a", "22 people died then, and a 7-year-old ran.", Marks(facts=[then, girl])), nothing) == []


def test_a_value_without_a_number_is_looked_for_by_its_words() -> None:
    dozens = Stated("count", "boats sunk", "dozens", None, "boat", (24, None))
    a = telling("a", "At the race dozens of boats were sunk.", Marks(facts=[dozens]))
    assert verdicts(a, telling("b", "They came by dozens.")) == []
    assert verdicts(a, telling("b", "They came by bus.")) == ["alone"]
