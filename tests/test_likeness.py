"""What a decision says beside the words shared. All people, places and outlets are invented."""

from __future__ import annotations

from samestory.grouping import Grouper, explaining, likeness
from samestory.grouping.background import Rarity
from samestory.grouping.evidence import gather
from samestory.grouping.signs import Evidence
from samestory.grouping.wording import Wording, Wordings
from telling_builder import telling
from test_grouping import MILL, MILL_AGAIN, SHOP


def evidence(text: str, day: str | None = None, title: str | None = None) -> Evidence:
    return gather(telling(text[:9], text, day=day, title=title), Rarity())


def test_what_both_have_is_told() -> None:
    one = evidence(MILL, "2025-03-04", "Fire guts the old mill in Sandlow")
    two = evidence(MILL_AGAIN, "2025-03-05", "Sandlow mill lost to the flames")
    wordings = Wordings(Wording("Fire guts the old mill in Sandlow", MILL), Wording("Sandlow mill lost to the flames", MILL_AGAIN))
    told = [*likeness.common(one, two, Rarity(), wordings)]
    assert told == [
        "both headlines say Sandlow, mill",
        "both quote the same words",
        "both leads name Monday",
        "published 1 day apart",
    ]


def test_what_speaks_against_one_event_is_told() -> None:
    assert "Monday" in MILL
    one = evidence(MILL.replace("Monday", "March 3"), "2025-03-04", "Fire guts the old mill in Sandlow")
    text = "A man was hurt in a fire on Quarry Lane on April 2, 2025, Ostrick's mayor said."
    other = evidence(text, "2025-04-03", "Man hurt in Ostrick")
    told = [*likeness.contrasts(one, other, Rarity(), Wordings(Wording("Fire guts the old mill in Sandlow", MILL), Wording(None, text)))]
    assert "other streets found (Tanner here, Quarry there)" in told
    assert "the lead names 2025-03-03 here, 2025-04-02 there" in told
    assert "published 30 days apart" in told
    assert "no word of the headlines shared" in told
    assert any(clause.endswith("out there") and "Ostrick" in clause for clause in told)


def test_nothing_is_said_against_an_article_and_itself() -> None:
    one = evidence(MILL, "2025-03-04")
    same = Wording(None, MILL)
    assert not [*likeness.contrasts(one, one, Rarity(), Wordings(same, same))]


def test_little_that_is_shared_is_called_thin() -> None:
    first = "Plans for the harbour in spring divide the town. Ada Quill, who studies trade, called the era one of strength."
    second = "Voters look at the schools before the debate. Ada Quill said that an era of strength was over."
    one, other = evidence(first, "2025-03-04", "Harbour plans"), evidence(second, "2025-03-12", "What voters want")
    told = [*likeness.common(one, other, Rarity(), Wordings(Wording("Harbour plans", first), Wording("What voters want", second)))]
    assert told == ["published 8 days apart", "beside that only one full name, single words and numbers shared"]


def test_an_opener_names_the_nearest_article_and_why_it_is_another_event() -> None:
    grouper = Grouper()
    grouper.add(telling("mill", MILL, day="2025-03-04", title="Fire guts the old mill in Sandlow"))
    rule = grouper.add(telling("shop", SHOP + " She lives in Tanner Street, Sandlow.", day="2025-03-18")).rule
    assert rule.startswith("opens: nearest is “Fire guts the old mill in Sandlow” (2025-03-04), which fits by -")
    assert "published 14 days apart" in rule


def test_an_article_without_a_headline_goes_by_its_id() -> None:
    assert explaining.named(evidence(MILL, "2025-03-04"), None) == f"{MILL[:9]} (2025-03-04)"
    assert explaining.named(evidence(MILL), "Mill burns to the ground | The Sandlow Post") == "“Mill burns to the ground”"
    assert explaining.named(evidence(MILL), "mill " * 60).endswith("mill …”")
