"""What the grouping step reads out of a text, and how it weighs it. All people, places and outlets are invented."""

from __future__ import annotations

import pytest

from samestory.grouping import background, days, furniture, shingles
from samestory.grouping.background import Rarity, shares
from samestory.grouping.evidence import gather
from samestory.grouping.index import NEWEST, Index, Keys
from samestory.grouping.signs import AGE, NAME, STREET, TERM, TITLE, WORDS, Evidence, unpacked
from samestory.grouping.weighing import FEATURES, Weigher, weights
from samestory.grouping.words import NUMBERS, STEMS, STOP_WORDS, number
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
    found = gather(telling(heads.pop("name", None) or text[:12], text, **heads), rarity)
    rarity.learn(found.marked(WORDS).tolist())
    return found


def spelled(found: Evidence, kind: int) -> set[str]:
    return {NUMBERS.spelled[sign] for sign in found.marked(kind).tolist()}


def test_names_streets_and_ages_are_read() -> None:
    found = evidence(MILL, Rarity(), day="2025-03-04")
    assert {"ada quill", "jory penhale", "tanner street"} <= spelled(found, NAME)
    assert spelled(found, STREET) == {"street: tanner"}
    assert found.values(AGE) == [35, 61]
    assert evidence("The rocket lifts 64 tons, 37,000 pounds more than any other.", Rarity()).values(AGE) == []
    assert "sandlow" in spelled(found, TITLE)


def test_a_title_that_the_text_lacks_counts_as_its_words() -> None:
    assert "ostrick" in spelled(evidence("The jury met.", Rarity(), title="Baker of Ostrick wins a prize"), TERM)


def test_evidence_is_the_same_after_it_was_kept() -> None:
    found = evidence(MILL, Rarity(), day="2025-03-04", outlet="The Sandlow Post")
    again = unpacked(found.article, found.packed())
    assert again.packed() == found.packed()
    assert (again.outlet, again.published, again.event, again.weekdays) == (found.outlet, found.published, found.event, found.weekdays)
    assert (again.numbers == found.numbers).all()
    assert (again.marks == found.marks).all()


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("He was hit in the 1200 block of North Balsam, police said.", "balsam"),
        ("It happened on 104th Avenue at noon.", "104"),
        ("They met at Quarry Lane.", "quarry"),
    ],
)
def test_streets_are_told_by_their_name(text: str, street: str) -> None:
    assert spelled(evidence(text, Rarity()), STREET) == {"street: " + street}


def test_a_street_is_not_found_in_other_words() -> None:
    assert not evidence("The Tesla Roadster drove to the Supreme Court and the courthouse.", Rarity()).values(STREET)


def test_furniture_says_nothing_of_the_event() -> None:
    rarity = Rarity()
    text = MILL + "\n\nSign up for the Zephyrine newsletter\n\nMORE: Ottokar Vimes weds"
    marks = Marks(kinds=((4, "furniture"),))  # the last line; the one before is caught by its words
    found = gather(telling("a", text, marks), rarity)
    assert not {"zephyrine", "newsletter", "ottokar", "vime"} & spelled(found, WORDS)


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
        ("a Long March 4 C rocket", "2025-05-04", None),
        ("a long march on March 4", "2025-05-04", "2025-03-04"),
        ("until Jan 15", "2025-10-16", None),  # the coming one, or was it the last?
        ("on Jan 15", "2025-12-20", "2026-01-15"),
        ("on July 15", "2025-05-04", None),
        ("due in court on July 1", "2025-05-04", "2025-07-01"),
        ("on Sept 15", "2025-02-04", "2024-09-15"),
        ("on Jan 15", "2025-05-04", "2025-01-15"),
    ],
)
def test_days_are_resolved(words: str, published: str | None, named: str | None) -> None:
    split = words.split()
    signs = [at for at, word in enumerate(split) if word in days.SIGNS]
    found = days.find(split, days.date.fromisoformat(published) if published else None, signs)
    assert found.named == ({days.date.fromisoformat(named).toordinal()} if named else set())


def test_an_inferred_day_of_publication_is_no_second_witness() -> None:
    given = telling("a", MILL, day="2025-03-04")
    inferred = type(given)(given.article, Published("2025-03-04", True, "weekday beside a date"))
    assert gather(given, Rarity()).published
    assert not gather(inferred, Rarity()).published


