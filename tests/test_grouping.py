"""What the grouping step reads out of a text, and how it weighs it. All people, places and outlets are invented."""

from __future__ import annotations

import pytest

from samestory.grouping import days, furniture, shingles
from samestory.grouping.background import Rarity, shares
from samestory.grouping.evidence import Evidence, gather
from samestory.grouping.index import NEWEST, Index
from samestory.grouping.weighing import FEATURES, Weigher, weights
from samestory.grouping.words import STEMS, STOP_WORDS
from samestory.model import Published
from telling_builder import Marks, telling

MILL = """Fire guts the old mill in Sandlow

A fire destroyed the old flour mill on Tanner Street in Sandlow on Monday night and injured Ada Quill, 35, a night guard.

"We could see the flames from the other side of the river," said Jory Penhale, a 61-year-old boatman."""
MILL_AGAIN = """Sandlow mill lost to the flames

Sandlow's flour mill in Tanner Street burned to the ground late on Monday. The guard, Ada Quill, 35, was taken to hospital.

"We could see the flames from the other side of the river," the boatman Jory Penhale said."""
SHOP = """Baker of Ostrick wins a prize

Berta Lumm has won the county's bread prize for the third time, with a loaf of rye and caraway, the jury said on Friday."""


def evidence(text: str, rarity: Rarity, **heads: str | None) -> Evidence:
    found, _ = gather(telling(heads.pop("name", None) or text[:12], text, **heads), rarity)
    rarity.learn(found.words())
    return found


def spelled(numbers: frozenset[int], rarity: Rarity) -> set[str]:
    return {rarity.words[number] for number in numbers}


def test_names_streets_and_ages_are_read() -> None:
    rarity = Rarity()
    found = evidence(MILL, rarity, day="2025-03-04")
    assert {"ada quill", "jory penhale", "tanner street"} <= spelled(found.names, rarity)
    assert spelled(found.streets, rarity) == {"street: tanner"}
    assert found.ages == {35, 61}
    assert "sandlow" in spelled(found.title, rarity)


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("He was hit in the 1200 block of North Balsam, police said.", "balsam"),
        ("It happened on 104th Avenue at noon.", "104"),
        ("They met at Quarry Lane.", "quarry"),
    ],
)
def test_streets_are_told_by_their_name(text: str, street: str) -> None:
    rarity = Rarity()
    assert spelled(evidence(text, rarity).streets, rarity) == {"street: " + street}


def test_a_street_is_not_found_in_other_words() -> None:
    assert not evidence("The Tesla Roadster drove to the Supreme Court and the courthouse.", Rarity()).streets


def test_furniture_says_nothing_of_the_event() -> None:
    rarity = Rarity()
    text = MILL + "\n\nSign up for the Zephyrine newsletter\n\nMORE: Ottokar Vimes weds"
    marks = Marks(kinds=((4, "furniture"),))  # the last line; the one before is caught by its words
    found, _ = gather(telling("a", text, marks), rarity)
    said = {rarity.words[number] for number in found.words()}
    assert not {"zephyrine", "newsletter", "ottokar", "vime"} & said


def test_sentences_of_the_outlet_are_dropped_and_others_kept() -> None:
    text = "The mill burned. This material may not be rewritten or redistributed. Nobody was hurt."
    assert furniture.without(text) == "The mill burned. Nobody was hurt."
    assert furniture.without("The mill burned.") == "The mill burned."


@pytest.mark.parametrize(
    ("words", "published", "named"),
    [
        ("on Monday night", "2025-03-05", "2025-03-03"),
        ("on Nov 11 2019", None, "2019-11-11"),
        ("on 28 November 2005", None, "2005-11-28"),
        ("on December 30", "2025-01-02", "2024-12-30"),
        ("on the 3 rd of May", "2025-05-04", "2025-05-03"),
        ("on February 30 2024", None, None),
        ("in May", "2025-05-04", None),
    ],
)
def test_days_are_resolved(words: str, published: str | None, named: str | None) -> None:
    found = days.find(words.split(), days.date.fromisoformat(published) if published else None)
    assert found.named == ({days.date.fromisoformat(named).toordinal()} if named else set())


def test_an_inferred_day_of_publication_is_no_second_witness() -> None:
    given = telling("a", MILL, day="2025-03-04")
    inferred = type(given)(given.article, Published("2025-03-04", True, "weekday beside a date"))
    assert gather(given, Rarity())[0].days.published is not None
    assert gather(inferred, Rarity())[0].days.published is None


def test_what_arrives_often_weighs_less() -> None:
    rarity = Rarity()
    before = rarity.weights[rarity.numbers["quorl"]]
    for _ in range(30):
        rarity.learn([rarity.numbers["quorl"]])
    assert rarity.weights[rarity.numbers["quorl"]] < before / 2
    assert rarity.weights[rarity.numbers["police"]] < rarity.weights[rarity.numbers["caraway"]]


def test_the_background_holds_single_words_only() -> None:
    assert len(shares()) > 10_000
    assert not any(" " in word or word in STOP_WORDS for word in shares())
    assert STEMS["The"] == ""
    assert STEMS["pirates"] == "pirate"


def test_two_tellings_of_one_event_weigh_more_than_two_events() -> None:
    rarity = Rarity()
    weigher = Weigher(rarity)
    one, two, other = (evidence(text, rarity, day="2025-03-04", outlet=text[:3]) for text in (MILL, MILL_AGAIN, SHOP))
    assert weigher.weigh(one, two) > 3 > -2 > weigher.weigh(one, other)
    assert weigher.weigh(one, two) == pytest.approx(weigher.weigh(two, one))
    assert dict(zip(FEATURES, weigher.features(one, two), strict=True))["quoted"] > 0
    assert len(weights()[0]) == len(FEATURES)


def test_an_empty_text_can_be_weighed() -> None:
    rarity = Rarity()
    assert Weigher(rarity).weigh(evidence("", rarity, name="a"), evidence("", rarity, name="b")) < 0


def test_the_lists_of_the_index_stay_short() -> None:
    rarity = Rarity()
    index = Index(rarity)
    found = evidence(MILL, rarity)
    for place in range(3 * NEWEST):
        index.file(index.keys(found), found, place)
    near = index.near(index.keys(found), found, 5)
    assert len(near) == 5
    assert near[0] == 3 * NEWEST - 1


def test_fingerprints_are_the_same_for_the_same_words_in_any_case() -> None:
    words = [f"word{n}" for n in range(400)]
    assert shingles.sample(words) == shingles.sample([word.upper() for word in words])
    assert 10 < len(shingles.sample(words)) < 80
    assert not shingles.sample(words[:4])
    assert len(shingles.least(words[:12])) == 8
