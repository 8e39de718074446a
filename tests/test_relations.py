"""Relations, votes and scores, and which tolls are of this event."""

import pytest

from samestory import language
from samestory.attributing import dates, facts, names
from samestory.model import Article, Block, Span
from samestory.text import lines


def stated(text, title=None):
    blocks = tuple(Block(Span("a", start, end), "body", "test") for start, end in lines(text))
    made = Article("a", "test", None, None, title, (), "2024-05-08", "en", text, blocks)
    passages = language.parse(made)
    roster = names.people(made, passages, names.find(passages))
    times = dates.find(made, passages, dates.publication(made, passages))
    return [(f.kind, f.about, f.value) for f in facts.find(made, passages, roster, times)[0]]


@pytest.mark.parametrize(
    ("text", "about", "name"),
    [
        ("Ann Corle arrived with her husband, actor Carl Marrow.", "husband of Ann Corle", "Carl Marrow"),
        ("Ann Corle's brother Ben Corle was there.", "brother of Ann Corle", "Ben Corle"),
        ("Peter Vane, husband of Maria Stone, left.", "husband of Maria Stone", "Peter Vane"),
        ("Maria Stone came with her ex-husband, Dan Lowe.", "ex-husband of Maria Stone", "Dan Lowe"),
    ],
)
def test_somebody_is_somebodys(text, about, name):
    assert ("name", about, name) in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Corle met Ruth Stone. Her husband, Carl Marrow, was there.",  # whose?
        "Ann Corle and her mother, Ruth Stone said, were late.",  # Ruth Stone tells it
        "Ann Corle's son Peter left. Peter Vane is a lawyer.",  # which Peter?
        "Maria Stone came with his wife, Ann Lowe.",  # not Maria's
    ],
)
def test_whose_is_not_guessed(text):
    assert not [fact for fact in stated(text) if fact[0] == "name"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("By a vote of 12-3 the board agreed.", [("votes of the majority", 12), ("votes of the minority", 3)]),
        ("The court struck it down in a 5-4 ruling.", [("votes of the majority", 5), ("votes of the minority", 4)]),
        ("It was a 4-2 victory.", [("score of the loser", 2), ("score of the winner", 4)]),
        ("They could win 3-2.", []),
        ("The Rovers lost 3-3.", []),
        ("He was a 3-1 favorite.", []),
    ],
)
def test_votes_and_scores(text, said):
    assert [(about, value) for _, about, value in stated(text)] == said


def test_a_toll_that_the_headline_gainsays_is_left_out():
    text = "The blast killed 12 people."
    assert ("count", "people killed", 12) in stated(text)
    assert ("count", "people killed", 12) in stated(text, "At least 10 dead in blast")
    assert not stated(text, "Three killed in mill fire")
    assert not stated(text, "Weekend crashes leave many mourning")


def test_nobody_was_hurt_only_where_nobody_was():
    assert ("count", "people injured", 0) in stated("The roof fell in. No one was injured.")
    assert not stated("A man was shot in the yard. No one was injured by the falling glass.")