def test_what_arrives_often_weighs_less() -> None:
    rarity = Rarity()
    before = rarity.weight(number("quorl"))
    for _ in range(30):
        rarity.learn([number("quorl")])
    assert rarity.weight(number("quorl")) < before / 2
    assert rarity.weight(number("police")) < rarity.weight(number("caraway"))
    assert rarity.of([number("quorl")])[0] == pytest.approx(rarity.weight(number("quorl")))


def test_a_story_is_counted_once() -> None:
    rarity = Rarity()
    rarity.learn([number("quorl")])
    once = rarity.weight(number("quorl"))
    rarity.learn([number("quorl")])
    rarity.count([number("quorl")], -1.0)
    assert rarity.weight(number("quorl")) == pytest.approx(once)


def test_old_counts_fade_and_words_not_met_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "MOST", 40)
    rarity = Rarity()
    rarity.learn([number("quorl")])
    for _ in range(39):
        rarity.learn([number("sandlow")])
    unseen = Rarity()
    assert rarity.articles == 40
    assert rarity.weight(number("quorl")) - unseen.weight(number("quorl")) == pytest.approx(
        rarity.weight(number("zyx")) - unseen.weight(number("zyx"))
    )
    assert rarity.weight(number("sandlow")) < unseen.weight(number("sandlow"))


def test_counts_are_the_same_after_they_were_kept() -> None:
    rarity, again = Rarity(), Rarity()
    rarity.learn([number("quorl"), number("ada quill")])
    again.restore(rarity.kept())
    assert again.weight(number("quorl")) == rarity.weight(number("quorl"))
    assert again.kept() == rarity.kept()


def test_the_background_holds_single_words_only() -> None:
    assert len(shares()) > 10_000
    assert not any(word & 1 for word in shares())
    assert not any(number(word) in shares() for word in STOP_WORDS)
    assert STEMS["The"] == ""
    assert STEMS["pirates"] == "pirate"


def test_two_tellings_of_one_event_weigh_more_than_two_events() -> None:
    rarity = Rarity()
    weigher = Weigher(rarity)
    one, two, other = (evidence(text, rarity, day="2025-03-04", outlet=text[:3]) for text in (MILL, MILL_AGAIN, SHOP))
    same, different = weigher.weigh(one, [two, other])
    assert same > 3 > -2 > different
    assert weigher.weigh(two, [one])[0] == pytest.approx(same)
    assert weigher.features(one, [two])[0][FEATURES.index("quoted")] > 0
    assert all(len(row) == len(FEATURES) + 1 for row in weights())


def test_many_are_weighed_as_each_alone() -> None:
    rarity = Rarity()
    weigher = Weigher(rarity)
    one, *others = (evidence(text, rarity, name=text[:9], day="2025-03-04") for text in (MILL, MILL_AGAIN, SHOP, "", "Sandlow."))
    alone = [weigher.weigh(one, [other])[0] for other in others]
    assert weigher.weigh(one, others) == pytest.approx(alone)
    assert not len(weigher.weigh(one, []))


def test_an_empty_text_can_be_weighed() -> None:
    rarity = Rarity()
    assert Weigher(rarity).weigh(evidence("", rarity, name="a"), [evidence("", rarity, name="b")])[0] < 0


def test_the_lists_of_the_index_stay_short_and_the_window_slides() -> None:
    rarity = Rarity()
    index = Index()
    found = evidence(MILL, rarity)
    keys = Keys(found, found.weights(rarity))
    for place in range(3 * NEWEST):
        index.file(keys, place)
    assert index.near(keys, 5) == [3 * NEWEST - 1 - back for back in range(5)]
    index.slide(3 * NEWEST - 2)
    assert index.near(keys, 5) == [3 * NEWEST - 1, 3 * NEWEST - 2]
    index.slide(3 * NEWEST)
    assert index.near(keys, 5) == []


def test_fingerprints_are_the_same_for_the_same_words_in_any_case() -> None:
    words = [f"word{n}" for n in range(400)]
    assert shingles.sample(words) == shingles.sample([word.upper() for word in words])
    assert 10 < len(shingles.sample(words)) < 80
    assert not shingles.sample(words[:4])
    assert len(shingles.least(words[:12])) == 8
