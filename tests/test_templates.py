"""One text filled in with other names tells another event, and the decision says so. All people and places are invented."""

from __future__ import annotations

from samestory.grouping import Grouper, group
from samestory.model import Telling
from telling_builder import telling

# The same sentences each week, as a results service writes them.
TEXT = """{team} {verb} {rival} on the road

{team} beat {rival} in front of a small crowd at {ground} and moved up to the third place of the county league table.

{scorer} opened the scoring from close range before the break, when the home side had already hit the post and had a goal taken away for \
a foul that few of those in the stands had seen. After the break the visitors sat back and waited for their chances, and when the second \
one came, {scorer} made no mistake and sent the ball into the far corner of the net from the edge of the box.

The home side pushed on until the very end and won five corners in the last ten minutes, but the back line held and the visitors took all \
the points home with them. It was the third win in a row for the side of {coach}, who said that they had worked hard for it all week and \
that nobody should look at the table before the winter is over.

Season tickets for the second half of the year go on sale at the gate from the first day of next month and cost as much as in the past \
year, the board of the league said in a note to the clubs. Children who come with their parents get in free of charge."""
FIRST = {
    "team": "Sandlow Millers",
    "verb": "beat",
    "rival": "Ostrick Rovers",
    "ground": "Quarry Park",
    "scorer": "Jory Penhale",
    "coach": "Berta Lumm",
}
SECOND = {
    "team": "Wexley Anchors",
    "verb": "stun",
    "rival": "Gallan United",
    "ground": "Harbour Field",
    "scorer": "Tobin Ashgrove",
    "coach": "Odile Marchetti",
}


def told(name: str, names: dict[str, str], day: str) -> Telling:
    return telling(name, TEXT.format(**names), outlet=f"The {name} Post", day=day)


def test_a_template_with_other_names_opens_and_says_why() -> None:
    grouper = Grouper()
    grouper.add(told("one", FIRST, "2025-03-04"))
    found = grouper.add(told("two", SECOND, "2025-03-05"))
    assert found.new
    assert found.rule.endswith("; the same passages as one (2025-03-04), but other names")


def test_the_same_text_with_the_same_names_is_one_event() -> None:
    (story,) = group([told("one", FIRST, "2025-03-04"), told("two", {**FIRST, "verb": "stun"}, "2025-03-05")])
    assert story.articles == ("one", "two")
    assert "both have the same passages" in story.decisions[1].rule
    assert "other names" not in story.decisions[1].rule
