"""What differs by the words is told of tellings of one text, and hardly of articles that have one like sentence."""

from __future__ import annotations

import pytest

from differing import differing, words

OF_ONE = """ The old ferry left the pier at noon with timber for the mill. Nobody on the shore saw smoke before the bell rang.
A baker from the market square rowed out with two ropes. His dog stayed behind and barked at the gulls.
Rain kept the fire from reaching the sheds near the slipway. The captain walked home along the canal without his coat.
Children gathered planks from the sand until dusk."""
OF_ANOTHER = """ Pilots of the region asked for lamps along the channel last winter. Their union wants a tug on call every night.
A survey ship is charting the bank this autumn with new sonar. Insurers raised premiums for wooden hulls in spring.
Farmers upstream blame the dredging for muddy water in their wells. A hearing about licences opens after the harvest fair.
Teachers plan lessons on swimming with help from the lifeguards."""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The harbour board sold the old ferry line on March 3 at noon.", "The harbour board sold the old ferry line on March 8 at noon."),
        ("The harbour board has agreed to pay the costs of the ferry.", "The harbour board has not agreed to pay the costs of the ferry."),
        (
            "The firm wants to buy the old ferry line of the harbour board.",
            "The firm wants to sell the old ferry line of the harbour board.",
        ),
    ],
)
def test_one_like_sentence_of_two_long_articles_is_no_difference(ours: str, theirs: str) -> None:
    assert differing(ours + OF_ONE, theirs + OF_ANOTHER, shared="") == []
    assert len(differing(ours + OF_ONE, theirs + OF_ONE, shared="")) == 1


def test_a_percentage_with_half_of_the_sentence_differs_in_unlike_articles_too() -> None:
    ours, theirs = (
        "Liberty bought {} of the ferry line of Wexley in January of last year.".format,
        "Liberty took over {} of the ferry line".format,
    )
    (point,) = differing(ours("35.5 percent") + OF_ONE, theirs("60.3 percent") + "." + OF_ANOTHER, shared="")
    assert words(point, ours("35.5 percent"), theirs("60.3 percent")) == ["35.5 percent", "60.3 percent"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # of two raids
        (
            "Six old rifles, 12 magazines and 300 rounds were seized from the boats by the harbour navy.",
            "The harbour navy seized 14 old rifles, 31 magazines and 923 rounds from the boats.",
        ),
        # two speakers
        ("“The ferry line is not doing fine at all,” the mayor said.", "“The ferry line is doing fine at all,” the mayor said."),
        ("I feel on the ferry we were not doing the work we want.", "I did not feel on the ferry we were doing the work we want."),
        (
            "The boat drifted for an hour before the pilot found the channel, Wexley County Sheriff Joel Tarn said.",
            "The boat drifted for an hour before the pilot found the channel, Wexley County Undersheriff Ines Vell said.",
        ),
        # one name, spelt in two ways
        ("The ferry was sailing from Wexley to Duesseldorf with timber.", "The ferry was sailing from Wexley to Dusseldorf with timber."),
        (
            "Sen. Charles Tarn of Norland asked the board about the ferry.",
            "The board was asked about the ferry by Sen. Chuck Tarn of Norland.",
        ),
        # two names
        (
            "The cable runs along the bed of the sea between Wexley and Northfield.",
            "The cable runs along the bed of the sea between Harwick and Northfield.",
        ),
        (
            "The pilot had surgery at Tarn Medical Center on Thursday night.",
            "The pilot underwent surgery at Tarn Health Center on Thursday night.",
        ),
        # calls and models
        ("Call the harbour police on 0800 555 111 about the ferry fire.", "Call the harbour police on 0800 555111 about the ferry fire."),
        (
            "The navy seized seven AK-47 rifles and a flare gun from the boat.",
            "The navy seized nine rifles and a flare gun from the boat.",
        ),
        ("The pilot did n't know of the leak in the ferry.", "The pilot did not know of the leak in the ferry."),
    ],
)
def test_of_two_things_or_both_true(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "The old ferry of Wexley sold for more than $4 million, a record for a boat.",
            "The old ferry of Wexley sold for more than $5 million, a record for a boat.",
            ["$4 million", "$5 million"],
        ),
        (
            "The board agreed on a $143-billion bridge over the bay at the weekend.",
            "The board agreed on a $158-billion bridge over the bay at the weekend.",
            ["$143-billion", "$158-billion"],
        ),
    ],
)
def test_money_that_differs(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = differing(ours, theirs)
    assert words(point, ours, theirs) == said
